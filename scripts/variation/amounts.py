"""The same amounts in other units, exactly, and the same reports as budgets."""

import re
from decimal import Decimal

from . import FIGURE, Shelf

shelf = Shelf()
SCALE = {"元": 0, "万元": 4, "亿元": 8}


def converted(figure, old, new):
    """The digits of the same amount in another unit."""
    value = Decimal(figure.replace(",", "")).scaleb(SCALE[old] - SCALE[new])
    text = format(value.normalize(), "f")
    if new == "元" and "." in text:
        text = format(value.quantize(Decimal("0.01")), "f") if value == value.quantize(Decimal("0.01")) else text
    return text


def in_sentences(document, rng, new, chance):
    # A threshold («单价100万元以上») is a name, not an amount.
    document.substitute(rf"(?<!单价)(?<![\d.,．])(?P<f>{FIGURE})(?P<u>亿元|万元|元)(?!以上|（含|\(含)",
                        lambda m: converted(m["f"], m["u"], new) + new, rng, chance=chance)


@shelf.change("units: all sentences in another unit")
def sentences(document, rng):
    in_sentences(document, rng, rng.choice(["元", "亿元", "万元"]), 1)


@shelf.change("units: some figures in another unit")
def some(document, rng):
    in_sentences(document, rng, rng.choice(["元", "亿元", "万元"]), 0.3)


@shelf.change("units: tables in another unit", generated=True)
def tables(document, rng):
    unit = None
    target = rng.choice(["元", "万元", "亿元"])
    for part in document.parts:
        if part.kind == "caption":
            found = re.search(r"(?<=单位[:：])(?:亿元|万元|元)", part.text)
            if found:
                unit, old = found.group(), part.text
                part.text = part.text[:found.start()] + target + part.text[found.end():]
                if target != unit:
                    document.note(old, part.text)
        elif part.kind == "table" and unit:
            for row in part.table["rows"][part.table["head"]:]:
                for c, text in enumerate(row):
                    if re.fullmatch(r"-?[\d,]+\.\d\d", text):
                        new = converted(text, unit, target)
                        row[c] = new if "." in new else new + ".00"


@shelf.change("thousands marked in sentences")
def thousands(document, rng):
    def other(match):
        digits = match.group().replace(",", "")
        return digits if "," in match.group() else re.sub(r"(?<=\d)(?=(?:\d{3})+(?!\d))", ",", digits)
    document.substitute(r"(?<![\d.,])\d[\d,]{3,}(?=(?:\.\d+)?(?:万元|元))", other, rng)


@shelf.change("a budget instead of final accounts", generated=True)
def budget(document, rng):
    """Without what compares budget and execution: there the words mean two things."""
    parts, skip = [], False
    for part in document.parts:
        if part.kind == "table" and part.table["id"] == "three_public":
            while parts[-1].kind == "caption":
                parts.pop()
            continue
        if part.kind == "text" and re.search("年初预算|完成预算|相比|比上年", part.text):
            continue
        parts.append(part)
    document.parts = parts
    document.budget = True
    for part in parts:
        old = part.text
        part.text = re.sub("决(\\s*)算", r"预\1算", part.text)
        if part.text != old:
            document.note(old, part.text)
        if part.table:
            part.table["title"] = part.table["title"].replace("决算", "预算")
            part.table["rows"] = [[cell.replace("决算", "预算") for cell in row] for row in part.table["rows"]]
