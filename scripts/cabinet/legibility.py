"""What a person sees and what plain text says: hidden, struck, raised, covered and unreadable digits.

Each entry is a small report whose figure is 1,234.56 to whoever looks at it, or no number at all. Its output
must hold the one and lack what the characters alone would give."""

from . import TITLE, Shelf
from .containers import docx, paragraph
from .portable import pdf, stream
from .workbooks import number, row, text, xlsx

shelf = Shelf()


def entries():
    return shelf.all


LABEL = "一般公共预算财政拨款支出"
SEEN = '"value": 1234.56'
FRAME = [TITLE, "一、收入支出决算总体情况说明", "2024年度收入总计9,999.00万元，支出总计9,999.00万元。",
         "二、一般公共预算财政拨款支出决算情况说明"]

# What is done to the digits between «12» and «34.56», and what the characters alone would give.
HIDDEN = ("12", "9", "34.56", SEEN, '"value": 12934.56')
MARK = ("1,234.56", "1", "", SEEN, '"value": 1234.561')
# No figure at all may come of it.
NONE = '"concept": "expenditure.current_year"'
POWER = ("10", "3", "", "", NONE)


def add(name, why, kind, make):
    before, marked, behind, holds, lacks = kind
    shelf.converted(name, why, holds, lacks)(lambda: make(before, marked, behind))


# Word

STYLES = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="K"><w:basedOn w:val="H"/></w:style>
<w:style w:type="character" w:styleId="S"><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="character" w:styleId="R"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
</w:styles>"""


def word(properties):
    def make(before, marked, behind):
        runs = (f"<w:r><w:t>{LABEL}{before}</w:t></w:r><w:r><w:rPr>{properties}</w:rPr><w:t>{marked}"
                f"</w:t></w:r><w:r><w:t>{behind}万元。</w:t></w:r>")
        return docx("".join(map(paragraph, FRAME)) + f"<w:p>{runs}</w:p>", styles=STYLES).bytes()
    return make


WORD = {
    "vanish": (HIDDEN, "<w:vanish/>"),
    "vanish-style": (HIDDEN, '<w:rStyle w:val="H"/>'),
    "vanish-based": (HIDDEN, '<w:rStyle w:val="K"/>'),
    "white": (HIDDEN, '<w:color w:val="FFFFFF"/>'),
    "tiny": (HIDDEN, '<w:sz w:val="1"/>'),
    "strike": (HIDDEN, "<w:strike/>"),
    "double-strike": (HIDDEN, "<w:dstrike/>"),
    "strike-style": (HIDDEN, '<w:rStyle w:val="S"/>'),
    "superscript": (MARK, '<w:vertAlign w:val="superscript"/>'),
    "superscript-style": (MARK, '<w:rStyle w:val="R"/>'),
    "position": (MARK, '<w:position w:val="8"/><w:sz w:val="14"/>'),
    "power": (POWER, '<w:vertAlign w:val="superscript"/>'),
    "index": (POWER, '<w:vertAlign w:val="subscript"/>'),
}
for name, (kind, properties) in WORD.items():
    add(f"seen-{name}.docx", f"a run with {properties}", kind, word(properties))

M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
INSIDE = {
    "formula-power": f"<m:oMath {M}><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t>"
                     "</m:r></m:sup></m:sSup></m:oMath>",
    "formula-fraction": f"<m:oMath {M}><m:f><m:num><m:r><m:t>10</m:t></m:r></m:num><m:den><m:r><m:t>3"
                        "</m:t></m:r></m:den></m:f></m:oMath>",
    "symbol": '<w:r><w:t>10</w:t><w:sym w:font="Wingdings" w:char="F034"/><w:t>3</w:t></w:r>',
    "pictures": '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>103</w:t></w:r>',
}
for name, inside in INSIDE.items():
    shelf.converted(f"seen-{name}.docx", "digits that are no number of plain text", "", NONE)(
        lambda inside=inside: docx(
            "".join(map(paragraph, FRAME)) + f"<w:p><w:r><w:t>{LABEL}</w:t></w:r>{inside}<w:r><w:t>万元。</w:t>"
            "</w:r></w:p>").bytes())
shelf.converted("seen-fallback.docx", "an alternate content whose first branch is empty", SEEN)(
    lambda: docx(
        "".join(map(paragraph, FRAME)) + f"<w:p><w:r><w:t>{LABEL}</w:t></w:r>"
        '<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="wps"><w:r/></mc:Choice><mc:Fallback><w:r>'
        "<w:t>1,234.56</w:t></w:r></mc:Fallback></mc:AlternateContent><w:r><w:t>万元。</w:t></w:r></w:p>").bytes())
shelf.converted("seen-unclosed-field.docx", "a field that does not end", SEEN)(
    lambda: docx(
        "".join(map(paragraph, FRAME)) + '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>另</w:t>'
        "</w:r></w:p>" + paragraph(LABEL + "1,234.56万元。")).bytes())

# Web pages

RULES = (".a{display:none}#b{visibility:hidden}.c,.x .y{opacity:0}.d{color:#fff}"
         ".e{text-decoration:line-through}.f{vertical-align:super}.g{position:absolute;left:-9999px}")


def page(begin, end):
    def make(before, marked, behind):
        body = "".join(f"<p>{line}</p>" for line in FRAME)
        return (f'<html><head><meta charset="utf-8"><style>{RULES}</style></head><body>{body}<p>{LABEL}{before}'
                f"{begin}{marked}{end}{behind}万元。</p></body></html>").encode()
    return make


WEB = {
    "display": (HIDDEN, "<span style='display:none'>", "</span>"),
    "display-rule": (HIDDEN, "<i class=a>", "</i>"),
    "hidden": (HIDDEN, "<i hidden>", "</i>"),
    "visibility": (HIDDEN, "<i style='visibility:hidden'>", "</i>"),
    "visibility-rule": (HIDDEN, "<i id=b>", "</i>"),
    "opacity": (HIDDEN, "<i style='opacity:0'>", "</i>"),
    "opacity-rule": (HIDDEN, "<b class=x><i class=y>", "</i></b>"),
    "font-size": (HIDDEN, "<i style='font-size:0'>", "</i>"),
    "white": (HIDDEN, "<font color=white>", "</font>"),
    "white-rule": (HIDDEN, "<i class=d>", "</i>"),
    "beside": (HIDDEN, "<i style='position:absolute;left:-9999px'>", "</i>"),
    "beside-rule": (HIDDEN, "<i class=g>", "</i>"),
    "s": (HIDDEN, "<s>", "</s>"),
    "del": (HIDDEN, "<del><b>", "</b></del>"),
    "line-through": (HIDDEN, "<i style='text-decoration:line-through'>", "</i>"),
    "line-through-rule": (HIDDEN, "<i class=e>", "</i>"),
    "sup": (MARK, "<sup>", "</sup>"),
    "sup-nested": (MARK, "<sup><a href=x><b>", "</b></a></sup>"),
    "super-rule": (MARK, "<i class=f>", "</i>"),
    "power": (POWER, "<sup>", "</sup>"),
    "index": (POWER, "<sub>", "</sub>"),
    "formula": (("<math><msup><mn>10", "</mn><mn>3", "</mn></msup></math>", "", NONE), "", ""),
    "reading": (("<ruby>1,234.56<rt>", "1", "</rt></ruby>", SEEN, '"value": 1234.561'), "", ""),
}
for name, (kind, begin, end) in WEB.items():
    add(f"seen-{name}.html", f"digits within {begin or 'a formula'}", kind, page(begin, end))

# Workbooks


def sheet(cell, **more):
    rows = (row(text(TITLE)) + row(text("公开01表 收入支出决算总表")) + row(text("单位：万元"))
            + row(text("收入"), text(""), text("支出"), text(""))
            + row(text("项目"), text("决算数"), text("项目"), text("决算数"))
            + row(text("一、一般公共预算财政拨款收入"), cell, text("一、一般公共服务支出"), number("77.00"))
            + row(text("总计"), number("88.00"), text("总计"), number("88.00")))
    return xlsx(rows, **more)


def rich(properties):
    def make(before, marked, behind):
        tail = f"<r><t>{behind}</t></r>" if behind else ""
        return sheet(f'<c t="inlineStr"><is><r><t>{before}</t></r><r><rPr>{properties}</rPr><t>{marked}</t></r>'
                     f"{tail}</is></c>")
    return make


BOOK = {
    "strike": (HIDDEN, "<strike/>"),
    "white": (HIDDEN, '<color rgb="FFFFFFFF"/>'),
    "tiny": (HIDDEN, '<sz val="1"/>'),
    "superscript": (MARK, '<vertAlign val="superscript"/>'),
    "power": (POWER, '<vertAlign val="superscript"/>'),
    "index": (POWER, '<vertAlign val="subscript"/>'),
}
for name, (kind, properties) in BOOK.items():
    add(f"seen-{name}.xlsx", f"a run with {properties}", kind, rich(properties))
for name, font in {"strike": "<strike/>", "white": '<color theme="0"/>', "tiny": '<sz val="1"/>'}.items():
    shelf.converted(f"seen-cell-{name}.xlsx", f"a cell whose font has {font}", "", '"value": 66.55')(
        lambda font=font: sheet(
            number("66.55", "1"),
            styles=f"<fonts><font/><font>{font}</font></fonts><fills><fill/></fills><borders><border/></borders>"
                   '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>'))

# PDF

FONTS = {
    4: "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>",
    5: "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /CIDSystemInfo << "
       "/Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 6 0 R >>",
    6: "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 "
       "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
}
LEFT, LINE = 60 + 12 * len(LABEL), 600


def write(words, x, y=LINE, size=12, look=""):
    digits = words.encode("utf-16-be").hex()
    return f"q {look} BT /C {size} Tf 1 0 0 1 {x} {y} Tm <{digits}> Tj ET Q\n"


def drawn(content):
    frame = "".join(write(line, 60, 780 - 22 * index) for index, line in enumerate(FRAME))
    return pdf({
        1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources << /Font << /C 4 0 R >> "
           "/ExtGState << /G << /ca 0 >> >> >> >>",
        7: stream(frame + content), **FONTS})


def digit(look, size=12):
    """An unseen 9 between «12» and «34.56»."""
    return lambda: drawn(write(LABEL + "12", 60) + write("9", LEFT + 12, look=look, size=size)
                         + write("34.56万元。", LEFT + 12))


for name, look in {"mode-3": "3 Tr", "mode-7": "7 Tr", "white": "1 1 1 rg", "clear": "/G gs"}.items():
    shelf.converted(f"seen-{name}.pdf", f"a digit drawn with {look}", SEEN, '"value": 12934.56')(digit(look))
shelf.converted("seen-tiny.pdf", "a digit of a tenth of a point", SEEN, '"value": 12934.56')(digit("", 0.1))
OLD = '"value": 9876.54'
COVERS = {
    "box": f"1 g {LEFT} {LINE - 3} 60 14 re f 0 g\n",
    "black-box": f"q 0 g {LEFT} {LINE - 3} 60 14 re f Q\n",
    "stroke": f"q 1 G 14 w {LEFT} {LINE + 4} m {LEFT + 60} {LINE + 4} l S Q\n",
    "picture": f"q 60 0 0 14 {LEFT} {LINE - 3} cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n",
}
for name, cover in COVERS.items():
    shelf.converted(f"seen-under-{name}.pdf", "a figure under what was painted later", "", NONE)(
        lambda cover=cover: drawn(write(LABEL + "9,876.54", 60) + cover + write("万元。", LEFT + 60)))
shelf.converted("seen-corrected.pdf", "a figure over another one that was covered", SEEN, OLD)(
    lambda: drawn(write(LABEL + "9,876.54", 60) + COVERS["box"] + write("1,234.56万元。", LEFT)))
for name, shift in {"same": 0, "half": 3, "near": 1}.items():
    shelf.converted(f"seen-overprinted-{name}.pdf", "two figures drawn over each other", "", NONE)(
        lambda shift=shift: drawn(write(LABEL + "98", 60) + write("12", LEFT + shift) + write("万元。", LEFT + 12)))
shelf.converted("seen-struck.pdf", "a figure with a line through it", "", NONE)(
    lambda: drawn(write(LABEL + "9,876.54万元。", 60)
                  + f".8 w {LEFT} {LINE + 4} m {LEFT + 48} {LINE + 4} l S\n"))
for name, (size, rise) in {"high": (7, 5), "low": (8, 2)}.items():
    shelf.converted(f"seen-raised-{name}.pdf", "a small raised digit behind a number", SEEN, '"value": 1234.561')(
        lambda size=size, rise=rise: drawn(
            write(LABEL + "1,234.56", 60) + write("1", LEFT + 48, LINE + rise, size) + write("万元。", LEFT + 52)))
shelf.converted("seen-power.pdf", "a small raised digit behind a whole number", "", NONE)(
    lambda: drawn(write(LABEL + "10", 60) + write("3", LEFT + 12, LINE + 5, 7) + write("万元。", LEFT + 16)))

# Plain text

for name, figure in (("power", "10³"), ("half", "10½"), ("struck", "1\u03363.5"), ("lost", "10\ufffc3")):
    shelf.converted(f"seen-{name}.txt", "characters that belong to a number and are no digits", "", NONE)(
        lambda figure=figure: "\n\n".join(FRAME + [f"{LABEL}{figure}万元。"]).encode())
shelf.converted("seen-mark.txt", "a note's mark behind a number", SEEN)(
    lambda: "\n\n".join(FRAME + [f"{LABEL}1,234.56¹万元。"]).encode())
