# A future begins neither done nor cancelled; once cancelled it takes no result, no error and no second cancel.
import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    print(future.done(), future.cancelled())
    print(future.cancel(), future.done(), future.cancelled())
    try:
        future.result()
    except asyncio.CancelledError:
        print("result: CancelledError")
    try:
        future.exception()
    except asyncio.CancelledError:
        print("exception: CancelledError")
    try:
        future.set_result(1)
    except asyncio.InvalidStateError:
        print("set_result: InvalidStateError")
    try:
        future.set_exception(ValueError("late"))
    except asyncio.InvalidStateError:
        print("set_exception: InvalidStateError")
    print(future.cancel())

asyncio.run(main())
