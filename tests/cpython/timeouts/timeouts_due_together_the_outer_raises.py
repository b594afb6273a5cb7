# Two nested timeouts due at the same time: within there is CancelledError only, the outer one turns it into TimeoutError.
import asyncio

async def main():
    deadline = asyncio.get_running_loop().time() + 0.1
    try:
        async with asyncio.timeout_at(deadline) as outer:
            try:
                async with asyncio.timeout_at(deadline) as inner:
                    await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("cancelled between")
                raise
    except TimeoutError:
        print("TimeoutError")
    print(outer.expired(), inner.expired(), asyncio.current_task().cancelling())

asyncio.run(main())
