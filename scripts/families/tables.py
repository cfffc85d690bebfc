"""Rows times columns: the grid of a table, and what each of its cells is."""

from dataclasses import dataclass, field


def everything(posting):
    return True


@dataclass
class Said:
    """Which postings a row or a column is about, and what it says of them."""

    chooses: callable = everything
    concept: str = None     # None: what the other one says
    rank: int = 0           # of two concepts the one of the higher rank is meant
    dimensions: dict = field(default_factory=dict)


@dataclass
class Column:
    heads: tuple            # from top to bottom
    says: Said = field(default_factory=Said)
    aspect: str = None      # where it is not the table's


@dataclass
class Row:
    labels: list            # as many cells as the table has columns of labels
    says: Said = field(default_factory=Said)
    under: list = field(default_factory=list)

    def lines(self):
        return [self] + [line for row in self.under for line in row.lines()]


@dataclass
class Side:
    """Rows and the columns of amounts beside them; a table has one or two."""

    label_heads: list       # per column of labels, its heads from top to bottom
    columns: list
    rows: list
    head: str = None        # over the whole side
    merged: int = 0         # columns of codes that one cell spans


@dataclass
class Cell:
    """An amount with its truth."""

    cents: int
    concept: str
    dimensions: dict
    aspect: str


@dataclass
class Table:
    id: str
    title: str
    sides: list
    fund: str = None        # whose money its title names
    lends: bool = True      # its fund narrows the cells
    aspect: str = None

    def cell(self, ledger, row, column):
        both = ledger.sum(lambda p: row.says.chooses(p) and column.says.chooses(p) and self.takes(p))
        ranked = sorted((s for s in (row.says, column.says) if s.concept), key=lambda s: s.rank)
        dimensions = {"fund": self.fund} if self.fund and self.lends else {}
        dimensions |= column.says.dimensions
        dimensions |= row.says.dimensions
        return Cell(both, ranked[-1].concept, dimensions, column.aspect or self.aspect)

    def takes(self, posting):
        if self.fund == "fiscal":
            return posting.treasury
        return self.fund is None or posting.source == self.fund

    def paper(self, ledger):
        """The grid of texts and amounts (`Cell`), its merges, and how many of its rows are head."""
        heads, bodies = [], []
        for side in self.sides:
            top = (side.head,) if side.head else ()
            heads += [top + h for h in side.label_heads] + [top + column.heads for column in side.columns]
            lines = [line for row in side.rows for line in row.lines()]
            bodies.append([(side, line) for line in lines])
        depth = max(map(len, heads))
        paths = [path + (path[-1],) * (depth - len(path)) for path in heads]
        grid = [[path[level] for path in paths] for level in range(depth)]
        merges = self.merges(paths, heads)
        for index in range(max(map(len, bodies))):
            cells = []
            for side, lines in zip(self.sides, bodies):
                width = len(side.label_heads)
                if index >= len(lines):
                    cells += [""] * (width + len(side.columns))
                    continue
                line = lines[index][1]
                if side.merged and line.labels[0]:
                    merges.append((depth + index, len(cells), 1, side.merged))
                cells += line.labels
                cells += [self.cell(ledger, line, column) for column in side.columns]
            grid.append(cells)
        return grid, merges, depth

    @staticmethod
    def merges(paths, heads):
        """Equal heads beside each other under equal heads are one cell, as is a head with none below it."""
        merges = []
        for level in range(len(paths[0])):
            start = 0
            for index in range(1, len(paths) + 1):
                if index < len(paths) and paths[index][:level + 1] == paths[start][:level + 1]:
                    continue
                own = len(heads[start])
                width = index - start
                height = len(paths[0]) - own + 1 if level == own - 1 else 1
                if level < own and width * height > 1:
                    merges.append((level, start, height, width))
                start = index
        return merges
