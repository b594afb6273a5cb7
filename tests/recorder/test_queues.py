"""Queue, LifoQueue, PriorityQueue: items, room, and joining."""

from recording import WAITING, Recording


class QueuesTest(Recording):
    def test_who_gets_from_an_empty_queue_resumes_an_iteration_after_the_put(self):
        seen = self.of_program("""
            import asyncio

            async def consumer(orders):
                print(await orders.get())

            async def main():
                orders = asyncio.Queue()
                consuming = asyncio.create_task(consumer(orders))
                await asyncio.sleep(0)
                await orders.put("tea")
                await consuming

            asyncio.run(main())
            """)
        self.assertEqual(seen.story(*WAITING)[2:9], [
            "2 consumer task_suspended queue_get orders",
            "2 main task_resumed",
            "2 main resource_changed orders put 1 'tea'",
            "2 consumer task_ready item 1",
            "2 main task_suspended task 2",
            "3 consumer task_resumed",
            "3 consumer resource_changed orders got 0 'tea'"])

    def test_a_full_queue_holds_its_producer_until_there_is_room(self):
        seen = self.of_program("""
            import asyncio

            async def consumer(orders):
                await orders.get()

            async def main():
                orders = asyncio.Queue(1)
                consuming = asyncio.create_task(consumer(orders))
                await orders.put(1)
                await orders.put(2)

            asyncio.run(main())
            """)
        created, = seen.kind("resource_created")
        self.assertEqual((created["type"], created["capacity"]), ("queue", 1))
        self.assertEqual(seen.story(*WAITING), [
            "1 main resource_changed orders put 1 1",
            "1 main task_suspended queue_put orders",
            "2 consumer resource_changed orders got 0 1",
            "2 main task_ready slot 2",
            "3 main task_resumed",
            "3 main resource_changed orders put 1 2"])

    def test_a_queue_without_a_bound_has_no_capacity(self):
        seen = self.of("producer-consumer", "queue", settings={"items": 1})
        created, = seen.kind("resource_created")
        self.assertNotIn("capacity", created)

    def test_join_waits_for_as_many_task_done_as_there_were_puts(self):
        seen = self.of_program("""
            import asyncio

            async def consumer(orders):
                for _ in range(2):
                    await orders.get()
                    orders.task_done()

            async def main():
                orders = asyncio.Queue()
                orders.put_nowait(1)
                orders.put_nowait(2)
                consuming = asyncio.create_task(consumer(orders))
                await orders.join()

            asyncio.run(main())
            """)
        self.assertEqual(seen.story(*WAITING)[2:], [
            "1 main task_suspended queue_join orders",
            "2 consumer resource_changed orders got 1 1",
            "2 consumer resource_changed orders got 0 2",
            "2 main task_ready join 2",
            "3 main task_resumed"])

    def test_each_kind_of_queue_gives_its_items_in_its_own_order(self):
        for kind, order in (("Queue", "213"), ("LifoQueue", "312"), ("PriorityQueue", "123")):
            seen = self.of_program("""
                import asyncio

                async def main():
                    orders = asyncio.KIND()
                    for item in (2, 1, 3):
                        orders.put_nowait(item)
                    for _ in range(3):
                        await orders.get()

                asyncio.run(main())
                """.replace("KIND", kind))
            got = [r for r in seen.kind("resource_changed") if r["action"] == "got"]
            self.assertEqual("".join(r["item"] for r in got), order)
            self.assertEqual([r["level"] for r in got], [2, 1, 0])

    def test_a_getter_that_gives_up_is_told_as_cancelled_and_takes_nothing(self):
        seen = self.of_program("""
            import asyncio

            async def main():
                orders = asyncio.Queue()
                try:
                    await asyncio.wait_for(orders.get(), 1)
                except TimeoutError:
                    print("too late")

            asyncio.run(main())
            """)
        self.assertEqual(seen.output(), ["too late"])
        self.assertEqual(seen.story(*WAITING, "callback_ran")[:11], [
            "1 main task_suspended wait_for 2",
            "2 get task_suspended queue_get orders",
            "3 - callback_ran timer 1",
            "3 main task_ready timeout 0",
            "4 main task_resumed",
            "4 get task_ready cancel 1",
            "4 main task_suspended wait_for 2",
            "5 get task_resumed CancelledError",
            "6 - callback_ran wait_for 2",
            "6 main task_ready task 2",
            "7 main task_resumed"])
