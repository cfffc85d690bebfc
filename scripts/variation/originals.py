"""Reports to be varied: those of Corpus, and generated ones with a fuller narrative."""

import importlib.machinery
import importlib.util
import random
import re
import sys
from pathlib import Path

from . import Document, Part

ROOT = Path(__file__).resolve().parent.parent.parent
sys.dont_write_bytecode = True


def script(name):
    """A script of this folder as a module."""
    loader = importlib.machinery.SourceFileLoader(name.replace("-", "_"), str(ROOT / "scripts" / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


generator = script("generate-reports")
corpus = script("render-corpus")
LEVELS = {"h1": "title", "h2": "part", "h3": "section", "h4": "subsection"}


def corpus_names():
    return sorted(str(p.parent.relative_to(ROOT / "Corpus")) for p in (ROOT / "Corpus").glob("*/*/report.source"))


def of(name, format):
    """The original of a name: «xinjiang/0002» of Corpus, or «generated/17»."""
    kind, _, number = name.partition("/")
    if kind == "generated":
        report = FullReport(int(number))
        return Document(parts_of(report.document()), format, report.year, True)
    _, content = corpus.read_source(ROOT / "Corpus" / name / "report.source")
    parts = []
    for kind, value in content:
        if kind == "table":
            parts.append(Part("table", table=grid(corpus.rows_of(value), value["scope"])))
        else:
            parts += [Part(LEVELS.get(kind, "text"), line) for line in value.split("\n")]
    title = next(part.text for part in parts if part.kind == "title")
    return Document(parts, format, int(re.search(r"\d{4}", title).group()), False)


def grid(rows, scope):
    """A table of the Corpus in the form of the generator: texts, and the merges beside them."""
    texts, merges = [], []
    for r, row in enumerate(rows):
        line = []
        for cell in row:
            if cell.span > 1 or cell.rows > 1:
                merges.append((r, len(line), cell.rows, cell.span))
            line += [cell.text] * cell.span
        texts.append(line)
    width = max(map(len, texts))
    texts = [line + [""] * (width - len(line)) for line in texts]
    return dict(id=scope, title="", rows=texts, merges=merges, head=0)


def parts_of(blocks):
    parts = []
    for kind, value in blocks:
        if kind == "table":
            parts.append(Part("table", table=value))
        elif kind == "heading":
            level = "part" if value.startswith("第") else "subsection" if value.startswith("（") else "section"
            parts.append(Part(level, value))
        else:
            parts.append(Part(kind, value))
    return parts


def write(document, path):
    blocks = [("table", part.table) if part.kind == "table" else (part.kind, part.text) for part in document.parts]
    {"txt": generator.write_txt, "html": generator.write_html, "docx": generator.write_docx}[document.format](blocks, path)


class FullReport(generator.Report):
    """A generated report that also compares with the year before and the budget, and counts things."""

    def __init__(self, seed):
        super().__init__(seed)
        self.more = random.Random(seed * 7919 + 1)
        self.random_commas = self.more.random() < 0.5

    def a(self, cents):
        return f"{self.text(cents)}{self.unit}"

    def change(self, cents):
        """Another year's amount, and how this year's differs: amount and percent."""
        prior = max(cents * self.more.randint(70, 130) // 100 + self.more.randint(1, 99), 1)
        more = cents >= prior
        words = ("增加", "增长") if more else ("减少", "下降")
        return f"{words[0]}{self.a(abs(cents - prior))}，{words[1]}{abs(cents - prior) * 100 / prior:.2f}%"

    def budgeted(self, cents, actual="支出决算", stage="年初预算"):
        budget = max(cents * self.more.randint(80, 120) // 100 + self.more.randint(1, 99), 1)
        return f"{stage}为{self.a(budget)}，{actual}为{self.a(cents)}，完成{stage}的{cents * 100 / budget:.2f}%"

    def sections(self):
        y, a, share = self.year, self.a, lambda part, whole: f"{part * 100 / whole:.2f}%"
        old = dict(super().sections())
        keys = list(old)
        general, out = self.of(self.general), self.of(self.all_spent())
        classes = {}
        for code, (basic, project) in self.general.items():
            classes[code[:3]] = classes.get(code[:3], 0) + basic + project
        three = self.three
        vehicle = three["purchase"] + three["running"]
        total = three["abroad"] + vehicle + three["reception"]
        held, batches, people = self.more.randint(1, 20), self.more.randint(2, 60), self.more.randint(61, 900)
        people_cost = sum(v for c, v in self.economic.items() if c[:3] in ("301", "303"))
        public = sum(self.economic.values()) - people_cost
        goods, works, services = (self.money() // 10 for _ in range(3))
        bought = goods + works + services
        old[keys[0]] = [old[keys[0]][0], f"收入支出总体与上年相比，{self.change(out)}，主要原因是新增了专项任务。"]
        old[keys[1]] = [old[keys[1]][0] + f"与上年相比，本年收入{self.change(self.of(self.general) + 1)}。"]
        old[keys[2]] = [old[keys[2]][0]]
        sections = [(key, old[key]) for key in keys[:3]]
        sections += [
            (keys[3], []),
            ("（一）一般公共预算财政拨款支出决算总体情况", [
                f"{y}年度一般公共预算财政拨款支出{a(general)}，占本年支出合计的{share(general, out)}。与上年相比，一般公共预算财政拨款支出{self.change(general)}，主要原因是人员增加。"]),
            ("（二）一般公共预算财政拨款支出决算结构情况", [
                f"{y}年度一般公共预算财政拨款支出{a(general)}，主要用于以下方面：" + "；".join(
                    f"{self.function[code].removesuffix('支出')}支出（类）{a(cents)}，占{share(cents, general)}" for code, cents in sorted(classes.items())) + "。"]),
            ("（三）一般公共预算财政拨款支出决算具体情况", [
                f"{n}.{self.function[code[:3]].removesuffix('支出')}支出（类）{self.function[code[:5]]}（款）{self.function[code]}（项）。"
                f"{self.budgeted(sum(parts))}，比上年{self.change(sum(parts))}，主要原因是标准调整。"
                for n, (code, parts) in enumerate(sorted(self.general.items()), 1)]),
            (keys[4], [f"{y}年度一般公共预算财政拨款基本支出{a(people_cost + public)}，其中：人员经费{a(people_cost)}，主要包括：基本工资、津贴补贴、奖金；公用经费{a(public)}，主要包括：办公费、水费、电费。"]),
            (keys[5], [
                f"{y}年度财政拨款“三公”经费支出{self.budgeted(total)}，比上年{self.change(total)}。其中：因公出国（境）费支出{a(three['abroad'])}，占{share(three['abroad'], total)}；公务用车购置及运行维护费支出{a(vehicle)}，占{share(vehicle, total)}；公务接待费支出{a(three['reception'])}，占{share(three['reception'], total)}。",
                f"公务用车购置及运行维护费支出{a(vehicle)}，比上年{self.change(vehicle)}。其中：公务用车购置费{a(three['purchase'])}，公务用车运行维护费{a(three['running'])}。年末公务用车保有量{held}辆。",
                f"公务接待费支出{a(three['reception'])}，比上年{self.change(three['reception'])}。国内公务接待{batches}批次，{people}人次。"]),
            ("七、其他重要事项的情况说明", []),
            ("（一）机关运行经费支出情况", [f"{y}年度机关运行经费支出{a(public)}，比上年{self.change(public)}，主要原因是印刷减少。"]),
            ("（二）政府采购支出情况", [f"{y}年度政府采购支出总额{a(bought)}，其中：政府采购货物支出{a(goods)}、政府采购工程支出{a(works)}、政府采购服务支出{a(services)}。授予中小企业合同金额{a(services)}，占政府采购支出总额的{share(services, bought)}。"]),
            ("（三）国有资产占用情况", [f"截至{y}年12月31日，共有车辆{held}辆。单价100万元以上专用设备{self.more.randint(0, 9)}台（套）。"]),
        ]
        return sections
