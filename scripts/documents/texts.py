"""Plain text."""

from . import PART, SENTENCE, THREE_PUBLIC, TITLE, TOTAL, archive


def text(*lines, newline="\n"):
    return newline.join((TITLE, PART, *lines)) + newline


def documents():
    yield ("wrapped.txt", "Paragraphs wrapped at 20 characters; one figure and one word stand on two lines.", "so few lines are not seen to be wrapped: five figures are unmapped.",
           text(TOTAL, "2023年度收入总计862.40万元，其中：", "本年收入合计840.10万元，使用非财政拨", "款结余0.00万元，年初结转和结余22.3", "0万元。",
                "支出总计862.40万元，其中：本年支出合", "计851.75万元，结余分配0.00万元，年末", "结转和结余10.65万元。").encode())
    yield ("bars.txt", "A table between bars, with a total, an empty cell and a dash.", "",
           text("收入决算表", "单位：万元", "| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 事业收入 |", "| 合计 | | 840.10 | 812.60 | 27.50 |",
                "| 201 | 一般公共服务支出 | 700.00 | 672.50 | 27.50 |", "| 20126 | 档案事务 | 700.00 | 672.50 | 27.50 |",
                "| 210 | 卫生健康支出 | 140.10 | 140.10 | - |").encode())
    yield ("tabs.txt", "The same kind of table with tabs, its head in two rows.", "",
           text("支出决算表", "金额单位：万元", "项目\t\t本年支出合计\t基本支出\t项目支出", "科目编码\t科目名称\t\t\t", "\t合计\t851.75\t600.25\t251.50",
                "201\t一般公共服务支出\t711.65\t460.15\t251.50", "210\t卫生健康支出\t140.10\t140.10\t").encode())
    yield ("full-width.txt", "Full-width digits, points, commas and percent signs.", "",
           text(TOTAL, "２０２３年度收入总计１，８６２．４０万元，比上年增加６２．４０万元，增长３．４７％。", THREE_PUBLIC,
                "“三公”经费支出５．００万元，其中：公务接待费１．２０万元，占２４．００％。").encode())
    yield ("gb18030.txt", "GB18030, with one character of four bytes.", "",
           text(TOTAL, SENTENCE, "其他：档案库房迁至㙟镇。").encode("gb18030"))
    yield ("utf-16.txt", "UTF-16 from the least byte, with a mark and line ends of two characters.", "",
           b"\xff\xfe" + text(TOTAL, SENTENCE, newline="\r\n").encode("utf-16-le"))
    yield ("unit-switch.txt", "A table whose rows go over from 万元 to 元 half way down.", "the figures in 元 are told in 万元.",
           text("收入支出决算总表", "单位：万元", "| 项目 | 决算数 |", "| 本年收入合计 | 840.10 |", "| 本年支出合计 | 851.75 |", "| （以下单位：元） | |",
                "| 年初结转和结余 | 223000.00 |", "| 年末结转和结余 | 106500.00 |").encode())
    yield ("negative.txt", "Negative figures in brackets, with a triangle, with a full-width minus.", "12.40 is unmapped, and the cells of the table are doubtful.",
           text(TOTAL, "收入总计862.40万元，比上年增加（12.40）万元。支出总计862.40万元，比上年增加－8.00万元，增长-0.92%。",
                "收入支出决算总表", "单位：万元", "| 项目 | 决算数 | 上年数 |", "| 本年收入合计 | (840.10) | 850.00 |", "| 年初结转和结余 | △22.30 | 24.80 |",
                "| 年末结转和结余 | －10.65 | 22.30 |").encode())
    yield ("pages.txt", "A table of contents with dots, and a page's number in the middle of a sentence.", "the sentence is cut in two, though its figure is read; the contents are read as text.",
           text(TOTAL + "……………3", THREE_PUBLIC + "……………5", "", TOTAL, "2023年度收入总计862.40万元，其中：本年收入合计", "— 3 —", "840.10万元。",
                THREE_PUBLIC, "“三公”经费支出5.00万元。").encode())
    yield ("blank.txt", "Nothing but white space.", "", " \n\t\n　\n".encode())
    yield ("empty.txt", "No byte at all.", "", b"")
    yield ("archive.txt", "A document of a word processor under the name of a text.", "the error calls it empty.",
           archive({"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"}))
