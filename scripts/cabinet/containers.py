"""ZIP containers written by hand, so that every field can lie."""

import struct
import zlib

MEGABYTE = 1 << 20


def deflated(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def flood(before, filler, megabytes, after, wrap=-15):
    """Deflates `before`, `megabytes` of `filler` and `after` without holding what it unpacks to.

    Gives the packed bytes (with a zlib header where `wrap` is 15), the unpacked size and its CRC-32."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    chunk = filler * (MEGABYTE // len(filler))
    out = [packer.compress(before) + packer.flush(zlib.Z_FULL_FLUSH)]
    # Behind a full flush nothing refers to what was before: the same bytes stand for each chunk.
    out += [packer.compress(chunk) + packer.flush(zlib.Z_FULL_FLUSH)] * megabytes
    out.append(packer.compress(after) + packer.flush())
    size = len(before) + megabytes * len(chunk) + len(after)
    pieces = [before, *[chunk] * megabytes, after]
    check, start = (zlib.adler32, 1) if wrap == 15 else (zlib.crc32, 0)
    for piece in pieces:
        start = check(piece, start)
    if wrap == 15:
        out = [b"\x78\xda", *out, struct.pack(">I", start)]
    return b"".join(out), size, start


class Zip:
    """Collects local entries and directory records; both may be wrong."""

    def __init__(self):
        self.body = b""
        self.directory = b""
        self.count = 0

    def local(self, name, packed, crc, size, method=8, flags=0):
        """Writes a local header and its data; gives its offset."""
        name = name if isinstance(name, bytes) else name.encode()
        offset = len(self.body)
        self.body += struct.pack(
            "<IHHHHHIIIHH", 0x04034B50, 20, flags, method, 0, 0x21, crc, len(packed) & 0xFFFFFFFF,
            size & 0xFFFFFFFF, len(name), 0) + name + packed
        return offset

    def record(self, name, offset, packed, crc, size, method=8, flags=0, comment=b""):
        """Writes a record of the directory."""
        name = name if isinstance(name, bytes) else name.encode()
        self.directory += struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, flags, method, 0, 0x21, crc,
            packed & 0xFFFFFFFF, size & 0xFFFFFFFF, len(name), 0, len(comment), 0, 0, 0,
            offset) + name + comment
        self.count += 1

    def add(self, name, data, method=8, flags=0, crc=None, size=None):
        packed = deflated(data) if method == 8 else data
        crc = zlib.crc32(data) if crc is None else crc
        size = len(data) if size is None else size
        offset = self.local(name, packed, crc, size, method, flags)
        self.record(name, offset, len(packed), crc, size, method, flags)
        return self

    def add_packed(self, name, packed, size, crc):
        self.record(name, self.local(name, packed, crc, size), len(packed), crc, size)
        return self

    def bytes(self, count=None, comment=b"", offset=None):
        count = self.count if count is None else count
        return self.body + self.directory + struct.pack(
            "<IHHHHIIH", 0x06054B50, 0, 0, count & 0xFFFF, count & 0xFFFF, len(self.directory),
            len(self.body) if offset is None else offset, len(comment)) + comment


# The parts of the smallest Word document.

TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>'
TAIL = "</w:body></w:document>"


def paragraph(text, properties=""):
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body, **parts):
    """A Word document with that body; further parts by name («styles» is word/styles.xml)."""
    data = body if isinstance(body, bytes) else (HEAD + body + TAIL).encode()
    archive = Zip().add("[Content_Types].xml", TYPES).add("word/document.xml", data)
    for name, part in parts.items():
        archive.add(f"word/{name}.xml", part.encode())
    return archive


def flooded_docx(before, filler, megabytes, after):
    packed, size, crc = flood((HEAD + before).encode(), filler, megabytes, (after + TAIL).encode())
    return (Zip().add("[Content_Types].xml", TYPES)
            .add_packed("word/document.xml", packed, size, crc).bytes())
