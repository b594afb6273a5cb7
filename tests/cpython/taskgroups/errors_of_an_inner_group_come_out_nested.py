# Errors in an inner group reach the outer one as one error: a group in a group; cancelled from outside, too.
import asyncio

async def fails_when_cancelled(number):
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError(number)

async def fails_after(seconds):
    await asyncio.sleep(seconds)
    raise ValueError(seconds)

async def cancelled_from_outside(with_a_task):
    async with asyncio.TaskGroup() as outer:
        if with_a_task:
            outer.create_task(asyncio.sleep(10))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(fails_when_cancelled(1))
            inner.create_task(fails_when_cancelled(2))
            await asyncio.sleep(10)

async def fails_within():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(fails_after(10))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(fails_after(0.1))

async def show(coroutine, cancel):
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0.05)
    if cancel:
        task.cancel()
    try:
        await task
    except ExceptionGroup as failed:
        inner = failed.exceptions[0]
        print(type(inner).__name__, len(failed.exceptions), sorted([str(error) for error in inner.exceptions]))

async def main():
    await show(cancelled_from_outside(False), True)
    await show(cancelled_from_outside(True), True)
    await show(fails_within(), False)

asyncio.run(main())
