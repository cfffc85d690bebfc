"""DOCX."""

from html import escape

from . import PART, SENTENCE, TITLE, TOTAL, archive

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs):
    return "<w:p>" + "".join(r if r.startswith("<") else run(r) for r in runs) + "</w:p>"


def cell(content="", span=1, merge="", inner=""):
    properties = (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + merge
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}{p(content)}</w:tc>"


def table(*rows, columns=3):
    """Rows are lists of texts or ready cells, or ready rows."""
    def row(cells):
        return "<w:tr>" + "".join(c if c.startswith("<w:tc>") else cell(c) for c in cells) + "</w:tr>"
    grid = '<w:gridCol w:w="1000"/>' * columns
    return (f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>"
            + "".join(r if isinstance(r, str) else row(r) for r in rows) + "</w:tbl>")


START = '<w:vMerge w:val="restart"/>'
ON = "<w:vMerge/>"


def document(*body, parts=None):
    """A package with the body below the title and further parts: name → (type, text)."""
    parts = parts or {}
    overrides = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{TYPES}{t}+xml"/>'
                        for n, (t, _) in {"document": ("document.main", ""), **parts}.items())
    relations = "".join(f'<Relationship Id="r{i}" Type="{KINDS}/{t}" Target="{n}.xml"/>'
                        for i, (n, (t, _)) in enumerate(parts.items(), 1))
    space = "http://schemas.openxmlformats.org/package/2006/"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{space}content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{space}relationships"><Relationship Id="r1" '
        f'Type="{KINDS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{space}relationships">{relations}</Relationships>',
        "word/document.xml": f'<w:document {W} xmlns:r="{KINDS}"><w:body>{p(TITLE)}{p(PART)}{"".join(body)}'
        "</w:body></w:document>",
    }
    files.update({f"word/{name}.xml": text for name, (_, text) in parts.items()})
    return archive(files)


def documents():
    yield ("merged.docx", "A head over two columns and codes merged over two rows.", "the row below 672.50 is taken for the same item, so that both are doubtful, and a check of the sum fails.", document(
        p("一般公共预算财政拨款支出决算表"), p("单位：万元"),
        table([cell("项目", 2, START), cell("本年支出", 3)], [cell("", 2, ON), "合计", "基本支出", "项目支出"],
              [cell("合计", 2), "812.60", "600.25", "212.35"],
              [cell("20126", merge=START), "档案事务", "672.50", "460.15", "212.35"],
              [cell("", merge=ON), "其中：档案馆", "212.35", "", "212.35"], ["21011", "行政单位医疗", "140.10", "140.10", ""], columns=5)))
    yield ("nested.docx", "A table within a cell.", "the figure within is lost to the row that it stands in.", document(
        p("收入支出决算总表"), p("单位：万元"),
        table(["项目", "决算数"], ["本年收入合计", cell("", inner=table(["840.10"], columns=1))],
              [cell("本年支出合计"), "851.75"], columns=2)))
    yield ("tracked-changes.docx", "Figures that were inserted, deleted and moved.", "the deleted row is kept.", document(
        p(TOTAL), "<w:p>" + run("2023年度收入总计")
        + '<w:del w:id="1" w:author="a"><w:r><w:delText>826.40</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2" w:author="a">{run("862.40")}</w:ins>' + run("万元，支出总计")
        + f'<w:moveFrom w:id="3" w:author="a">{run("100.00")}</w:moveFrom><w:moveTo w:id="4" w:author="a">{run("862.40")}</w:moveTo>'
        + run("万元。") + "</w:p>",
        table(["项目", "决算数"], '<w:tr><w:trPr><w:del w:id="5" w:author="a"/></w:trPr>' + cell("其他收入") + cell("9.99") + "</w:tr>",
              ["本年收入合计", "840.10"], columns=2)))
    yield ("split-runs.docx", "Digits, unit and year in runs of their own; a hyphen that does not break; a tab.", "", document(
        p(TOTAL), p("20", "23年度收入总计8", "62", ".", "40", "万", "元，比上年增加", "<w:r><w:noBreakHyphen/></w:r>", "8", ".00万元，增长",
                    "<w:r><w:tab/></w:r>", run("0.", "<w:b/>"), "92%。")))
    yield ("soft-breaks.docx", "Line breaks within a sentence, a figure and a cell; a page break.", "the figures over two lines are unmapped.", document(
        p(TOTAL), p("2023年度收入总计862", "<w:r><w:br/></w:r>", ".40万元，", "<w:r><w:br/></w:r>", "支出总计862.40万元。"),
        p('<w:r><w:br w:type="page"/></w:r>'), p("收入支出决算总表"), p("单位：万元"),
        table(["项目", "决算数"], [cell("本年收<w:br/>入合计".replace("<w:br/>", "\n")), "840.10"],
              ["<w:tc><w:tcPr/>" + p("本年支出", "<w:r><w:br/></w:r>", "合计") + "</w:tc>", "<w:tc><w:tcPr/>" + p("851") + p(".75") + "</w:tc>"],
              columns=2)))
    yield ("unit-switch.docx", "A row in the middle of a table that sets another unit.", "the figure in 元 is told in 万元.", document(
        p("收入支出决算总表"), table([cell("金额单位：万元", 2)], ["项目", "决算数"], ["本年收入合计", "840.10"], [cell("金额单位：元", 2)],
                            ["年初结转和结余", "223000.00"], columns=2)))
    yield ("hidden.docx", "Text that is hidden, and text that is struck out.", "", document(
        p(TOTAL), p("2023年度收入总计", run("111.11", "<w:vanish/>"), run("222.22", "<w:strike/>"), "862.40万元。")))
    yield ("notes.docx", "A footnote and a raised mark behind a figure; a figure in the head of the page.", "", document(
        p(TOTAL), p("2023年度收入总计862.40", '<w:r><w:footnoteReference w:id="2"/></w:r>', "万元，支出总计862.40",
                    run("1", '<w:vertAlign w:val="superscript"/>'), "万元。"),
        '<w:sectPr><w:headerReference w:type="default" r:id="r2"/></w:sectPr>',
        parts={"footnotes": ("footnotes", f'<w:footnotes {W}><w:footnote w:id="2">{p("含上年结转22.30万元。")}</w:footnote></w:footnotes>'),
               "header1": ("header", f'<w:hdr {W}>{p("内部资料 第 7 页")}</w:hdr>')}))
    yield ("repeated-head.docx", "The head stands again in the middle of the table, as where two pages were put together.", "the second head is a row of the statement.", document(
        p("支出决算表"), p("单位：万元"),
        table(["科目名称", "本年支出合计", "基本支出"], ["合计", "851.75", "600.25"], ["一般公共服务支出", "711.65", "460.15"],
              ["科目名称", "本年支出合计", "基本支出"], ["卫生健康支出", "140.10", "140.10"])))
    yield ("over-span.docx", "Cells wider than their table, a merge without a beginning, rows of different widths.", "the table has 61 columns; 851.75 is doubtful and 840.10 unmapped.", document(
        p("收入支出决算总表"), p("单位：万元"),
        table(["项目", "决算数"], [cell("本年收入合计", 60), "840.10"], [cell("", merge=ON), "851.75"], ["年末结转和结余"], [], columns=2)))
    whole = document(p(TOTAL), p(SENTENCE))
    yield ("truncated.docx", "The first two thirds of a package.", "", whole[:len(whole) * 2 // 3])
    yield ("page.docx", "A web page under the name of a word processor's file.", "",
           f"<html><meta charset=utf-8><p>{TITLE}</p><p>{TOTAL}</p><p>{SENTENCE}</p>".encode())
