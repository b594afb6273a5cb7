import asyncio

FIRST = 2
SECOND = 1

async def say(text, delay):
    await asyncio.sleep(delay)
    print(text)

loop = asyncio.new_event_loop()
loop.create_task(say("first hello", FIRST))
loop.create_task(say("second hello", SECOND))
loop.run_forever()
