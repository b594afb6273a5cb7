import time

QUERY = 1
FORMAT = 0.1
REPLY = 0.2

def answer():
    time.sleep(QUERY)
    print("queried")
    work(FORMAT)
    print("formatted")
    time.sleep(REPLY)
    print("replied")

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

answer()
