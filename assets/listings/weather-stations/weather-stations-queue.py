import asyncio

PAUSE = 5

async def consume(reports):
    while True:
        print(await reports.get())

async def produce(reports, station, asking):
    while True:
        await asyncio.sleep(asking)
        await reports.put(station)
        await asyncio.sleep(PAUSE)

async def main():
    reports = asyncio.Queue()
    await asyncio.gather(
        consume(reports),
        produce(reports, "Kiel", 0.3),
        produce(reports, "Berlin", 0.2),
        produce(reports, "München", 0.4))

asyncio.run(main())
