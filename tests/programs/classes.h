#pragma once

#include <exception>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/programs/collections.h"
#include "tests/programs/environment.h"
#include "tests/programs/value.h"

namespace interleave::programs {

/// A class: one of Python's exceptions, or one that the program defines.
class Class final : public Object {
 public:
  Class(std::string its_name, Ref<Class> its_base)
      : name(std::move(its_name)), base(std::move(its_base)) {}
  [[nodiscard]] std::string type_name() const override { return "type"; }
  [[nodiscard]] std::string repr() const override { return "<class '" + name + "'>"; }
  [[nodiscard]] std::optional<Value> attribute(const std::string& asked) override;
  bool set_attribute(const std::string& asked, Value value) override;
  /// This class or one that it is made of.
  [[nodiscard]] bool derives_from(std::string_view ancestor) const;
  [[nodiscard]] bool is_exception() const { return derives_from("BaseException"); }
  /// In this class or those it is made of; nullptr if there is none.
  [[nodiscard]] const Value* find(const std::string& asked) const;

  const std::string name;
  const Ref<Class> base;
  std::map<std::string, Value> attributes;
};

/// An object of a class that the program defines.
class Instance : public Object {
 public:
  explicit Instance(Ref<Class> its_type) : type(std::move(its_type)) {}
  [[nodiscard]] std::string type_name() const override { return type->name; }
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  bool set_attribute(const std::string& name, Value value) override;

  const Ref<Class> type;
  std::map<std::string, Value> attributes;
};

/// An exception, caught or about to be raised.
class Exception final : public Instance, public Described, public SharedState {
 public:
  Exception(Ref<Class> its_type, Values its_arguments)
      : Instance(std::move(its_type)), arguments(std::move(its_arguments)) {}
  /// One that the runtime raised.
  Exception(Ref<Class> its_type, Values its_arguments, std::exception_ptr raised)
      : Instance(std::move(its_type)), arguments(std::move(its_arguments)), native(raised) {}
  [[nodiscard]] std::string repr() const override;
  [[nodiscard]] std::string str() const override;
  [[nodiscard]] bool equals(const Object& other) const override;
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;

  Values arguments;
  const std::exception_ptr native;
  /// The names of the calls that it has come out of: as its traceback does, it keeps what they
  /// hold.
  std::vector<Ref<Environment>> traceback;
};

/// A function with the object it was asked of.
class BoundMethod final : public Object {
 public:
  BoundMethod(Value its_self, Value its_function)
      : self(std::move(its_self)), function(std::move(its_function)) {}
  [[nodiscard]] std::string type_name() const override { return "method"; }
  [[nodiscard]] bool equals(const Object& other) const override;
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  const Value self;
  const Value function;
};

}  // namespace interleave::programs
