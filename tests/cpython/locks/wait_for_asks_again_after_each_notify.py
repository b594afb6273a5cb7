# A condition's wait_for() asks its predicate anew each time it is notified, and goes back to waiting until it is true.
import asyncio

async def main():
    cond = asyncio.Condition()
    stock = 0
    asked = 0
    served = []

    def enough():
        nonlocal asked
        asked += 1
        return stock >= 2

    async def customer():
        await cond.acquire()
        if await cond.wait_for(enough):
            served.append("customer")
            cond.release()
        return asked

    task = asyncio.create_task(customer())
    await asyncio.sleep(0)
    print(served, asked)
    for delivery in range(2):
        stock += 1
        await cond.acquire()
        cond.notify()
        cond.release()
        await asyncio.sleep(0)
        print(served, asked)
    print(task.done(), task.result())

asyncio.run(main())
