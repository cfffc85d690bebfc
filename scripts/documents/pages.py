"""PDF, drawn with fonts that no PDF has to carry. Places are points from the top-left corner."""

from . import PART, SENTENCE, TITLE, TOTAL


class Page:
    def __init__(self, width=595, height=842, rotation=0):
        self.width, self.height, self.rotation, self.content = width, height, rotation, ""

    def write(self, text, x, y, size=10):
        code = text.encode("utf-16-be").hex()
        self.content += f"BT /C {size} Tf 1 0 0 1 {x} {self.height - y} Tm <{code}> Tj ET\n"
        return self

    def lines(self, *texts, y=60):
        for index, text in enumerate(texts):
            self.write(text, 60, y + 20 * index)
        return self

    def grid(self, xs, ys, missing=()):
        """All lines of a grid but the vertical ones named by (row, x)."""
        for y in ys:
            self.content += f"{xs[0]} {self.height - y} m {xs[-1]} {self.height - y} l S\n"
        for row, (top, bottom) in enumerate(zip(ys, ys[1:])):
            for x in xs:
                if (row, x) not in missing:
                    self.content += f"{x} {self.height - top} m {x} {self.height - bottom} l S\n"
        return self

    def table(self, xs, top, rows, missing=(), height=20):
        """Texts near the lower left corner of their cells; a line end makes two lines."""
        ys = [top + height * index for index in range(len(rows) + 1)]
        self.grid(xs, ys, missing)
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                parts = text.split("\n")
                for index, part in enumerate(parts):
                    self.write(part, xs[column] + 3, ys[row + 1] - 5 - 11 * (len(parts) - 1 - index))
        return self


def pdf(*pages):
    kids = " ".join(f"{20 + 2 * index} 0 R" for index in range(len(pages)))
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        4: "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>",
        5: "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500]"
           "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 6 0 R>>",
        6: "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880"
           "/Descent -120/CapHeight 880/StemV 93>>",
    }
    for index, page in enumerate(pages):
        objects[20 + 2 * index] = (f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.width} {page.height}]/Rotate {page.rotation}"
                                   f"/Contents {21 + 2 * index} 0 R/Resources<</Font<</C 4 0 R>>>>>>")
        objects[21 + 2 * index] = f"<</Length {len(page.content)}>>stream\n{page.content}\nendstream"
    out, table, end = b"%PDF-1.5\n", "", max(objects) + 1
    for number in range(1, end):
        if number in objects:
            table += f"{len(out):010} 00000 n \n"
            out += f"{number} 0 obj\n{objects[number]}\nendobj\n".encode()
        else:
            table += "0000000000 65535 f \n"
    return out + f"xref\n0 {end}\n0000000000 65535 f \n{table}trailer<</Root 1 0 R/Size {end}>>\nstartxref\n{len(out)}\n%%EOF\n".encode()


HEAD = ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"]
XS = [60, 130, 270, 360, 440, 530]
ROWS = [["", "合计", "851.75", "600.25", "251.50"], ["201", "一般公共服务支出", "711.65", "460.15", "251.50"],
        ["20126", "档案事务", "711.65", "460.15", "251.50"]]
REST = [["210", "卫生健康支出", "140.10", "140.10", ""], ["21011", "行政事业单位医疗", "140.10", "140.10", ""]]


def first(*more):
    return Page().lines(TITLE, PART, *more)


def documents():
    yield ("two-pages.pdf", "A table over two pages, its head on both.", "", pdf(
        first("支出决算表", "单位：万元").table(XS, 740, [HEAD] + ROWS), Page().table(XS, 50, [HEAD] + REST)))
    yield ("two-pages-one-head.pdf", "A table over two pages, its head on the first only.", "", pdf(
        first("支出决算表", "单位：万元").table(XS, 740, [HEAD] + ROWS), Page().table(XS, 50, REST).lines(TOTAL, SENTENCE, y=140)))
    yield ("two-lines.pdf", "Figures and names over two lines of their cells.", "", pdf(
        first("支出决算表", "单位：万元").table(XS, 150, [HEAD, ["", "合计", "851.7\n5", "600.25", "251.50"],
                                             ["201", "一般公共服\n务支出", "711.\n65", "460.15", "251.50"]], height=32)))
    yield ("negative.pdf", "Negative figures in brackets and with several minus signs.", "the bracketed figure and the one with a space behind its sign are unmapped.", pdf(
        first("收入支出决算总表", "单位：万元").table(
            [60, 200, 300, 400], 150, [["项目", "上年数", "决算数"], ["本年收入合计", "(8.00)", "840.10"], ["年初结转和结余", "－22.30", "-22.30"],
                                     ["年末结转和结余", "—10.65", "- 10.65"]])))
    yield ("unruled.pdf", "Columns that stand below each other without a line.", "", pdf(
        first("收入支出决算总表", "单位：万元").write("项目", 60, 160).write("上年数", 220, 160).write("决算数", 320, 160)
        .write("本年收入合计", 60, 180).write("850.00", 220, 180).write("840.10", 320, 180)
        .write("本年支出合计", 60, 200).write("827.70", 220, 200).write("851.75", 320, 200)
        .write("年末结转和结余", 60, 220).write("22.30", 220, 220).write("10.65", 320, 220)))
    yield ("merged.pdf", "A head over two columns, drawn by a line that is missing.", "", pdf(
        first("财政拨款收入支出决算总表", "单位：万元").table(
            [60, 200, 280, 360, 440], 150, [["项目", "本年数", "", "上年数"], ["", "预算数", "决算数", ""], ["本年收入合计", "800.00", "812.60", "790.00"],
                                          ["本年支出合计", "800.00", "812.60", "795.00"]], missing={(0, 280)})))
    yield ("furniture.pdf", "Heads, feet and page numbers; a sentence that goes on over the page.", "the head of the page stays in the body.", pdf(
        Page().write("青石区档案局决算公开", 220, 30, 8).lines(TITLE, PART, TOTAL).write("2023年度收入总计862.40万元，比上年增加12.40万元，增长1.46%，", 60, 780)
        .write("— 1 —", 280, 815, 8),
        Page().write("青石区档案局决算公开", 220, 30, 8).write("主要原因是档案库房修缮。支出总计862.40万元。", 60, 60).write("— 2 —", 280, 815, 8)))
    yield ("rotated.pdf", "A page that is turned by a quarter.", "", pdf(
        Page(rotation=90).lines(TITLE, PART, "支出决算表", "单位：万元").table(XS, 150, [HEAD] + ROWS)))
    yield ("over-border.pdf", "Figures that reach beyond the line of their cell.", "", pdf(
        first("收入支出决算总表", "单位：万元").table([60, 160, 200, 240], 150, [["项目", "上年", "决算"], ["本年收入合计", "1234567.89", "7.65"],
                                                                    ["本年支出合计", "1.25", "8765432.10"]])))
    yield ("no-text.pdf", "A page with lines only, as of a picture.", "", pdf(Page().grid([60, 200], [60, 100])))
    whole = pdf(first(TOTAL, SENTENCE))
    yield ("truncated.pdf", "The first two thirds of a file.", "", whole[:len(whole) * 2 // 3])
