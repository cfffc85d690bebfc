"""Tables: columns in another order, heads split and merged, titles and units said otherwise."""

import re

from . import Part, Shelf

shelf = Shelf()
CODED = ("income", "expenditure", "general_public_budget")


def tables(document, *ids):
    """Tables with their captions' positions."""
    return [part.table for part in document.each("table") if not ids or part.table["id"] in ids]


def is_head_of_code(text):
    return text in ("项目", "功能分类科目编码", "科目名称")


@shelf.change("tables: columns in another order", generated=True)
def columns(document, rng):
    for table in tables(document, *CODED):
        rows, head = table["rows"], table["head"]
        first = next(c for c in range(len(rows[0])) if not is_head_of_code(rows[0][c]))
        order = list(range(first, len(rows[0])))
        rng.shuffle(order)
        order = list(range(first)) + order
        document.note("|".join(rows[0][first:]), "|".join(rows[0][c] for c in order[first:]))
        table["rows"] = [[row[c] for c in order] for row in rows]


@shelf.change("tables: 决算数 before 预算数", generated=True)
def pairs(document, rng):
    for table in tables(document, "three_public"):
        for row in table["rows"]:
            if table["rows"][2][:2] == ["预算数", "决算数"] or table["rows"][0][0] == "预算数":
                break
        width = len(table["rows"][0])
        if table["rows"][2][:2] == ["预算数", "决算数"]:
            order = [c ^ 1 for c in range(width)]
        else:
            order = list(range(6, 12)) + list(range(6))
        table["rows"] = [[row[c] for c in order] for row in table["rows"]]
        document.note("预算数|决算数", "决算数|预算数")


@shelf.change("tables: merged heads split, the text in each cell", generated=True)
def split_heads(document, rng):
    for table in tables(document):
        kept = [merge for merge in table["merges"] if merge[0] >= table["head"]]
        if kept != table["merges"] and rng.random() < 0.7:
            document.note(f"{len(table['merges'])} merged cells", f"{len(kept)} in {table['title']}")
            table["merges"] = kept


@shelf.change("tables: two rows of heads made one", generated=True)
def one_head(document, rng):
    for table in tables(document, *CODED):
        if table["head"] == 2 and rng.random() < 0.7:
            document.note("项目 over two rows", f"one row in {table['title']}")
            width = len(table["rows"][0])
            named = next(c for c in range(width) if table["rows"][1][c] == "科目名称")
            table["rows"] = table["rows"][1:]
            table["merges"] = [(r - 1, c, h, w) for r, c, h, w in table["merges"] if r >= 1]
            table["merges"] += [(0, 0, 1, named)] if named > 1 and (0, 0, 1, named) not in table["merges"] else []
            table["head"] = 1


@shelf.change("tables: a head over columns that had none", generated=True)
def merged_heads(document, rng):
    for table in tables(document, "expenditure", "general_public_budget"):
        rows = table["rows"]
        names = rows[table["head"] - 1]
        found = [c for c in range(len(names)) if names[c] in ("基本支出", "项目支出")]
        if table["head"] != 2 or len(found) != 2 or found[1] != found[0] + 1 or rng.random() < 0.3:
            continue
        for c in found:
            rows[0][c] = "其中"
        table["merges"] = [m for m in table["merges"] if not (m[0] == 0 and m[1] in found)] + [(0, found[0], 1, 2)]
        document.note("基本支出|项目支出", "其中:基本支出|项目支出")


@shelf.change("tables: the row 合计 first or last", generated=True)
def total(document, rng):
    for table in tables(document, *CODED):
        rows, head = table["rows"], table["head"]
        position = next((r for r in range(head, len(rows)) if rows[r][0] == "合计"), None)
        if position is None:
            continue
        target = head if position == len(rows) - 1 else len(rows) - 1
        row = rows.pop(position)
        rows.insert(target, row)
        table["merges"] = [(target if r == position else r, c, h, w) for r, c, h, w in table["merges"]]
        document.note(f"合计 in row {position}", f"in row {target}")


HEADS = {
    "决算数": ["决算数", "决算金额", "本年决算数", "决算"],
    "功能分类科目编码": ["功能分类科目编码", "科目编码", "支出功能分类科目编码", "功能科目编码"],
    "科目名称": ["科目名称", "功能分类科目名称", "项目名称"],
    "本年支出合计": ["本年支出合计", "支出合计"],
    "本年收入合计": ["本年收入合计", "收入合计"],
    "项目": ["项目", "项  目", "项 目"],
}


@shelf.change("tables: other words in heads", generated=True)
def heads(document, rng):
    for table in tables(document):
        for word, others in HEADS.items():
            other = rng.choice(others)
            for row in table["rows"][:table["head"]]:
                for c, text in enumerate(row):
                    if text == word != other:
                        document.note(text, other)
                        row[c] = other


@shelf.change("tables: rows without their numbers", generated=True)
def row_numbers(document, rng):
    for table in tables(document, "overview", "fiscal_appropriation"):
        for row in table["rows"]:
            for c, text in enumerate(row):
                row[c] = re.sub(r"^[一二三四五六七八九十]+、", "", text)
                if row[c] != text:
                    document.note(text, row[c])


@shelf.change("tables: rows in other words", generated=True)
def row_names(document, rng):
    words = {"年初结转和结余": ["年初结转结余", "上年结转和结余"], "年末结转和结余": ["年末结转结余"],
             "总计": ["总 计", "总  计"], "合计": ["合 计", "合  计"], "本年收入合计": ["本年收入合 计"]}
    for table in tables(document, "overview", *CODED):
        chosen = {word: rng.choice(others) for word, others in words.items()}
        for row in table["rows"][table["head"]:]:
            for c, text in enumerate(row):
                if text in chosen:
                    document.note(text, chosen[text])
                    row[c] = chosen[text]


@shelf.change("tables: thousands marked", generated=True)
def thousands(document, rng):
    for table in tables(document):
        for row in table["rows"][table["head"]:]:
            for c, text in enumerate(row):
                if re.fullmatch(r"-?\d{4,}\.\d\d", text):
                    row[c] = re.sub(r"(?<=\d)(?=(?:\d{3})+\.)", ",", text)
                    document.note(text, row[c])


@shelf.change("tables: other captions", generated=True)
def captions(document, rng):
    number = 0
    for index, part in enumerate(document.parts):
        if part.kind != "caption":
            continue
        old = part.text
        if part.text.endswith("表") and not part.text.startswith("公开"):
            number += 1
            form = rng.choice(["{t}", "表{n}：{t}", "{n}、{t}", "{y}年度{t}", "附表{n} {t}", "{t}（{y}年度）", "公开{n:02d}表 {t}", "表{n} {t}"])
            part.text = form.format(t=old, n=number, y=document.year)
        elif part.text.startswith("单位"):
            part.text = rng.choice(["{}", "金额{}", "部门：{body}　{}", "{half}", "（{}）", "[{}]"]).format(
                old, half=old.replace("：", ":"), body=document.parts[0].text.split(str(document.year))[0])
        if part.text != old:
            document.note(old, part.text)


@shelf.change("tables: the unit in the title", generated=True)
def unit_in_title(document, rng):
    parts = []
    for part in document.parts:
        title = next((p for p in reversed(parts) if p.kind == "caption" and p.text.endswith("表") and not p.text.startswith("公开")), None)
        if part.kind == "caption" and part.text.startswith("单位") and title in parts[-2:] and rng.random() < 0.7:
            document.note(part.text, title.text)
            title.text += f"（{part.text}）"
            continue
        parts.append(part)
    document.parts = parts


@shelf.change("tables: 公开…表 taken away or put there", generated=True)
def marks(document, rng):
    has = any(part.text.startswith("公开") for part in document.each("caption"))
    parts, number = [], 0
    for part in document.parts:
        if has and part.kind == "caption" and part.text.startswith("公开"):
            document.note(part.text, "")
            continue
        if not has and part.kind == "caption" and part.text.startswith("单位"):
            number += 1
            parts.append(Part("caption", f"公开{number:02d}表"))
            document.note("", parts[-1].text)
        parts.append(part)
    document.parts = parts


@shelf.change("tables: after the narrative", generated=True)
def order(document, rng):
    start = next((i for i, p in enumerate(document.parts) if p.kind == "part"), None)
    middle = next((i for i, p in enumerate(document.parts) if p.kind == "part" and i > start), None)
    first, second = document.parts[start:middle], document.parts[middle:]
    first[0].text, second[0].text = (first[0].text.replace("第一部分", "第二部分"), second[0].text.replace("第二部分", "第一部分"))
    document.parts = document.parts[:start] + second + first
    document.note("tables, narrative", "narrative, tables")
