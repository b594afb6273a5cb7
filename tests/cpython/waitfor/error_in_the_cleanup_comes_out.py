# The task answers its cancelling with an error of its own: that comes out of wait_for in the place of TimeoutError.
import asyncio

class Broken(Exception):
    pass

async def works():
    try:
        await asyncio.sleep(0.2)
    finally:
        raise Broken("while cleaning up")

async def main():
    task = asyncio.create_task(works())
    try:
        await asyncio.wait_for(task, timeout=0.1)
    except Broken as error:
        print(type(error).__name__, error)

asyncio.run(main())
