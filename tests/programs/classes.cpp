#include "tests/programs/classes.h"

#include "tests/programs/function.h"

namespace interleave::programs {

// ExceptionGroup is an Exception as well, the one class with two that it is made of.
bool Class::derives_from(std::string_view ancestor) const {
  if (ancestor == "Exception" && name == "ExceptionGroup") {
    return true;
  }
  return name == ancestor || (base && base->derives_from(ancestor));
}

const Value* Class::find(const std::string& asked) const {
  const auto found = attributes.find(asked);
  if (found != attributes.end()) {
    return &found->second;
  }
  return base ? base->find(asked) : nullptr;
}

std::optional<Value> Class::attribute(const std::string& asked) {
  if (asked == "__name__" || asked == "__qualname__") {
    return Value::text(name);
  }
  const Value* found = find(asked);
  return found == nullptr ? std::nullopt : std::optional<Value>(*found);
}

bool Class::set_attribute(const std::string& asked, Value value) {
  attributes[asked] = std::move(value);
  return true;
}

std::optional<Value> Instance::attribute(const std::string& name) {
  const auto own = attributes.find(name);
  if (own != attributes.end()) {
    return own->second;
  }
  if (name == "__class__") {
    return Value(type);
  }
  const Value* found = type->find(name);
  if (found == nullptr) {
    return std::nullopt;
  }
  if (found->as<Function>() != nullptr) {
    return make_counted<BoundMethod>(Ref<Instance>(this), *found);
  }
  return *found;
}

bool Instance::set_attribute(const std::string& name, Value value) {
  attributes[name] = std::move(value);
  return true;
}

std::string Exception::str() const {
  if (arguments.empty()) {
    return "";
  }
  if (type->derives_from("BaseExceptionGroup")) {
    const auto parts = length_of(arguments.at(1));
    return programs::str(arguments[0]) + " (" + std::to_string(parts) + " sub-exception" +
           (parts == 1 ? "" : "s") + ")";
  }
  if (arguments.size() > 1) {
    return Tuple(arguments).repr();
  }
  return type->derives_from("KeyError") ? written(arguments[0]) : programs::str(arguments[0]);
}

std::string Exception::repr() const {
  std::string out;
  for (const Value& argument : arguments) {
    out += (out.empty() ? "" : ", ") + written(argument);
  }
  return type->name + "(" + out + ")";
}

bool Exception::equals(const Object& other) const {
  const auto* exception = dynamic_cast<const Exception*>(&other);
  return exception != nullptr && (exception == this || (native && native == exception->native));
}

std::optional<Value> Exception::attribute(const std::string& name) {
  if (name == "args") {
    return tuple(arguments);
  }
  if (type->derives_from("BaseExceptionGroup") && name == "exceptions") {
    return tuple(items_of(arguments.at(1)));
  }
  if (type->derives_from("BaseExceptionGroup") && name == "message") {
    return arguments.at(0);
  }
  return Instance::attribute(name);
}

bool BoundMethod::equals(const Object& other) const {
  const auto* method = dynamic_cast<const BoundMethod*>(&other);
  return method != nullptr && identical(self, method->self) &&
         identical(function, method->function);
}

std::optional<Value> BoundMethod::attribute(const std::string& name) {
  return function.object()->attribute(name);
}

}  // namespace interleave::programs
