import time

DELAY = 0.1

def first_stream():
    for value in (10, 20, 40):
        time.sleep(DELAY)
        yield value

def second_stream():
    for value in (50, 500, 5000):
        time.sleep(DELAY)
        yield value

def task(function, stream):
    result = 0
    for value in stream:
        result = function((result, value))
    return result

def complex_task(stream):
    low = high = total = count = 0
    for value in stream:
        low, high = min(low, value), max(high, value)
        total, count = total + value, count + 1
    return [low, high, total / count]

print(task(sum, first_stream()),
      task(max, second_stream()),
      complex_task(second_stream()))
