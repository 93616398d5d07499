"""HTML elements by what they do to text (HTML Living Standard, section 15.3, default display)."""

BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "marquee ol p pre section summary table tbody td tfoot th thead tr ul".split()
)

STYLED = frozenset("span font strong b em i u label".split())
"""Inline elements that pages set paragraphs in, with a style that makes each a block."""

ICONS = frozenset({"i", "span"})
"""Those that pages set an icon in."""

ENDING = frozenset({"a", "rt"})
"""Inline elements whose end counts."""

CUSTOM = frozenset(
    "p para paragraph block section article body content container wrapper title item row list "
    "h1 h2 h3 h4 h5 h6".split()
)
"""What the names of custom elements end with that are of block level."""

UNREAD = frozenset(
    "applet audio button canvas datalist embed frame frameset head iframe input link map math meta "
    "noembed noframes noscript object option script select style svg template textarea title "
    "video".split()
)
"""Elements whose text is no prose a reader sees in the page."""

METADATA = frozenset("base basefont bgsound link meta noframes noscript script style template title".split())
"""Elements that a head may hold: any other ends it (HTML Living Standard, section 13.2.6.4.4)."""

PICTURES = frozenset({"img", "amp-img"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})
ITEMS = frozenset({"li", "dd", "dt"})
STRUCTURES = LISTS | ITEMS | {"table", "tr", "td", "th"}
"""Elements that set what they hold in lines and columns."""
PARAGRAPHS = HEADINGS | {"p", "li", "dd", "dt", "pre", "figcaption", "caption", "blockquote"}
"""Elements that hold a paragraph and not an article."""
