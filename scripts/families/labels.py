"""How lines of items are labelled: codes beside names, in three cells or one, in the name's cell, or none at all."""

from dataclasses import dataclass

from .ledger import ECONOMIC, FUNCTIONS, GOVERNMENT
from .tables import Row, Said


def name(code):
    return next(names[code] for names in (ECONOMIC, GOVERNMENT, FUNCTIONS) if code in names)


@dataclass
class Style:
    heads: callable         # of the word for the classification: per column of labels, its heads
    cells: callable         # of a code
    total: list             # the label cells of «合计»
    merged: int = 0         # columns of codes that one cell spans


def parts(code):
    cut = [code[:3], code[3:5], code[5:]]
    return cut + [name(code)]


def levels(word):
    return [("科目编码", level) for level in "类款项"] + [("科目名称",)]


STYLES = {
    "coded": Style(lambda word: [("科目编码",), ("科目名称",)], lambda code: [code, name(code)], ["", "合计"]),
    "three": Style(levels, parts, ["", "", "", "合计"]),
    "merged": Style(levels, lambda code: [code, "", "", name(code)], ["", "", "", "合计"], merged=3),
    "bracket": Style(lambda word: [(word,)], lambda code: [f"[{code}]{name(code)}"], ["合计"]),
    "dash": Style(lambda word: [(word,)], lambda code: [f"{code}-{name(code)}"], ["合计"]),
    "names": Style(lambda word: [(word,)], lambda code: [name(code)], ["合计"]),
}


def tree(codes, row):
    """Codes, class first, as rows under each other; `row` makes one of a code."""
    roots, rows = [], {}
    for code in sorted(codes):
        rows[code] = row(code)
        parent = rows.get(code[:-2])
        (parent.under if parent else roots).append(rows[code])
    return roots


def functional(codes, style):
    """Rows of functional items."""
    def row(code):
        return Row(style.cells(code), Said(lambda p: p.function.startswith(code), "expenditure.function", 1, {"function": code}))
    return tree(codes, row)


def economic(codes, style):
    """Rows of economic items; `codes` are those of the second level."""
    def row(code):
        return Row(style.cells(code), Said(lambda p: p.economic.startswith(code), "expenditure.economic", 1, {"economic": code}))
    return tree({code[:length] for code in codes for length in (3, 5)}, row)


def total(style, **says):
    return Row(list(style.total), Said(**says))
