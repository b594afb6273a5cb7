#include "tests/programs/environment.h"

namespace interleave::programs {

void Environments::clear() {
  // What goes may take other environments with it.
  while (first_ != nullptr) {
    const Ref<Environment> one(first_);
    first_ = one->next_;
    if (first_ != nullptr) {
      first_->previous_ = nullptr;
    }
    one->next_ = nullptr;
    one->all_ = nullptr;
    const auto values = std::exchange(one->values_, {});
    one->outer_ = Ref<Environment>();
  }
}

Environment::Environment(Environments& all, Ref<Environment> outer)
    : all_(&all), next_(all.first_), outer_(std::move(outer)) {
  if (next_ != nullptr) {
    next_->previous_ = this;
  }
  all.first_ = this;
}

Environment::~Environment() {
  if (all_ == nullptr) {
    return;
  }
  (previous_ != nullptr ? previous_->next_ : all_->first_) = next_;
  if (next_ != nullptr) {
    next_->previous_ = previous_;
  }
}

Value* Environment::find_here(const std::string& name) {
  for (auto& [known, value] : values_) {
    if (known == name) {
      return &value;
    }
  }
  return nullptr;
}

const Value* Environment::find(const std::string& name) const {
  for (const Environment* here = this; here != nullptr; here = here->outer_.get()) {
    if (const Value* found = const_cast<Environment*>(here)->find_here(name)) {
      return found;
    }
  }
  return nullptr;
}

Environment& Environment::home_of(const std::string& name) {
  for (const auto& [known, global] : elsewhere_) {
    if (known != name) {
      continue;
    }
    Environment* home = outer_.get();
    while (home->outer_ && (global || home->find_here(name) == nullptr)) {
      home = home->outer_.get();
    }
    return *home;
  }
  return *this;
}

void Environment::set(const std::string& name, Value value) {
  Environment& home = home_of(name);
  if (Value* known = home.find_here(name)) {
    *known = std::move(value);
  } else {
    home.values_.emplace_back(name, std::move(value));
  }
}

bool Environment::erase(const std::string& name) {
  Environment& home = home_of(name);
  for (auto at = home.values_.begin(); at != home.values_.end(); ++at) {
    if (at->first == name) {
      const Value dropped = std::move(at->second);  // what goes may come back here
      home.values_.erase(at);
      return true;
    }
  }
  return false;
}

}  // namespace interleave::programs
