"""A form's report of one body: what every format shows, and its truth."""

import json
from dataclasses import dataclass

from .forms import FORMS
from .ledger import Ledger
from .tables import Cell, Table

UNITS = {"万元": "CNY_10K", "元": "CNY"}


@dataclass
class Paper:
    """A table as it is printed."""

    table: Table
    rows: list              # of texts and `Cell`s
    merges: list
    head: int
    shows_title: bool = True
    shows_unit: bool = True


class FormReport:
    """Offers what the writers of scripts/generate-reports ask of a report."""

    def __init__(self, form, seed):
        self.name, self.form = form, FORMS[form]
        self.ledger = Ledger(f"{form}/{seed}", self.form.sources, self.form.carries)
        self.blank = self.ledger.random.choice(["", "0.00"])
        self.papers = [self.paper(table) for table in self.form.of(self.ledger)]

    def paper(self, table):
        return Paper(table, *table.paper(self.ledger))

    def text(self, cell):
        """A cell as it is printed."""
        if not isinstance(cell, Cell):
            return cell
        return f"{cell.cents // 100}.{cell.cents % 100:02d}" if cell.cents else self.blank

    def document(self):
        """("title" | "heading" | "caption" | "text", text) and ("table", texts with merges), in order."""
        form, body = self.form, self.ledger.body
        parts = [("title", f"{body}{self.ledger.year}年{form.kind}"), ("heading", f"第一部分 {form.kind}表")]
        for number, paper in enumerate(self.papers, 1):
            parts.append(("caption", form.mark.format(number)))
            if paper.shows_title:
                parts.append(("caption", paper.table.title))
            if paper.shows_unit:
                parts.append(("caption", f"单位：{form.unit}"))
            rows = [[self.text(cell) for cell in row] for row in paper.rows]
            parts.append(("table", dict(id=paper.table.id, title=paper.table.title, rows=rows, merges=paper.merges, head=paper.head)))
        return parts + [("heading", f"第二部分 {form.kind}情况说明"), ("text", f"以上各表反映{body}的收支。")]

    def truth(self):
        """Per statement what it is, and every printed amount with its meaning."""
        unit = UNITS[self.form.unit]
        tables = []
        for paper in self.papers:
            table = paper.table
            facts = [dict(concept=cell.concept, aspect=cell.aspect, dimensions=cell.dimensions, value=self.text(cell), unit=unit)
                     for row in paper.rows for cell in row if isinstance(cell, Cell) and self.text(cell)]
            hidden = {(row + r, column + c) for row, column, height, width in paper.merges for r in range(height) for c in range(width) if r or c}
            grid = [["" if (r, c) in hidden else self.text(cell) for c, cell in enumerate(row)] for r, row in enumerate(paper.rows)]
            tables.append(dict(id=table.id, title=table.title, fund=table.fund, aspect=table.aspect, head=paper.head, grid=grid, facts=facts))
        return dict(form=self.name, institution=self.ledger.body, fiscalYear=self.ledger.year, unit=unit, tables=tables)
