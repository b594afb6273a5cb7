# A future's error is raised by result() and by each await of it, and stays: no result, no other error, no cancel.
import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    try:
        future.exception()
    except asyncio.InvalidStateError:
        print("not yet")
    future.set_exception(ValueError("broken"))
    print(future.done(), future.cancelled(), type(future.exception()).__name__)
    try:
        future.result()
    except ValueError as error:
        print("result:", error)
    try:
        await future
    except ValueError as error:
        print("await:", error)
    try:
        future.set_result(1)
    except asyncio.InvalidStateError:
        print("set_result: InvalidStateError")
    print(future.cancel())

asyncio.run(main())
