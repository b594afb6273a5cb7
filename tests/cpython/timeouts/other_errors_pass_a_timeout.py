# An error of the block's own comes out as it is, in time or when the timeout has fired and the clean-up fails.
import asyncio

async def fails_when_cancelled():
    try:
        await asyncio.sleep(1)
    finally:
        raise ValueError("clean-up")

async def main():
    try:
        async with asyncio.timeout(0.1) as limit:
            raise KeyError("own")
    except KeyError as error:
        print("KeyError", error, limit.expired())
    try:
        async with asyncio.timeout(0.1) as limit:
            await fails_when_cancelled()
    except ValueError as error:
        print("ValueError", error, limit.expired(), asyncio.current_task().cancelling())

asyncio.run(main())
