"""The hops of a job: on the virtual clock as with real threads.

A program counts, by calls that call themselves again, how often the loop goes
round between the resolving of a job's future and the going on of who waits for
it. It tells no times. Recorded, and run by Python as it is, it says the same.
"""

import subprocess
import sys
import tempfile
import textwrap

from recording import Recording

COUNTING = """
    import asyncio
    import time

    class Rounds:
        def __init__(self, future):
            self.count = None
            future.add_done_callback(self.begin)

        def begin(self, _future):
            self.count = 0
            self.next = asyncio.get_running_loop().call_soon(self.go_on)

        def go_on(self):
            self.count += 1
            self.next = asyncio.get_running_loop().call_soon(self.go_on)

        def end(self):
            self.next.cancel()
            return self.count

    def wait(seconds):
        time.sleep(seconds)
        return seconds

    def fail(seconds):
        time.sleep(seconds)
        raise OSError("no answer")

    def submit(function=wait):
        return asyncio.get_running_loop().run_in_executor(None, function, 0.05)

    async def awaited(job):
        return await job

    async def in_a_task(job):
        return await asyncio.create_task(awaited(job))

    async def gathered(job):
        return await asyncio.gather(job)

    async def gathered_tasks(job):
        return await asyncio.gather(awaited(job), awaited(job))

    async def in_time(job):
        return await asyncio.wait_for(job, 60)

    async def shielded(job):
        return await asyncio.shield(job)

    async def waited(job):
        return await asyncio.wait([job])

    async def main():
        for function in (wait, fail):
            for way in (awaited, in_a_task, gathered, gathered_tasks,
                        in_time, shielded, waited):
                job = submit(function)
                rounds = Rounds(job)
                try:
                    await way(job)
                except OSError as error:
                    print(error)
                if job.exception() is None:
                    print(job.result())
                print(way.__name__, rounds.end())

    asyncio.run(main())
    """


def with_real_threads(source):
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(textwrap.dedent(source))
        file.flush()
        done = subprocess.run([sys.executable, "-B", file.name], timeout=60,
                              capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


class RealThreadsTest(Recording):
    def test_who_waits_for_a_job_goes_on_as_many_rounds_later_as_with_real_threads(self):
        recorded = self.of_program(COUNTING).output()
        self.assertEqual(recorded, with_real_threads(COUNTING))
        self.assertIn("awaited 0", recorded)  # within the round that hears of it
        self.assertIn("gathered 1", recorded)
