# A task given to wait() twice is one task of those that are done.
import asyncio

async def answer(text):
    return text

async def main():
    ham = asyncio.create_task(answer("ham"))
    spam = asyncio.create_task(answer("spam"))
    done, pending = await asyncio.wait([ham, ham, spam])
    print(len(done), len(pending))
    print(sorted([task.result() for task in done]))

asyncio.run(main())
