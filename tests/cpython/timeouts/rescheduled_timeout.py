# reschedule() moves a timeout while its block runs: later, earlier, or to None, when only a cancel ends the block.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    entered = loop.create_future()
    limit = None

    async def works():
        nonlocal limit
        async with asyncio.timeout_at(start + 1) as limit:
            entered.set_result(None)
            await asyncio.sleep(5)

    task = asyncio.create_task(works())
    await entered
    print(limit.when() == start + 1)
    limit.reschedule(start + 3)
    print(limit.when() == start + 3)
    await asyncio.sleep(2)
    limit.reschedule(None)
    print(limit.when(), task.done())
    await asyncio.sleep(2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("CancelledError", limit.expired())
    try:
        async with asyncio.timeout(None) as limit:
            limit.reschedule(loop.time() + 1)
            await asyncio.sleep(5)
    except TimeoutError:
        print("TimeoutError", limit.expired(), f"{loop.time() - start:.1f}")

asyncio.run(main())
