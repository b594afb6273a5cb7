# A group takes tasks only inside its block, and its block is entered once: otherwise RuntimeError.
import asyncio

async def nothing():
    await asyncio.sleep(0)

async def main():
    group = asyncio.TaskGroup()
    early = nothing()
    try:
        group.create_task(early)
    except RuntimeError:
        print("not entered yet")
    await early
    async with group:
        try:
            async with group:
                print("not reached")
        except RuntimeError:
            print("entered already")
    try:
        async with group:
            print("not reached")
    except RuntimeError:
        print("entered before")
    late = nothing()
    try:
        group.create_task(late)
    except RuntimeError:
        print("finished")
    await late

asyncio.run(main())
