"""Which tables each form has, and how they are laid out."""

from dataclasses import dataclass, field

from . import labels
from .ledger import TREASURY
from .tables import Column, Row, Said, Side, Table

FUND = {"general_public_budget": "一般公共预算", "government_fund": "政府性基金预算", "state_capital": "国有资本经营预算"}
SOURCE = {"special_account": "财政专户管理资金", "unit_funds": "单位资金", "institutional": "事业收入", "other": "其他收入"}
# What a source is among the income; of unit funds no concept speaks.
INCOME = {"special_account": ("income.special_account", {}), "institutional": ("income.institutional", {}),
          "other": ("income.other", {}), "unit_funds": ("income.current_year", {"funding": "unit_funds"})}
THREE = {"abroad": ["30212"], "purchase": ["31013"], "running": ["30231"], "reception": ["30217"]}
PROCUREMENT = {"货物": ("goods", ["31013"]), "工程": ("works", ["31002"]), "服务": ("services", ["30201", "30207"])}
GOVERNMENT = {"30101": "50101", "30102": "50101", "30103": "50101", "30108": "50102", "30113": "50103", "30201": "50201",
              "30207": "50201", "30211": "50201", "30212": "50207", "30217": "50206", "30231": "50208", "31002": "50306",
              "31013": "50303", "30301": "50905", "30302": "50905", "30227": "50205"}
NUMERALS = "一二三四五六七八九十"


def numbered(rows):
    """Rows with «一、» … before their labels."""
    for index, row in enumerate(rows):
        tens, ones = divmod(index + 1, 10)
        numeral = ("十" if tens else "") + (NUMERALS[ones - 1] if ones else "")
        row.labels = [f"{numeral}、{row.labels[0]}"]
    return rows


@dataclass
class Form:
    """One form of a report; its methods are its tables."""

    kind: str = "部门预算"           # of the report, in its title
    unit: str = "万元"
    style: str = "coded"
    word: str = ""                  # what titles say beside their object: 预算, 决算
    aspect: str = "initial_budget"
    amount: str = "预算数"           # the head of amounts that have no other
    groups: bool = False            # this year's money and what was carried over in columns of their own
    crossed: bool = False           # expenditure by both economic classifications beside the functional one
    mark: str = "预算{:02d}表"
    carries: bool = False           # money of the year before is spent
    sources: list = field(default_factory=lambda: ["special_account", "unit_funds", "institutional"])
    tables: list = field(default_factory=list)

    def of(self, ledger):
        return [self.whole(getattr(self, name)(ledger)) for name in self.tables]

    def whole(self, table):
        table.aspect = table.aspect or self.aspect
        return table

    @property
    def labels(self):
        return labels.STYLES[self.style]

    def title(self, before, after="表"):
        return before + self.word + after

    # ---- columns

    def kinds(self, whole, deep=False):
        """合计 | 基本支出 | 项目支出, each once or once per year whose money it is; `deep`: with what is basic."""
        basic = Said(lambda p: not p.project, "expenditure.basic", 2)
        people = Said(lambda p: not p.project and p.economic[:3] in ("301", "303"), "expenditure.basic.personnel", 2)
        public = Said(lambda p: not p.project and p.economic[:3] not in ("301", "303"), "expenditure.basic.public", 2)
        parts = [Column(("基本支出",), basic)]
        if deep:
            parts = [Column(("基本支出", "小计"), basic), Column(("基本支出", "人员经费"), people), Column(("基本支出", "公用经费"), public)]
        parts.append(Column(("项目支出",), Said(lambda p: bool(p.project), "expenditure.project", 2)))
        return self.by_year([Column(("合计",), Said(concept=whole))] + parts)

    def by_year(self, columns, whole="expenditure.total"):
        """The first of some columns as the sum, then all under this year and under the year before."""
        if not self.groups:
            return columns
        total = columns[0]
        result = [Column(total.heads, Said(total.says.chooses, whole if total.says.concept != "expenditure.basic" else total.says.concept))]
        for head, carried, funding in (("当年预算", False, "current_year"), ("上年结转结余", True, "carryover")):
            for column in columns:
                heads = ("小计",) if column is total else column.heads
                chooses = column.says.chooses
                says = Said(lambda p, c=chooses, k=carried: c(p) and p.carried == k, column.says.concept, column.says.rank,
                            column.says.dimensions | {"funding": funding})
                result.append(Column((head,) + heads, says))
        return result

    def spending(self, id, title, ledger, fund=None, deep=False, concept="expenditure.current_year"):
        """A table of functional items by what was spent on them."""
        style = self.labels
        table = Table(id, title, [], fund)
        rows = [labels.total(style)] + labels.functional(ledger.of(table.takes), style)
        table.sides = [Side(style.heads("功能分类科目"), self.kinds(concept, deep), rows, merged=style.merged)]
        return table

    # ---- tables

    def overview(self, ledger):
        income = [Row([FUND[fund] + "拨款收入"], Said(lambda p, f=fund: p.source == f and not p.carried, "income.fiscal_appropriation",
                                                  dimensions={"fund": fund})) for fund in TREASURY]
        for source in self.sources:
            concept, dimensions = INCOME[source]
            label = SOURCE[source] if SOURCE[source].endswith("收入") else SOURCE[source] + "收入"
            income.append(Row([label], Said(lambda p, s=source: p.source == s and not p.carried, concept, dimensions=dimensions)))
        return self.two_sided("overview", self.title("收支", "总表"), ledger, numbered(income))

    def two_sided(self, id, title, ledger, income, fund=None):
        table = Table(id, title, [], fund)
        left = income + [
            Row(["本年收入合计"], Said(lambda p: not p.carried, "income.current_year")),
            Row(["上年结转"], Said(lambda p: p.carried, "balance.opening")), Row(["收入总计"], Said(concept="income.total"))]
        codes = ledger.of(table.takes)
        right = labels.functional(codes, labels.STYLES["names"])
        if self.style != "names":
            for row in right:
                row.under = []
            numbered(right)
        right += [Row(["本年支出合计"], Said(concept="expenditure.current_year")),
                  Row(["结转下年"], Said(lambda p: False, "balance.closing")), Row(["支出总计"], Said(concept="expenditure.total"))]
        amount = [Column((self.amount,))]
        table.sides = [Side([("项目",)], amount, left, "收入"), Side([("项目",)], amount, right, "支出")]
        return table

    def fiscal_overview(self, ledger):
        income = [Row(["一、本年收入"], Said(lambda p: not p.carried, "income.current_year"))]
        carried = [Row(["二、上年结转"], Said(lambda p: p.carried, "balance.opening"))]
        for index, fund in enumerate(TREASURY):
            label = f"({NUMERALS[index]}){FUND[fund]}拨款"
            income.append(Row([label], Said(lambda p, f=fund: p.source == f and not p.carried, "income.fiscal_appropriation", dimensions={"fund": fund})))
            carried.append(Row([label], Said(lambda p, f=fund: p.source == f and p.carried, "balance.opening", dimensions={"fund": fund})))
        table = self.two_sided("fiscal_appropriation", self.title("财政拨款收支", "总表"), ledger, income + carried, "fiscal")
        left, right = table.sides
        left.rows = income + carried + left.rows[-1:]
        return table

    def income(self, ledger):
        """By bodies: the year's income by its sources, and what was carried over."""
        current = [Column(("本年收入", "小计"), Said(lambda p: not p.carried, "income.current_year"))]
        carried = [Column(("上年结转结余", "小计"), Said(lambda p: p.carried, "balance.opening"))]
        for fund in TREASURY:
            current.append(Column(("本年收入", FUND[fund]), Said(lambda p, f=fund: p.source == f and not p.carried, "income.fiscal_appropriation", dimensions={"fund": fund})))
            carried.append(Column(("上年结转结余", FUND[fund]), Said(lambda p, f=fund: p.source == f and p.carried, "balance.opening", dimensions={"fund": fund})))
        for source in self.sources:
            concept, dimensions = INCOME[source]
            current.append(Column(("本年收入", SOURCE[source]), Said(lambda p, s=source: p.source == s and not p.carried, concept, dimensions=dimensions)))
        rows = [Row(["合计"]), Row([ledger.body])]
        rows += [Row([part], Said(lambda p, e=part: p.entity == e, dimensions={"entity": part})) for part in ledger.parts]
        columns = [Column(("合计",), Said(concept="income.total"))] + current + carried
        return Table("income", self.title("收入", "总表"), [Side([("单位名称",)], columns, rows)])

    def expenditure(self, ledger):
        table = self.spending("expenditure", self.title("支出", "总表"), ledger)
        if self.crossed:
            side, style = table.sides[0], self.labels
            pairs = sorted({(p.function, GOVERNMENT[p.economic], p.economic) for p in ledger.postings})
            side.label_heads = [("功能分类科目",), ("政府预算经济分类科目",), ("部门预算经济分类科目",)]
            side.rows = [Row(style.cells(f) + style.cells(g) + style.cells(e), Said(
                lambda p, f=f, e=e: p.function == f and p.economic == e, "expenditure.function", 1,
                {"function": f, "government_economic": g, "economic": e})) for f, g, e in pairs]
            side.rows.insert(0, Row(["合计", "", ""]))
        return table

    def fiscal_spending(self, ledger):
        return self.spending("fiscal_expenditure", self.title("财政拨款支出"), ledger, "fiscal")

    def general_budget(self, ledger):
        return self.spending("general_public_budget", self.title("一般公共预算支出"), ledger, "general_public_budget", deep=True)

    def basic(self, ledger):
        style = self.labels
        codes = {p.economic for p in ledger.postings if not p.project and p.source == "general_public_budget"}
        basic = lambda p: not p.project
        people = lambda p: basic(p) and p.economic[:3] in ("301", "303")
        public = lambda p: basic(p) and p.economic[:3] not in ("301", "303")
        columns = [Column(("合计",), Said(basic, "expenditure.basic")), Column(("人员经费",), Said(people, "expenditure.basic.personnel", 2)),
                   Column(("公用经费",), Said(public, "expenditure.basic.public", 2))]
        rows = [labels.total(style)] + labels.economic(codes, style)
        # Forms with a group of each year's money have them for the functional items alone.
        return Table("basic_expenditure", self.title("一般公共预算基本支出"),
                     [Side(style.heads("部门预算支出经济分类科目"), columns, rows, merged=style.merged)], "general_public_budget")

    def three_public(self, ledger):
        basic = lambda p, codes: not p.project and p.economic in codes
        def says(concept, *kinds):
            codes = [code for kind in kinds for code in THREE[kind]]
            return Said(lambda p: basic(p, codes), "three_public." + concept)
        vehicle = "公务用车购置及运行费"
        columns = [Column(("“三公”经费合计",), says("total", *THREE)), Column(("因公出国（境）费",), says("abroad", "abroad")),
                   Column((vehicle, "小计"), says("vehicle", "purchase", "running")),
                   Column((vehicle, "公务用车购置费"), says("vehicle_purchase", "purchase")),
                   Column((vehicle, "公务用车运行费"), says("vehicle_running", "running")),
                   Column(("公务接待费",), says("reception", "reception"))]
        return Table("three_public", self.title("一般公共预算“三公”经费支出"), [Side([], columns, [Row([])])], "general_public_budget", lends=False)

    def government_fund(self, ledger):
        return self.spending("government_fund", self.title("政府性基金预算支出"), ledger, "government_fund")

    def state_capital(self, ledger):
        return self.spending("state_capital", self.title("国有资本经营预算支出"), ledger, "state_capital")

    def projects(self, ledger):
        columns = [Column(("合计",), Said(lambda p: bool(p.project), "expenditure.project"))]
        for fund in TREASURY:
            columns.append(Column((FUND[fund],), Said(lambda p, f=fund: bool(p.project) and p.source == f, "expenditure.project", dimensions={"fund": fund})))
        for source in self.sources:
            columns.append(Column((SOURCE[source],), Said(lambda p, s=source: bool(p.project) and p.source == s, "expenditure.project", dimensions={"funding": source})))
        names = sorted({p.project for p in ledger.postings if p.project})
        rows = [Row(["合计"])] + [Row([n], Said(lambda p, n=n: p.project == n, dimensions={"project": n})) for n in names]
        return Table("projects", self.title("项目支出"), [Side([("项目名称",)], columns, rows)])

    def procurement(self, ledger):
        every = [code for _, codes in PROCUREMENT.values() for code in codes]
        rows = [Row(["合计"], Said(lambda p: p.economic in every and not p.project, "procurement.total"))]
        for label, (concept, codes) in PROCUREMENT.items():
            rows.append(Row([label], Said(lambda p, c=codes: p.economic in c and not p.project, "procurement." + concept)))
        return Table("procurement", self.title("政府采购"), [Side([("项目",)], [Column(("金额",))], rows)])

    # ---- of the old final accounts

    def final_overview(self, ledger):
        income = [Row(["财政拨款收入"], Said(lambda p: p.treasury and not p.carried, "income.fiscal_appropriation"))]
        income += [Row([SOURCE[s]], Said(lambda p, s=s: p.source == s and not p.carried, INCOME[s][0])) for s in self.sources]
        table = self.two_sided("overview", "收入支出决算总表", ledger, numbered(income))
        left, right = table.sides
        left.rows[-2].labels, left.rows[-1].labels = ["年初结转和结余"], ["总计"]
        right.rows[-2].labels, right.rows[-1].labels = ["年末结转和结余"], ["总计"]
        return table

    def final_income(self, ledger):
        style = self.labels
        now = lambda p: not p.carried
        columns = [Column(("本年收入合计",), Said(now, "income.current_year")),
                   Column(("财政拨款收入",), Said(lambda p: now(p) and p.treasury, "income.fiscal_appropriation"))]
        columns += [Column((SOURCE[s],), Said(lambda p, s=s: now(p) and p.source == s, INCOME[s][0])) for s in self.sources]
        rows = labels.functional(ledger.of(now), style)
        for row in rows:
            for line in row.lines():
                line.says.concept = None
        return Table("income", "收入决算表", [Side(style.heads("功能分类科目"), columns, [labels.total(style)] + rows, merged=style.merged)])

    def final_expenditure(self, ledger):
        table = self.spending("expenditure", "支出决算表", ledger)
        table.sides[0].columns[0].heads = ("本年支出合计",)
        return table

    def final_general_budget(self, ledger):
        return self.spending("general_public_budget", "一般公共预算财政拨款支出决算表", ledger, "general_public_budget")

    def final_basic(self, ledger):
        table = self.basic(ledger)
        table.title = "一般公共预算财政拨款基本支出决算表"
        side = table.sides[0]
        side.label_heads = [("经济分类科目编码",)] * 3 + [("科目名称",)] if side.merged else side.label_heads
        return table

    def final_three_public(self, ledger):
        table = self.three_public(ledger)
        table.title = "一般公共预算财政拨款“三公”经费支出决算表"
        side = table.sides[0]
        side.columns = [Column((head,) + c.heads, c.says, aspect) for head, aspect in (("预算数", "initial_budget"), ("决算数", "actual"))
                        for c in side.columns]
        return table


BUDGET = ["overview", "income", "expenditure", "fiscal_overview", "fiscal_spending", "general_budget", "basic", "three_public",
          "government_fund", "state_capital", "projects", "procurement"]
FINAL = ["final_overview", "final_income", "final_expenditure", "final_general_budget", "final_basic", "final_three_public"]

FORMS = {
    # Codes beside names; titles say nothing of a budget.
    "budget": Form(tables=BUDGET),
    # Codes in the cell of the name.
    "bracket": Form(tables=BUDGET, style="bracket", carries=True, word="预算", sources=["special_account", "institutional", "other"]),
    "dash": Form(tables=BUDGET, style="dash", crossed=True),
    # No codes at all.
    "names": Form(tables=BUDGET, style="names", word="预算", mark="表{:02d}"),
    # Two groups of columns, one for each year whose money it is.
    "groups": Form(tables=BUDGET, groups=True, carries=True, mark="（预算表{}）"),
    # Final accounts of old: yuan, three columns of codes.
    "three": Form(tables=FINAL, kind="部门决算", style="three", unit="元", aspect="actual", amount="决算数", word="决算", mark="公开{:02d}表",
                  sources=["institutional", "other"]),
    "merged": Form(tables=FINAL, kind="部门决算", style="merged", unit="元", aspect="actual", amount="决算数", word="决算", mark="公开{:02d}表",
                   sources=["institutional", "other"]),
}
