# A future dropped with an error that nobody asked for is complained of; with a result, a look at the error, or a cancel it isn't.
import asyncio

def left_with_an_error(loop, note):
    future = loop.create_future()
    future.set_exception(ValueError(note))

def left_with_an_error_seen(loop):
    future = loop.create_future()
    future.set_exception(ValueError("seen"))
    print(type(future.exception()).__name__)

def left_with_an_error_raised(loop):
    future = loop.create_future()
    future.set_exception(ValueError("raised"))
    try:
        future.result()
    except ValueError as error:
        print(error)

def left_with_an_error_and_a_cancel(loop):
    future = loop.create_future()
    future.set_exception(ValueError("cancelled"))
    print(future.cancel())

def left_with_a_result(loop):
    future = loop.create_future()
    future.set_result(42)

def left_pending(loop):
    future = loop.create_future()
    print(future.done())

async def main():
    loop = asyncio.get_running_loop()
    left_with_an_error(loop, "lost")
    left_with_an_error_seen(loop)
    left_with_an_error_raised(loop)
    left_with_an_error_and_a_cancel(loop)
    left_with_a_result(loop)
    left_pending(loop)
    await asyncio.sleep(0)
    print("end")

asyncio.run(main())
