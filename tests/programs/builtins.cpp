#include "tests/programs/builtins.h"

#include <cmath>

#include "runtime/errors.h"
#include "tests/programs/awaitables.h"
#include "tests/programs/call.h"
#include "tests/programs/collections.h"
#include "tests/programs/exceptions.h"
#include "tests/programs/iteration.h"
#include "tests/programs/modules.h"
#include "tests/programs/operators.h"
#include "tests/programs/spending.h"

namespace interleave::programs {

namespace {

Value print(Activation& caller, Arguments& given) {
  const Value between = given.get(given.positional.size(), "sep");
  std::string text;
  for (std::size_t i = 0; i < given.positional.size(); ++i) {
    text += (i == 0 ? "" : between.is_none() ? " " : str(between)) + str(given.positional[i]);
  }
  say(caller, text);
  return {};
}

Value work(Activation& caller, Arguments& given) {
  spend_working(caller, seconds(given.need(0, "seconds")));
  return {};
}

std::int64_t whole(const Value& value) {
  if (!value.if_whole()) {
    throw Error("TypeError",
                "'" + type_name(value) + "' object cannot be interpreted as an integer");
  }
  return *value.if_whole();
}

Value range(Activation&, Arguments& given) {
  const bool one = given.positional.size() == 1;
  const std::int64_t from = one ? 0 : whole(given.need(0, "start"));
  const std::int64_t to = whole(given.need(one ? 0 : 1, "stop"));
  const std::int64_t step = given.has(2, "step") ? whole(given.get(2)) : 1;
  if (step == 0) {
    throw Error("ValueError", "range() arg 3 must not be zero");
  }
  Values out;
  for (std::int64_t at = from; step > 0 ? at < to : at > to; at += step) {
    if (out.size() > 1'000'000) {
      throw Error("MemoryError", "range() beyond the interpreter");
    }
    out.push_back(Value::integer(at));
  }
  return list(std::move(out));
}

Value to_int(Activation&, Arguments& given) {
  const Value value = given.get(0);
  try {
    const double number =
        value.if_text() != nullptr ? std::stod(*value.if_text()) : value.if_number().value_or(0);
    return Value::integer(static_cast<std::int64_t>(std::trunc(number)));
  } catch (const std::logic_error&) {
    throw Error("ValueError", "invalid literal for int() with base 10: " + written(value));
  }
}

Value to_float(Activation&, Arguments& given) {
  const Value value = given.get(0);
  try {
    return Value::real(value.if_text() != nullptr ? std::stod(*value.if_text())
                                                  : value.if_number().value_or(0));
  } catch (const std::logic_error&) {
    throw Error("ValueError", "could not convert string to float: " + written(value));
  }
}

Value to_dict(Activation&, Arguments& given) {
  auto dict = make_counted<Dict>();
  if (const auto* from = given.get(0).as<Dict>()) {
    dict->pairs = from->pairs;
  } else if (given.has(0, "")) {
    for (const Value& pair : items_of(given.get(0))) {
      dict->set(items_of(pair).at(0), items_of(pair).at(1));
    }
  }
  for (const auto& [key, value] : given.named) {
    dict->set(Value::text(key), value);
  }
  return dict;
}

Values all_of(Activation& caller, const Value& iterable) {
  if (auto* iterator = iterable.as<Iterator>()) {
    Values items;
    while (const auto item = iterator->next(caller)) {
      items.push_back(*item);
    }
    return items;
  }
  return items_of(iterable);
}

Value sum(Activation& caller, Arguments& given) {
  Value total = given.has(1, "start") ? given.get(1, "start") : Value::integer(0);
  for (const Value& item : all_of(caller, given.need(0, "iterable"))) {
    total = binary("+", total, item);
  }
  return total;
}

// The first or last of them in order.
Value extreme(Activation& caller, Arguments& given, bool greatest) {
  const Values items =
      given.positional.size() > 1 ? given.positional : all_of(caller, given.need(0, "iterable"));
  if (items.empty()) {
    if (given.has(2, "default")) {
      return given.get(2, "default");
    }
    throw Error("ValueError",
                std::string(greatest ? "max" : "min") + "() arg is an empty sequence");
  }
  Value best = items.front();
  for (const Value& item : items) {
    if (greatest ? less(best, item) : less(item, best)) {
      best = item;
    }
  }
  return best;
}

Value enumerate(Activation& caller, Arguments& given) {
  std::int64_t number = given.has(1, "start") ? whole(given.get(1, "start")) : 0;
  Values out;
  for (const Value& item : all_of(caller, given.need(0, "iterable"))) {
    out.push_back(tuple({Value::integer(number++), item}));
  }
  return list(std::move(out));
}

Value zip(Activation& caller, Arguments& given) {
  std::vector<Values> rows;
  for (const Value& one : given.positional) {
    rows.push_back(all_of(caller, one));
  }
  Values out;
  for (std::size_t i = 0; !rows.empty(); ++i) {
    Values together;
    for (const Values& row : rows) {
      if (i == row.size()) {
        return list(std::move(out));
      }
      together.push_back(row[i]);
    }
    out.push_back(tuple(std::move(together)));
  }
  return list(std::move(out));
}

Value round_number(Activation&, Arguments& given) {
  const Value value = given.need(0, "number");
  if (!given.has(1, "ndigits")) {
    return Value::integer(std::llrint(value.if_number().value_or(0)));
  }
  // By way of decimal digits, as Python does.
  const std::string digits = "." + std::to_string(whole(given.get(1, "ndigits"))) + "f";
  return Value::real(
      std::stod(formatted(Value::real(value.if_number().value_or(0)), ":" + digits)));
}

Value any_or_all(Activation& caller, Arguments& given, bool wanted) {
  for (const Value& item : all_of(caller, given.need(0, "iterable"))) {
    if (truth(item) == wanted) {
      return Value::boolean(wanted);
    }
  }
  return Value::boolean(!wanted);
}

Value type_of(Activation&, Arguments& given) {
  const Value value = given.need(0, "object");
  if (const auto* instance = value.as<Instance>()) {
    return instance->type;
  }
  const auto known = builtin(type_name(value));
  return known ? *known : Value(make_counted<Class>(type_name(value), Ref<Class>()));
}

Value next(Activation& caller, Arguments& given) {
  const Value iterator = given.need(0, "iterator");
  auto* found = iterator.as<Iterator>();
  if (found == nullptr) {
    throw Error("TypeError", "'" + type_name(iterator) + "' object is not an iterator");
  }
  if (const auto item = found->next(caller)) {
    return *item;
  }
  if (given.has(1, "default")) {
    return given.get(1, "default");
  }
  throw Error("StopIteration", "");
}

Value get_attribute(Activation&, Arguments& given) {
  const Value object = given.need(0, "object");
  try {
    return attribute_of(object, str(given.need(1, "name")));
  } catch (const Error& error) {
    if (error.type() != "AttributeError" || !given.has(2, "default")) {
      throw;
    }
    return given.get(2, "default");
  }
}

Coro<Value> item_or(Value next, Value otherwise) {
  try {
    Coro<Value> waiting = await_value(next);
    Value item = co_await waiting;
    co_return item;
  } catch (const Error& error) {
    if (error.type() != "StopAsyncIteration") {
      throw;
    }
  }
  co_return otherwise;
}

Value ask_for_item(Activation& caller, Arguments& given) {
  const Value next = call(caller, attribute_of(given.need(0, "iterator"), "__anext__"), Values{});
  if (!given.has(1, "default")) {
    return next;
  }
  return make_counted<CoroutineObject>(item_or(next, given.get(1, "default")));
}

const NativeFunctions& functions() {
  static const NativeFunctions kFunctions = {
      {"print", print},
      {"range", range},
      {"int", to_int},
      {"float", to_float},
      {"dict", to_dict},
      {"sum", sum},
      {"enumerate", enumerate},
      {"zip", zip},
      {"round", round_number},
      {"type", type_of},
      {"next", next},
      {"getattr", get_attribute},
      {"anext", ask_for_item},
      {"aiter",
       [](Activation& caller, Arguments& given) {
         return call(caller, attribute_of(given.need(0, "iterable"), "__aiter__"), Values{});
       }},
      {"len", [](Activation&,
                 Arguments& given) { return Value::integer(length_of(given.need(0, "object"))); }},
      {"str",
       [](Activation&, Arguments& given) {
         return Value::text(given.has(0, "object") ? str(given.get(0)) : "");
       }},
      {"repr",
       [](Activation&, Arguments& given) { return Value::text(written(given.need(0, "object"))); }},
      {"bool",
       [](Activation&, Arguments& given) { return Value::boolean(truth(given.get(0, "x"))); }},
      {"list",
       [](Activation& caller, Arguments& given) {
         return list(given.has(0, "") ? all_of(caller, given.get(0)) : Values{});
       }},
      {"tuple",
       [](Activation& caller, Arguments& given) {
         return tuple(given.has(0, "") ? all_of(caller, given.get(0)) : Values{});
       }},
      {"set",
       [](Activation& caller, Arguments& given) {
         return Value(
             make_counted<Set>(given.has(0, "") ? all_of(caller, given.get(0)) : Values{}));
       }},
      {"min", [](Activation& caller, Arguments& given) { return extreme(caller, given, false); }},
      {"max", [](Activation& caller, Arguments& given) { return extreme(caller, given, true); }},
      {"any", [](Activation& caller, Arguments& given) { return any_or_all(caller, given, true); }},
      {"all",
       [](Activation& caller, Arguments& given) { return any_or_all(caller, given, false); }},
      {"sorted",
       [](Activation& caller, Arguments& given) {
         return list(sorted(caller, all_of(caller, given.need(0, "iterable")), given));
       }},
      {"reversed",
       [](Activation& caller, Arguments& given) {
         Values items = all_of(caller, given.need(0, "sequence"));
         return list(Values(items.rbegin(), items.rend()));
       }},
      {"abs",
       [](Activation&, Arguments& given) {
         const Value value = given.need(0, "x");
         return value.if_number().value_or(0) < 0 ? unary("-", value) : value;
       }},
      {"isinstance",
       [](Activation&, Arguments& given) {
         return Value::boolean(is_instance(given.need(0, "object"), given.need(1, "class")));
       }},
      {"iter", [](Activation&, Arguments& given) { return iterator_of(given.need(0, "object")); }},
  };
  return kFunctions;
}

bool is_asyncios(const std::string& exception) {
  return exception == "CancelledError" || exception == "InvalidStateError" ||
         exception == "QueueEmpty" || exception == "QueueFull" || exception == "BrokenBarrierError";
}

}  // namespace

std::optional<Value> builtin(const std::string& name) {
  if (name == "__name__") {
    return Value::text("__main__");
  }
  const auto found = functions().find(name);
  if (found != functions().end()) {
    return make_counted<Native>(name, found->second);
  }
  if (const Ref<Class> exception = exception_class(name); exception && !is_asyncios(name)) {
    return exception;
  }
  return std::nullopt;
}

Value work_function() { return make_counted<Native>("work", work); }

}  // namespace interleave::programs
