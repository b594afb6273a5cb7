import tempfile
import unittest
from pathlib import Path

import check_includes

TABLE = """\
runtime: folder=runtime uses= libraries=
trace: folder=app/trace uses=runtime libraries=fmt::fmt
window: folder=app/window uses=trace libraries=glfw,PkgConfig::imgui
"""


class IncludesPointDown(unittest.TestCase):
    def faults(self, files):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for path, text in files.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8")
            return check_includes.faults(check_includes.read_layers(TABLE), root)

    def assert_one(self, files, part):
        found = self.faults(files)
        self.assertEqual(len(found), 1, found)
        self.assertIn(part, found[0])

    def test_downward_is_fine_also_by_way_of_another_layer(self):
        self.assertEqual([], self.faults({
            "runtime/event.h": "#include <vector>\n",
            "app/trace/trace.h": '#include "runtime/event.h"\n',
            "app/window/window.cpp": '#include "app/trace/trace.h"\n#  include "runtime/event.h"\n',
        }))

    def test_upward_is_a_fault_that_names_the_line(self):
        self.assert_one({"runtime/loop.cpp": '#pragma once\n#include "app/trace/trace.h"\n'},
                        "runtime/loop.cpp:2: ")

    def test_upward_in_angle_brackets_is_a_fault_too(self):
        self.assert_one({"app/trace/a.h": "#include <app/window/window.h>\n"}, "trace may not see window")

    def test_a_library_needs_to_be_linked(self):
        self.assert_one({"runtime/a.cpp": "#include <fmt/format.h>\n"}, "not linked with fmt")
        self.assert_one({"app/trace/a.cpp": '#include "imgui.h"\n'}, "not linked with PkgConfig::imgui")

    def test_a_library_of_a_lower_layer_will_do(self):
        self.assertEqual([], self.faults({"app/window/a.cpp": "#include <fmt/format.h>\n#include <GLFW/glfw3.h>\n"}))

    def test_threads_are_for_those_who_link_them(self):
        self.assert_one({"app/window/a.cpp": "  std::jthread t(work);\n"}, "may start no threads")
        self.assertEqual([], self.faults({"runtime/a.cpp": "// no std::thread\nstd::this_thread::sleep_for(t);\n"}))

    def test_a_path_that_does_not_start_at_the_root_is_a_fault(self):
        self.assert_one({"runtime/event.h": "", "runtime/loop.h": '#include "event.h"\n'}, "not written from the root")
        self.assert_one({"runtime/event.h": "", "app/trace/a.h": '#include "../../runtime/event.h"\n'},
                        "not written from the root")

    def test_what_belongs_to_no_layer_is_not_for_a_layer(self):
        self.assert_one({"app/main.h": "", "app/trace/a.h": '#include "app/main.h"\n'}, "belongs to no layer")


if __name__ == "__main__":
    unittest.main()
