# A task cancelled while it waits for an event is not woken by a later set().
import asyncio

async def wait_at(gate, name):
    await gate.wait()
    print(f"{name} through")

async def main():
    gate = asyncio.Event()
    gone = asyncio.create_task(wait_at(gate, "gone"))
    stays = asyncio.create_task(wait_at(gate, "stays"))
    asyncio.get_running_loop().call_soon(gone.cancel)
    try:
        await gone
    except asyncio.CancelledError:
        print("cancelled", gate.is_set())
    gate.set()
    await stays
    print(gone.cancelled())

asyncio.run(main())
