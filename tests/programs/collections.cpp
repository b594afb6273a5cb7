#include "tests/programs/collections.h"

#include <algorithm>

#include "runtime/errors.h"

namespace interleave::programs {

namespace {

std::string joined(const Values& items) {
  std::string out;
  for (const Value& item : items) {
    out += (out.empty() ? "" : ", ") + written(item);
  }
  return out;
}

bool all_equal(const Values& a, const Values& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), equal);
}

}  // namespace

bool Sequence::equals(const Object& other) const {
  const auto* sequence = dynamic_cast<const Sequence*>(&other);
  return sequence != nullptr && sequence->type_name() == type_name() &&
         all_equal(items, sequence->items);
}

std::string List::repr() const { return "[" + joined(items) + "]"; }
std::string Tuple::repr() const { return "(" + joined(items) + (items.size() == 1 ? ",)" : ")"); }

Set::Set(const Values& from) {
  for (const Value& item : from) {
    add(item);
  }
}
std::string Set::repr() const { return items.empty() ? "set()" : "{" + joined(items) + "}"; }
bool Set::has(const Value& item) const {
  return std::any_of(items.begin(), items.end(),
                     [&](const Value& other) { return equal(item, other); });
}
void Set::add(const Value& item) {
  if (!has(item)) {
    items.push_back(item);
  }
}
bool Set::discard(const Value& item) {
  return std::erase_if(items, [&](const Value& other) { return equal(item, other); }) > 0;
}
bool Set::equals(const Object& other) const {
  const auto* set = dynamic_cast<const Set*>(&other);
  return set != nullptr && set->items.size() == items.size() &&
         std::all_of(items.begin(), items.end(),
                     [set](const Value& item) { return set->has(item); });
}

std::string Dict::repr() const {
  std::string out;
  for (const auto& [key, value] : pairs) {
    out += (out.empty() ? "" : ", ") + written(key) + ": " + written(value);
  }
  return "{" + out + "}";
}
const Value* Dict::find(const Value& key) const {
  for (const auto& pair : pairs) {
    if (equal(pair.first, key)) {
      return &pair.second;
    }
  }
  return nullptr;
}
Value* Dict::find(const Value& key) {
  return const_cast<Value*>(static_cast<const Dict*>(this)->find(key));
}
void Dict::set(const Value& key, Value value) {
  if (Value* known = find(key)) {
    *known = std::move(value);
  } else {
    pairs.emplace_back(key, std::move(value));
  }
}
bool Dict::erase(const Value& key) {
  return std::erase_if(pairs, [&](const auto& pair) { return equal(pair.first, key); }) > 0;
}
bool Dict::equals(const Object& other) const {
  const auto* dict = dynamic_cast<const Dict*>(&other);
  return dict != nullptr && dict->pairs.size() == pairs.size() &&
         std::all_of(pairs.begin(), pairs.end(), [dict](const auto& pair) {
           const Value* there = dict->find(pair.first);
           return there != nullptr && equal(*there, pair.second);
         });
}

Value list(Values items) { return make_counted<List>(std::move(items)); }
Value tuple(Values items) { return make_counted<Tuple>(std::move(items)); }

Values items_of(const Value& iterable) {
  if (const auto* sequence = iterable.as<Sequence>()) {
    return sequence->items;
  }
  if (const auto* set = iterable.as<Set>()) {
    return set->items;
  }
  Values items;
  if (const auto* dict = iterable.as<Dict>()) {
    for (const auto& pair : dict->pairs) {
      items.push_back(pair.first);
    }
    return items;
  }
  if (const std::string* text = iterable.if_text()) {
    for (const char c : *text) {
      items.push_back(Value::text(std::string(1, c)));
    }
    return items;
  }
  throw Error("TypeError", "'" + type_name(iterable) + "' object is not iterable");
}

bool contains(const Value& collection, const Value& item) {
  if (const std::string* text = collection.if_text()) {
    return item.if_text() != nullptr && text->find(*item.if_text()) != std::string::npos;
  }
  const Values items = items_of(collection);
  return std::any_of(items.begin(), items.end(),
                     [&](const Value& other) { return equal(item, other); });
}

std::int64_t length_of(const Value& collection) {
  return static_cast<std::int64_t>(items_of(collection).size());
}

}  // namespace interleave::programs
