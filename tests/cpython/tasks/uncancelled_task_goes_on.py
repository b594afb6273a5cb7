# A task that catches its CancelledError and calls uncancel() goes on as if nothing had been; a second cancel ends it.
import asyncio

async def works():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("uncancelled", asyncio.current_task().uncancel())
        await asyncio.sleep(10)

async def main():
    task = asyncio.create_task(works())
    await asyncio.sleep(0.01)
    print(task.cancel(), task.cancelling(), task.cancelled())
    await asyncio.sleep(0.01)
    print(task.cancelling(), task.cancelled())
    print(task.cancel(), task.cancelling(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    print(task.done(), task.cancelled(), task.uncancel(), task.cancelled())

asyncio.run(main())
