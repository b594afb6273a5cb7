# A future's callbacks are queued in the order added when it is done, and run in the next turn; one added later, a turn after that.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    called = []
    future = loop.create_future()
    future.add_done_callback(lambda done: called.append(f"first {done.result()}"))
    future.add_done_callback(lambda done: called.append("second"))
    future.set_result("foo")
    print(called)
    await asyncio.sleep(0)
    print(called)
    future.add_done_callback(lambda done: called.append("late"))
    print(called)
    await asyncio.sleep(0)
    print(called)
    broken = loop.create_future()
    broken.add_done_callback(lambda done: called.append(type(done.exception()).__name__))
    broken.set_exception(ValueError("bar"))
    await asyncio.sleep(0)
    print(called)
    gone = loop.create_future()
    gone.add_done_callback(lambda done: called.append(done.cancelled()))
    gone.cancel()
    await asyncio.sleep(0)
    print(called)

asyncio.run(main())
