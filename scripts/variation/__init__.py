"""Changes of a report that keep its meaning, by kind; see scripts/vary-report."""

import copy
import re
from dataclasses import dataclass, field

# An amount as reports print it.
FIGURE = r"-?[0-9][0-9,]*(?:\.[0-9]+)?"
AMOUNT = FIGURE + r"\s?(?:亿元|万元|元)"
PERCENT = FIGURE + r"[%％]"


@dataclass
class Part:
    """One block of a report: "title", "part", "section", "subsection", "caption", "text" or "table"."""

    kind: str
    text: str = ""
    table: dict = None


@dataclass
class Document:
    """A report before it is written to a file, and what was changed in it."""

    parts: list
    format: str
    year: int
    generated: bool
    budget: bool = False
    log: list = field(default_factory=list)

    def copy(self):
        return copy.deepcopy(self)

    def each(self, *kinds):
        return [part for part in self.parts if part.kind in kinds]

    def note(self, before, after):
        self.log.append((before, after))

    def substitute(self, pattern, replacement, rng, kinds=("text",), chance=0.7):
        """Replaces what the pattern finds, each place by chance; `replacement` may decline with None."""
        for part in self.each(*kinds):
            def one(match):
                new = replacement(match) if rng.random() < chance else None
                if new is None or new == match.group():
                    return match.group()
                self.note(match.group(), new)
                return new
            part.text = re.sub(pattern, one, part.text)


class Shelf:
    """Collects the changes of one kind by a decorator; a change that notes nothing did not apply."""

    def __init__(self):
        self.all = {}

    def change(self, name, formats=("txt", "html", "docx"), generated=False):
        def take(function):
            function.formats, function.generated = formats, generated
            self.all[name] = function
            return function

        return take
