"""Computing in threads: one at a time, and the loop's own work with them."""

import asyncio
import time

from recording import Recording

COMPUTING = """
    import asyncio
    from concurrent.futures import POOL
    import time

    def work(seconds):
        pass

    def compute(seconds):
        work(seconds)

    async def main():
        loop = asyncio.get_running_loop()
        pool = POOL(2)
        jobs = [loop.run_in_executor(pool, JOB, 1) for _ in range(3)]
        BODY
        await asyncio.gather(*jobs)

    asyncio.run(main())
    """


class InterpreterLockTest(Recording):
    def jobs(self, pool, job, body="pass"):
        return self.of_program(COMPUTING.replace("POOL", pool).replace("JOB", job)
                               .replace("BODY", body))

    def told(self, seen):
        return [(r["kind"][4:], r["job"], r["t_ns"] / 1e9)
                for r in seen.kind("job_started", "job_waiting", "job_finished")]

    def test_jobs_that_compute_in_threads_take_turns_whole(self):
        self.assertEqual(self.told(self.jobs("ThreadPoolExecutor", "compute")), [
            ("started", 1, 0.0), ("started", 2, 0.0), ("waiting", 2, 0.0),
            ("finished", 1, 1.0), ("started", 3, 1.0), ("waiting", 3, 1.0),
            ("finished", 2, 2.0), ("finished", 3, 3.0)])

    def test_jobs_that_wait_do_not_need_it_nor_do_processes(self):
        for pool, job in (("ThreadPoolExecutor", "time.sleep"),
                          ("ProcessPoolExecutor", "compute")):
            self.assertEqual(self.told(self.jobs(pool, job)), [
                ("started", 1, 0.0), ("started", 2, 0.0),
                ("finished", 1, 1.0), ("started", 3, 1.0), ("finished", 2, 1.0),
                ("finished", 3, 2.0)])

    def test_the_loops_own_work_waits_for_those_that_have_started(self):
        seen = self.jobs("ThreadPoolExecutor", "compute", "work(0.5)")
        self.assertEqual([(r["kind"], r["t_ns"] / 1e9, r["duration_ns"] / 1e9)
                          for r in seen.kind("blocked", "worked")],
                         [("blocked", 0.0, 2.0), ("worked", 2.0, 0.5)])
        lines = {r["line"] for r in seen.kind("blocked", "worked")}
        self.assertEqual(len(lines), 1)
        self.assertEqual(seen.seconds(), 3.5)

    def test_a_job_that_starts_when_the_lock_is_free_does_not_wait(self):
        seen = self.of("pi-in-a-thread", "threaded")
        self.assertEqual(seen.kind("job_waiting"), [])

    def test_a_waiter_resumes_an_iteration_after_the_callback_with_real_threads_too(self):
        seen = self.of("external-apis", "threaded", settings={"ids": 1})
        heard = next(r for r in seen.kind("callback_ran") if r["callback"] == "job")
        ready = next(r for r in seen.kind("callback_ran") if r["callback"] == "gather")
        self.assertEqual(ready["iteration"] - heard["iteration"], 1)
        self.assertEqual(_iterations_after_a_real_job(), 1)


def _iterations_after_a_real_job():
    """From the future's being resolved to its waiter's going on."""
    class Counting(asyncio.SelectorEventLoop):
        rounds = 0

        def _run_once(self):
            self.rounds += 1
            super()._run_once()

    async def main():
        loop = asyncio.get_running_loop()
        job = loop.run_in_executor(None, time.sleep, 0.05)
        resolved = []
        job.add_done_callback(lambda _: resolved.append(loop.rounds))
        await job
        # The callback that was added before the await runs in the same iteration.
        return loop.rounds - (resolved[0] - 1)

    with asyncio.Runner(loop_factory=Counting) as runner:
        return runner.run(main())
