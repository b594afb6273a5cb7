import asyncio

DELAY = 1

async def answer():
    await asyncio.sleep(DELAY)
    return 42

async def resolve(future):
    await asyncio.sleep(DELAY)
    future.set_result(42)

def ask(name, awaitable):
    if not asyncio.isfuture(awaitable):
        print(f"{name}: can only be awaited")
    elif not awaitable.done():
        print(f"{name}: not done, no result yet")
    else:
        print(f"{name}: done, result {awaitable.result()}, "
              f"cancel says {awaitable.cancel()}")

async def main():
    coroutine = answer()
    ask("coroutine", coroutine)
    print(await coroutine)
    ask("coroutine", coroutine)

    task = asyncio.create_task(answer())
    ask("task", task)
    print(await task)
    ask("task", task)

    loop = asyncio.get_running_loop()
    future = loop.create_future()
    resolving = asyncio.create_task(resolve(future))
    ask("future", future)
    print(await future)
    ask("future", future)

asyncio.run(main())
