"""Make damage: the misreadings that pages go through before we see them."""


def sloppy_1252(body: bytes) -> str:
    """Bytes read as windows-1252 as browsers do: the five unassigned bytes are C1 controls."""
    return "".join(
        chr(b) if b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([b]).decode("cp1252") for b in body
    )


def misread(text: str, right: str, wrong: str) -> str:
    """`text`, written in `right` and read as `wrong`."""
    body = text.encode(right)
    return sloppy_1252(body) if wrong == "sloppy-1252" else body.decode(wrong, "replace")
