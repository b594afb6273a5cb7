import time

IDS = 3
LATENCY = 1

def ask(name):
    time.sleep(LATENCY)
    return f"answer for {name}"

for number in range(1, IDS + 1):
    print(ask(f"id{number}"))
