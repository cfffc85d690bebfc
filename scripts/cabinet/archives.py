"""ZIP bombs, headers that lie, and containers that are broken."""

import struct
import zlib

from . import SENTENCE, TITLE, Shelf
from .containers import (HEAD, MEGABYTE, TAIL, TYPES, Zip, docx, flood, flooded_docx, paragraph)

shelf = Shelf()


def entries():
    return shelf.all


GOOD = paragraph(TITLE) + paragraph(SENTENCE)
PARTS = HEAD.encode() + GOOD.encode() + TAIL.encode()

# Bombs

shelf.error("ratio.docx", "400 MB of white space in 400 KB", "unpacked size")(
    lambda: flooded_docx(GOOD, b" \n", 400, ""))
shelf.error("ratio-text.docx", "a text of 300 MB", "")(
    lambda: flooded_docx("<w:p><w:r><w:t>", "决算".encode(), 300, "</w:t></w:r></w:p>"))
shelf.error("ratio-comment.docx", "a comment of 300 MB", "")(
    lambda: flooded_docx(GOOD + "<!--", b"x", 300, "-->"))
shelf.error("ratio-elements.docx", "300 MB of empty paragraphs", "")(
    lambda: flooded_docx(GOOD, b"<w:p/><w:p/><w:p/><w:p/>", 300, ""))
shelf.error("ratio-paragraphs.docx", "100 MB of paragraphs of one letter", "")(
    lambda: flooded_docx(GOOD, paragraph("x").encode(), 190, ""))


@shelf.error("lying-size.docx", "a header that declares 100 bytes for 300 MB", "")
def lying_size():
    packed, size, crc = flood(HEAD.encode(), b" ", 300, TAIL.encode())
    return (Zip().add("[Content_Types].xml", TYPES)
            .add_packed("word/document.xml", packed, 100, crc).bytes())


@shelf.either("lying-large.docx", "a header that declares four gigabytes for a short text")
def lying_large():
    return (Zip().add("[Content_Types].xml", TYPES)
            .add("word/document.xml", PARTS, size=0xFFFFFFFE).bytes())


@shelf.error("overlapping.docx", "ten thousand entries that share one stream of 10 MB", "unpacked size")
def overlapping():
    archive = docx(GOOD)
    packed, size, crc = flood(HEAD.encode(), b" ", 10, TAIL.encode())
    offset = archive.local("word/header0.xml", packed, crc, size)
    for index in range(10_000):
        archive.record(f"word/header{index}.xml", offset, len(packed), crc, size)
    return archive.bytes()


@shelf.either("quoted.docx", "entries that hold the next entry's header as data (Fifield)")
def quoted():
    archive = docx(GOOD)
    kernel, size, crc = flood(b"<x>", b" ", 20, b"</x>")
    # From the last to the first: each stored block quotes the header of the next one.
    blocks, following = [], Zip()
    following.local("word/header300.xml", kernel, crc, size)
    for index in range(299, 0, -1):
        header = following.body[:30 + len(f"word/header{index + 1}.xml")]
        stored = struct.pack("<BHH", 0, len(header), len(header) ^ 0xFFFF) + header
        blocks.append(stored)
        following = Zip()
        following.local(f"word/header{index}.xml", stored + kernel, crc, size + len(header))
    start = len(archive.body)
    archive.body += following.body
    for index in range(1, 301):
        archive.record(f"word/header{index}.xml", start, len(kernel), crc, size)
    return archive.bytes()


@shelf.converted("many-entries.docx", "sixty thousand empty entries", "1234.56")
def many_entries():
    archive = docx(GOOD)
    archive.directory = archive.directory + b"".join(
        struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 0, 0, 0x21, 0, 0, 0, 8, 0, 0, 0, 0,
                    0, 0) + b"%08d" % index for index in range(60_000))
    return archive.bytes(count=archive.count + 60_000)


@shelf.error("million-entries.zip.docx", "a count of entries that is not so", "")
def million_entries():
    return docx(GOOD).bytes(count=0xFFFE)


@shelf.error("nested.docx", "a ZIP in a ZIP in a ZIP, fifty deep", "ZIP archive")
def nested():
    data = b"x"
    for index in range(50):
        data = Zip().add(f"level{index}.zip", data, method=0).bytes()
    return data


@shelf.error("itself.docx", "a document whose text is the container itself", "")
def itself():
    inner = docx(GOOD).bytes()
    return docx(inner).bytes()


# Headers

shelf.error("encrypted.docx", "an entry that says it is encrypted", "encryption")(
    lambda: Zip().add("[Content_Types].xml", TYPES)
    .add("word/document.xml", PARTS, flags=1).bytes())
shelf.error("method.docx", "a method of packing that nobody knows", "")(
    lambda: Zip().add("[Content_Types].xml", TYPES)
    .add("word/document.xml", PARTS, method=97).bytes())
shelf.error("crc.docx", "a checksum that does not hold", "")(
    lambda: Zip().add("[Content_Types].xml", TYPES)
    .add("word/document.xml", PARTS, crc=1).bytes())
shelf.error("garbled.docx", "packed data of noise", "")(
    lambda: Zip().add("[Content_Types].xml", TYPES)
    .add_packed("word/document.xml", bytes(range(256)) * 64, 1 << 20, 0).bytes())
shelf.error("cut.docx", "a download that was cut off", "cut off")(lambda: docx(GOOD).bytes()[:400])
shelf.error("header-only.docx", "four bytes", "")(lambda: b"PK\3\4")
shelf.error("end-only.docx", "nothing but the end of a container", "")(lambda: Zip().bytes())
shelf.error("offset.docx", "a directory behind the end of the file", "")(
    lambda: docx(GOOD).bytes(offset=0x7FFFFFFF))
shelf.either("comment.docx", "a comment that holds another end record")(
    lambda: docx(GOOD).bytes(comment=Zip().bytes()))
shelf.either("twice.docx", "two documents of one name")(
    lambda: docx(GOOD).add("word/document.xml", HEAD.encode() + TAIL.encode()).bytes())
shelf.either("long-names.docx", "names of 65,535 bytes")(
    lambda: docx(GOOD).add(b"a" * 65_535, b"").add(b"word/header" + b"b" * 65_000 + b".xml",
                                                   PARTS).bytes())
shelf.either("bad-names.docx", "names with NUL, with line ends and in no encoding")(
    lambda: docx(GOOD).add(b"word/header\xff\xfe.xml", PARTS).add(b"word/header\0.xml", PARTS)
    .add(b"word/header\n.xml", PARTS).bytes())


@shelf.either("zip64.docx", "a locator that leads to the end of the address space")
def zip64():
    archive = docx(GOOD)
    locator = struct.pack("<IIQI", 0x07064B50, 0, 0xFFFFFFFFFFFFFFF0, 1)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return archive.body + archive.directory + locator + end


# Names that lead out

shelf.converted("traversal.docx", "entries named to be written elsewhere", "1234.56")(
    lambda: docx(GOOD).add("../../../escaped.txt", b"out").add("/tmp/escaped.txt", b"out")
    .add("word/../../escaped.txt", b"out").add("..\\..\\escaped.txt", b"out").bytes())


@shelf.error("relation.docx", "a relation that leads to a file of the system", "missing")
def relation():
    rels = (b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<Relationship Id="a" Type="x/officeDocument" Target="../../../../etc/passwd"/>'
            b"</Relationships>")
    return docx(GOOD).add("_rels/.rels", rels).bytes()


shelf.error("gzip.docx", "another container under the name of this one", "gzip")(
    lambda: b"\x1f\x8b\x08\0\0\0\0\0\0\3" + zlib.compress(bytes(MEGABYTE))[2:-4])
shelf.error("old.doc.docx", "an OLE2 file under the name of a DOCX", "OLE2")(
    lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096))
