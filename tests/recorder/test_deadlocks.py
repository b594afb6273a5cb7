"""Nothing is ready, nor will be: who waits for whom."""

from recording import Recording


class DeadlocksTest(Recording):
    def test_a_cycle_is_told_from_its_first_task_back_to_it(self):
        self.assertEqual(self.of("two-locks", "deadlock").last["error"],
                         "deadlock: a holds left, waits for right, held by b, "
                         "which waits for left")

    def test_a_cycle_of_five(self):
        self.assertEqual(self.of("philosophers", "deadlock").last["error"],
                         "deadlock: philosopher holds forks, waits for forks 2, "
                         "held by philosopher 2, which waits for forks 3, "
                         "held by philosopher 3, which waits for forks 4, "
                         "held by philosopher 4, which waits for forks 5, "
                         "held by philosopher 5, which waits for forks")

    def test_a_task_that_takes_a_lock_twice_waits_for_itself(self):
        seen = self.of_program("""
            import asyncio

            async def main():
                door = asyncio.Lock()
                async with door:
                    async with door:
                        pass

            asyncio.run(main())
            """)
        self.assertEqual(seen.last["error"], "deadlock: main holds door, waits for door")

    def test_without_a_cycle_each_task_is_named_with_what_it_waits_for(self):
        seen = self.of_program("""
            import asyncio

            async def consumer(orders):
                await orders.get()

            async def keeper(door):
                await door.acquire()

            async def visitor(door):
                await door.acquire()

            async def main():
                orders, door = asyncio.Queue(), asyncio.Lock()
                asyncio.create_task(keeper(door))
                await asyncio.gather(consumer(orders), visitor(door),
                                     asyncio.create_task(asyncio.Event().wait()))

            asyncio.run(main())
            """)
        self.assertEqual(seen.last["error"],
                         "deadlock: main waits for gather; wait waits for event; "
                         "consumer waits for orders; "
                         "visitor waits for door, held by keeper, which has ended")

    def test_a_task_that_is_awaited_is_named(self):
        seen = self.of_program("""
            import asyncio

            async def child():
                await asyncio.get_running_loop().create_future()

            async def main():
                await asyncio.create_task(child())

            asyncio.run(main())
            """)
        self.assertEqual(seen.last["error"],
                         "deadlock: main waits for child; child waits for future")
