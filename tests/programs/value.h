#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "runtime/counted.h"

namespace interleave::programs {

class Object;
struct Activation;

/// A value of the interpreted program: None, a bool, an int (of 64 bits), a float, or an Object.
class Value {
 public:
  Value() = default;
  template <class T>
  Value(Ref<T> object) : content_(Ref<Object>(std::move(object))) {}  // NOLINT: objects are values

  [[nodiscard]] static Value boolean(bool value) { return Value(Content(value)); }
  [[nodiscard]] static Value integer(std::int64_t value) { return Value(Content(value)); }
  [[nodiscard]] static Value real(double value) { return Value(Content(value)); }
  [[nodiscard]] static Value text(std::string value);

  [[nodiscard]] bool is_none() const { return std::holds_alternative<std::monostate>(content_); }
  [[nodiscard]] const bool* if_boolean() const { return std::get_if<bool>(&content_); }
  /// An int, or a bool, which is one.
  [[nodiscard]] std::optional<std::int64_t> if_whole() const;
  [[nodiscard]] const double* if_real() const { return std::get_if<double>(&content_); }
  /// Any number.
  [[nodiscard]] std::optional<double> if_number() const;
  [[nodiscard]] const std::string* if_text() const;
  [[nodiscard]] Object* object() const {
    const auto* found = std::get_if<Ref<Object>>(&content_);
    return found == nullptr ? nullptr : found->get();
  }
  /// As that kind of object, or nullptr.
  template <class T>
  [[nodiscard]] T* as() const {
    return dynamic_cast<T*>(object());
  }

 private:
  using Content = std::variant<std::monostate, bool, std::int64_t, double, Ref<Object>>;
  explicit Value(Content content) : content_(std::move(content)) {}
  Content content_;
};

using Values = std::vector<Value>;

/// What a call is given.
struct Arguments {
  Values positional{};
  std::vector<std::pair<std::string, Value>> named{};

  /// The one at that place or of that name; None where there is none.
  [[nodiscard]] Value get(std::size_t at, std::string_view name) const;
  [[nodiscard]] bool has(std::size_t at, std::string_view name) const;
  [[nodiscard]] Value get(std::size_t at) const { return get(at, ""); }
  /// Raises TypeError if there is none.
  [[nodiscard]] Value need(std::size_t at, std::string_view name) const;
};

/// Whatever is shared by reference: texts, collections, functions, tasks, locks …
class Object : public Counted {
 public:
  [[nodiscard]] virtual std::string type_name() const = 0;
  [[nodiscard]] virtual std::string repr() const { return "<" + type_name() + " object>"; }
  [[nodiscard]] virtual bool truth() const { return true; }
  [[nodiscard]] virtual bool equals(const Object& other) const { return this == &other; }
  /// An attribute, or a method bound to it.
  [[nodiscard]] virtual std::optional<Value> attribute(const std::string&) { return std::nullopt; }
  /// False if it has no such attribute to be set.
  virtual bool set_attribute(const std::string&, Value) { return false; }
};

class Text final : public Object {
 public:
  explicit Text(std::string text) : value(std::move(text)) {}
  [[nodiscard]] std::string type_name() const override { return "str"; }
  [[nodiscard]] std::string repr() const override;
  [[nodiscard]] bool truth() const override { return !value.empty(); }
  [[nodiscard]] bool equals(const Object& other) const override;
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  const std::string value;
};

/// A function of ours: of a module, or a method of an object.
class Native final : public Object {
 public:
  using Body = std::function<Value(Activation&, Arguments&)>;
  Native(std::string its_name, Body its_body)
      : name(std::move(its_name)), body(std::move(its_body)) {}
  [[nodiscard]] std::string type_name() const override { return "builtin_function_or_method"; }
  [[nodiscard]] std::string repr() const override { return "<built-in function " + name + ">"; }
  [[nodiscard]] std::optional<Value> attribute(const std::string& asked) override;
  const std::string name;
  const Body body;
};

/// The methods of a kind of object, by their names.
template <class T>
using Methods = std::map<std::string_view, Value (*)(T&, Activation&, Arguments&)>;

template <class T>
[[nodiscard]] std::optional<Value> bound_method(T& self, const Methods<T>& methods,
                                                const std::string& name) {
  const auto found = methods.find(name);
  if (found == methods.end()) {
    return std::nullopt;
  }
  const auto method = found->second;
  const Ref<T> held(&self);
  return make_counted<Native>(name, [held, method](Activation& caller, Arguments& arguments) {
    return method(*held, caller, arguments);
  });
}

[[nodiscard]] std::string type_name(const Value& value);
[[nodiscard]] std::string str(const Value& value);
[[nodiscard]] bool truth(const Value& value);
[[nodiscard]] bool equal(const Value& a, const Value& b);
[[nodiscard]] bool identical(const Value& a, const Value& b);
/// Raises TypeError for what has no order.
[[nodiscard]] bool less(const Value& a, const Value& b);

// What the runtime asks of the values it hands on: repr is empty for None, and a priority queue
// compares.
[[nodiscard]] std::string repr(const Value& value);
/// As Python writes it, None too.
[[nodiscard]] std::string written(const Value& value);
[[nodiscard]] inline bool operator>(const Value& a, const Value& b) { return less(b, a); }

}  // namespace interleave::programs
