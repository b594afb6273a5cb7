# wait() on an event that is set comes back at once with True: no other task runs in between; clear() closes it again.
import asyncio

async def other():
    print("other")

async def main():
    gate = asyncio.Event()
    gate.set()
    task = asyncio.create_task(other())
    print(await gate.wait())
    print(await gate.wait(), gate.is_set())
    gate.clear()
    print(gate.is_set())
    await task

asyncio.run(main())
