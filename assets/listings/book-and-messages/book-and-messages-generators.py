import time

PAGES = 4
MESSAGES = 4
PAGE_TIME = 0.2
MESSAGE_TIME = 0.2

def reading_book():
    for page in range(1, PAGES + 1):
        print(f"reading page {page}")
        work(PAGE_TIME)
        if page < PAGES:
            yield

def checking_messages():
    for message in range(1, MESSAGES + 1):
        print(f"reading new message {message}")
        work(MESSAGE_TIME)
        if message < MESSAGES:
            yield

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

turns = [reading_book(), checking_messages()]
while turns:
    generator = turns.pop(0)
    try:
        next(generator)
        turns.append(generator)
    except StopIteration:
        pass
