"""Sentences in other paragraphs, lines as a page breaks them."""

import re

from . import Part, Shelf
from .originals import corpus

shelf = Shelf()


@shelf.change("paragraphs of a section joined")
def joined(document, rng):
    parts = []
    for part in document.parts:
        last = parts[-1] if parts else None
        if last and part.kind == last.kind == "text" and last.text.endswith("。") and rng.random() < 0.8:
            document.note("¶", part.text[:12])
            last.text += part.text
        else:
            parts.append(part)
    document.parts = parts


@shelf.change("paragraphs split at sentences")
def split(document, rng):
    parts = []
    for part in document.parts:
        pieces = re.findall(r"[^。]+。?", part.text) if part.kind == "text" else []
        if len(pieces) < 2 or rng.random() < 0.3:
            parts.append(part)
            continue
        document.note(part.text[:12], "¶".join(piece[:8] for piece in pieces))
        parts += [Part("text", piece) for piece in pieces]
    document.parts = parts


@shelf.change("paragraphs split at ；")
def split_lists(document, rng):
    parts = []
    for part in document.parts:
        pieces = re.split(r"(?<=[；;])", part.text) if part.kind == "text" else []
        if len(pieces) < 2 or rng.random() < 0.3:
            parts.append(part)
            continue
        document.note(part.text[:12], "¶".join(piece[:8] for piece in pieces))
        parts += [Part("text", piece) for piece in pieces]
    document.parts = parts


@shelf.change("headings run into their paragraphs")
def run_in(document, rng):
    parts, index = [], 0
    while index < len(document.parts):
        part = document.parts[index]
        follow = document.parts[index + 1] if index + 1 < len(document.parts) else None
        if part.kind == "subsection" and follow and follow.kind == "text" and rng.random() < 0.7:
            document.note(part.text, "¶")
            parts.append(Part("text", part.text.rstrip("。") + "。" + follow.text))
            index += 2
        else:
            parts.append(part)
            index += 1
    document.parts = parts


@shelf.change("lines wrapped as on a page", formats=("txt",))
def wrapped(document, rng):
    width = rng.randint(18, 42)
    for part in document.each("text"):
        lines = corpus.wrapped(part.text, width)
        if len(lines) > 1:
            document.note(part.text[:12], "¶".join(line[:6] for line in lines))
            part.text = "\n".join(lines)


@shelf.change("lines wrapped, numbers of pages between", formats=("txt",))
def paged(document, rng):
    width, height, line_count = rng.randint(24, 42), rng.randint(18, 34), 0
    for part in document.each("title", "part", "section", "subsection", "text"):
        lines = corpus.wrapped(part.text, width) if part.kind == "text" else [part.text]
        result = []
        for line in lines:
            result.append(line)
            line_count += 1
            if line_count % height == 0 and part.kind == "text":
                result.append(f"— {line_count // height} —")
                document.note("", result[-1])
        part.text = "\n".join(result)
