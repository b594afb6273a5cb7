#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/programs/value.h"

namespace interleave::programs {

/// Its str() is another than its repr().
class Described {
 public:
  virtual ~Described() = default;
  [[nodiscard]] virtual std::string str() const = 0;
};

/// Several objects may stand for one thing of the runtime (a task, a future): `is` asks equals().
class SharedState {
 public:
  virtual ~SharedState() = default;
};

/// A list or a tuple.
class Sequence : public Object {
 public:
  explicit Sequence(Values its_items) : items(std::move(its_items)) {}
  [[nodiscard]] bool truth() const override { return !items.empty(); }
  [[nodiscard]] bool equals(const Object& other) const override;
  Values items;
};

class List final : public Sequence {
 public:
  using Sequence::Sequence;
  [[nodiscard]] std::string type_name() const override { return "list"; }
  [[nodiscard]] std::string repr() const override;
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
};

class Tuple final : public Sequence {
 public:
  using Sequence::Sequence;
  [[nodiscard]] std::string type_name() const override { return "tuple"; }
  [[nodiscard]] std::string repr() const override;
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
};

/// Keeps the order in which its items came, as the recorder's own does. (CPython's has none that a
/// program may rely on.)
class Set final : public Object {
 public:
  explicit Set(const Values& from);
  [[nodiscard]] std::string type_name() const override { return "set"; }
  [[nodiscard]] std::string repr() const override;
  [[nodiscard]] bool truth() const override { return !items.empty(); }
  [[nodiscard]] bool equals(const Object& other) const override;
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  [[nodiscard]] bool has(const Value& item) const;
  void add(const Value& item);
  bool discard(const Value& item);
  Values items;
};

class Dict final : public Object {
 public:
  [[nodiscard]] std::string type_name() const override { return "dict"; }
  [[nodiscard]] std::string repr() const override;
  [[nodiscard]] bool truth() const override { return !pairs.empty(); }
  [[nodiscard]] bool equals(const Object& other) const override;
  [[nodiscard]] std::optional<Value> attribute(const std::string& name) override;
  [[nodiscard]] Value* find(const Value& key);
  [[nodiscard]] const Value* find(const Value& key) const;
  void set(const Value& key, Value value);
  bool erase(const Value& key);
  std::vector<std::pair<Value, Value>> pairs;
};

[[nodiscard]] Value list(Values items);
[[nodiscard]] Value tuple(Values items);
/// What a `for` goes through, all at once; raises TypeError for what is no collection.
[[nodiscard]] Values items_of(const Value& iterable);
[[nodiscard]] bool contains(const Value& collection, const Value& item);
[[nodiscard]] std::int64_t length_of(const Value& collection);

}  // namespace interleave::programs
