# A timeout is entered once and rescheduled only while its block runs and it has not fired: otherwise RuntimeError.
import asyncio

async def main():
    limit = asyncio.timeout(0.1)
    try:
        limit.reschedule(1)
    except RuntimeError as error:
        print(error)
    async with limit:
        try:
            async with limit:
                print("not reached")
        except RuntimeError as error:
            print(error)
    try:
        async with limit:
            print("not reached")
    except RuntimeError as error:
        print(error)
    try:
        limit.reschedule(1)
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(0.1) as limit:
            await asyncio.sleep(1)
    except TimeoutError:
        print("TimeoutError")
    try:
        limit.reschedule(1)
    except RuntimeError as error:
        print(error)
    async with asyncio.timeout(0.1) as limit:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("swallowed")
        try:
            limit.reschedule(1)
        except RuntimeError as error:
            print(error)

asyncio.run(main())
