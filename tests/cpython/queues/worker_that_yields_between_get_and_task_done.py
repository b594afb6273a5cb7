# An empty queue is not a finished one: join() waits for the worker that took the last item and has not said task_done().
import asyncio

async def main():
    jobs = asyncio.Queue()

    async def worker():
        while True:
            job = await jobs.get()
            await asyncio.sleep(job)
            print(f"{job} done")
            jobs.task_done()

    jobs.put_nowait(0.2)
    jobs.put_nowait(0.1)
    task = asyncio.create_task(worker())
    await asyncio.sleep(0.25)
    print(jobs.empty())
    await jobs.join()
    print("joined")
    task.cancel()

asyncio.run(main())
