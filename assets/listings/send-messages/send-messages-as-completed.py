import asyncio
import time

JOHN = 2
ANNA = 1
CHRIS = 3
SECONDS = {"John Doe": JOHN, "Anna Herb": ANNA,
           "Chris Jakson": CHRIS}

async def send_message(to):
    print(f"Sending message to {to}")
    await asyncio.sleep(SECONDS[to])
    print(f"Message sent to {to}")
    return f"Completed message to {to}"

async def main():
    start = time.perf_counter()
    sending = [send_message("John Doe"),
               send_message("Anna Herb"),
               send_message("Chris Jakson")]
    for done in asyncio.as_completed(sending):
        print(await done)
    seconds = time.perf_counter() - start
    print(f"Time taken {seconds:.1f}s")

asyncio.run(main())
