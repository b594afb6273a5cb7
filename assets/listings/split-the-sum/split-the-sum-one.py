import time

NUMBERS = 1000
COST = 0.001

def add_up(first, last):
    work((last - first) * COST)
    return sum(range(first, last))

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

print(add_up(0, NUMBERS))
