"""Word documents: entities, depth, spans and numbers that no report has."""

from . import SENTENCE, TITLE, Shelf
from .containers import HEAD, TAIL, W, docx, paragraph

shelf = Shelf()


def entries():
    return shelf.all


GOOD = paragraph(TITLE) + paragraph(SENTENCE)


def whole(xml):
    return docx(xml if isinstance(xml, bytes) else xml.encode()).bytes()


def cell(text="1", properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows):
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def numbering(levels):
    return (f"<w:numbering {W}><w:abstractNum w:abstractNumId=\"1\">{levels}</w:abstractNum>"
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>')


def numbered(level="0", number="1"):
    return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'


# Entities

BODY = HEAD.split("?>")[1] + paragraph("&x;") + TAIL
LAUGHS = "".join(f'<!ENTITY x{i} "{f"&x{i - 1};" * 10}">' for i in range(1, 10))
shelf.error("laughs.docx", "a billion laughs", "document type")(
    lambda: whole(f'<!DOCTYPE d [<!ENTITY x0 "ha">{LAUGHS}<!ENTITY x "&x9;">]>' + BODY))
shelf.error("blowup.docx", "one long entity many times", "document type")(
    lambda: whole(f'<!DOCTYPE d [<!ENTITY x "{"a" * 100_000}">]>'
                  + BODY.replace("&x;", "&x;" * 100_000)))
shelf.error("external.docx", "an entity that is a file of the system", "document type")(
    lambda: whole('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + BODY))
shelf.error("parameter.docx", "a parameter entity from the network", "document type")(
    lambda: whole('<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY % p SYSTEM "file:///etc/'
                  'passwd">%p;]>' + BODY))
shelf.error("undefined.docx", "an entity that nobody declares", "well-formed")(lambda: whole(BODY))

# Depth and number

shelf.error("deep.docx", "elements a hundred thousand deep", "well-formed")(
    lambda: docx("<w:r>" * 100_000).bytes())
shelf.error("tables-deep.docx", "tables in tables, forty deep", "tables within tables")(
    lambda: docx("<w:tbl><w:tr><w:tc>" * 40 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 40).bytes())
shelf.converted("tables-ten.docx", "tables in tables, ten deep", "1234.56")(
    lambda: docx(GOOD + "<w:tbl><w:tr><w:tc>" * 10 + paragraph("x")
                 + "</w:tc></w:tr></w:tbl>" * 10).bytes())
shelf.either("boxes-deep.docx", "text boxes in text boxes")(
    lambda: docx(GOOD + "<w:p><w:r><w:txbxContent>" * 70 + paragraph("x")
                 + "</w:txbxContent></w:r></w:p>" * 70).bytes())
shelf.error("attributes.docx", "an element of two hundred thousand attributes", "attributes")(
    lambda: docx("<w:p " + " ".join(f'a{i}=""' for i in range(200_000)) + "/>").bytes())
shelf.error("comment-quotes.docx", "attributes behind a comment that opens a quotation", "attributes")(
    lambda: docx('<!-- <a " --><w:p ' + " ".join(f'a{i}=">"' for i in range(200_000)) + "/>").bytes())
shelf.error("namespaces.docx", "namespaces by the thousand on every level", "namespaces")(
    lambda: docx("".join("<w:r " + " ".join(f'xmlns:n{d}_{i}="u"' for i in range(200)) + ">"
                         for d in range(200)) + "<w:t/>" * 300_000 + "</w:r>" * 200).bytes())
shelf.either("runs.docx", "a paragraph of half a million runs")(
    lambda: docx(GOOD + "<w:p>" + "<w:r><w:t>决</w:t></w:r>" * 300_000 + "</w:p>").bytes())
shelf.either("paragraphs.docx", "two hundred thousand paragraphs")(
    lambda: docx(GOOD + paragraph("财政拨款收入1万元。") * 200_000).bytes())
shelf.converted("fields.docx", "a hundred thousand fields that never end", "1234.56")(
    lambda: docx(GOOD + "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 100_000
                 + "</w:p>").bytes())
shelf.converted("sections.docx", "footers by the thousand", "1234.56")(
    lambda: docx(GOOD, **{f"footer{i}": f"<w:ftr {W}>{paragraph(str(i))}</w:ftr>"
                          for i in range(2000)}).bytes())

# Spans

shelf.error("gridspan.docx", "a cell over a thousand million columns", "columns")(
    lambda: docx(GOOD + table(cell("x", '<w:gridSpan w:val="1000000000"/>') + cell("y"))).bytes())
shelf.either("gridspan-huge.docx", "a span that no integer holds")(
    lambda: docx(GOOD + table(cell("x", f'<w:gridSpan w:val="{"9" * 40}"/>') + cell("y"))).bytes())
shelf.either("gridspan-negative.docx", "spans below nothing")(
    lambda: docx(GOOD + table(cell("x", '<w:gridSpan w:val="-5"/>') + cell("y"))).bytes())
shelf.either("gridbefore.docx", "a row that begins at column 2³¹")(
    lambda: docx(GOOD + table('<w:trPr><w:gridBefore w:val="2147483647"/></w:trPr>' + cell())).bytes())
shelf.either("spans.docx", "a thousand spans of a thousand columns")(
    lambda: docx(GOOD + table(*[cell("x", '<w:gridSpan w:val="1000"/>')] * 2000)).bytes())
shelf.error("row.docx", "a row of five thousand cells", "columns")(
    lambda: docx(GOOD + table(cell() * 5000)).bytes())
shelf.either("vmerge.docx", "a cell merged over fifty thousand rows")(
    lambda: docx(GOOD + table(cell("x", '<w:vMerge w:val="restart"/>'),
                              *[cell("", "<w:vMerge/>")] * 50_000)).bytes())
shelf.either("vmerge-only.docx", "merges that nothing begins")(
    lambda: docx(GOOD + table(*[cell("x", "<w:vMerge/>") * 20] * 5000)).bytes())
shelf.either("rows.docx", "a hundred thousand rows")(
    lambda: docx(GOOD + table(*[cell("支出") + cell("1.00")] * 60_000)).bytes())

# Numbers and styles

shelf.converted("outline.docx", "an outline level at the end of the integers", "1234.56")(
    lambda: docx(GOOD + paragraph("x", f'<w:pPr><w:outlineLvl w:val="{2**63 - 1}"/></w:pPr>')
                 + paragraph("y", f'<w:pPr><w:outlineLvl w:val="{-2**63}"/></w:pPr>')).bytes())
shelf.converted("levels.docx", "levels and starts at the end of the integers", "1234.56")(
    lambda: docx(GOOD + paragraph("x", numbered(str(2**63 - 1))) + paragraph("y", numbered("-9")) * 3,
                 numbering=numbering(
                     f'<w:lvl w:ilvl="8"><w:start w:val="{2**63 - 1}"/><w:numFmt w:val="upperLetter"/>'
                     '<w:lvlText w:val="%9"/></w:lvl><w:lvl w:ilvl="0"><w:start w:val="'
                     f'{2**63 - 1}"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
                 )).bytes())
shelf.either("number-text.docx", "a number of a megabyte before twenty thousand paragraphs")(
    lambda: docx(GOOD + paragraph("x", numbered()) * 20_000,
                 numbering=numbering('<w:lvl w:ilvl="0"><w:lvlText w:val="' + "%1" * 500_000
                                     + '"/></w:lvl>')).bytes())
shelf.converted("styles-loop.docx", "styles that are based on each other", "1234.56")(
    lambda: docx(GOOD + paragraph("x", '<w:pPr><w:pStyle w:val="a"/></w:pPr>'), styles=(
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    )).bytes())

# Encodings

shelf.error("bytes.docx", "a text that is no UTF-8", "")(
    lambda: whole((HEAD + paragraph("决算")).encode() + b"\xff\xfe\xe4\xb8" + TAIL.encode()))
shelf.error("nul.docx", "a NUL in the markup", "")(
    lambda: whole((HEAD + GOOD).encode() + b"\0" + TAIL.encode()))
shelf.error("encoding.docx", "an encoding that nobody knows", "")(
    lambda: whole((HEAD + GOOD + TAIL).replace("UTF-8", "EBCDIC-ROT13").encode()))
shelf.either("utf7.docx", "markup that says it is UTF-7")(
    lambda: whole((HEAD + GOOD + TAIL).replace("UTF-8", "UTF-7").encode()))
shelf.either("utf16.docx", "UTF-16 with half a pair")(
    lambda: whole(b"\xff\xfe" + (HEAD + GOOD).replace("UTF-8", "UTF-16").encode("utf-16-le")
                  + b"\x00\xd8" + TAIL.encode("utf-16-le")))
shelf.error("empty-part.docx", "a document part of no byte", "")(lambda: whole(b""))
shelf.error("no-text.docx", "a document without any text", "no text")(lambda: docx("").bytes())
