"""Decode double-byte text in step again behind a stray byte.

A byte too many, or one too few, shifts every pair behind it, up to the next byte that no pair can have: what
was likely text reads as rare characters from there on. Where bytes are to be skipped, so that what is read
is likeliest, a Viterbi search over the bytes tells.
"""

import re

from cleaners.likelihood import Script, costs

SKIP_COST = 12.0
"""What it costs to skip a byte, -log10: five characters out of step cost as much more than in step."""
UNKNOWN = 8.0
"""What a character costs that no word list has."""
MOST_LOST = 0.02
"""Share of U+FFFD in a text over which its bytes are not stray: the charset is another."""
LONGEST = 4_000
"""Longest run of bytes in which any are looked for."""
_RUN = re.compile(rb"[\x80-\xff][\x40-\xff]*(?<![\x81-\xfe](?=[0-9][\x81-\xfe][0-9]))")
"""Bytes that pairs are made of, without the first of a character of four."""
_SCRIPTS: dict[str, Script] = {"gb18030": "hans", "big5hkscs": "hant"}


def decode_in_step(body: bytes, charset: str) -> tuple[str, int]:
    """The text of a body in gb18030 or big5hkscs, U+FFFD for what is no character of it, and how many runs of
    bytes were read otherwise than their decoder reads them."""
    text = body.decode(charset, "replace")
    lost = text.count("\ufffd")
    if not lost or lost > MOST_LOST * len(text) or charset not in _SCRIPTS:
        return text, 0
    pieces, position, mended = [], 0, 0
    for match in _RUN.finditer(body):
        run = match.group()
        usual = run.decode(charset, "replace") if len(run) <= LONGEST else ""
        if "\ufffd" in usual and (read := _in_step(run, charset)) != usual:
            pieces += [body[position : match.start()].decode(charset, "replace"), read]
            position = match.end()
            mended += 1
    return "".join([*pieces, body[position:].decode(charset, "replace")]), mended


def _in_step(run: bytes, charset: str) -> str:
    """The likeliest text of a run of bytes, some of them skipped."""
    table = costs(_SCRIPTS[charset])
    size = len(run)
    cost = [0.0] * (size + 2)
    chars = [""] * size
    for place in range(size - 1, -1, -1):
        cost[place], chars[place] = SKIP_COST + cost[place + 1], "\ufffd"
        length = 1 if run[place] < 0x80 else 2
        char = run[place : place + length].decode(charset, "replace")
        if len(char) == 1 and char != "\ufffd":
            own = table.get(char, UNKNOWN) if length == 2 else 0.0
            if own + cost[place + length] < cost[place]:
                cost[place], chars[place] = own + cost[place + length], char
    read, place = [], 0
    while place < size:
        char = chars[place]
        read.append(char)
        place += 2 if run[place] >= 0x80 and char != "\ufffd" else 1
    return "".join(read)
