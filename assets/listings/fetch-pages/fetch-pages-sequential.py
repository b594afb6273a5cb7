import time

FIRST = 0.4
SECOND = 0.2
THIRD = 0.6
FAILING = 0

class Session:
    def __enter__(self):
        print("session opened")
        return self

    def __exit__(self, *error):
        print("session closed")

    def get(self, page, latency):
        time.sleep(latency)
        status = 404 if page == FAILING else 200
        return status, f"text of page {page}"

def fetch(session, page, latency):
    status, text = session.get(page, latency)
    if status != 200:
        raise ConnectionError(f"page {page}: {status}")
    print(text)

try:
    with Session() as session:
        fetch(session, 1, FIRST)
        fetch(session, 2, SECOND)
        fetch(session, 3, THIRD)
except ConnectionError as error:
    print(f"ConnectionError: {error}")
