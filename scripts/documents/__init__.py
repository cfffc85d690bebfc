"""Small odd documents, by format; see scripts/make-documents.

Every module has `documents()`: tuples of a file's name, what it is, what the program makes wrong of it
today (or nothing) and its bytes.
"""

import io
import zipfile

TITLE = "青石区档案局2023年度部门决算"
PART = "第二部分 2023年度部门决算情况说明"
TOTAL = "一、收入支出决算总体情况说明"
THREE_PUBLIC = "九、财政拨款“三公”经费支出决算情况说明"
SENTENCE = "2023年度收入总计862.40万元，支出总计862.40万元。"


def archive(files):
    """A ZIP of texts, uncompressed and without the time of day: the same bytes on every machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED
            file.writestr(info, text.encode())
    return out.getvalue()
