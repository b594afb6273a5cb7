# A failed task that is cancelled afterwards stays failed, and its error is not complained of any more.
import asyncio

async def fails():
    raise TypeError("failed")

async def runner():
    task = asyncio.create_task(fails())
    await asyncio.sleep(0.05)
    print(task.done(), task.cancel(), task.cancelled())

async def main():
    await runner()
    await asyncio.sleep(0)
    print("end")

asyncio.run(main())
