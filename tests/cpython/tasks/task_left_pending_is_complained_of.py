# A loop closed by hand with a task that still waits: when that is swept up, it is complained of.
import asyncio

async def waits(future):
    await future
    print("not reached")

async def main():
    loop.create_task(waits(loop.create_future()))
    await asyncio.sleep(0)
    print("end of main")

loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
