# Two children of a gather fail, one after the other: the first error comes out, the second is lost without a complaint.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    a = loop.create_future()
    b = loop.create_future()

    async def inner(future, text):
        await future
        raise ValueError(text)

    async def outer():
        await asyncio.gather(inner(a, "first"), inner(b, "second"))

    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    a.set_result(None)
    await asyncio.sleep(0)
    b.set_result(None)
    try:
        await task
    except ValueError as error:
        print(error)
    await asyncio.sleep(0)
    print("end")

asyncio.run(main())
