"""What takes away or reorders what a reader of tables relies on, in one table of a report."""

import copy
from dataclasses import replace


def without_title(report, paper, rng):
    return replace(paper, shows_title=False)


def without_unit(report, paper, rng):
    return replace(paper, shows_unit=False)


def without_heads(report, paper, rng):
    merges = [(row - paper.head,) + rest for row, *rest in paper.merges for rest in [tuple(rest)] if row >= paper.head]
    return replace(paper, rows=paper.rows[paper.head:], merges=merges, head=0)


def without_one_head(report, paper, rng):
    table = copy.deepcopy(paper.table)
    column = rng.choice(rng.choice(table.sides).columns)
    column.heads = column.heads[:-1] + ("",)
    return report.paper(table)


def other_columns(report, paper, rng):
    """Columns in another order; those under one head stay together."""
    table = copy.deepcopy(paper.table)
    for side in table.sides:
        groups = {}
        for column in side.columns:
            groups.setdefault(column.heads[0], []).append(column)
        groups = list(groups.values())
        rng.shuffle(groups)
        for group in groups:
            rng.shuffle(group)
        side.columns = [column for group in groups for column in group]
    return report.paper(table)


def other_rows(report, paper, rng):
    """Items in another order under the item that they belong to."""
    table = copy.deepcopy(paper.table)
    for side in table.sides:
        for line in [line for row in side.rows for line in row.lines()]:
            rng.shuffle(line.under)
    return report.paper(table)


# By name, and whether the facts must stay the same (else they may be missing, but not wrong).
ATTACKS = {
    "title hidden": (without_title, False), "unit hidden": (without_unit, False), "heads hidden": (without_heads, False),
    "one head hidden": (without_one_head, False), "columns in another order": (other_columns, True),
    "rows in another order": (other_rows, True),
}
