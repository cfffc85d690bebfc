"""Workbooks: sizes, places and number formats that no sheet has."""

from . import TITLE, Shelf
from .containers import TYPES, Zip, flood

shelf = Shelf()


def entries():
    return shelf.all


NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def parts(rows, *, before="", after="", strings=None, styles="", sheets=1, target=None,
          workbook=""):
    """The parts of a workbook whose sheets all lead to one part with these rows."""
    listed = "".join(f'<sheet name="s{i}" sheetId="{i + 1}" r:id="r{i}"/>' for i in range(sheets))
    relations = "".join(
        f'<Relationship Id="r{i}" Type="{KIND}worksheet" Target="{target or "worksheets/s.xml"}"/>'
        for i in range(sheets))
    made = {
        "[Content_Types].xml": TYPES.decode(),
        "_rels/.rels": f'<Relationships {REL}><Relationship Id="w" Type="{KIND}officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {NS} xmlns:r="{KIND[:-1]}">{workbook}<sheets>{listed}'
                           "</sheets></workbook>",
        "xl/worksheets/s.xml": f"<worksheet {NS}>{before}<sheetData>{rows}</sheetData>{after}"
                               "</worksheet>",
    }
    if strings is not None:
        relations += f'<Relationship Id="t" Type="{KIND}sharedStrings" Target="t.xml"/>'
        made["xl/t.xml"] = f"<sst {NS}>{strings}</sst>"
    if styles:
        relations += f'<Relationship Id="y" Type="{KIND}styles" Target="y.xml"/>'
        made["xl/y.xml"] = f"<styleSheet {NS}>{styles}</styleSheet>"
    made["xl/_rels/workbook.xml.rels"] = f"<Relationships {REL}>{relations}</Relationships>"
    return made


def xlsx(rows, **more):
    archive = Zip()
    for name, part in parts(rows, **more).items():
        archive.add(name, part.encode())
    return archive.bytes()


def text(value, place=""):
    place = f' r="{place}"' if place else ""
    return f'<c{place} t="inlineStr"><is><t>{value}</t></is></c>'


def number(value, style="", place=""):
    style = f' s="{style}"' if style else ""
    place = f' r="{place}"' if place else ""
    return f"<c{place}{style}><v>{value}</v></c>"


def row(*cells, at=""):
    return (f'<row r="{at}">' if at else "<row>") + "".join(cells) + "</row>"


GOOD = (row(text(TITLE)) + row() + row(text("项目"), text("金额"))
        + row(text("支出"), number("1234.56")) + row(text("收入"), number("2")))
FORMAT = ('<numFmts><numFmt numFmtId="200" formatCode="{}"/></numFmts><borders><border/></borders>'
          '<cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>')

# Places

shelf.converted("dimension.xlsx", "a sheet that says it is full", "1234.56")(
    lambda: xlsx(GOOD, before='<dimension ref="A1:XFD1048576"/>'))
shelf.converted("corners.xlsx", "two cells in opposite corners", "1234.56")(
    lambda: xlsx(GOOD + row(text("角", "XFD1048576"), at="1048576")))
shelf.converted("outside.xlsx", "cells beyond every sheet", "1234.56")(
    lambda: xlsx(GOOD + row(number("7", place="ZZZZZZZ99999999999999"), at="99999999999999999999")
                 + row(number("7"), at=str(2**63 - 1)) + row(number("7"), at="-5") + row(number("8"))))
shelf.converted("order.xlsx", "rows backwards and twice", "1234.56")(
    lambda: xlsx("".join(row(text("a", f"A{i}"), number(i, place=f"B{i}"), at=str(i))
                         for i in range(3000, 20, -1)) * 2 + GOOD))
shelf.converted("merge.xlsx", "a merged range over a whole sheet", "1234.56")(
    lambda: xlsx(row(text("a")) + GOOD, after='<mergeCells><mergeCell ref="A30:XFD1048576"/>'
                 '<mergeCell ref="A1:A1048576"/></mergeCells>'))
shelf.error("merges.xlsx", "three hundred thousand merged ranges", "merged ranges")(
    lambda: xlsx(GOOD, after="<mergeCells>" + "".join(
        f'<mergeCell ref="A{i}:B{i}"/>' for i in range(1, 300_000)) + "</mergeCells>"))
shelf.either("overlaps.xlsx", "merged ranges over each other")(
    lambda: xlsx("".join(row(*[number(1)] * 50) for _ in range(1000)), after="<mergeCells>" + "".join(
        f'<mergeCell ref="A{i}:AX1000"/>' for i in range(1, 1000)) + "</mergeCells>"))
shelf.converted("columns.xlsx", "hidden columns to the end of the integers", "1234.56")(
    lambda: xlsx(GOOD, before="<cols>" + f'<col min="5" max="{2**62}" hidden="1"/>' * 1000
                 + '<col min="-3" max="0" hidden="1"/></cols>'))
shelf.either("diagonal.xlsx", "two thousand cells, each in a row and a column of its own")(
    lambda: xlsx("".join(row(text("x", place=f"{chr(65 + i // 676 % 26)}{chr(65 + i // 26 % 26)}"
                                  f"{chr(65 + i % 26)}{i + 1}"), at=str(i + 1)) for i in range(2000))))

# Numbers of things

shelf.error("cells.xlsx", "more than a million cells", "cells")(
    lambda: xlsx("<row>" + "<c><v>1</v></c><c><v>2</v></c></row><row>" * 600_000 + "</row>"))
shelf.either("cells-legal.xlsx", "two hundred thousand cells")(
    lambda: xlsx(GOOD + row(text("支出"), *[number("1.5")] * 9) * 20_000))
shelf.either("rows.xlsx", "a hundred thousand rows of one cell")(lambda: xlsx(row(text("支出")) * 100_000))
shelf.error("sheets.xlsx", "twenty thousand sheets", "sheets")(lambda: xlsx(GOOD, sheets=20_000))
shelf.error("one-part.xlsx", "nine hundred sheets that are one part", "")(
    lambda: xlsx(GOOD + row(text("支出"), number("1")) * 3000, sheets=900))
shelf.either("sheets-legal.xlsx", "nine hundred small sheets")(lambda: xlsx(GOOD, sheets=900))
shelf.error("styles.xlsx", "a hundred thousand styles", "styles")(
    lambda: xlsx(GOOD, styles="<cellXfs>" + '<xf numFmtId="2"/>' * 100_000 + "</cellXfs>"))

# Strings

shelf.converted("strings.xlsx", "strings that are not there", "1234.56")(
    lambda: xlsx(GOOD + row(*[f'<c t="s"><v>{i}</v></c>' for i in
                              ("7", "-1", "99999999999999999999", "1e3", "x", "")]),
                 strings="<si><t>a</t></si>"))
shelf.error("string-copies.xlsx", "a string of half a megabyte in a hundred thousand cells", "")(
    lambda: xlsx(row('<c t="s"><v>0</v></c>') * 100_000,
                 strings=f"<si><t>{'x' * 500_000}</t></si>"))
shelf.error("string-long.xlsx", "a cell of three megabytes", "text of one cell")(
    lambda: xlsx(GOOD + row(text("x" * 3_000_000))))
shelf.either("string-runs.xlsx", "a string of three hundred thousand runs")(
    lambda: xlsx(row('<c t="s"><v>0</v></c>') + GOOD,
                 strings="<si>" + "<r><t>决</t></r>" * 300_000 + "</si>"))
shelf.either("phonetic.xlsx", "reading aids that end before they begin")(
    lambda: xlsx(GOOD + row('<c t="s"><v>0</v></c>'),
                 strings="<si>" + "<rPh>" * 200 + "<t>a</t>" + "</rPh>" * 200 + "<t>b</t></si>"))
shelf.either("escapes.xlsx", "escapes of surrogates and NUL")(
    lambda: xlsx(GOOD + row(text("_x0000__xD800__xDFFF__x000D__xFFFF_" * 5000))))


@shelf.error("flood.xlsx", "a sheet of 400 MB in 400 KB", "")
def flooded():
    archive = Zip()
    made = parts(GOOD)
    packed, size, crc = flood(f"<worksheet {NS}><sheetData>".encode(), b"<row/>\n ", 400,
                              b"</sheetData></worksheet>")
    for name, part in made.items():
        if name.endswith("/s.xml"):
            archive.add_packed(name, packed, size, crc)
        else:
            archive.add(name, part.encode())
    return archive.bytes()


# Number formats

def formatted(code, values=("1234.5678",), copies=1):
    return lambda: xlsx(GOOD + row(text("支出"), *[number(v, "1") for v in values]) * copies,
                        styles=FORMAT.format(code))


shelf.either("format-long.xlsx", "a number format of a megabyte")(formatted("0" * 1_000_000))
shelf.either("format-digits.xlsx", "a format of two thousand digits in ten thousand cells")(
    formatted("0" * 1000 + "." + "0" * 1000, copies=10_000))
shelf.either("format-sections.xlsx", "a format of a thousand sections")(formatted("0;" * 1000))
shelf.either("format-brackets.xlsx", "brackets that nobody closes")(formatted("[" * 2000))
shelf.either("format-condition.xlsx", "conditions with numbers that are none")(
    formatted("[&gt;1e9999]0;[&lt;-1e400]0.0;[=" + "9" * 500 + "]0"))
shelf.either("format-exponent.xlsx", "exponents of a thousand digits")(
    formatted("0.0E+" + "0" * 1900, ("1e308", "-1e-308", "0"), 1000))
shelf.either("format-percent.xlsx", "a thousand signs that each multiply by a hundred")(
    formatted("0" + "%" * 1900, ("1e300", "1")))
shelf.either("format-thousands.xlsx", "a thousand commas that each divide by a thousand")(
    formatted("0" + "," * 1900, ("1e300", "1")))
shelf.either("format-date.xlsx", "dates before and behind all time")(
    formatted("yyyy-mm-dd hh:mm:ss.000000", ("1e300", "-1", "2958466", "60", "0", "1e-300", "9e15")))
shelf.either("format-fraction.xlsx", "fractions of a second with a thousand digits")(
    formatted("[h]:mm:ss." + "0" * 1900, ("1e9", "0.5")))
shelf.converted("numbers.xlsx", "numbers that are none or far too long", "1234.56")(
    lambda: xlsx(GOOD + row(*[number(v) for v in (
        "1e99999", "-1e-99999", "9" * 500_000, "0." + "0" * 500_000 + "1", "NaN", "inf", "1e", "--1",
        "1.2.3", "0x10", "１２", " 1 ", "1e308", "5e-324")])))

# Relations

shelf.error("relation.xlsx", "a relation that leads to a file of the system", "missing")(
    lambda: xlsx(GOOD, target="../../../../etc/passwd"))
shelf.error("relation-self.xlsx", "a sheet that is the workbook", "")(
    lambda: xlsx(GOOD, target="workbook.xml"))
shelf.error("laughs.xlsx", "a billion laughs in the strings", "document type")(
    lambda: Zip().add("[Content_Types].xml", TYPES).add(
        "xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a "ha">]><workbook>&a;</workbook>').bytes())
shelf.error("attributes.xlsx", "a cell of two hundred thousand attributes", "attributes")(
    lambda: xlsx(f"<row><c {' '.join(f'a{i}=' + chr(34) * 2 for i in range(200_000))}/></row>"))
