import asyncio

async def cell():
    print("cell starts")
    await asyncio.sleep(0)
    print("cell ends")

async def notebook():
    print("the notebook's loop is running")
    await cell()

asyncio.run(notebook())
