"""TABLE.md held to the programs of this folder and to CPython's own tests."""

import ast
import collections
import os
import re
import sys
import sysconfig
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
RUNTIME_TESTS = os.path.join(os.path.dirname(HERE), "runtime")
TABLE = os.path.join(HERE, "TABLE.md")
STATUSES = ("covered", "not applicable", "open")
VERSION = (3, 11, 7)  # whose tests the table lists

Row = collections.namedtuple("Row", "file test status said")


def rows_of(text):
    """The rows of a table of ours; of what stands between them, the headings."""
    rows, file = [], None
    for line in text.splitlines():
        if line.startswith("## "):
            file = line[3:].strip()
        elif line.startswith("| ") and not line.startswith(("| test |", "| --- |")):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            rows.append(Row(file, *(cells + ["", "", ""])[:3]))
    return rows


def named_programs(said):
    return re.findall(r"`([a-z]+/[a-z0-9_]+)`", said)


def named_runtime_tests(said):
    return re.findall(r'runtime "([^"]+)"', said)


def programs():
    """`locks/lock_goes_to_waiters_in_order`, …: what stands in a folder."""
    return {f"{folder.name}/{entry.name[:-3]}"
            for folder in os.scandir(HERE) if folder.is_dir()
            for entry in os.scandir(folder.path) if entry.name.endswith(".py")}


def runtime_tests():
    found = set()
    for entry in os.scandir(RUNTIME_TESTS):
        if entry.name.endswith(".cpp"):
            with open(entry.path, encoding="utf-8") as file:
                found.update(re.findall(r'TEST_CASE\(\s*"([^"]+)"', file.read()))
    return found


def faults(rows, known_programs, known_runtime_tests):
    """What is wrong with a table, a line each."""
    told = []
    for row in rows:
        named = named_programs(row.said), named_runtime_tests(row.said)
        if row.status not in STATUSES:
            told.append(f"{row.test}: unknown status {row.status!r}")
        if not row.said:
            told.append(f"{row.test}: {row.status}, but by what, or why?")
        elif row.status == "covered" and not any(named):
            told.append(f"{row.test}: covered, but by nothing of ours")
        told += [f"{row.test}: no program {name}" for name in named[0]
                 if name not in known_programs]
        told += [f"{row.test}: no test of tests/runtime {name!r}" for name in named[1]
                 if name not in known_runtime_tests]
    named = {name for row in rows if row.status != "not applicable"
             for name in named_programs(row.said)}
    told += [f"{name}: in no row" for name in sorted(known_programs - named)]
    counted = collections.Counter((row.file, row.test) for row in rows)
    told += [f"{test}: {count} rows" for (_, test), count in counted.items() if count > 1]
    return told


def tests_in(path):
    """`Class.test_method` of a file; tests made in a function of that name too."""
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    return [f"{holder.name}.{inner.name}" for holder in tree.body
            if isinstance(holder, (ast.ClassDef, ast.FunctionDef))
            for inner in holder.body
            if isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef))
            and inner.name.startswith("test")]


class TableTest(unittest.TestCase):
    def setUp(self):
        with open(TABLE, encoding="utf-8") as file:
            self.rows = rows_of(file.read())

    def test_every_row_says_by_what_or_why_and_every_program_has_a_row(self):
        self.assertGreater(len(self.rows), 400)
        self.assertEqual(faults(self.rows, programs(), runtime_tests()), [])

    def test_every_test_of_cpythons_has_a_row_and_every_row_a_test(self):
        folder = os.path.join(sysconfig.get_path("stdlib"), "test", "test_asyncio")
        if sys.version_info[:3] != VERSION or not os.path.isdir(folder):
            self.skipTest("the tests of CPython %d.%d.%d are not installed here" % VERSION)
        files = dict.fromkeys(row.file for row in self.rows)
        theirs = [(file, test) for file in files for test in tests_in(os.path.join(folder, file))]
        ours = [(row.file, row.test) for row in self.rows]
        self.assertEqual([test for test in theirs if test not in ours], [])
        self.assertEqual([test for test in ours if test not in theirs], [])

    def test_a_program_says_in_its_first_line_what_it_shows(self):
        for name in sorted(programs()):
            with open(os.path.join(HERE, *name.split("/")) + ".py", encoding="utf-8") as file:
                self.assertRegex(file.readline(), r"^# \S.*[.]$", name)


class FaultsTest(unittest.TestCase):
    """The check can fail."""

    def told_of(self, *lines):
        rows = rows_of("## test_locks.py\n" + "\n".join(lines))
        return faults(rows, {"locks/a"}, {"a lock"})

    def test_a_table_without_fault(self):
        self.assertEqual(self.told_of("| T.test_a | covered | `locks/a` |",
                                      '| T.test_b | covered | runtime "a lock" |',
                                      "| T.test_c | not applicable | repr |",
                                      "| T.test_d | open | no time |"), [])

    def test_what_is_missing_is_named(self):
        fine = "| T.test_a | covered | `locks/a` |"
        for line, fault in (
                ("| T.test_b | covered | `locks/b` |", "T.test_b: no program locks/b"),
                ('| T.test_b | covered | runtime "b" |', "T.test_b: no test of tests/runtime 'b'"),
                ("| T.test_b | covered | somehow |", "T.test_b: covered, but by nothing of ours"),
                ("| T.test_b | open | |", "T.test_b: open, but by what, or why?"),
                ("| T.test_b | maybe | later |", "T.test_b: unknown status 'maybe'"),
                (fine, "T.test_a: 2 rows")):
            self.assertEqual(self.told_of(fine, line), [fault])
        self.assertEqual(self.told_of("| T.test_a | open | later |"), ["locks/a: in no row"])


if __name__ == "__main__":
    unittest.main()
