#include <string>
#include <vector>

#include "runtime/call_stack.h"
#include "runtime/generator.h"
#include "scenarios/parameters.h"
#include "scenarios/scenario_list.h"

namespace interleave {

namespace {

std::string customer(int number) { return "customer " + std::to_string(number); }

void print_mails(Scope& s, const std::string& customer) {
  s.at("print(f\"spam to").print("spam to " + customer);
  s.at("print(f\"more spam to").print("more spam to " + customer);
  s.at("print(f\"VIP list").print("VIP list: " + customer);
}

void get_one(Scope& s, const Settings& p, int number) {
  s.at("time.sleep").block(duration(p, "detail"));
  s.at("details of").print("details of " + customer(number));
}

Coro<std::vector<std::string>> get_all_details(Scope s, Settings p) {
  std::vector<std::string> customers;
  for (int number = 1; number <= p.count("customers"); ++number) {
    get_one(s, p, number);
    customers.push_back(customer(number));
  }
  s.at("return customers");
  co_return customers;
}

Coro<> send_mails_to_all(Scope s, Settings p) {
  s.at("for customer in");
  const std::vector<std::string> customers =
      co_await call(s, get_all_details(s.def("get_details"), p));
  for (const std::string& customer : customers) {
    print_mails(s, customer);
  }
  s.at("for customer in");
}

// What it yields, it leaves in `yielded`.
Coro<> get_details(Scope s, Settings p, std::string& yielded) {
  for (int number = 1; number <= p.count("customers"); ++number) {
    get_one(s, p, number);
    yielded = customer(number);
    co_await yield(s.at("yield"));
  }
  s.at("for number in");
}

Coro<> send_mails(Scope s, Settings p) {
  std::string customer;
  s.at("for customer in");
  const Generator details = generator(s, get_details(s.def("get_details"), p, customer));
  while (co_await next(s.at("for customer in"), details)) {
    print_mails(s, customer);
  }
}

template <Coro<> (*send_mails)(Scope, Settings)>
Coro<> module(Scope s, Settings p) {
  s.at("send_mails()");
  co_await call(s, send_mails(s.def("send_mails"), p));
}

std::unique_ptr<Program> make(std::string_view mode, const Settings& p) {
  return script(customers_scenario().listing(mode), p,
                mode == "eager" ? module<send_mails_to_all> : module<send_mails>);
}

}  // namespace

Scenario customers_scenario() {
  Scenario s;
  s.id = "customers";
  s.title = "Mails to customers";
  s.short_title = "Customers";
  s.lesson = "Streams of data";
  s.teaches = "A generator is a coroutine: its loop and the loop over it take turns.";
  s.question =
      "The details of each of ten customers take 0.3 s to get. When does the first customer get "
      "spam, if get_details returns a list? And if it is a generator?";
  s.notice =
      "The total is the same, 3 s. With a list the first spam goes out after 3 s, with a generator "
      "after 0.3 s: each loop goes on where it stood.";
  s.modes = {
      {"eager", "Eager", "return customers", true},
      {"generator", "Generator", "yield customer", true},
  };
  s.default_mode = "generator";
  s.parameters = {
      count("customers", "customers", 10, 40),
      seconds("detail", "time per customer", 0.3, 2),
  };
  s.nouns = {{"get_details", "getting details", "the details"},
             {"send_mails", "sending mails", "the mails"}};
  s.make = make;
  s.source = "scenarios/customers.cpp";
  return s;
}

}  // namespace interleave
