import asyncio

def run(coroutine):
    loop = asyncio.get_running_loop()
    task = loop.create_task(coroutine)
    caller = asyncio.current_task()
    asyncio.tasks._leave_task(loop, caller)
    while not task.done():
        loop._run_once()
    asyncio.tasks._enter_task(loop, caller)
    return task.result()

async def cell():
    print("cell starts")
    await asyncio.sleep(0)
    print("cell ends")

async def notebook():
    print("the notebook's loop is running")
    run(cell())

asyncio.run(notebook())
