"""timeout, wait_for, wait, shield: waiting, but not for ever."""

from recording import WAITING, Recording

TIMERS = ("timer_set", "timer_cancelled", "callback_ran", "cancel_requested",
          "cancel_uncounted")


class LimitsTest(Recording):
    def test_a_timeout_cancels_what_its_task_awaits(self):
        seen = self.of_program("""
            import asyncio

            async def main():
                try:
                    async with asyncio.timeout(1):
                        await asyncio.sleep(3)
                except TimeoutError:
                    print("too late")

            asyncio.run(main())
            """)
        self.assertEqual(seen.story(*TIMERS, *WAITING)[:10], [
            "1 - timer_set 1 1000000000 timeout 1",
            "1 - timer_set 2 3000000000 sleep 1",
            "1 main task_suspended sleep 3000000000",
            "2 - callback_ran timer 1",
            "2 main cancel_requested 0 1",
            "2 main task_ready timeout 0",
            "3 main task_resumed CancelledError",
            "3 - timer_cancelled 2 3000000000 sleep 1",
            "3 main cancel_uncounted 1 0",
            "4 - callback_ran run 1"])

    def test_a_timeout_kept_cancels_its_timer_and_a_rescheduled_one_sets_another(self):
        seen = self.of_program("""
            import asyncio

            async def main():
                loop = asyncio.get_running_loop()
                async with asyncio.timeout_at(loop.time() + 1) as limit:
                    limit.reschedule(loop.time() + 3)
                    await asyncio.sleep(2)

            asyncio.run(main())
            """)
        self.assertEqual(seen.story("timer_set", "timer_cancelled"), [
            "1 - timer_set 1 1000000000 timeout 1",
            "1 - timer_cancelled 1 1000000000 timeout 1",
            "1 - timer_set 2 3000000000 timeout 1",
            "1 - timer_set 3 2000000000 sleep 1",
            "3 - timer_cancelled 2 3000000000 timeout 1"])
        self.assertEqual(seen.seconds(), 2.0)

    def test_a_timeout_of_nothing_is_a_callback_in_the_next_iteration(self):
        seen = self.of_program("""
            import asyncio

            async def main():
                async with asyncio.timeout(0):
                    await asyncio.sleep(1)

            asyncio.run(main())
            """)
        self.assertEqual(seen.story("callback_ran", "cancel_requested", *WAITING)[:4], [
            "1 main task_suspended sleep 1000000000",
            "2 - callback_ran call",
            "2 main cancel_requested 0 1",
            "2 main task_ready timeout 0"])
        self.assertEqual(seen.last["error"], "TimeoutError")

    def test_wait_for_hears_of_its_task_by_a_callback(self):
        seen = self.of_program("""
            import asyncio

            async def job():
                await asyncio.sleep(1)
                return 7

            async def main():
                print(await asyncio.wait_for(job(), 2))

            asyncio.run(main())
            """)
        self.assertEqual(seen.story(*TIMERS, *WAITING)[:10], [
            "1 - timer_set 1 2000000000 wait_for 1",
            "1 main task_suspended wait_for 2",
            "2 - timer_set 2 1000000000 sleep 2",
            "2 job task_suspended sleep 1000000000",
            "3 - callback_ran timer 2",
            "3 job task_ready timer 0",
            "4 job task_resumed",
            "5 - callback_ran wait_for 2",
            "5 main task_ready task 2",
            "6 main task_resumed"])
        self.assertEqual(len(seen.kind("timer_cancelled")), 1)

    def test_wait_for_says_what_it_waits_for_through_a_shield(self):
        seen = self.of_program("""
            import asyncio

            async def main():
                answer = asyncio.get_running_loop().create_future()
                try:
                    await asyncio.wait_for(asyncio.shield(answer), 1)
                except TimeoutError:
                    print(answer.cancelled())

            asyncio.run(main())
            """)
        self.assertEqual(seen.output(), ["False"])
        self.assertEqual(seen.story(*WAITING), [
            "1 main task_suspended wait_for answer",
            "2 main task_ready timeout 0",
            "3 main task_resumed",
            "3 main task_suspended wait_for answer",
            "4 main task_ready shield 0",
            "5 main task_resumed"])

    def test_a_shield_is_cancelled_and_the_task_within_goes_on(self):
        seen = self.of("cancel-a-task", "shielded")
        self.assertEqual(seen.output(), ["waited long enough", "cleaned up", "job done"])
        self.assertEqual(seen.story(*WAITING)[:5], [
            "1 main task_suspended shield 2",
            "2 long_job task_suspended sleep 4000000000",
            "3 main task_ready timeout 0",
            "4 main task_resumed CancelledError",
            "4 main task_suspended task 2"])
        self.assertIn("4 - callback_ran shield", seen.story("callback_ran"))

    def test_a_shield_hears_of_the_task_within_by_a_callback(self):
        seen = self.of_program("""
            import asyncio

            async def job():
                pass

            async def main():
                await asyncio.shield(job())

            asyncio.run(main())
            """)
        self.assertEqual(seen.story("callback_ran", *WAITING)[:5], [
            "1 main task_suspended shield 2",
            "3 - callback_ran shield 2",
            "3 main task_ready shield 2",
            "4 - callback_ran shield",
            "4 main task_resumed"])


class WaitTest(Recording):
    PROGRAM = """
        import asyncio

        async def job(length):
            await asyncio.sleep(length)
            if length == 2:
                raise ValueError("two")

        async def main():
            jobs = [asyncio.create_task(job(n)) for n in (3, 1, 2)]
            done, pending = await asyncio.wait(jobs, HOW)
            print([task.get_name() for task in done])
            await asyncio.gather(*jobs, return_exceptions=True)

        asyncio.run(main())
        """

    def wait(self, how):
        seen = self.of_program(self.PROGRAM.replace("HOW", how))
        main = [r for r in seen.task("main") if r["kind"] == "task_ready"][0]
        return seen, main["t_ns"] // 10**9, main["cause"], main["by"]

    def test_it_ends_at_the_first_at_the_first_exception_or_at_the_last(self):
        for how, at, by in (("FIRST_COMPLETED", 1, 3), ("FIRST_EXCEPTION", 2, 4),
                            ("ALL_COMPLETED", 3, 2)):
            _, *ready = self.wait(f"return_when=asyncio.{how}")
            self.assertEqual(ready, [at, "wait", by])

    def test_its_time_may_be_up_first(self):
        seen, *ready = self.wait("timeout=1.5")
        self.assertEqual(ready, [1, "timeout", 0])
        self.assertIn("1 - timer_set 1 1500000000 wait 1", seen.story("timer_set"))

    def test_it_names_whom_it_was_given_in_that_order(self):
        seen, *_ = self.wait("timeout=5")
        self.assertEqual(seen.story("wait_on")[0], "1 main wait_on wait wait [2, 3, 4]")
        self.assertEqual(len(seen.kind("timer_cancelled")), 1)
