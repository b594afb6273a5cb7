import time

COUNT = 20
LATENCY = 0.177
CAPACITY = 25

class Server:
    def __init__(self, capacity):
        self.free = capacity

    def __enter__(self):
        if self.free == 0:
            raise ConnectionError("server busy")
        self.free -= 1

    def __exit__(self, *error):
        self.free += 1

def download(number):
    with server:
        time.sleep(LATENCY)

server = Server(CAPACITY)
refused = 0
for number in range(1, COUNT + 1):
    try:
        download(number)
    except ConnectionError:
        refused += 1
print(f"refused: {refused}")
