"""Other words for the same: comparison bases, directions, verbs, reasons, fillers, marks."""

import re

from . import AMOUNT, PERCENT, Shelf

shelf = Shelf()
BASE = r"(?P<base>(?:上年度?|上一年度?|(?P<year>\d{4})年度?)(?P<stage>决算数?)?)"
MORE, LESS = "增加|增长|上升", "减少|下降|降低|压减"


def is_year_before(document, match):
    """Whether the comparison that was found is with the year before."""
    return match["year"] is None or int(match["year"]) == document.year - 1


def base(document, rng):
    before = document.year - 1
    return rng.choice(["上年", "上年度", "上一年度", f"{before}年", f"{before}年度"])


@shelf.change("comparison: 比, 较, 与…相比")
def comparison(document, rng):
    def other(match):
        forms = ["比{}", "较{}", "与{}相比，", "与{}相比", "同{}相比，"]
        return rng.choice(forms).format(match["base"]) if is_year_before(document, match) else None

    document.substitute(rf"(?:(?:比|较){BASE}|(?:与|同){BASE.replace('P<', 'P<with_')}相比[,，]?)(?=(?:{MORE}|{LESS}){AMOUNT})",
                        lambda m: other(Alias(m)), rng)


class Alias:
    """A match of one of two alternatives with the same groups."""

    def __init__(self, match):
        self.match = match

    def __getitem__(self, name):
        return self.match[name] or self.match["with_" + name]


@shelf.change("comparison: 上年, 上年度, the year's number")
def year_name(document, rng):
    def other(match):
        if not is_year_before(document, match):
            return None
        return match["before"] + base(document, rng) + (match["stage"] or "")

    document.substitute(rf"(?P<before>比|较|与|同){BASE}(?=相比|{MORE}|{LESS}|持平)", other, rng)


@shelf.change("comparison: with and without 决算, 决算数")
def base_stage(document, rng):
    document.substitute(
        rf"(?P<before>比|较){BASE}(?=(?:{MORE}|{LESS}){AMOUNT})",
        lambda m: m["before"] + m["base"].removesuffix("决算数").removesuffix("决算") + rng.choice(["", "决算", "决算数", "支出决算数"]), rng)


@shelf.change("directions: 增加, 增长, 上升 before amounts")
def more(document, rng):
    document.substitute(rf"(?:{MORE})(?={AMOUNT})", lambda m: rng.choice(["增加", "增长", "上升", "增加了"]), rng)


@shelf.change("directions: 减少, 下降, 降低, 压减 before amounts")
def less(document, rng):
    document.substitute(rf"(?:{LESS})(?={AMOUNT})", lambda m: rng.choice(["减少", "下降", "降低", "压减", "减少了"]), rng)


@shelf.change("directions: before percentages")
def rates(document, rng):
    document.substitute(rf"(?:{MORE})(?={PERCENT})", lambda m: rng.choice(["增加", "增长", "上升", "增幅为", "增长率为"]), rng)
    document.substitute(rf"(?:{LESS})(?={PERCENT})", lambda m: rng.choice(["减少", "下降", "降低", "降幅为"]), rng)


@shelf.change("directions: a decrease as a negative increase")
def negative(document, rng):
    document.substitute(rf"(?:减少|下降|降低)(?=[0-9,.]*[1-9][0-9,.]*(?:万元|元|[%％]))",
                        lambda m: ("增长" if m.group() == "下降" else "增加") + "-", rng)


@shelf.change("verbs: 为, 共, 共计, 合计, 达, 是, nothing")
def verbs(document, rng):
    def other(match):
        noun = match.string[max(0, match.start() - 6):match.start()]
        if re.search(r"[合总共]计$|增加$|减少$|[共总]$", noun):
            return None
        return rng.choice(["", "为", "共", "共计", "达", "是"] + ([] if re.search(r"[预决]算数?$", noun) else ["合计"]))

    document.substitute(rf"(?<=[出入费算数额])(?:为|共|共计|合计|达|是)?(?={AMOUNT})", other, rng)


@shelf.change("reasons: 主要原因是, 主要是由于, 主要系")
def reasons(document, rng):
    words = ["主要原因是", "主要原因是：", "主要是由于", "主要系", "主要是因为", "主要原因：", "原因是", "主要原因为"]
    document.substitute(r"(?<![的动])(?:主要原因是|主要是因为|主要是由于|主要原因为|主要系|主要原因|主要变动原因是)[:：]?",
                        lambda m: rng.choice(words), rng)


FILLERS = [
    # A noun and what may stand in its place; a figure or a verb must follow where the pattern says so.
    (rf"(?<=占本年支出合计)的?(?={PERCENT})", ["的", ""]),
    (rf"(?<=预算)的?(?={PERCENT})", ["的", ""]),
    (rf"年初预算数?(?=为?{AMOUNT})", ["年初预算", "年初预算数"]),
    (rf"支出决算数?(?=为?{AMOUNT})", ["支出决算", "支出决算数", "决算支出", "决算数"]),
    (rf"人员(?:经费|支出)(?={AMOUNT})", ["人员经费", "人员支出", "人员经费支出"]),
    (rf"(?<!日常)公用经费(?={AMOUNT})", ["公用经费", "日常公用经费", "公用支出", "公用经费支出"]),
    (rf"公务接待费(?:支出)?(?=决算|为?{AMOUNT})", ["公务接待费", "公务接待费支出", "公务接待费用"]),
    (rf"因公出国（境）(?:经费|费用|费)(?:支出)?(?=决算|为?{AMOUNT})",
     ["因公出国（境）费", "因公出国（境）费支出", "因公出国（境）经费", "因公出国（境）费用", "因公出国(境)费", "出国（境）费"]),
    (r"公务用车购置[及和]运行(?:维护)?费", ["公务用车购置及运行维护费", "公务用车购置及运行费", "公务用车购置和运行维护费", "公务用车购置及运维费"]),
    (r"政府采购(货物|工程|服务)支出", [r"政府采购\1支出", r"\1支出", r"\1采购支出", r"\1类支出", r"采购\1支出"]),
    (r"(?:年初|上年)结转和?结余", ["年初结转和结余", "年初结转结余", "上年结转和结余", "上年结转结余"]),
    (r"年末结转和?结余", ["年末结转和结余", "年末结转结余"]),
    (rf"支出（类）(?={AMOUNT})", ["支出（类）", "（类）支出", "支出", "（类）"]),
    (rf"机关运行经费(?:支出)?(?=为?{AMOUNT})", ["机关运行经费", "机关运行经费支出"]),
    (rf"本年(收入|支出)(?:合计)?(?={AMOUNT})", [r"本年\1合计", r"本年\1", r"本年度\1合计"]),
    (rf"(?<![款、])(收入|支出)总计(?={AMOUNT})", [r"\1总计", r"总\1", r"\1总额"]),
    (r"财政拨款“三公”经费支出", ["财政拨款“三公”经费支出", "“三公”经费财政拨款支出", "财政拨款安排的“三公”经费支出"]),
    (r"“三公”", ["“三公”", "三公", "\"三公\"", "‘三公’"]),
    (r"(\d{4})年度?(?=[一财机政收部本])", [r"\1年度", r"\1年"]),
    (r"其中[:：]", ["其中：", "其中，", "其中:", "包括：", "其中"]),
    (rf"[共总]?占(?={PERCENT})", ["占", "占比", "占比为", "所占比例为"]),
    (rf"政府采购支出总额(?={AMOUNT})", ["政府采购支出总额", "政府采购总额", "政府采购支出", "政府采购总支出"]),
]


def filler(pattern, words):
    def change(document, rng):
        document.substitute(pattern, lambda m: m.expand(rng.choice(words).replace('"', '"')), rng)
    return change


for pattern, words in FILLERS:
    plain = [re.sub(r"\\1", "…", word) for word in words if word]
    shelf.change("nouns: " + ", ".join(plain[:3]))(filler(pattern, words))


@shelf.change("the body named at the beginning")
def body(document, rng):
    names = ["本单位", "我单位", "本部门", "我局"]
    document.substitute(r"^(?=\d{4}年度?[一财“机政])", lambda m: rng.choice(names), rng)
    document.substitute(r"^(?=本年[收支])|(?<=。)(?=本年[收支])", lambda m: rng.choice(["本单位", "本部门", "我单位"]), rng)


@shelf.change("marks: full and half width")
def widths(document, rng):
    pairs = list(zip("，：；（）", ",:;()"))
    if rng.random() < 0.5:
        pairs = [(b, a) for a, b in pairs]
    for part in document.each("section", "subsection", "text"):
        old = part.text
        for a, b in pairs:
            # A comma between digits is no mark of the sentence.
            part.text = re.sub(rf"(?<!\d){re.escape(a)}|{re.escape(a)}(?!\d)", b, part.text)
        if part.text != old:
            document.note(pairs[0][0], pairs[0][1])


@shelf.change("marks: ； and ， between parts")
def semicolons(document, rng):
    document.substitute(rf"(?<=[元%])[；;、](?=[一-鿿])", lambda m: rng.choice(["；", "，"]), rng)


@shelf.change("marks: 。 for ； between parts")
def stops(document, rng):
    document.substitute(rf"(?<=[元%])[；;](?=[一-鿿])", lambda m: "。", rng)


@shelf.change("white space before units and after headings' numbers")
def spaces(document, rng):
    document.substitute(r"(?<=\d)(?=万元|元|人次|批次|辆)", lambda m: " ", rng, chance=0.5)
    document.substitute(r"(?<=[、.）])(?=[一-鿿])", lambda m: " ", rng, kinds=("section", "subsection"))


@shelf.change("paragraphs begin with white space")
def indents(document, rng):
    for part in document.each("text"):
        part.text = rng.choice(["　　", "    "]) + part.text
        document.note("", "　　")
