import asyncio

MAIN_TIME = 2.5
BEAT = 1

async def heartbeat():
    tick = 1
    try:
        while True:
            await asyncio.sleep(BEAT)
            print(f"tick {tick}")
            tick += 1
    except asyncio.CancelledError:
        print("heartbeat cleaned up")
        raise

async def main():
    beating = asyncio.create_task(heartbeat())
    await asyncio.sleep(MAIN_TIME)

loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
