# A gather of shields: cancelling it cancels the shields, not what is within them.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    one = loop.create_future()
    two = loop.create_future()
    first = asyncio.shield(one)
    second = asyncio.shield(two)
    parent = asyncio.gather(first, second)
    await asyncio.sleep(0)
    parent.cancel()
    try:
        await parent
    except asyncio.CancelledError:
        print("CancelledError")
    print(first.cancelled(), second.cancelled(), one.cancelled(), two.cancelled())
    one.set_result(1)
    two.set_result(2)
    await asyncio.sleep(0)
    print(one.result(), two.result())

asyncio.run(main())
