"""PDF: structures that loop, streams that swell, and pages without measure."""

import hashlib
import zlib

from . import Shelf
from .containers import flood

shelf = Shelf()


def entries():
    return shelf.all


FONT = ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
        "/ToUnicode 9 0 R >>")
# Maps the codes 30 … 7A to themselves and AA, AB to «决算».
CMAP = ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> "
        "endcodespacerange 1 beginbfrange <20> <7A> <0020> endbfrange 2 beginbfchar <AA> <51B3> <AB> "
        "<7B97> endbfchar endcmap end end")
TEXT = "BT /F 12 Tf 72 700 Td (Report 2024: 1234.56) Tj ET\n"


def stream(data, extra=""):
    data = data.encode("latin-1") if isinstance(data, str) else data
    return (f"<< /Length {len(data)} {extra} >>\nstream\n").encode() + data + b"\nendstream"


def packed(data, extra=""):
    data = data.encode("latin-1") if isinstance(data, str) else data
    return stream(zlib.compress(data, 9), "/Filter /FlateDecode " + extra)


def pdf(objects, trailer="/Root 1 0 R", table=None):
    """The bytes of a file with these numbered objects."""
    out = [b"%PDF-1.7\n"]
    size = len(out[0])
    offsets = {}
    for number, content in sorted(objects.items()):
        content = content.encode("latin-1") if isinstance(content, str) else content
        piece = f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
        offsets[number] = size
        out.append(piece)
        size += len(piece)
    count = max(offsets) + 1
    if table is None:
        table = f"xref\n0 {count}\n0000000000 65535 f \n" + "".join(
            f"{offsets[n]:010} 00000 n \n" if n in offsets else "0000000000 65535 f \n"
            for n in range(1, count))
    out.append(f"{table}trailer\n<< /Size {count} {trailer} >>\nstartxref\n{size}\n%%EOF\n".encode())
    return b"".join(out)


def page(content=TEXT, box="0 0 595 842", resources="/Font << /F 8 0 R >>", extra="", **objects):
    """The numbered objects of a document of one page."""
    made = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R "
           f"/Resources << {resources} >> {extra} >>",
        4: content if isinstance(content, bytes) else packed(content),
        8: FONT,
        9: packed(CMAP),
    }
    made.update({int(key[1:]): value for key, value in objects.items()})
    return made


def one(*arguments, **more):
    return lambda: pdf(page(*arguments, **more))


shelf.converted("good.pdf", "nothing: what the others are made of", "1234.56")(one())

# Structure

shelf.error("pages-loop.pdf", "a page tree that is its own child", "")(
    one(o2="<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"))
shelf.error("pages-circle.pdf", "two nodes of the page tree that hold each other", "")(
    one(o2="<< /Type /Pages /Kids [5 0 R] /Count 4 >>", o5="<< /Type /Pages /Kids [2 0 R] /Count 4 "
        "/Parent 2 0 R >>"))
shelf.either("pages-same.pdf", "one page ten thousand times")(
    one(o2=f"<< /Type /Pages /Kids [{'3 0 R ' * 10_000}] /Count 10000 >>"))
shelf.either("pages-double.pdf", "a tree of thirty levels whose two branches are one")(
    lambda: pdf({**page(), 2: "<< /Type /Pages /Kids [10 0 R 10 0 R] /Count 1073741824 >>", **{
        n: f"<< /Type /Pages /Kids [{n + 1} 0 R {n + 1} 0 R] /Count {2 ** (39 - n)} >>"
        for n in range(10, 39)}, 39: "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>"}))
shelf.either("pages-deep.pdf", "a page tree of fifty thousand levels")(
    lambda: pdf({**page(), 2: "<< /Type /Pages /Kids [10 0 R] /Count 1 >>", **{
        n: f"<< /Type /Pages /Kids [{n + 1 if n < 50_009 else 3} 0 R] /Count 1 >>"
        for n in range(10, 50_010)}}))
shelf.either("count-huge.pdf", "a count of two thousand million pages")(
    one(o2="<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>"))
shelf.either("count-negative.pdf", "a count below nothing")(
    one(o2="<< /Type /Pages /Kids [3 0 R] /Count -7 >>"))
shelf.either("previous-loop.pdf", "a table that names itself as the one before")(
    lambda: pdf(page(), trailer="/Root 1 0 R /Prev 0").replace(
        b"/Prev 0", b"/Prev %d" % pdf(page()).index(b"xref\n")))
shelf.either("table-huge.pdf", "a table that declares two hundred million objects")(
    lambda: pdf(page(), table="xref\n0 200000000\n0000000000 65535 f \n"))
shelf.either("size-huge.pdf", "a size of two thousand million objects")(
    lambda: pdf(page(), trailer="/Root 1 0 R /Size 2147483647"))
shelf.either("object-far.pdf", "an object of the number two thousand million")(
    lambda: pdf(page()).replace(b"startxref", b"2147483640 0 obj\n<<>>\nendobj\nxref\n2147483640 1\n"
                                b"0000000009 00000 n \nstartxref"))
shelf.either("streams-loop.pdf", "object streams that hold and extend each other")(
    one(o5=packed("5 0 1 6 2 3 << >> << >>", "/Type /ObjStm /N 2 /First 8 /Extends 6 0 R"),
        o6=packed("6 0 5 3 << >> << >>", "/Type /ObjStm /N 2 /First 8 /Extends 5 0 R")))


@shelf.either("object-streams.pdf", "a cross-reference stream in which object streams hold themselves")
def object_streams():
    body = b"%PDF-1.7\n"
    start = len(body)
    rows = bytes([0, 0, 0, 0]) + bytes([2, 0, 2, 0]) * 2 + bytes([2, 0, 3, 1]) + bytes(
        [1, start >> 8, start & 255, 0])
    return body + b"4 0 obj\n" + packed(
        rows, "/Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R") + b"\nendobj\nstartxref\n%d\n%%%%EOF" % start


shelf.either("widths-huge.pdf", "a cross-reference stream with fields of 2³¹ bytes")(
    lambda: b"%PDF-1.7\n4 0 obj\n" + packed(
        bytes(64), "/Type /XRef /Size 2147483647 /W [1 2147483647 2147483647] /Index [0 2147483647] "
        "/Root 1 0 R") + b"\nendobj\nstartxref\n9\n%%EOF")
shelf.either("length-loop.pdf", "a stream whose length is the stream itself")(
    one(stream(TEXT).replace(b"/Length", b"/Length 4 0 R /Old")))
shelf.either("length-huge.pdf", "a stream longer than the file")(
    one(stream(TEXT).replace(b"/Length", b"/Length 9999999999999 /Old")))
shelf.error("cut.pdf", "a download that was cut off", "")(lambda: pdf(page())[:300])
shelf.error("header.pdf", "a header and nothing else", "")(lambda: b"%PDF-1.7\n%%EOF\n")
shelf.either("table-missing.pdf", "a file that lost its table")(
    lambda: pdf(page()).replace(b"xref", b"xxxx"))
shelf.error("no-pages.pdf", "a document of no pages", "")(
    one(o2="<< /Type /Pages /Kids [] /Count 0 >>"))
shelf.error("script.pdf", "a page under the name of a PDF", "HTML")(
    lambda: "<!DOCTYPE html><html><body><p>请登录后下载</p></body></html>".encode())
shelf.either("arrays-deep.pdf", "arrays a million deep")(
    lambda: pdf({**page(), 5: "[" * 1_000_000, 3: page()[3].replace("/Parent", "/X 5 0 R /Parent")}))
shelf.either("dictionaries-deep.pdf", "dictionaries a hundred thousand deep")(
    lambda: pdf({**page(), 3: page()[3].replace("/Parent", "/X " + "<</A" * 100_000 + " /Parent")}))
shelf.either("objects.pdf", "two hundred thousand objects that nobody needs")(
    lambda: pdf({**page(), **{n: "null" for n in range(20, 200_000)}}))

# Streams that swell

FLOOD = "/Filter /FlateDecode"
shelf.error("flate.pdf", "a content stream of 800 MB", "")(
    lambda: pdf(page(stream(flood(TEXT.encode(), b" \n", 800, b"", 15)[0], FLOOD))))
shelf.error("flate-twice.pdf", "a stream packed twice", "")(
    lambda: pdf(page(stream(zlib.compress(flood(b"", b" ", 1000, b"", 15)[0], 9),
                            "/Filter [/FlateDecode /FlateDecode]"))))
shelf.error("flate-string.pdf", "a string of 500 MB", "")(
    lambda: pdf(page(stream(flood(b"BT /F 12 Tf (", b"a", 500, b") Tj ET", 15)[0], FLOOD))))
shelf.either("filters.pdf", "a thousand filters")(
    one(stream(TEXT, f"/Filter [{'/ASCIIHexDecode ' * 1000}]")))
shelf.either("predictor.pdf", "rows of two thousand million bytes")(
    one(packed(TEXT, "/DecodeParms << /Predictor 12 /Columns 2147483647 /Colors 32 "
               "/BitsPerComponent 16 >>")))
shelf.error("contents.pdf", "one stream a hundred thousand times in a page", "")(
    lambda: pdf({**page(stream(flood(b"", b" ", 8, b"", 15)[0], FLOOD)), 3: page()[3].replace(
        "4 0 R", f"[{'4 0 R ' * 100_000}]")}))
shelf.error("pages-heavy.pdf", "two thousand pages that share 20 MB of content", "")(
    lambda: pdf({**page(stream(flood(TEXT.encode(), b" ", 20, b"", 15)[0], FLOOD)),
                 2: f"<< /Type /Pages /Kids [{' '.join(f'{n} 0 R' for n in range(100, 2100))}] "
                    "/Count 2000 >>", **{n: page()[3] for n in range(100, 2100)}}))
shelf.error("pages-busy.pdf", "two thousand pages that share half a million operators", "")(
    lambda: pdf({**page(packed(TEXT + "0 0 m 9 9 l S\n" * 250_000)),
                 2: f"<< /Type /Pages /Kids [{' '.join(f'{n} 0 R' for n in range(100, 2100))}] "
                    "/Count 2000 >>", **{n: page()[3] for n in range(100, 2100)}}))

# Operators

shelf.either("operators.pdf", "a million operators")(one(TEXT + "q Q\n" * 500_000))
shelf.either("strokes.pdf", "a million lines")(one(TEXT + "10 10 m 500 10 l S\n" * 300_000))
shelf.either("saves.pdf", "a million states that nobody restores")(one("q " * 1_000_000 + TEXT))
shelf.either("path.pdf", "a path of two million points")(
    one(TEXT + "0 0 m\n" + "9 9 l 5 5 l\n" * 1_000_000 + "S\n"))
shelf.either("clips.pdf", "a hundred thousand clips within each other")(
    one("0 0 500 800 re W n\n" * 100_000 + TEXT))
shelf.either("dashes.pdf", "a pattern of dashes of a million pieces")(
    one("[" + "1 " * 1_000_000 + "] 0 d 0 0 m 900 900 l S\n" + TEXT))
shelf.either("content-deep.pdf", "arrays a million deep in a page")(one("[" * 1_000_000 + TEXT))
shelf.either("operands.pdf", "a million operands before one operator")(one("1 " * 1_000_000 + "Tj " + TEXT))
shelf.either("glyphs.pdf", "a million glyphs at one place")(
    one("BT /F 12 Tf 72 700 Td " + "(a) Tj 0 0 Td\n" * 300_000 + "ET " + TEXT))
shelf.either("glyphs-far.pdf", "a line of half a million glyphs")(
    one("BT /F 12 Tf 72 700 Td (" + "a b " * 150_000 + ") Tj ET " + TEXT))
shelf.either("pieces.pdf", "three lines of twenty thousand pieces each")(
    one("BT /F .001 Tf " + "".join(f"1 0 0 1 0 {700 - row} Tm " + "(1) Tj .02 0 Td " * 20_000
                                   for row in range(3)) + "ET " + TEXT))
shelf.either("inline-image.pdf", "an inline image of a million by a million")(
    one(TEXT + "BI /W 1000000 /H 1000000 /CS /RGB /BPC 16 ID\nxxxx EI\n" + TEXT))

# Things that call themselves

FORM = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {} 0 R >> >>"
shelf.either("form-loop.pdf", "a form that draws itself")(
    one(TEXT + "/X Do", resources="/Font << /F 8 0 R >> /XObject << /X 5 0 R >>",
        o5=packed("/X Do", FORM.format(5))))
shelf.error("form-tree.pdf", "forms that draw the next one twice, thirty deep", "")(
    lambda: pdf({**page(TEXT + "/X Do", resources="/Font << /F 8 0 R >> /XObject << /X 20 0 R >>"),
                 **{n: packed("/X Do /X Do", FORM.format(n + 1)) for n in range(20, 50)},
                 50: packed("0 0 m 9 9 l S", FORM.format(51))}))
shelf.either("pattern-loop.pdf", "a pattern that fills itself")(
    one(TEXT + "/Pattern cs /P scn 0 0 500 500 re f",
        resources="/Font << /F 8 0 R >> /Pattern << /P 5 0 R >>",
        o5=packed("/Pattern cs /P scn 0 0 5 5 re f", "/PatternType 1 /PaintType 1 /TilingType 1 "
                  "/BBox [0 0 9 9] /XStep .0001 /YStep .0001 /Resources << /Pattern << /P 5 0 R >> >>")))
shelf.either("fields-loop.pdf", "form fields that are their own children")(
    one(o1="<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R 5 0 R] >> >>",
        extra="/Annots [5 0 R]",
        o5="<< /T (a) /FT /Tx /Kids [5 0 R 6 0 R] /Parent 6 0 R >>",
        o6="<< /T (b) /Kids [5 0 R 6 0 R] /Parent 5 0 R >>"))
shelf.either("notes.pdf", "a hundred thousand annotations that are one")(
    one(extra=f"/Annots [{'5 0 R ' * 100_000}]",
        o5="<< /Type /Annot /Subtype /Square /Rect [0 0 9 9] /AP << /N 6 0 R >> >>",
        o6=packed("0 0 m 9 9 l S", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")))
shelf.either("resources-loop.pdf", "references that lead to each other")(
    one(resources="/Font 5 0 R", o5="6 0 R", o6="5 0 R"))

# Fonts

shelf.either("cmap-loop.pdf", "a code map that uses itself")(
    one(o9=packed(CMAP, "/Type /CMap /CMapName /Loop /UseCMap 9 0 R")))
shelf.either("cmap-flood.pdf", "a code map of 300 MB")(
    lambda: pdf({**page(), 9: stream(flood(b"begincmap ", b"1 beginbfchar <41> <0041> endbfchar\n",
                                           300, CMAP.encode(), 15)[0], FLOOD)}))
shelf.either("cmap-ranges.pdf", "ranges over all codes again and again")(
    one(o9=packed("begincmap 100 beginbfrange " + "<0000> <FFFF> <0000> " * 20_000 + "endbfrange "
                  + CMAP)))
shelf.either("cmap-wide.pdf", "a range over codes of four bytes")(
    one(o9=packed("begincmap 1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange " + CMAP)))
shelf.either("fonts.pdf", "a hundred thousand fonts that are one")(
    one(resources="/Font << " + "".join(f"/F{n} 8 0 R " for n in range(100_000)) + "/F 8 0 R >>"))
shelf.either("fonts-own.pdf", "twenty thousand fonts with a code map each")(
    lambda: pdf({**page(resources="/Font << " + "".join(
        f"/F{n} {n} 0 R " for n in range(100, 20_100)) + "/F 8 0 R >>",
        o9=packed(CMAP + "1 beginbfrange <00> <FF> <0000> endbfrange " * 500)),
        **{n: FONT for n in range(100, 20_100)}}))
shelf.either("fonts-pages.pdf", "a thousand pages that share a font with a code map of 4 MB")(
    lambda: pdf({**page(o9=packed("begincmap " + "1 beginbfchar <41> <0041> endbfchar\n" * 100_000
                                  + CMAP)),
                 2: f"<< /Type /Pages /Kids [{' '.join(f'{n} 0 R' for n in range(100, 1100))}] "
                    "/Count 1000 >>", **{n: page()[3] for n in range(100, 1100)}}))
shelf.either("font-loop.pdf", "a font that descends from itself")(
    one(o8="<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding 8 0 R /DescendantFonts [8 0 R] >>"))
shelf.either("font-widths.pdf", "widths for all codes up to 2³¹")(
    one(o8="<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /W [0 2147483647 500] "
        "/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 >> >>] >>"))

# Pages without measure

shelf.converted("box-huge.pdf", "a page of a thousand kilometres", "1234.56")(
    one(box="0 0 3e9 3e9"))
shelf.either("box-infinite.pdf", "a page without end")(one(box="0 0 1" + "0" * 300 + " 1" + "0" * 300))
shelf.either("box-none.pdf", "a page of no size")(one(box="0 0 0 0"))
shelf.either("box-turned.pdf", "a page whose corners are exchanged and negative")(one(box="5e8 5e8 -5e8 -5e8"))
shelf.either("box-words.pdf", "a page whose size is no numbers")(one(box="/a (b) null true"))
shelf.either("turned.pdf", "a page turned by odd angles")(one(extra="/Rotate 2147483647 /UserUnit 1e30"))
shelf.either("matrix.pdf", "scales that leave the numbers")(
    one("1e30 0 0 1e30 0 0 cm " * 12 + TEXT + "0 0 m 1e30 0 l S"))
shelf.either("text-far.pdf", "text at the end of the numbers")(
    one(TEXT + "BT /F 1e30 Tf 1e38 0 0 1e38 1e38 1e38 Tm (far) Tj ET "
        "BT /F 1e-30 Tf 1e-30 0 0 1e-30 0 0 Tm (near) Tj ET 1e38 -1e38 m -1e38 -1e38 l S"))

# Tables

shelf.either("grid.pdf", "thirty thousand lines that cross")(
    one(TEXT + "".join(f"0 {y / 20} m 590 {y / 20} l S {y / 30} 0 m {y / 30} 800 l S\n"
                       for y in range(15_000))))
shelf.either("grid-fine.pdf", "a table of two hundred by two hundred")(
    one(TEXT + "".join(f"0 {y * 4} m 800 {y * 4} l S {y * 4} 0 m {y * 4} 800 l S\n"
                       for y in range(200)), box="0 0 900 900"))
shelf.either("grid-stairs.pdf", "a table of three thousand rows whose cells are no rectangles")(
    one(TEXT + "0 0 m 0 99999 l S 50 0 m 50 50000 l S 99 0 m 99 99999 l S\n" + "".join(
        f"50 {y * 5} m 99 {y * 5} l S\n" for y in range(20_000)), box="0 0 900 99999"))
shelf.either("grids.pdf", "two thousand tables beside each other")(
    one(TEXT + "".join(
        f"{x} 0 m {x + 8} 0 l {x + 8} 30 l {x} 30 l h S {x} 15 m {x + 8} 15 l S BT /F 5 Tf {x + 1} 4 "
        "Td (1) Tj ET\n" for x in range(0, 40_000, 20)), box="0 0 40000 842"))
shelf.either("long-table.pdf", "a table over two thousand pages")(
    lambda: pdf({**page("".join(f"50 {y} m 500 {y} l S BT /F 9 Tf 60 {y + 3} Td (1.23) Tj 200 0 Td "
                                "(4.56) Tj ET\n" for y in range(20, 820, 20))
                        + "50 20 m 50 820 l S 250 20 m 250 820 l S 500 20 m 500 820 l S\n"),
                 2: f"<< /Type /Pages /Kids [{' '.join(f'{n} 0 R' for n in range(100, 2100))}] "
                    "/Count 2000 >>", **{n: page()[3] for n in range(100, 2100)}}))
shelf.either("pages-many.pdf", "four thousand pages of plain text")(
    lambda: pdf({**page("BT /F 12 Tf 72 800 Td 14 TL\n" + "(" + "words of a line " * 5 + ") Tj T*\n"
                        * 1 + ("(" + "words of a line " * 5 + ") Tj T*\n") * 40 + "ET"),
                 2: f"<< /Type /Pages /Kids [{' '.join(f'{n} 0 R' for n in range(100, 4100))}] "
                    "/Count 4000 >>", **{n: page()[3] for n in range(100, 4100)}}))

# Encryption

PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def rc4(key, data):
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) & 255
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) & 255
        j = (j + state[i]) & 255
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) & 255])
    return bytes(out)


@shelf.error("encrypted.pdf", "a password that nobody knows", "password")
def encrypted():
    user = (b"secret" + PADDING)[:32]
    owner = rc4(hashlib.md5(user).digest()[:5], user)
    key = hashlib.md5(user + owner + b"\xfc\xff\xff\xff" + b"0123456789abcdef").digest()[:5]
    return pdf(page(o7=f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> "
                    f"/U <{rc4(key, PADDING).hex()}> >>"),
               trailer=f"/Root 1 0 R /Encrypt 7 0 R /ID [<{b'0123456789abcdef'.hex()}> "
                       f"<{b'0123456789abcdef'.hex()}>]")


shelf.error("encrypted-odd.pdf", "a handler that does not exist", "")(
    lambda: pdf(page(o7="<< /Filter /None /V 99 /R 99 /Length -8 >>"),
                trailer="/Root 1 0 R /Encrypt 7 0 R"))
