"""The names of test cases: CTest's and Catch2's lists know no way to quote some characters."""

import pathlib
import re
import unittest

TESTS = pathlib.Path(__file__).resolve().parent.parent
NAME = re.compile(r'TEST_CASE\(\s*"((?:[^"\\]|\\.)*)"')


class TestNames(unittest.TestCase):
    def test_every_name_can_be_listed(self):
        names = [(path.name, name)
                 for path in sorted(TESTS.rglob("*.cpp"))
                 for name in NAME.findall(path.read_text(encoding="utf-8"))]
        self.assertGreater(len(names), 0)
        self.assertEqual([found for found in names if set(found[1]) & set(";[]\\")], [])


if __name__ == "__main__":
    unittest.main()
