"""Plain text: encodings that are broken or rare, and sizes that no report has."""

from . import SENTENCE, TITLE, Shelf

shelf = Shelf()


def entries():
    return shelf.all


def report(*paragraphs):
    return "\n".join([TITLE, "", "第一部分 部门概况", *paragraphs, ""])


# Encodings

shelf.error("empty.txt", "no byte at all", "no text")(lambda: b"")
shelf.error("blank.txt", "nothing but white space", "no text")(lambda: b" \t\r\n" * 1000)
shelf.error("mark-only.txt", "a byte order mark and nothing else", "no text")(lambda: b"\xef\xbb\xbf")
shelf.error("nul.txt", "NUL bytes within UTF-8", "NUL")(
    lambda: report(SENTENCE).encode() + b"\0" + SENTENCE.encode())
shelf.error("zeros.txt", "five megabytes of NUL bytes")(lambda: bytes(5 << 20))
shelf.error("noise.txt", "bytes without any order", "the file is")(
    lambda: bytes((index * 2654435761 >> 13) & 0xFF for index in range(1 << 16)))
shelf.converted("invalid-utf8.txt", "one broken sequence among whole ones", "1234.56")(
    lambda: report(SENTENCE).encode() * 3 + b"\xe4\xb8\n" + report("无").encode())
shelf.either("overlong.txt", "overlong forms of ASCII, as attacks on path checks use them")(
    lambda: report(SENTENCE).encode() + b"\xc0\xae\xc0\xaf\xe0\x80\xaf\n")
shelf.converted("lone-surrogates.txt", "UTF-16 with halves of pairs", "1234.56")(
    lambda: b"\xff\xfe" + report(SENTENCE).encode("utf-16-le") + b"\x00\xd8\n\0\x00\xdc\n\0")
shelf.converted("surrogates-in-utf8.txt", "surrogates written in UTF-8 (CESU-8)", "1234.56")(
    lambda: report(SENTENCE).encode() * 3 + b"\xed\xa0\x80\xed\xb0\x80\n")
shelf.converted("odd-utf16.txt", "UTF-16 big endian that ends within a unit", "1234.56")(
    lambda: b"\xfe\xff" + report(SENTENCE).encode("utf-16-be") + b"\x4e")
shelf.either("utf32.txt", "UTF-32, whose mark begins as that of UTF-16")(
    lambda: report(SENTENCE).encode("utf-32"))
shelf.converted("gb18030-four-bytes.txt", "characters of four bytes in GB18030", "1234.56")(
    lambda: report(SENTENCE, "𠀀𪚥㐀€" * 100).encode("gb18030"))
shelf.converted("gb18030-cut.txt", "GB18030 that ends within four bytes", "1234.56")(
    lambda: report(SENTENCE).encode("gb18030") + b"\x81\x30\x81")
shelf.either("utf7.txt", "UTF-7, which is ASCII to look at")(
    lambda: (report(SENTENCE)).encode("utf-7"))
shelf.converted("bidi.txt", "marks that turn the direction of text: the eye sees another figure, which is told and is no fact", "1,234.56")(
    lambda: report("\u202e" + SENTENCE + "\u202c", "\u2066" * 1000).encode())

# Sizes

shelf.either("gb18030-mixed.txt", "characters of one and of two bytes by turns")(
    lambda: report("a决" * 3_000_000).encode("gb18030"))


@shelf.error("one-line.txt", "a hundred megabytes without a line end", "size of the text")
def one_line():
    yield report("").encode()
    for _ in range(100):
        yield ("财政拨款支出" * ((1 << 20) // 18)).encode()


shelf.either("many-lines.txt", "millions of lines")(lambda: b"x\n" * 3_000_000)
shelf.either("many-paragraphs.txt", "hundreds of thousands of paragraphs")(
    lambda: ("财政拨款收入1万元。\n\n" * 200_000).encode())
shelf.error("line-ends.txt", "nothing but line ends", "number of lines")(lambda: b"\n" * (8 << 20))
shelf.converted("form-feeds.txt", "pages without anything on them", "1234.56")(
    lambda: report(SENTENCE).encode() + b"\x0c" * 3_000_000)
shelf.converted("many-digits.txt", "a number of millions of digits")(
    lambda: report("支出" + "9" * 3_000_000 + "万元。").encode())
shelf.converted("grouped-digits.txt", "a number of a million groups")(
    lambda: report("支出1" + ",234" * 500_000 + "万元。").encode())
shelf.converted("decimals.txt", "a number of millions of decimals")(
    lambda: report("支出1." + "3" * 2_000_000 + "万元。").encode())
shelf.either("many-figures.txt", "hundreds of thousands of figures in one paragraph")(
    lambda: report("支出" + "12.34万元、" * 200_000).encode())
shelf.either("many-labels.txt", "one paragraph of labels and figures")(
    lambda: report("一般公共预算财政拨款支出12.34万元，占5%，增长6%；" * 20_000).encode())
shelf.either("open-brackets.txt", "a million brackets that nobody closes")(
    lambda: report("支出" + "（" * 1_000_000 + SENTENCE).encode())
shelf.either("commas.txt", "nothing but commas")(lambda: report("，" * 1_500_000).encode())
shelf.either("headings.txt", "a hundred thousand headings")(
    lambda: report(*(f"第{index}部分 概况\n{SENTENCE}" for index in range(50_000))).encode())
shelf.either("same-heading.txt", "one heading again and again")(
    lambda: report(*["一、收入支出决算总体情况说明", SENTENCE] * 50_000).encode())
shelf.either("long-ordinal.txt", "an ordinal of a million numerals")(
    lambda: report("第" + "九" * 1_000_000 + "部分 概况", "一" * 1_000_000 + "、概况").encode())
shelf.either("titles.txt", "the report's title a hundred thousand times")(
    lambda: (TITLE + "\n\n") .encode() * 50_000)
shelf.either("long-title.txt", "a title of three megabytes")(
    lambda: ("某局" * 500_000 + "2024年度部门决算公开说明\n\n" + SENTENCE).encode())
shelf.either("years.txt", "a hundred thousand years")(
    lambda: report(*(f"{1900 + index % 200}年度部门决算" for index in range(100_000))).encode())

# Normalization

shelf.either("combining.txt", "a million marks over one letter")(
    lambda: report("e" + "\u0301" * 1_000_000 + SENTENCE).encode())
shelf.either("jamo.txt", "a million letters that combine to syllables")(
    lambda: report("\u1100\u1161\u11a8" * 500_000).encode())
shelf.either("ligature.txt", "a sign that becomes eighteen")(
    lambda: report("\ufdfa" * 500_000).encode())
shelf.converted("full-width.txt", "full-width figures and letters", "1234.56")(
    lambda: report("一般公共预算财政拨款支出１，２３４．５６万元。", "Ａ" * 500_000).encode())
shelf.either("noncharacters.txt", "code points that are no characters")(
    lambda: report("\ufffe\uffff\U0010ffff\U000f0000" * 200_000).encode())

# Tables

shelf.error("wide-tabs.txt", "a row of a hundred thousand cells", "columns")(
    lambda: report(("1\t" * 100_000 + "\n") * 2).encode())
shelf.error("wide-bars.txt", "a row of a hundred thousand cells between bars", "columns")(
    lambda: report(("|1" * 100_000 + "|\n") * 2).encode())
shelf.either("tab-cells.txt", "a dumped table of half a million cells")(
    lambda: report("\t项目\n" * 500_000).encode())
shelf.either("long-tab-table.txt", "a table of three hundred thousand rows")(
    lambda: report("支出\t1.00\t2.00\n" * 300_000).encode())
shelf.either("bar-lines.txt", "cells closed by bars on lines of their own")(
    lambda: report("项目\n|\n" * 300_000).encode())
shelf.either("short-lines.txt", "half a million short lines, a table that is none")(
    lambda: report("项目\n12\n" * 300_000).encode())
shelf.either("short-spaced.txt", "short lines with empty lines between")(
    lambda: report("项目\n\n12\n\n" * 200_000).encode())
shelf.either("tab-gaps.txt", "cells and lines by turns, each a gap to look behind")(
    lambda: report("\ta\tb\n\nx\n\n" * 200_000).encode())
shelf.either("bars-only.txt", "lines of nothing but bars")(lambda: report("|||\n" * 500_000).encode())
