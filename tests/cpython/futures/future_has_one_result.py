# A future has no result before it is set, and then that one for good: no other, no error, no cancel.
import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    try:
        future.result()
    except asyncio.InvalidStateError:
        print("not yet")
    future.set_result(42)
    print(future.done(), future.cancelled(), future.result(), future.exception())
    try:
        future.set_result(43)
    except asyncio.InvalidStateError:
        print("set_result: InvalidStateError")
    try:
        future.set_exception(ValueError("late"))
    except asyncio.InvalidStateError:
        print("set_exception: InvalidStateError")
    print(future.cancel(), future.result())

asyncio.run(main())
