# When as_completed()'s time is up, what comes next raises TimeoutError; what is waited for goes on. A limit not reached does nothing.
import asyncio

async def sleeper(seconds, name):
    await asyncio.sleep(seconds)
    return name

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    a = asyncio.create_task(sleeper(0.1, "a"))
    b = asyncio.create_task(sleeper(0.2, "b"))
    for coming in asyncio.as_completed([a, b], timeout=0.15):
        try:
            print(await coming)
        except TimeoutError:
            print("TimeoutError", b.done())
    print(await b, f"{loop.time() - start:.1f}")
    for coming in asyncio.as_completed([sleeper(0.1, "c")], timeout=1):
        print(await coming)
    print(f"{loop.time() - start:.1f}")

asyncio.run(main())
