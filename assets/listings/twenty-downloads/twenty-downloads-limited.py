import asyncio

COUNT = 20
LATENCY = 0.177
LIMIT = 10
CAPACITY = 25

class Server:
    def __init__(self, capacity):
        self.free = capacity

    def __enter__(self):
        if self.free == 0:
            raise ConnectionError("server busy")
        self.free -= 1

    def __exit__(self, *error):
        self.free += 1

server = Server(CAPACITY)
slots = asyncio.Semaphore(LIMIT)

async def download(number):
    async with slots:
        with server:
            await asyncio.sleep(LATENCY)

async def main():
    results = await asyncio.gather(
        *[download(number)
          for number in range(1, COUNT + 1)],
        return_exceptions=True)
    refused = [result for result in results
               if isinstance(result, ConnectionError)]
    print(f"refused: {len(refused)}")

asyncio.run(main())
