"""Lock, Semaphore, Event, Condition, Barrier: who waits, who wakes whom."""

from recording import WAITING, Recording

THREE_USERS = """
    import asyncio

    async def user(shared):
        async with shared:
            await asyncio.sleep(0)

    async def main():
        shared = asyncio.KIND()
        await asyncio.gather(user(shared), user(shared), user(shared))

    asyncio.run(main())
    """


class LocksTest(Recording):
    def test_a_lock_goes_to_its_waiters_in_the_order_they_came(self):
        seen = self.of_program(THREE_USERS.replace("KIND", "Lock"))
        self.assertEqual(seen.story(*WAITING)[1:12], [
            "2 user resource_changed shared acquired 0",
            "2 user task_suspended yield",
            "2 user task_ready yield 2",
            "2 user 2 task_suspended lock shared",
            "2 user 3 task_suspended lock shared",
            "3 user task_resumed",
            "3 user resource_changed shared released 1",
            "3 user 2 task_ready released 2",
            "4 user 2 task_resumed",
            "4 user 2 resource_changed shared acquired 0",
            "4 user 2 task_suspended yield"])

    def test_a_free_lock_is_taken_without_a_suspension(self):
        seen = self.of_program("""
            import asyncio

            async def main():
                lock = asyncio.Lock()
                async with lock:
                    pass

            asyncio.run(main())
            """)
        created, = seen.kind("resource_created")
        self.assertEqual((created["resource"], created["type"], created["capacity"],
                          created["line"]), ("lock", "lock", 1, 4))
        self.assertEqual(seen.story(*WAITING), [
            "1 main resource_changed lock acquired 0",
            "1 main resource_changed lock released 1"])
        self.assertEqual([r["line"] for r in seen.kind("resource_changed")], [5, 5])

    def test_a_semaphores_slot_is_passed_on_to_the_first_who_waits(self):
        seen = self.of_program("""
            import asyncio

            async def user(slots):
                async with slots:
                    await asyncio.sleep(1)

            async def main():
                slots = asyncio.Semaphore(1)
                async with asyncio.TaskGroup() as group:
                    group.create_task(user(slots))
                    given_up = group.create_task(user(slots))
                    group.create_task(user(slots))
                    await asyncio.sleep(0)
                    given_up.cancel()

            asyncio.run(main())
            """)
        told = [line for line in seen.story(*WAITING) if " user" in line]
        self.assertEqual(told, [
            "2 user resource_changed slots acquired 0",
            "2 user task_suspended sleep 1000000000",
            "2 user 2 task_suspended semaphore slots",
            "2 user 3 task_suspended semaphore slots",
            "2 user 2 task_ready cancel 1",
            "3 user 2 task_resumed CancelledError",
            "5 user task_ready timer 0",
            "6 user task_resumed",
            "6 user resource_changed slots released 1",
            "6 user 3 task_ready released 2",
            "7 user 3 task_resumed",
            "7 user 3 resource_changed slots acquired 0",
            "7 user 3 task_suspended sleep 2000000000",
            "8 user 3 task_ready timer 0",
            "9 user 3 task_resumed",
            "9 user 3 resource_changed slots released 1"])

    def test_a_bounded_semaphore_released_too_often_has_not_changed(self):
        seen = self.of_program("""
            import asyncio

            async def main():
                slots = asyncio.BoundedSemaphore(2)
                slots.release()

            asyncio.run(main())
            """)
        self.assertEqual(seen.kind("resource_changed"), [])
        self.assertEqual(seen.last["error"],
                         "ValueError: BoundedSemaphore released too many times")

    def test_an_event_wakes_all_and_tells_only_what_changes_it(self):
        seen = self.of_program("""
            import asyncio

            async def waiter(opened):
                await opened.wait()

            async def main():
                opened = asyncio.Event()
                async with asyncio.TaskGroup() as group:
                    group.create_task(waiter(opened))
                    group.create_task(waiter(opened))
                    await asyncio.sleep(0)
                    for _ in range(2):
                        opened.set()
                    for _ in range(2):
                        opened.clear()

            asyncio.run(main())
            """)
        self.assertEqual(seen.story(*WAITING)[2:10], [
            "2 waiter task_suspended event opened",
            "2 waiter 2 task_suspended event opened",
            "2 main task_resumed",
            "2 main resource_changed opened set 1",
            "2 waiter task_ready set 1",
            "2 waiter 2 task_ready set 1",
            "2 main resource_changed opened cleared 0",
            "2 main task_suspended group group"])

    def test_who_is_notified_by_a_condition_waits_for_its_lock_next(self):
        seen = self.of_program("""
            import asyncio

            async def waiter(changed):
                async with changed:
                    await changed.wait()

            async def main():
                changed = asyncio.Condition()
                waiting = asyncio.create_task(waiter(changed))
                await asyncio.sleep(0)
                async with changed:
                    changed.notify()
                    await asyncio.sleep(0)
                    await asyncio.sleep(0)
                await waiting

            asyncio.run(main())
            """)
        told = [line for line in seen.story(*WAITING) if "yield" not in line]
        self.assertEqual(told, [
            "2 waiter resource_changed changed acquired 0",
            "2 waiter resource_changed changed released 1",
            "2 waiter task_suspended condition changed",
            "2 main task_resumed",
            "2 main resource_changed changed acquired 0",
            "2 main resource_changed changed notified 0",
            "2 waiter task_ready notified 1",
            "3 waiter task_resumed",
            "3 waiter task_suspended lock changed",
            "3 main task_resumed",
            "4 main task_resumed",
            "4 main resource_changed changed released 1",
            "4 waiter task_ready released 1",
            "4 main task_suspended task 2",
            "5 waiter task_resumed",
            "5 waiter resource_changed changed acquired 0",
            "5 waiter resource_changed changed released 1",
            "5 main task_ready task 2",
            "6 main task_resumed"])

    def test_a_condition_leaves_a_lock_it_is_given_to_tell_its_own(self):
        seen = self.of_program("""
            import asyncio

            async def main():
                door = asyncio.Lock()
                changed = asyncio.Condition(door)
                async with changed:
                    changed.notify_all()

            asyncio.run(main())
            """)
        self.assertEqual(seen.story("resource_changed"), [
            "1 main resource_changed door acquired 0",
            "1 main resource_changed changed notified 0",
            "1 main resource_changed door released 1"])


class BarrierTest(Recording):
    def test_the_last_to_arrive_trips_it_and_goes_on_at_once(self):
        seen = self.of_program("""
            import asyncio

            async def runner(start):
                print(await start.wait())

            async def main():
                start = asyncio.Barrier(2)
                await asyncio.gather(runner(start), runner(start))

            asyncio.run(main())
            """)
        self.assertEqual(seen.story(*WAITING)[1:7], [
            "2 runner resource_changed start arrived 1",
            "2 runner task_suspended barrier start",
            "2 runner 2 resource_changed start arrived 2",
            "2 runner 2 resource_changed start tripped 0",
            "2 runner task_ready tripped 3",
            "3 runner task_resumed"])
        self.assertEqual(seen.output(), ["1", "0"])

    def test_one_too_many_waits_until_the_others_have_gone(self):
        seen = self.of_program("""
            import asyncio

            async def runner(start):
                await start.wait()

            async def main():
                start = asyncio.Barrier(2)
                await asyncio.wait([asyncio.create_task(runner(start))
                                    for _ in range(3)], timeout=1)

            asyncio.run(main())
            """)
        self.assertEqual([line for line in seen.story(*WAITING) if "runner 3" in line], [
            "2 runner 3 task_suspended barrier start",
            "3 runner 3 task_ready notified 2",
            "4 runner 3 task_resumed",
            "4 runner 3 resource_changed start arrived 1",
            "4 runner 3 task_suspended barrier start",
            "7 runner 3 task_ready cancel 0",
            "8 runner 3 task_resumed CancelledError",
            "8 runner 3 resource_changed start left 0"])

    def test_an_aborted_and_a_reset_barrier_let_their_waiters_go(self):
        for call, action in (("abort", "aborted"), ("reset", "reset")):
            seen = self.of_program("""
                import asyncio

                async def runner(start):
                    try:
                        await start.wait()
                    except asyncio.BrokenBarrierError as error:
                        print(error)

                async def main():
                    start = asyncio.Barrier(2)
                    waiting = asyncio.create_task(runner(start))
                    await asyncio.sleep(0)
                    await start.CALL()
                    await waiting

                asyncio.run(main())
                """.replace("CALL", call))
            self.assertIn(f"2 main resource_changed start {action} 0", seen.story(*WAITING))
            self.assertIn("2 runner task_ready notified 1", seen.story(*WAITING))
            self.assertEqual(seen.output(), ["Abort or reset of barrier"])
