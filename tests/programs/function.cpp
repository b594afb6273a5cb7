#include "tests/programs/function.h"

#include <algorithm>

#include "runtime/errors.h"
#include "tests/programs/collections.h"

namespace interleave::programs {

namespace {

bool has_yield(const Node& node) {
  if (node.kind == NodeKind::yield) {
    return true;
  }
  if (node.kind == NodeKind::def || node.kind == NodeKind::async_def ||
      node.kind == NodeKind::lambda || node.kind == NodeKind::class_def) {
    return false;
  }
  return std::any_of(node.children.begin(), node.children.end(), has_yield);
}

bool gathers_rest(const Node& parameter) { return parameter.text.starts_with("*"); }

/// Hands a call's arguments out to the parameters.
class Binding {
 public:
  Binding(const Function& function, const Arguments& given)
      : function_(&function), given_(&given), used_(given.named.size(), false) {}

  void bind(Environment& names) {
    const auto& parameters = function_->parameters().children;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      if (!gathers_rest(parameters[i])) {
        names.set(parameters[i].text, value_of(parameters[i], i));
      } else if (parameters[i].text.starts_with("**")) {
        names.set(parameters[i].text.substr(2), rest_by_name());
      } else {
        by_place_ = false;
        names.set(parameters[i].text.substr(1), rest_by_place());
      }
    }
    if (next_ < given_->positional.size()) {
      throw Error("TypeError", function_->name() + "() takes " + std::to_string(parameters.size()) +
                                   " positional arguments but " +
                                   std::to_string(given_->positional.size()) + " were given");
    }
    for (std::size_t i = 0; i < used_.size(); ++i) {
      if (!used_[i]) {
        throw Error("TypeError", function_->name() + "() got an unexpected keyword argument '" +
                                     given_->named[i].first + "'");
      }
    }
  }

 private:
  Value value_of(const Node& parameter, std::size_t place) {
    if (by_place_ && next_ < given_->positional.size()) {
      return given_->positional[next_++];
    }
    for (std::size_t i = 0; i < given_->named.size(); ++i) {
      if (given_->named[i].first == parameter.text) {
        used_[i] = true;
        return given_->named[i].second;
      }
    }
    if (parameter.children.empty() || !parameter.child(0)) {
      throw Error("TypeError", function_->name() + "() missing 1 required positional argument: '" +
                                   parameter.text + "'");
    }
    return function_->defaults[place];
  }
  Value rest_by_place() {
    Values rest;
    while (next_ < given_->positional.size()) {
      rest.push_back(given_->positional[next_++]);
    }
    return tuple(std::move(rest));
  }
  Value rest_by_name() {
    auto rest = make_counted<Dict>();
    for (std::size_t i = 0; i < given_->named.size(); ++i) {
      if (!used_[i]) {
        used_[i] = true;
        rest->set(Value::text(given_->named[i].first), given_->named[i].second);
      }
    }
    return rest;
  }

  const Function* function_;
  const Arguments* given_;
  std::vector<bool> used_;
  std::size_t next_ = 0;
  bool by_place_ = true;
};

}  // namespace

Function::Function(Machine& its_machine, const Node& its_node, Ref<Environment> its_closure,
                   Values its_defaults)
    : machine(its_machine),
      node(its_node),
      closure(std::move(its_closure)),
      defaults(std::move(its_defaults)),
      yields(has_yield(its_node.child(1))) {}

const std::string& Function::name() const {
  static const std::string kLambda = "<lambda>";
  return node.kind == NodeKind::lambda ? kLambda : node.text;
}

std::optional<Value> Function::attribute(const std::string& asked) {
  if (asked == "__name__" || asked == "__qualname__") {
    return Value::text(name());
  }
  return std::nullopt;
}

Ref<Environment> Function::bind(const Arguments& given) const {
  auto names = make_counted<Environment>(machine.environments, closure);
  Binding binding(*this, given);
  binding.bind(*names);
  return names;
}

}  // namespace interleave::programs
