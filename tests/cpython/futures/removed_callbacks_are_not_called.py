# remove_done_callback() takes away every addition of that function and says how many; once they are queued it is too late.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    called = []

    def one(future):
        called.append("one")

    def two(future):
        called.append("two")

    def three(future):
        called.append("three")

    def remover(future):
        called.append(f"removes {future.remove_done_callback(three)}")

    future = loop.create_future()
    for callback in [one, two, three]:
        future.add_done_callback(callback)
    print(future.remove_done_callback(one), future.remove_done_callback(one))
    future.set_result("foo")
    await asyncio.sleep(0)
    print(called)

    future = loop.create_future()
    for callback in [one, two, one, three, one]:
        future.add_done_callback(callback)
    print(future.remove_done_callback(one), future.remove_done_callback(two))
    future.set_result("foo")
    await asyncio.sleep(0)
    print(called)

    future = loop.create_future()
    for callback in [one, two, three]:
        future.add_done_callback(callback)
    print(future.remove_done_callback(three), future.remove_done_callback(three))
    future.set_result("foo")
    await asyncio.sleep(0)
    print(called)

    future = loop.create_future()
    for callback in [remover, three, three]:
        future.add_done_callback(callback)
    future.set_result("foo")
    await asyncio.sleep(0)
    print(called)

asyncio.run(main())
