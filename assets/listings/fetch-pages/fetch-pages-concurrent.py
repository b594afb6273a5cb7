import asyncio

FIRST = 0.4
SECOND = 0.2
THIRD = 0.6
FAILING = 0

class Session:
    async def __aenter__(self):
        print("session opened")
        return self

    async def __aexit__(self, *error):
        print("session closed")

    async def get(self, page, latency):
        await asyncio.sleep(latency)
        status = 404 if page == FAILING else 200
        return status, f"text of page {page}"

async def fetch(session, page, latency):
    status, text = await session.get(page, latency)
    if status != 200:
        raise ConnectionError(f"page {page}: {status}")
    print(text)

async def main():
    try:
        async with Session() as session:
            await asyncio.gather(
                fetch(session, 1, FIRST),
                fetch(session, 2, SECOND),
                fetch(session, 3, THIRD))
    except ConnectionError as error:
        print(f"ConnectionError: {error}")

asyncio.run(main())
