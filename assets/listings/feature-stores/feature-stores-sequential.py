import time

DELAY = 1

def first_store():
    for value in (10, 20, 40):
        time.sleep(DELAY)
        yield value

def second_store():
    for value in (50, 500, 5000):
        time.sleep(DELAY)
        yield value

def process_feat(store):
    return [value for value in store]

print([process_feat(first_store()),
       process_feat(second_store())])
