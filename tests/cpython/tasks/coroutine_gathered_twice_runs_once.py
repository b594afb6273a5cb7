# A coroutine given to gather() several times runs once, and its result stands in each of its places.
import asyncio

async def echo(text):
    print(text)
    return text

async def main():
    again = echo("abc")
    print(await asyncio.gather(again, again, echo("def"), again))

asyncio.run(main())
