# Two tasks end one turn apart: when wait(FIRST_COMPLETED) resumes for the first, the second is done too, and told of.
import asyncio

async def one_turn():
    await asyncio.sleep(0)

async def two_turns():
    await asyncio.sleep(0)
    await asyncio.sleep(0)

async def main():
    a = asyncio.create_task(one_turn())
    b = asyncio.create_task(two_turns())
    done, pending = await asyncio.wait([b, a], return_when=asyncio.FIRST_COMPLETED)
    print(a in done, b in done, len(pending))

asyncio.run(main())
