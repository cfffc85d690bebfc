"""The same clauses in another order."""

import re

from . import AMOUNT, FIGURE, PERCENT, Shelf
from .words import LESS, MORE

shelf = Shelf()
WAY = f"(?:{MORE}|{LESS})"
BASE = r"(?:上年度?|上一年度?|\d{4}年度?)(?:决算数?)?"


@shelf.change("order: percent before amount")
def percent_first(document, rng):
    document.substitute(rf"(?P<a>各?{WAY}{AMOUNT})(?P<mark>[,，])(?P<p>各?{WAY}{PERCENT})",
                        lambda m: m["p"] + m["mark"] + m["a"], rng)


@shelf.change("order: the base with the percent")
def base_later(document, rng):
    # Behind another comparison the amount would seem to be that one's.
    document.substitute(rf"(?<=[出入费额])(?P<base>(?:比|较){BASE})(?P<a>{WAY}{AMOUNT}[,，])(?P<p>{WAY}{PERCENT})",
                        lambda m: m["a"] + m["base"] + m["p"], rng)


@shelf.change("order: comparison before its amount")
def comparison_first(document, rng):
    # «支出A，比上年减少B，下降C%» as «支出比上年减少B，下降C%，为A»
    document.substitute(
        rf"(?<=支出)(?P<a>{AMOUNT})[,，](?P<c>(?:比|较){BASE}{WAY}{AMOUNT}[,，]{WAY}{PERCENT})(?=[。，,；;])",
        lambda m: m["c"] + "，为" + m["a"], rng)


@shelf.change("order: execution before the budget")
def budget_later(document, rng):
    document.substitute(
        rf"(?P<b>(?:年初)?预算数?为?{AMOUNT})[,，](?P<e>支出决算数?为?{AMOUNT})(?=[,，]完成)",
        lambda m: m["e"] + "，" + m["b"], rng)


@shelf.change("order: the budget's amount behind 完成")
def completed(document, rng):
    document.substitute(
        rf"(?P<s>年初预算)数?为?(?P<b>{AMOUNT})[,，](?P<e>支出决算数?为?{AMOUNT})[,，]完成年初预算的?(?P<p>{PERCENT})",
        lambda m: rng.choice(["{e}，完成{s}{b}的{p}", "{e}，为{s}{b}的{p}"]).format(**m.groupdict()), rng)


@shelf.change("shares in parentheses")
def parenthesized(document, rng):
    document.substitute(rf"(?P<a>(?<=[出入费])为?{AMOUNT})[,，](?P<p>占[^,，;；。（）()]{{0,12}}?{PERCENT})(?=[;；。,，])",
                        lambda m: f"{m['a']}（{m['p']}）", rng)


@shelf.change("shares before their amounts")
def share_first(document, rng):
    document.substitute(rf"(?<=[出入费])(?P<a>{AMOUNT})[,，](?P<p>占{PERCENT})(?=[;；。])",
                        lambda m: f"{m['p']}，为{m['a']}", rng)


ITEM = re.compile(rf"[^,，,。；;（(:：]*[出入费金贴算]{AMOUNT}(?:[,，]占[^；;。,，]*?{PERCENT})?")


@shelf.change("order: parts of a list")
def parts(document, rng):
    for part in document.each("text"):
        def one(match):
            items = re.split("[；;]", match["list"])
            if len(items) < 2 or not all(ITEM.fullmatch(item) for item in items):
                return match.group()
            other = items[:]
            rng.shuffle(other)
            if other == items:
                other.reverse()
            document.note(match.group(), "；".join(other))
            return match["lead"] + "；".join(other)
        part.text = re.sub(r"(?P<lead>(?:其中|以下方面)[:：])(?P<list>[^。:：]+)(?=。)", one, part.text)


@shelf.change("the subject said again")
def repeated(document, rng):
    document.substitute(rf"(?P<s>一般公共预算财政拨款支出|机关运行经费支出|公务接待费支出)(?P<a>{AMOUNT})[,，](?P<c>(?:比|较){BASE}{WAY})",
                        lambda m: f"{m['s']}{m['a']}。{m['s']}{m['c']}", rng)


@shelf.change("a purpose put between amount and comparison")
def purpose(document, rng):
    words = ["主要用于人员工资和日常运转", "用于保障单位正常运行", "主要为日常办公开支"]
    document.substitute(rf"(?<=支出)(?P<a>{AMOUNT})[,，](?=(?:比|较){BASE}{WAY})",
                        lambda m: f"{m['a']}，{rng.choice(words)}，", rng)
