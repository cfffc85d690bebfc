"""Headings: how they are numbered, what they are called."""

import re

from . import Shelf
from .originals import generator

shelf = Shelf()
NUMBER = re.compile(r"^(?:第[一二三四五六七八九十]+部分[:：]?\s*|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\)|\d+[.、]|（\d+）)")
STYLES = {
    "part": ["第{c}部分 ", "第{c}部分　", "第{c}部分:", "{c}、", ""],
    "section": ["{c}、", "（{c}）", "{n}.", "{n}、"],
    "subsection": ["（{c}）", "({c})", "{n}.", "{n}、", "（{n}）"],
}
LADDERS = [
    {"part": "第{c}部分 ", "section": "{c}、", "subsection": "（{c}）"},
    {"part": "{c}、", "section": "（{c}）", "subsection": "{n}."},
    {"part": "第{c}部分 ", "section": "（{c}）", "subsection": "{n}."},
    {"part": "第{c}部分：", "section": "{n}.", "subsection": "（{n}）"},
    {"part": "第{c}部分 ", "section": "{n}、", "subsection": "（{c}）"},
    {"part": "", "section": "{c}、", "subsection": "（{c}）"},
]


def renumbered(document, style):
    """Numbers all headings anew; `style` tells how, by level, or None where a level keeps its own."""
    counts = {"part": 0, "section": 0, "subsection": 0}
    below = {"part": ("section", "subsection"), "section": ("subsection",), "subsection": ()}
    for part in document.each(*counts):
        counts[part.kind] += 1
        for kind in below[part.kind]:
            counts[kind] = 0
        found = NUMBER.match(part.text)
        form = style.get(part.kind)
        if form is None or not found:
            continue
        name = part.text[found.end():]
        new = form.format(c=generator.numeral(counts[part.kind]), n=counts[part.kind]) + name
        if new != part.text:
            document.note(part.text, new)
            part.text = new


@shelf.change("headings: other numbers on all levels")
def ladder(document, rng):
    renumbered(document, rng.choice(LADDERS[1:]))


@shelf.change("headings: other numbers on one level")
def level(document, rng):
    kind = rng.choice(["section", "subsection"])
    renumbered(document, {kind: rng.choice(STYLES[kind])})


@shelf.change("headings: numbers lost")
def lost(document, rng):
    kinds = rng.choice([["subsection"], ["section"], ["section", "subsection"], ["part", "section", "subsection"]])
    renumbered(document, {kind: "" for kind in kinds})


@shelf.change("headings: other words")
def renamed(document, rng):
    year = document.year

    def end(match):
        return rng.choice(["情况", "情况说明", "情况的说明", "说明"])
    document.substitute(r"(?:情况的?)?说明[。.]?$|情况[。.]?$", end, rng, kinds=("section", "subsection"), chance=0.6)

    def begin(match):
        return match.group() + rng.choice(["关于", f"{year}年度", f"{year}年", f"关于{year}年度"])
    document.substitute(rf"{NUMBER.pattern}(?=[收支财一政国机]\D)", begin, rng, kinds=("section", "subsection"), chance=0.5)


@shelf.change("headings: of the parts in other words")
def part_names(document, rng):
    year = document.year
    document.substitute(r"(?:部门|单位)决算情况说明$", lambda m: f"{year}年度{m.group()}", rng, kinds=("part",))
    document.substitute(r"(?<= )(?:部门|单位)决算表$", lambda m: rng.choice([f"{year}年度{m.group()}", "部门决算报表"]), rng, kinds=("part",))


@shelf.change("items: other numbers in the text")
def items(document, rng):
    form = rng.choice(["（{n}）", "{n}、", "({n})", "{o}", "{n}．", ""])

    def other(match):
        n = int(match.group(1))
        return form.format(n=n, o=chr(0x245F + n) if n <= 20 else f"{n}.")
    document.substitute(r"^(\d{1,2})[.、](?=[一-鿿])", other, rng, chance=1)
