# wait(), wait_for() that is not met yet, notify() and notify_all() without the lock are RuntimeErrors, and nobody is suspended.
import asyncio

async def main():
    cond = asyncio.Condition()
    try:
        await cond.wait()
    except RuntimeError as error:
        print(error)
    print(await cond.wait_for(lambda: [1, 2, 3]))
    try:
        await cond.wait_for(lambda: False)
    except RuntimeError as error:
        print(error)
    try:
        cond.notify()
    except RuntimeError as error:
        print(error)
    try:
        cond.notify_all()
    except RuntimeError as error:
        print(error)
    print(cond.locked())

asyncio.run(main())
