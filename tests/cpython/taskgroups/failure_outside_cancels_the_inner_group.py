# A task of the outer group fails while the body waits in an inner group: the inner group is cancelled, the error is the outer's.
import asyncio

async def fails_after(seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"{seconds} cancelled")
        raise
    raise ValueError(seconds)

async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fails_after(0.1))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fails_after(10))
    except ExceptionGroup as failed:
        print([f"{type(error).__name__} {error}" for error in failed.exceptions])

asyncio.run(main())
