"""The money of one made-up body: what all its tables are sums of."""

import csv
import random
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PLACES = ["云岭", "淮岭", "荆溪", "沅岭", "江浦", "平溪", "越川", "北岭", "东河", "石桥"]
BODIES = [("水利局", ["水文站", "河道管理所"]), ("教育局", ["教师进修学校", "招生考试中心"]),
          ("林业局", ["林业工作站", "苗圃管理所"]), ("民政局", ["社会福利院", "救助管理站"])]
PROJECTS = ["桥梁检测", "档案数字化", "窗口设备更新", "防汛物资储备", "志愿者培训", "档案库房维修"]
PERSONNEL = ["30101", "30102", "30103", "30108", "30113", "30301", "30302"]
PUBLIC = ["30201", "30207", "30211", "30212", "30217", "30231", "31002", "31013"]
TREASURY = ["general_public_budget", "government_fund", "state_capital"]


def names(file, scheme=None):
    """The names of the classification's codes, as today's edition has them."""
    with open(ROOT / "Mappings/classification" / file, encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["code"]: row["name"] for row in rows
                if not row["edition"].startswith("≤") and row.get("scheme") == scheme}


FUNCTIONS = names("functional.tsv")
ECONOMIC = names("economic.tsv", "department")
GOVERNMENT = names("economic.tsv", "government")


@dataclass(frozen=True)
class Posting:
    """An amount in cents of the printed unit, and all that is known of it."""

    cents: int
    function: str
    source: str             # one of TREASURY, or special_account, unit_funds, institutional, other
    entity: str
    economic: str = "30227"  # what was bought
    project: str = ""       # of expenditure on projects
    carried: bool = False   # from the year before

    @property
    def treasury(self):
        return self.source in TREASURY


class Ledger:
    def __init__(self, seed, sources, carries):
        """`sources`: which money there is beside the treasury's; `carries`: money of the year before, too."""
        self.random = random.Random(seed)
        self.year = self.random.randint(2020, 2024)
        place = self.random.choice(PLACES) + "县"
        body, parts = self.random.choice(BODIES)
        self.body = place + body
        self.parts = [self.body + "(本级)"] + [place + body + part for part in parts] if self.chance(0.6) else []
        self.postings = []
        general = [code for code in self.tidy(7) if code[:3] < "223" and code[:3] != "212"]
        chosen = self.random.sample(general, self.random.randint(4, 7))
        # A second item beside one of them, so that a category has two.
        twins = [code for code in general if code[:5] == chosen[0][:5] and code != chosen[0]]
        self.items = sorted(set(chosen + twins[:1]))
        projects = self.random.sample(PROJECTS, 4)
        for item in self.items:
            entity = self.random.choice(self.parts or [self.body])
            for economic in self.random.sample(PERSONNEL, 3) + self.random.sample(PUBLIC, 3):
                self.post(item, "general_public_budget", entity, economic=economic)
            if self.chance(0.7):
                project = self.random.choice(projects)
                self.post(item, "general_public_budget", entity, project=project)
                for source in sources:
                    if self.chance(0.5):
                        self.post(item, source, entity, project=project)
                if carries:
                    self.post(item, "general_public_budget", entity, project=project, carried=True)
        if self.chance(0.5):
            self.post("2296002", "government_fund", self.parts[0] if self.parts else self.body, project=projects[0])

    @staticmethod
    def tidy(length):
        """Codes that stand under codes with names."""
        return sorted(code for code, name in FUNCTIONS.items() if len(code) == length
                      and code[:3] in FUNCTIONS and code[:5] in FUNCTIONS)

    def chance(self, share):
        return self.random.random() < share

    def post(self, function, source, entity, **more):
        cents = self.random.randint(10 ** 3, self.random.choice([10 ** 5, 10 ** 6]))
        self.postings.append(Posting(cents, function, source, entity, **more))

    def sum(self, chooses):
        return sum(posting.cents for posting in self.postings if chooses(posting))

    def of(self, chooses):
        """The codes, class first, of the functional items of some postings, and of their classes and categories."""
        return sorted({posting.function[:length] for posting in self.postings if chooses(posting) for length in (3, 5, 7)})
