"""The command line, and many recordings in one go."""

import json
import os
import subprocess
import sys
import tempfile

from recording import ASSETS, Recording, listing

HELLO = listing("hello", "concurrent")


class CommandLineTest(Recording):
    def recorder(self, *arguments, given=None, as_module=False):
        how = ["-m", "recorder"] if as_module else [os.path.join(ASSETS, "recorder")]
        env = {**os.environ, "PYTHONPATH": ASSETS if as_module else "",
               "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run([sys.executable, *how, *arguments], env=env, text=True,
                              input=given, capture_output=True, timeout=60)

    def test_a_trace_goes_to_standard_output_and_nothing_else_does(self):
        ran = self.recorder(HELLO, "--scenario", "hello", "--mode", "concurrent")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        rows = [json.loads(line) for line in ran.stdout.splitlines()]
        self.assertEqual(rows[0]["scenario"], "hello")
        self.assertEqual(rows[-1]["kind"], "program_finished")
        self.assertEqual(ran.stdout, self.recorder(
            HELLO, "--scenario", "hello", "--mode", "concurrent", as_module=True).stdout)

    def test_a_setting_takes_the_place_of_the_constant(self):
        ran = self.recorder(HELLO, "--set", "delay=0.25")
        last = json.loads(ran.stdout.splitlines()[-1])
        self.assertEqual(last["t_ns"], 250_000_000)

    def test_an_unknown_setting_is_refused_with_those_that_are_known(self):
        ran = self.recorder(listing("boiling-water", "concurrent"), "--set", "page=3")
        self.assertEqual((ran.returncode, ran.stdout), (2, ""))
        self.assertIn("no parameter 'page'", ran.stderr)
        self.assertIn("pages, messages, page_time", ran.stderr)

    def test_a_setting_that_is_no_number_is_refused(self):
        ran = self.recorder(HELLO, "--set", "delay=long")
        self.assertEqual(ran.returncode, 2)
        self.assertIn("NAME=NUMBER", ran.stderr)

    def test_a_missing_listing_is_refused(self):
        ran = self.recorder("no-such.py")
        self.assertEqual(ran.returncode, 2)
        self.assertIn("no-such.py", ran.stderr)

    def test_a_program_that_fails_is_recorded_all_the_same(self):
        with tempfile.TemporaryDirectory() as folder:
            path, out = os.path.join(folder, "a.py"), os.path.join(folder, "a.jsonl")
            with open(path, "w", encoding="utf-8") as file:
                file.write("raise SystemExit('enough')\n")
            ran = self.recorder(path, "-o", out)
            self.assertEqual(ran.returncode, 1)
            with open(out, encoding="utf-8") as file:
                last = json.loads(file.readlines()[-1])
            self.assertEqual(last["error"], "SystemExit: enough")
            self.assertEqual(sorted(os.listdir(folder)), ["a.jsonl", "a.py"])

    def test_another_minor_version_is_told_from_the_judge_by_its_status(self):
        code = ("import sys; sys.version_info = (3, 12, 1); sys.argv[0] = 'recorder';"
                "from recorder.cli import main; sys.exit(main())")
        ran = subprocess.run([sys.executable, "-c", code, HELLO], text=True,
                             env={**os.environ, "PYTHONPATH": ASSETS},
                             capture_output=True, timeout=60)
        self.assertEqual((ran.returncode, ran.stdout), (77, ""))
        self.assertIn("the judge is CPython 3.11", ran.stderr)

    def test_a_batch_records_each_job_as_if_it_were_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            out = [os.path.join(folder, f"{n}.jsonl") for n in range(4)]
            jobs = [{"listing": HELLO, "output": out[0]},
                    {"listing": HELLO, "output": out[1], "set": {"delay": 2}},
                    {"listing": HELLO, "output": out[2], "set": {"wrong": 2}},
                    {"listing": listing("two-hellos", "forever"), "until": 3,
                     "output": out[3]}]
            ran = self.recorder("--batch", given=json.dumps(jobs))
            answers = [json.loads(line) for line in ran.stdout.splitlines()]
            self.assertEqual([a["status"] for a in answers], [0, 0, 2, 0])
            self.assertIn("no parameter 'wrong'", answers[2]["error"])
            self.assertFalse(os.path.exists(out[2]))
            with open(out[0], encoding="utf-8") as file:
                self.assertEqual(file.read(), self.recorder(HELLO).stdout)

    def test_jobs_that_share_a_process_are_recorded_as_if_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            endless = os.path.join(folder, "endless.py")
            with open(endless, "w", encoding="utf-8") as file:
                file.write("while True:\n    pass\n")
            out = [os.path.join(folder, f"{n}.jsonl") for n in range(5)]
            jobs = [{"listing": HELLO, "output": out[0]},
                    {"listing": HELLO, "output": out[1], "set": {"wrong": 2}},
                    {"listing": HELLO, "output": out[2]},
                    {"listing": endless, "output": out[3], "timeout": 1},
                    {"listing": HELLO, "output": out[4]}]
            ran = self.recorder("--batch", "--together", "9", given=json.dumps(jobs))
            answers = [json.loads(line) for line in ran.stdout.splitlines()]
            self.assertEqual([a["status"] for a in answers], [0, 2, 0, 2, 0])
            self.assertIn("it took too long", answers[3]["error"])
            alone = self.recorder(HELLO).stdout
            for at in (0, 2, 4):
                with open(out[at], encoding="utf-8") as file:
                    self.assertEqual(file.read(), alone)
            self.assertEqual(self.recorder("--batch", "--together", "0").returncode, 2)

    def test_a_job_that_never_ends_is_given_up(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.py")
            with open(path, "w", encoding="utf-8") as file:
                file.write("while True:\n    pass\n")
            job = {"listing": path, "output": path + "l", "timeout": 1}
            ran = self.recorder("--batch", given=json.dumps([job]))
            self.assertEqual(json.loads(ran.stdout)["error"], f"{path}: it took too long")
