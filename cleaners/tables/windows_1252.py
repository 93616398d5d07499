"""windows-1252 as browsers read it (Encoding Standard, index windows-1252): five bytes are C1 controls."""

SPECIALS = {
    bytes([byte]).decode("cp1252"): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""The characters that it has where Latin-1 has controls, with their bytes."""
