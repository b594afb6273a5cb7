# A time limit made of call_later(), cancel() and uncancel(): the block is cut off, what follows it is not affected.
import asyncio

class TimeIsUp(Exception):
    pass

async def limited(seconds, limit):
    task = asyncio.current_task()
    timed_out = False
    finished = False

    def on_timeout():
        nonlocal timed_out
        timed_out = True
        task.cancel()

    timer = asyncio.get_running_loop().call_later(limit, on_timeout)
    try:
        try:
            await asyncio.sleep(seconds)
            finished = True
        except asyncio.CancelledError:
            if timed_out and task.uncancel() == 0:
                raise TimeIsUp("limit")
            raise
        finally:
            timer.cancel()
    except TimeIsUp:
        print("time is up")
    await asyncio.sleep(0)
    return timed_out, finished

async def main():
    late = asyncio.create_task(limited(10, 0.1))
    print(await late, late.cancelling())
    early = asyncio.create_task(limited(0, 10))
    print(await early, early.cancelling())

asyncio.run(main())
