import asyncio

LENGTH = 1

async def child():
    print("child starts")
    await asyncio.sleep(LENGTH)
    print("child ends")

async def main():
    print("before")
    task = asyncio.create_task(child())
    print("after")
    await asyncio.sleep(0)
    print("main ends")

asyncio.run(main())
