import time

PAGES = 4
MESSAGES = 4
PAGE_TIME = 0.2
MESSAGE_TIME = 0.2
FIRST_BOIL = 2
SECOND_BOIL = 1

def boiling_water():
    print("boiling for 1 sec")
    time.sleep(FIRST_BOIL)
    print("boiling for 3 sec")
    time.sleep(SECOND_BOIL)
    print("boiling for 5 sec")

def reading_book():
    for page in range(1, PAGES + 1):
        print(f"reading page {page}")
        work(PAGE_TIME)

def checking_messages():
    for message in range(1, MESSAGES + 1):
        print(f"reading new message {message}")
        work(MESSAGE_TIME)

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

boiling_water()
reading_book()
checking_messages()
