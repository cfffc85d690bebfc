"""Entries of the cabinet, by kind; see scripts/make-cabinet."""

from dataclasses import dataclass
from typing import Callable, Iterable, Union


@dataclass
class Entry:
    """One hostile file: its name, what is to become of it, why, and how its bytes are made."""

    name: str
    expect: str
    why: str
    make: Callable[[], Union[bytes, Iterable[bytes]]]
    # A part of the error, or of the output.
    says: str = ""
    holds: str = ""
    # What must not stand in the output.
    lacks: str = ""

    def pieces(self):
        made = self.make()
        return [made] if isinstance(made, bytes) else made

    def record(self, path):
        return {
            "path": path,
            "expect": self.expect,
            "why": self.why,
            "says": self.says,
            "holds": self.holds,
            "lacks": self.lacks,
        }


class Shelf:
    """Collects the entries of one kind by decorators."""

    def __init__(self):
        self.all = []

    def error(self, name, why, says=""):
        return self._add(name, "error", why, says=says)

    def converted(self, name, why, holds="", lacks=""):
        return self._add(name, "converted", why, holds=holds, lacks=lacks)

    def either(self, name, why):
        return self._add(name, "either", why)

    def _add(self, name, expect, why, **more):
        def take(make):
            self.all.append(Entry(name, expect, why, make, **more))
            return make

        return take


TITLE = "某县测试局2024年度部门决算公开说明"
SENTENCE = "一般公共预算财政拨款支出1,234.56万元。"
