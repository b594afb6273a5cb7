# set() wakes all who wait, in order, a turn later; a task that only now comes to a set event passes at once, before them.
import asyncio

async def wait_at(gate, name, passed):
    if await gate.wait():
        passed.append(name)

async def main():
    gate = asyncio.Event()
    passed = []
    print(gate.is_set())
    first = asyncio.create_task(wait_at(gate, "first", passed))
    second = asyncio.create_task(wait_at(gate, "second", passed))
    await asyncio.sleep(0)
    print(passed)
    late = asyncio.create_task(wait_at(gate, "late", passed))
    gate.set()
    await asyncio.sleep(0)
    print(passed)
    print(first.done(), second.done(), late.done(), first.result())

asyncio.run(main())
