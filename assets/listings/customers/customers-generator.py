import time

CUSTOMERS = 10
DETAIL = 0.3

def get_details():
    for number in range(1, CUSTOMERS + 1):
        time.sleep(DETAIL)
        print(f"details of customer {number}")
        yield f"customer {number}"

def send_mails():
    for customer in get_details():
        print(f"spam to {customer}")
        print(f"more spam to {customer}")
        print(f"VIP list: {customer}")

send_mails()
