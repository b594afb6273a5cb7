# set() followed at once by clear() lets those pass who waited already; setting a set event again changes nothing.
import asyncio

async def wait_at(gate, passed):
    if await gate.wait():
        passed.append("through")
    return gate.is_set()

async def main():
    gate = asyncio.Event()
    passed = []
    early = asyncio.create_task(wait_at(gate, passed))
    await asyncio.sleep(0)
    gate.set()
    gate.clear()
    late = asyncio.create_task(wait_at(gate, passed))
    await asyncio.sleep(0)
    print(passed, early.result(), late.done(), gate.is_set())
    gate.set()
    gate.set()
    await asyncio.sleep(0)
    print(passed, late.result())

asyncio.run(main())
