import time

FIRST = 2
SECOND = 1

def say(text, delay):
    time.sleep(delay)
    print(text)

say("first hello", FIRST)
say("second hello", SECOND)
