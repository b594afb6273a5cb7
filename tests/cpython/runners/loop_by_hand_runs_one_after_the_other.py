# A loop made by hand runs one coroutine to its end, then the next: tasks and time go on where they stopped.
import asyncio

async def ticker():
    for number in range(3):
        print("tick", number)
        await asyncio.sleep(0.1)

async def first():
    loop.create_task(ticker())
    await asyncio.sleep(0.15)
    return "first"

async def second():
    await asyncio.sleep(0.15)
    return "second"

loop = asyncio.new_event_loop()
print(loop.run_until_complete(first()))
print(loop.run_until_complete(second()))
loop.close()
print(loop.is_closed())
