# create_task() makes a task of a coroutine, named as asked or numbered; awaiting it gives the coroutine's result.
import asyncio

async def answer(value):
    return value

async def main():
    task = asyncio.create_task(answer(1))
    named = asyncio.create_task(answer(2), name="No-op")
    print(named.get_name(), task.done(), named.done())
    print(await task, await named)
    print(task.result(), named.result(), task.cancelled())

asyncio.run(main())
