import time

ITEMS = 20
PROCESS = 0.5
SEED = 1

def generate_data(data, seed):
    for i in range(1, ITEMS + 1):
        data.append((i * i, time.perf_counter()))
        print(f" -- generated item {i}")
        pause = 500 + (seed * 7919 + i * 104729) % 1000
        time.sleep(pause / 1000)

def process_data(data):
    for value, made in data:
        waited = time.perf_counter() - made
        print(f" +++ Processed value {value}"
              f" after {waited:.2f} sec.")
        time.sleep(PROCESS)

data = []
generate_data(data, SEED)
generate_data(data, SEED + 1)
process_data(data)
