// The methods of texts, lists, tuples, sets and dicts.

#include <algorithm>

#include "runtime/errors.h"
#include "tests/programs/call.h"
#include "tests/programs/collections.h"
#include "tests/programs/operators.h"

namespace interleave::programs {

namespace {

using Place = std::ptrdiff_t;

std::string stripped(const std::string& text) {
  const std::size_t from = text.find_first_not_of(" \t\n");
  return from == std::string::npos ? ""
                                   : text.substr(from, text.find_last_not_of(" \t\n") - from + 1);
}

std::string mapped(std::string text, int (*change)(int)) {
  for (char& c : text) {
    c = static_cast<char>(change(static_cast<unsigned char>(c)));
  }
  return text;
}

Values split(const std::string& text, const std::string& by) {
  Values out;
  std::size_t from = 0;
  for (std::size_t at = text.find(by); at != std::string::npos; at = text.find(by, from)) {
    out.push_back(Value::text(text.substr(from, at - from)));
    from = at + by.size();
  }
  out.push_back(Value::text(text.substr(from)));
  return out;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

const std::string& text_of(const Value& value) {
  if (value.if_text() == nullptr) {
    throw Error("TypeError", "expected str, " + type_name(value) + " found");
  }
  return *value.if_text();
}

Value text_join(Text& self, Activation&, Arguments& given) {
  std::string out;
  bool first = true;
  for (const Value& item : items_of(given.need(0, "iterable"))) {
    out += (first ? "" : self.value) + text_of(item);
    first = false;
  }
  return Value::text(out);
}

const Methods<Text>& text_methods() {
  static const Methods<Text> kMethods = {
      {"join", text_join},
      {"upper", [](Text& self, Activation&,
                   Arguments&) { return Value::text(mapped(self.value, std::toupper)); }},
      {"lower", [](Text& self, Activation&,
                   Arguments&) { return Value::text(mapped(self.value, std::tolower)); }},
      {"strip",
       [](Text& self, Activation&, Arguments&) { return Value::text(stripped(self.value)); }},
      {"split",
       [](Text& self, Activation&, Arguments& given) {
         return list(split(self.value, given.has(0, "sep") ? text_of(given.get(0)) : " "));
       }},
      {"startswith",
       [](Text& self, Activation&, Arguments& given) {
         return Value::boolean(self.value.starts_with(text_of(given.need(0, "prefix"))));
       }},
      {"endswith",
       [](Text& self, Activation&, Arguments& given) {
         return Value::boolean(self.value.ends_with(text_of(given.need(0, "suffix"))));
       }},
      {"replace",
       [](Text& self, Activation&, Arguments& given) {
         return Value::text(
             replaced(self.value, text_of(given.need(0, "old")), text_of(given.need(1, "new"))));
       }},
  };
  return kMethods;
}

Value pop_from(List& self, Activation&, Arguments& given) {
  if (self.items.empty()) {
    throw Error("IndexError", "pop from empty list");
  }
  const Value at = given.has(0, "index") ? given.get(0) : Value::integer(-1);
  const Ref<List> held(&self);
  Value item = item_at(held, at);
  delete_item(held, at);
  return item;
}

Value remove_from(List& self, Activation&, Arguments& given) {
  const Value item = given.need(0, "value");
  const auto found = std::find_if(self.items.begin(), self.items.end(),
                                  [&](const Value& other) { return equal(item, other); });
  if (found == self.items.end()) {
    throw Error("ValueError", "list.remove(x): x not in list");
  }
  self.items.erase(found);
  return {};
}

Value index_in(Sequence& self, Activation&, Arguments& given) {
  const Value item = given.need(0, "value");
  for (std::size_t i = 0; i < self.items.size(); ++i) {
    if (equal(self.items[i], item)) {
      return Value::integer(static_cast<std::int64_t>(i));
    }
  }
  throw Error("ValueError", written(item) + " is not in " + self.type_name());
}

Value count_in(Sequence& self, Activation&, Arguments& given) {
  const Value item = given.need(0, "value");
  return Value::integer(std::count_if(self.items.begin(), self.items.end(),
                                      [&](const Value& other) { return equal(item, other); }));
}

Value insert_into(List& self, Activation&, Arguments& given) {
  const auto size = static_cast<std::int64_t>(self.items.size());
  const std::int64_t asked = given.need(0, "index").if_whole().value_or(0);
  const std::int64_t at = std::clamp<std::int64_t>(asked < 0 ? asked + size : asked, 0, size);
  self.items.insert(self.items.begin() + static_cast<Place>(at), given.need(1, "object"));
  return {};
}

Value extend(List& self, Activation&, Arguments& given) {
  const Values more = items_of(given.need(0, "iterable"));
  self.items.insert(self.items.end(), more.begin(), more.end());
  return {};
}

Value sort(List& self, Activation& caller, Arguments& given) {
  self.items = sorted(caller, self.items, given);
  return {};
}

const Methods<Sequence>& sequence_methods() {
  static const Methods<Sequence> kMethods = {{"index", index_in}, {"count", count_in}};
  return kMethods;
}

const Methods<List>& list_methods() {
  static const Methods<List> kMethods = {
      {"append",
       [](List& self, Activation&, Arguments& given) {
         self.items.push_back(given.need(0, "object"));
         return Value();
       }},
      {"clear",
       [](List& self, Activation&, Arguments&) {
         self.items.clear();
         return Value();
       }},
      {"copy", [](List& self, Activation&, Arguments&) { return list(self.items); }},
      {"reverse",
       [](List& self, Activation&, Arguments&) {
         std::reverse(self.items.begin(), self.items.end());
         return Value();
       }},
      {"popleft",
       [](List& self, Activation& caller, Arguments&) {
         Arguments first;
         first.positional.push_back(Value::integer(0));
         return pop_from(self, caller, first);
       }},
      {"appendleft",
       [](List& self, Activation&, Arguments& given) {
         self.items.insert(self.items.begin(), given.need(0, "object"));
         return Value();
       }},
      {"pop", pop_from},
      {"remove", remove_from},
      {"insert", insert_into},
      {"extend", extend},
      {"sort", sort},
  };
  return kMethods;
}

Value remove_item(Set& self, Activation&, Arguments& given) {
  if (!self.discard(given.need(0, "elem"))) {
    throw Error("KeyError", written(given.get(0)));
  }
  return {};
}

Value pop_item(Set& self, Activation&, Arguments&) {
  if (self.items.empty()) {
    throw Error("KeyError", "'pop from an empty set'");
  }
  Value first = self.items.front();
  self.items.erase(self.items.begin());
  return first;
}

const Methods<Set>& set_methods() {
  static const Methods<Set> kMethods = {
      {"add",
       [](Set& self, Activation&, Arguments& given) {
         self.add(given.need(0, "elem"));
         return Value();
       }},
      {"discard",
       [](Set& self, Activation&, Arguments& given) {
         self.discard(given.need(0, "elem"));
         return Value();
       }},
      {"update",
       [](Set& self, Activation&, Arguments& given) {
         for (const Value& item : items_of(given.need(0, "iterable"))) {
           self.add(item);
         }
         return Value();
       }},
      {"remove", remove_item},
      {"pop", pop_item},
  };
  return kMethods;
}

Value get_from(Dict& self, Activation&, Arguments& given) {
  const Value* found = self.find(given.need(0, "key"));
  return found != nullptr ? *found : given.get(1, "default");
}

Value pop_key(Dict& self, Activation&, Arguments& given) {
  const Value key = given.need(0, "key");
  const Value* found = self.find(key);
  if (found == nullptr) {
    if (given.has(1, "default")) {
      return given.get(1, "default");
    }
    throw Error("KeyError", written(key));
  }
  Value value = *found;
  self.erase(key);
  return value;
}

Value set_default(Dict& self, Activation&, Arguments& given) {
  const Value key = given.need(0, "key");
  if (self.find(key) == nullptr) {
    self.set(key, given.get(1, "default"));
  }
  return *self.find(key);
}

const Methods<Dict>& dict_methods() {
  static const Methods<Dict> kMethods = {
      {"keys",
       [](Dict& self, Activation&, Arguments&) { return list(items_of(Ref<Dict>(&self))); }},
      {"values",
       [](Dict& self, Activation&, Arguments&) {
         Values out;
         for (const auto& pair : self.pairs) {
           out.push_back(pair.second);
         }
         return list(std::move(out));
       }},
      {"items",
       [](Dict& self, Activation&, Arguments&) {
         Values out;
         for (const auto& [key, value] : self.pairs) {
           out.push_back(tuple({key, value}));
         }
         return list(std::move(out));
       }},
      {"clear",
       [](Dict& self, Activation&, Arguments&) {
         self.pairs.clear();
         return Value();
       }},
      {"get", get_from},
      {"pop", pop_key},
      {"setdefault", set_default},
  };
  return kMethods;
}

}  // namespace

std::optional<Value> Text::attribute(const std::string& name) {
  return bound_method(*this, text_methods(), name);
}
std::optional<Value> List::attribute(const std::string& name) {
  auto own = bound_method(*this, list_methods(), name);
  return own ? own : bound_method<Sequence>(*this, sequence_methods(), name);
}
std::optional<Value> Tuple::attribute(const std::string& name) {
  return bound_method<Sequence>(*this, sequence_methods(), name);
}
std::optional<Value> Set::attribute(const std::string& name) {
  return bound_method(*this, set_methods(), name);
}
std::optional<Value> Dict::attribute(const std::string& name) {
  return bound_method(*this, dict_methods(), name);
}

}  // namespace interleave::programs
