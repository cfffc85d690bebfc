"""Whether a variation gives the same facts as its original, or doubts, or says something else."""

import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from . import FIGURE

# What bare amounts of a budget are, where those of final accounts are `actual`; what is counted stays what it is.
BUDGET_ASPECTS = {"actual": "initial_budget"}


@dataclass
class Output:
    """What the program made of one file: facts by amount, and the figures that it left open."""

    facts: dict = field(default_factory=lambda: defaultdict(Counter))
    places: dict = field(default_factory=dict)
    open: Counter = field(default_factory=Counter)

    def count(self):
        return sum(sum(kinds.values()) for kinds in self.facts.values())


def number(text):
    return abs(Decimal(text.replace(",", "")))


def amount(fact):
    """What a fact is grouped by: yuan, or the figure with its unit; the sign is part of the meaning, not of the group."""
    if fact["yuan"] is not None:
        return ("yuan", abs(Decimal(fact["yuan"])).normalize())
    return (fact["unit"], abs(Decimal(fact["value"])).normalize())


def kind(fact, budget):
    aspect = fact["aspect"]
    dimensions = tuple(sorted((k, str(v)) for k, v in fact["dimensions"].items()))
    sign = "-" if str(fact["value"]).startswith("-") and Decimal(fact["value"]) != 0 else ""
    return (fact["concept"], BUDGET_ASPECTS.get(aspect, aspect) if budget and fact["yuan"] is not None else aspect, dimensions, sign)


def read(path, budget=False):
    """An output's facts; `budget` says them as a budget of the same report would."""
    report = json.loads(path.read_text(encoding="utf-8"), parse_float=str, parse_int=str)
    output = Output()
    for fact in report["facts"]:
        group, key = amount(fact), kind(fact, budget)
        output.facts[group][key] += 1
        output.places[group, key] = fact
    for name in ("unmapped", "doubtful"):
        for figure in report.get(name) or []:
            for text in re.findall(FIGURE, figure["source"]["text"]):
                output.open[number(text).normalize()] += 1
    identity = report["report"]
    for name in ("institution", "fiscalYear"):
        value = identity.get(name)
        if value is not None:
            output.facts[("report", name)][(name, str(value), (), "")] += 1
    return output


def left_open(output, group):
    """Whether a figure of this amount stands among those that the output does not claim to know."""
    unit, value = group
    if unit == "report":
        return False
    scales = [0, 2, 3, 4, 6, 8] if unit == "yuan" else [0]
    return any(output.open[value.scaleb(-scale).normalize()] for scale in scales)


def alike(one, other):
    """How much of their meaning two facts share."""
    return (one[0] == other[0]) * 4 + (one[1] == other[1]) * 2 + (one[2] == other[2])


@dataclass
class Verdict:
    other: list = field(default_factory=list)   # (group, what it should be or None, what it is)
    only_here: int = 0                          # read in the variation, open in the original
    kept: int = 0
    doubted: int = 0
    silent: list = field(default_factory=list)  # (group, fact): neither fact nor open


def compare(original, variation):
    verdict = Verdict()
    for group in original.facts.keys() | variation.facts.keys():
        before, after = original.facts.get(group, Counter()), variation.facts.get(group, Counter())
        verdict.kept += sum((before & after).values())
        missing, more = before - after, after - before
        is_open = left_open(variation, group)
        gone = sorted(missing.elements())
        for key in sorted(more.elements()):
            if gone and not (is_open and key in before):
                nearest = max(gone, key=lambda other: alike(other, key))
                gone.remove(nearest)
                verdict.other.append((group, nearest, key))
            elif left_open(original, group) or key in before:
                verdict.only_here += 1
            else:
                verdict.other.append((group, None, key))
        for key in gone:
            if is_open:
                verdict.doubted += 1
            else:
                verdict.silent.append((group, key))
    return verdict
