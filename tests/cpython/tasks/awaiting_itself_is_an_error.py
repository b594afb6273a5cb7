# A task that awaits itself gets a RuntimeError instead of waiting for ever.
import asyncio

async def selfish():
    await asyncio.sleep(0)
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        print(type(error).__name__)
    return "goes on"

async def main():
    print(await asyncio.create_task(selfish()))

asyncio.run(main())
