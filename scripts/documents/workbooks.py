"""XLSX."""

from html import escape

from . import TITLE, archive

S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def address(row, column):
    return "ABCDEFGHIJ"[column] + str(row)


def cell(value, row, column):
    """None, a text, a number, or ready XML with «@» for the address."""
    at = address(row, column)
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith("<c "):
        return value.replace("@", at)
    if isinstance(value, str):
        return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{at}"><v>{value}</v></c>'


def styled(value, style):
    return f'<c r="@" s="{style}"><v>{value}</v></c>'


def sheet(*rows, merges=(), columns="", hidden=()):
    data = "".join(f'<row r="{n}"{" hidden=" + chr(34) + "1" + chr(34) if n in hidden else ""}>'
                   + "".join(cell(v, n, c) for c, v in enumerate(values)) + "</row>" for n, values in enumerate(rows, 1))
    merged = f"<mergeCells>{''.join(f'<mergeCell ref={chr(34)}{m}{chr(34)}/>' for m in merges)}</mergeCells>" if merges else ""
    return f'<worksheet {S}>{columns}<sheetData>{data}</sheetData>{merged}</worksheet>'


def workbook(sheets, states=None, formats=()):
    """Sheets by name; number formats become the styles 1, 2, 3 …"""
    states = states or {}
    names = list(sheets)
    space = "http://schemas.openxmlformats.org/package/2006/"
    overrides = "".join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{TYPES}worksheet+xml"/>'
                        for i in range(1, len(names) + 1))
    relations = "".join(f'<Relationship Id="r{i}" Type="{KINDS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
                        for i in range(1, len(names) + 1))
    codes = "".join(f'<numFmt numFmtId="{200 + i}" formatCode="{escape(f)}"/>' for i, f in enumerate(formats))
    styles = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{200 + i}" applyNumberFormat="1"/>' for i in range(len(formats)))
    files = {
        "[Content_Types].xml": f'<Types xmlns="{space}content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPES}styles+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{space}relationships"><Relationship Id="r1" Type="{KINDS}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{space}relationships">{relations}'
        f'<Relationship Id="s" Type="{KINDS}/styles" Target="styles.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {S} xmlns:r="{KINDS}"><sheets>' + "".join(
            f'<sheet name="{escape(n)}" sheetId="{i}" r:id="r{i}"{states.get(n, "")}/>' for i, n in enumerate(names, 1))
        + "</sheets></workbook>",
        "xl/styles.xml": f'<styleSheet {S}><numFmts count="{len(formats)}">{codes}</numFmts><cellXfs count="{len(formats) + 1}">{styles}</cellXfs></styleSheet>',
    }
    files.update({f"xl/worksheets/sheet{i}.xml": sheets[n] for i, n in enumerate(names, 1)})
    return archive(files)


COVER = sheet([TITLE])
TOP = [["收入支出决算总表"], ["单位：万元"], ["项目", "决算数"]]


def documents():
    yield ("merged.xlsx", "A title over the sheet, a head over two columns, a merge over rows.", "", workbook({"封面": COVER, "支出": sheet(
        ["支出决算表"], ["单位：万元"], ["科目名称", "本年支出", None, None], [None, "合计", "基本支出", "项目支出"], ["合计", 851.75, 600.25, 251.5],
        ["一般公共服务支出", 711.65, 460.15, 251.5], [None, None, None, None], ["卫生健康支出", 140.1, 140.1, None],
        merges=("A1:D1", "A2:D2", "A3:A4", "B3:D3", "A6:A7"))}))
    yield ("hidden.xlsx", "A hidden row, a hidden column and two hidden sheets.", "", workbook(
        {"封面": COVER, "总表": sheet(["收入支出决算总表"], ["单位：万元"], ["项目", "上报数", "决算数"], ["本年收入合计", 111.11, 840.1],
                                 ["本年支出合计", 222.22, 333.33], ["本年支出合计", 222.22, 851.75], hidden={5},
                                 columns='<cols><col min="2" max="2" hidden="1"/></cols>'),
         "底稿": sheet(*TOP, ["本年收入合计", 444.44]), "参数": sheet(["收入总计", 555.55])},
        states={"底稿": ' state="hidden"', "参数": ' state="veryHidden"'}))
    yield ("formulas.xlsx", "Formulas with a value, without one, with an error.", "the cell without a value cuts the table in two, and 10.65 is unmapped.", workbook({"封面": COVER, "总表": sheet(
        *TOP, ["本年收入合计", '<c r="@"><f>B5+B6</f><v>840.1</v></c>'], ["财政拨款收入", '<c r="@"><f>1+1</f></c>'],
        ["其他收入", '<c r="@" t="e"><f>1/0</f><v>#DIV/0!</v></c>'], ["年末结转和结余", '<c r="@" t="str"><f>TEXT(10.65,"0.00")</f><v>10.65</v></c>'])}))
    yield ("texts.xlsx", "Figures that are texts: with spaces, commas, full-width, with a unit, a dash.", "the cell with a unit cuts the table in two.", workbook({"封面": COVER, "总表": sheet(
        *TOP, ["本年收入合计", " 1,840.10 "], ["本年支出合计", "１，８５１．７５"], ["年初结转和结余", "22.30万元"], ["年末结转和结余", "'10.65"], ["其他收入", "—"])}))
    yield ("formats.xlsx", "Figures that a format shows otherwise: rounded, in brackets, by thousands, as percent, hidden.", "(851.75) is unmapped; the share of 本年收入 fails a check, as if it were one of itself.", workbook(
        {"封面": COVER, "总表": sheet(["收入支出决算总表"], ["单位：万元"], ["项目", "决算数", "占比"], ["本年收入合计", styled("840.1049", 1), styled("0.975", 4)],
                                 ["本年支出合计", styled("-851.75", 2), styled("1", 4)], ["年初结转和结余", styled("223000", 3), None],
                                 ["年末结转和结余", styled("10.65", 5), None], ["其他收入", styled("0", 6), None])},
        formats=("#,##0.00", "#,##0.00_);(#,##0.00)", "#,##0.00,", "0.00%", ";;;", '#,##0.00;-#,##0.00;"-"')))
    yield ("two-on-a-sheet.xlsx", "Two statements below each other, a third beside them, an empty sheet.", "", workbook(
        {"封面": COVER, "空": sheet(), "两表": sheet(
            *TOP, ["本年收入合计", 840.1], ["本年支出合计", 851.75], [], ["收入决算表"], ["单位：元"],
            ["科目名称", "本年收入合计", "财政拨款收入", None, "附注", "页"], ["合计", 8401000, 8126000, None, "一", 1])}))
    yield ("unit-switch.xlsx", "Rows that go over from 万元 to 元, and from money to persons.", "the figure in 元 is told in 万元.", workbook({"封面": COVER, "总表": sheet(
        *TOP, ["本年收入合计", 840.1], ["单位：元", None], ["年初结转和结余", 223000], ["单位：人", None], ["年末实有人数", 36])}))
    yield ("rich-text.xlsx", "Texts in pieces, with line ends and with the reading of their characters.", "the figure over two lines is unmapped.", workbook({"封面": COVER, "总表": sheet(
        *TOP, ['<c r="@" t="inlineStr"><is><r><t>本年收</t></r><r><t>入合计</t></r><rPh sb="0" eb="1"><t>ben</t></rPh></is></c>', 840.1],
        ["本年支出\n合计", "851\n.75"])}))
    yield ("wrong-names.xlsx", "Cells out of order, twice at one address, and without an address.", "", workbook({"封面": COVER, "总表": sheet(
        *TOP, ['<c r="B4"><v>840.1</v></c>', '<c r="A4" t="inlineStr"><is><t>本年收入合计</t></is></c>'],
        ["本年支出合计", '<c r="B5"><v>1.11</v></c>', '<c r="B5"><v>851.75</v></c>'], ['<c ><v>1</v></c>', '<c ><v>2</v></c>'])}))
    whole = workbook({"封面": COVER, "总表": sheet(*TOP, ["本年收入合计", 840.1])})
    yield ("truncated.xlsx", "The first two thirds of a package.", "", whole[:len(whole) * 2 // 3])
    yield ("text.xlsx", "A text under the name of a workbook.", "", f"{TITLE}\n收入总计862.40万元。\n".encode())
