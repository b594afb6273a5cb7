# loop.stop() ends run_until_complete() after that turn: RuntimeError, for its task is not done.
import asyncio

async def counts():
    for number in range(10):
        await asyncio.sleep(0.1)
        print(number)
        if number == 1:
            asyncio.get_running_loop().stop()

loop = asyncio.new_event_loop()
loop.run_until_complete(counts())
