import asyncio
import time

JOHN = 2
ANNA = 2
SECONDS = {"John Doe": JOHN, "Anna Herb": ANNA}

async def send_message(to):
    print(f"Sending message to {to}")
    await asyncio.sleep(SECONDS[to])
    print(f"Message sent to {to}")
    return f"Completed message to {to}"

async def main():
    start = time.perf_counter()
    john = asyncio.create_task(
        send_message("John Doe"))
    anna = asyncio.create_task(
        send_message("Anna Herb"))
    await john
    await anna
    seconds = time.perf_counter() - start
    print(f"Time taken {seconds:.1f}s")

asyncio.run(main())
