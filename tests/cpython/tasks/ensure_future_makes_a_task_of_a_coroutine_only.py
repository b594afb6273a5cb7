# ensure_future() makes a task of a coroutine, and gives back a task or a future as it is.
import asyncio

async def answer():
    return "ok"

async def main():
    task = asyncio.ensure_future(answer())
    print(await task, task.done())
    made = asyncio.create_task(answer())
    print(asyncio.ensure_future(made) is made, await made)
    future = asyncio.get_running_loop().create_future()
    future.set_result("ko")
    print(asyncio.ensure_future(future) is future, await asyncio.ensure_future(future))

asyncio.run(main())
