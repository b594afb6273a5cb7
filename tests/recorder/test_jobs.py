"""Work handed to threads and processes."""

from recording import Recording

WAITING = """
    import asyncio
    from concurrent.futures import ThreadPoolExecutor
    import time

    IDS = 3

    def ask(number):
        time.sleep(1)
        if number == 3:
            raise OSError("no answer")
        return f"id{number}"

    async def main():
        loop = asyncio.get_running_loop()
        pool = ThreadPoolExecutor(max_workers=2)
        jobs = [loop.run_in_executor(pool, ask, n)
                for n in range(1, IDS + 1)]
        print(await asyncio.gather(*jobs, return_exceptions=True))

    asyncio.run(main())
    """


class JobsTest(Recording):
    def test_each_process_pool_has_its_own_worker(self):
        seen = self.of("phone-while-driving", "parallel")
        made = [(r["resource"], r["type"], r["capacity"])
                for r in seen.kind("resource_created")]
        self.assertEqual(made, [("processes", "pool", 1), ("processes 2", "pool", 1)])
        submitted = seen.kind("job_submitted")
        self.assertEqual([r["job"] for r in submitted], list(range(1, 9)))
        self.assertTrue(all(r["computes"] and r["duration_ns"] == 500_000_000
                            for r in submitted))

    def test_a_job_that_ends_resumes_its_waiter_one_iteration_later(self):
        seen = self.of("phone-while-driving", "parallel")
        talking = seen.task("talking")
        ended = next(r for r in talking if r["kind"] == "job_finished")
        ready = next(r for r in talking if r["kind"] == "task_ready")
        resumed = next(r for r in talking if r["kind"] == "task_resumed")
        self.assertEqual((ready["cause"], ready["by"]), ("job", 0))
        self.assertEqual(ended["iteration"], ready["iteration"])
        self.assertEqual(resumed["iteration"], ended["iteration"] + 1)
        suspended = next(r for r in talking if r["kind"] == "task_suspended")
        self.assertEqual((suspended["reason"], suspended["on"]), ("job", "job 1"))

    def test_a_job_without_a_free_worker_starts_when_one_is_freed(self):
        seen = self.of_program(WAITING)
        kinds = [(r["kind"], r["job"], r["t_ns"] // 1_000_000_000, r.get("worker"))
                 for r in seen.kind("job_submitted", "job_started", "job_finished")]
        self.assertEqual(kinds, [
            ("job_submitted", 1, 0, None), ("job_started", 1, 0, 1),
            ("job_submitted", 2, 0, None), ("job_started", 2, 0, 2),
            ("job_submitted", 3, 0, None),
            ("job_finished", 1, 1, 1), ("job_started", 3, 1, 1),
            ("job_finished", 2, 1, 2), ("job_finished", 3, 2, 1)])

    def test_a_job_brings_back_its_result_or_its_error(self):
        seen = self.of_program(WAITING)
        ends = [r.get("result") or r.get("error") for r in seen.kind("job_finished")]
        self.assertEqual(ends, ["'id1'", "'id2'", "OSError: no answer"])
        self.assertFalse(any(r["computes"] for r in seen.kind("job_submitted")))
        self.assertEqual(seen.output(), ["['id1', 'id2', OSError('no answer')]"])

    def test_to_thread_uses_the_loops_own_pool(self):
        seen = self.of_program("""
            import asyncio
            import time

            async def main():
                await asyncio.to_thread(time.sleep, 2)

            asyncio.run(main())
            """)
        pool, = seen.kind("resource_created")
        self.assertEqual((pool["resource"], pool["capacity"]), ("threads", 4))
        self.assertEqual(seen.seconds(), 2.0)
        main = next(r for r in seen.task("main") if r["kind"] == "task_suspended")
        self.assertEqual((main["reason"], main["on"], main["line"]), ("job", "job 1", 5))

    def test_a_job_that_is_cancelled_in_the_queue_is_never_started(self):
        seen = self.of_program("""
            import asyncio
            from concurrent.futures import ThreadPoolExecutor
            import time

            async def main():
                loop = asyncio.get_running_loop()
                pool = ThreadPoolExecutor(1)
                first = loop.run_in_executor(pool, time.sleep, 1)
                second = loop.run_in_executor(pool, time.sleep, 1)
                third = loop.run_in_executor(pool, time.sleep, 1)
                second.cancel()
                await third

            asyncio.run(main())
            """)
        self.assertEqual([r["job"] for r in seen.kind("job_started")], [1, 3])
        self.assertEqual(seen.seconds(), 2.0)
