#include "tests/programs/exceptions.h"

#include <array>
#include <utility>

namespace interleave::programs {

namespace {

using Names = std::pair<const char*, const char*>;

// Each after the one it is made of.
constexpr std::array kClasses = {
    Names{"BaseException", ""},
    Names{"Exception", "BaseException"},
    Names{"GeneratorExit", "BaseException"},
    Names{"KeyboardInterrupt", "BaseException"},
    Names{"SystemExit", "BaseException"},
    Names{"CancelledError", "BaseException"},
    Names{"BaseExceptionGroup", "BaseException"},
    Names{"ArithmeticError", "Exception"},
    Names{"ZeroDivisionError", "ArithmeticError"},
    Names{"OverflowError", "ArithmeticError"},
    Names{"AssertionError", "Exception"},
    Names{"AttributeError", "Exception"},
    Names{"EOFError", "Exception"},
    Names{"LookupError", "Exception"},
    Names{"IndexError", "LookupError"},
    Names{"KeyError", "LookupError"},
    Names{"NameError", "Exception"},
    Names{"UnboundLocalError", "NameError"},
    Names{"OSError", "Exception"},
    Names{"ConnectionError", "OSError"},
    Names{"ConnectionRefusedError", "ConnectionError"},
    Names{"ConnectionResetError", "ConnectionError"},
    Names{"FileNotFoundError", "OSError"},
    Names{"PermissionError", "OSError"},
    Names{"TimeoutError", "OSError"},
    Names{"RuntimeError", "Exception"},
    Names{"NotImplementedError", "RuntimeError"},
    Names{"RecursionError", "RuntimeError"},
    Names{"BrokenBarrierError", "RuntimeError"},
    Names{"StopIteration", "Exception"},
    Names{"StopAsyncIteration", "Exception"},
    Names{"TypeError", "Exception"},
    Names{"ValueError", "Exception"},
    Names{"InvalidStateError", "Exception"},
    Names{"QueueEmpty", "Exception"},
    Names{"QueueFull", "Exception"},
    Names{"Warning", "Exception"},
    Names{"ExceptionGroup", "BaseExceptionGroup"},
};

std::map<std::string, Ref<Class>> all_classes() {
  std::map<std::string, Ref<Class>> classes;
  for (const auto& [name, base] : kClasses) {
    const Ref<Class> parent = *base == '\0' ? Ref<Class>() : classes.at(base);
    classes[name] = make_counted<Class>(name, parent);
  }
  return classes;
}

Value caught_group(const ExceptionGroup& group, const std::exception_ptr& raised) {
  Values parts;
  for (const std::exception_ptr& part : group.parts()) {
    parts.push_back(caught(part));
  }
  return make_counted<Exception>(exception_class(group.type()),
                                 Values{Value::text(group.message()), list(std::move(parts))},
                                 raised);
}

Value caught_error(const Error& error, const std::exception_ptr& raised) {
  Ref<Class> type = exception_class(error.type());
  if (!type) {
    type = make_counted<Class>(error.type(), exception_class("Exception"));
  }
  Values arguments;
  if (!error.text().empty()) {
    arguments.push_back(Value::text(error.text()));
  }
  return make_counted<Exception>(std::move(type), std::move(arguments), raised);
}

[[noreturn]] void raise_group(const Exception& group) {
  std::vector<std::exception_ptr> parts;
  for (const Value& part : items_of(group.arguments.at(1))) {
    parts.push_back(exception_ptr_of(part));
  }
  throw ExceptionGroup(str(group.arguments.at(0)), std::move(parts));
}

}  // namespace

Ref<Class> exception_class(const std::string& name) {
  static const auto kAll = all_classes();
  const auto found = kAll.find(name);
  return found == kAll.end() ? Ref<Class>() : found->second;
}

void raise(const Value& value) {
  auto* exception = value.as<Exception>();
  if (exception == nullptr) {
    auto* type = value.as<Class>();
    if (type == nullptr || !type->is_exception()) {
      throw Error("TypeError", "exceptions must derive from BaseException");
    }
    raise(make_counted<Exception>(Ref<Class>(type), Values{}));
  }
  if (exception->native) {
    std::rethrow_exception(exception->native);
  }
  if (exception->type->name == "CancelledError") {
    if (exception->arguments.empty()) {
      throw CancelledError{};
    }
    throw CancelledError(str(exception->arguments[0]));
  }
  if (exception->type->name == "GeneratorExit") {
    throw GeneratorExit{};
  }
  if (exception->type->name == "ExceptionGroup") {
    raise_group(*exception);
  }
  throw Raised(Ref<Exception>(exception));
}

std::exception_ptr exception_ptr_of(const Value& value) {
  try {
    raise(value);
  } catch (...) {
    return std::current_exception();
  }
}

Value caught(const std::exception_ptr& raised) {
  try {
    std::rethrow_exception(raised);
  } catch (const Raised& one) {
    return one.exception;
  } catch (const CancelledError& cancelled) {
    Values message;
    if (cancelled.message()) {
      message.push_back(Value::text(*cancelled.message()));
    }
    return make_counted<Exception>(exception_class("CancelledError"), std::move(message), raised);
  } catch (const GeneratorExit&) {
    return make_counted<Exception>(exception_class("GeneratorExit"), Values{}, raised);
  } catch (const ExceptionGroup& group) {
    return caught_group(group, raised);
  } catch (const Error& error) {
    return caught_error(error, raised);
  }
}

void raise_out_of(const Ref<Environment>& names, const std::exception_ptr& raised) {
  try {
    std::rethrow_exception(raised);
  } catch (const Raised& one) {
    one.exception->traceback.push_back(names);
    throw;
  } catch (const ExceptionGroup&) {
    throw;  // told with its parts: it stays what it is
  } catch (const Error& error) {
    const Value known = caught_error(error, nullptr);
    auto* exception = known.as<Exception>();
    exception->traceback.push_back(names);
    throw Raised(Ref<Exception>(exception));
  }
}

bool is_instance(const Value& value, const Value& type) {
  if (const auto* types = type.as<Tuple>()) {
    for (const Value& one : types->items) {
      if (is_instance(value, one)) {
        return true;
      }
    }
    return false;
  }
  if (const auto* wanted = type.as<Class>()) {
    const auto* instance = value.as<Instance>();
    return instance != nullptr && instance->type->derives_from(wanted->name);
  }
  if (const auto* builtin = type.as<Native>()) {
    return type_name(value) == builtin->name;
  }
  throw Error("TypeError", "isinstance() arg 2 must be a type, a tuple of types, or a union");
}

bool matches(const std::exception_ptr& raised, const Value& type) {
  return is_instance(caught(raised), type);
}

}  // namespace interleave::programs
