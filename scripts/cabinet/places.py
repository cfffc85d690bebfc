"""Names, links and things that are no files."""

import os
import socket
import stat
import sys

from . import SENTENCE, TITLE

GOOD = f"{TITLE}\n\n第一部分 部门概况\n{SENTENCE}\n".encode()


def make(folder):
    """Makes the places below `folder` and gives their records."""
    root = os.fsencode(os.path.join(folder, "places"))
    os.mkdir(root)
    records = []

    def path(name):
        return os.path.join(root, name)

    def write(name, data=GOOD):
        with open(path(name), "wb") as file:
            file.write(data)

    def entry(name, expect, why, build, says="", holds=""):
        try:
            build(name)
        except OSError as error:
            print(f"left out: {name!r} ({why}): {error.strerror}", file=sys.stderr)
            return
        records.append({
            "path": os.path.join("places", os.fsdecode(name)), "expect": expect, "why": why,
            "says": says, "holds": holds,
        })

    def bind(name):
        with socket.socket(socket.AF_UNIX) as server:
            here = os.getcwd()
            os.chdir(root)
            try:
                server.bind(name)
            finally:
                os.chdir(here)

    def unreadable(name):
        if os.geteuid() == 0:
            raise PermissionError(1, "root reads everything")
        write(name)
        os.chmod(path(name), 0)

    def unreadable_folder(name):
        if os.geteuid() == 0:
            raise PermissionError(1, "root reads everything")
        os.mkdir(path(name))
        os.chmod(path(name), 0)

    def sparse(name):
        with open(path(name), "wb") as file:
            file.truncate(10 << 30)

    def circle(name):
        os.symlink(name + b"-b.txt", path(name))
        os.symlink(name, path(name + b"-b.txt"))

    def folder_loop(name):
        os.mkdir(path(name))
        write(os.path.join(name, b"report.txt"))
        os.symlink(b".", path(os.path.join(name, b"again")))
        os.mkdir(path(os.path.join(name, b"below")))
        os.symlink(b"..", path(os.path.join(name, b"below/up")))

    def deep(name):
        here = path(name)
        os.mkdir(here)
        for _ in range(90):
            here = os.path.join(here, b"d")
            os.mkdir(here)
        with open(os.path.join(here, b"report.txt"), "wb") as file:
            file.write(GOOD)

    def folder_named(name):
        os.mkdir(path(name))

    def folder_filled(name):
        os.mkdir(path(name))
        write(os.path.join(name, b"inner.txt"))

    regular = "not a regular file"
    entry(b"pipe.txt", "error", "a pipe that nobody writes to", lambda n: os.mkfifo(path(n)), regular)
    entry(b"socket.txt", "error", "a socket", bind)
    entry(b"zero.txt", "error", "a device without end",
          lambda n: os.mknod(path(n), stat.S_IFCHR | 0o666, os.makedev(1, 5)), regular)
    entry(b"zero-link.txt", "error", "a link to a device",
          lambda n: os.symlink(b"/dev/zero", path(n)), regular)
    entry(b"terminal.txt", "error", "a link to the standard input",
          lambda n: os.symlink(b"/dev/stdin", path(n)))
    entry(b"memory.txt", "error", "a link to a process's memory",
          lambda n: os.symlink(b"/proc/self/mem", path(n)))
    entry(b"circle.txt", "error", "links that lead to each other", circle, "symbolic links")
    entry(b"dangling.txt", "error", "a link to nothing",
          lambda n: os.symlink(b"nowhere.txt", path(n)), "no such file")
    entry(b"loop", "converted", "a folder with links to itself and above", folder_loop)
    entry(b"deep", "either", "ninety folders within each other", deep)
    entry(b"report.pdf", "error", "an empty folder named as a report", folder_named, "folder")
    entry(b"filled.docx", "converted", "a folder named as a report, with one in it", folder_filled)
    entry(b"unreadable.txt", "error", "a file without the right to read it", unreadable,
          "permission")
    entry(b"unreadable", "error", "a folder without the right to look", unreadable_folder,
          "permission")
    entry(b"sparse.txt", "error", "ten gigabytes that take no room", sparse, "larger than")
    entry(b"line\nend.txt", "converted", "a name with a line end", write, holds="1234.56")
    entry(b"\x1b[31mred\x07.txt", "converted", "a name that steers the terminal", write,
          holds="1234.56")
    entry(b"latin-\xe9\xff.txt", "either", "a name that is no UTF-8", write)
    entry(b"n" * 251 + b".txt", "output", "a name as long as names can be: its output's is longer",
          write, "too long")
    entry(b"-rf.txt", "converted", "a name that looks as an option", write, holds="1234.56")
    entry(b"..report.txt", "converted", "a name that begins as the folder above", write,
          holds="1234.56")
    entry(b"report.txt.", "either", "a name that ends with a dot", write)
    entry("ｒｅｐｏｒｔ\u202etxt.txt".encode(), "converted", "a name that shows itself turned round",
          write, holds="1234.56")
    return records
