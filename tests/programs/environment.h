#pragma once

#include <string>
#include <utility>
#include <vector>

#include "runtime/counted.h"
#include "tests/programs/value.h"

namespace interleave::programs {

class Environment;

/// Every Environment of a run, so that those in a circle with what they hold can be emptied at its
/// end.
class Environments {
 public:
  Environments() = default;
  Environments(const Environments&) = delete;
  Environments& operator=(const Environments&) = delete;
  ~Environments() { clear(); }
  void clear();

 private:
  friend class Environment;
  Environment* first_ = nullptr;
};

/// The names of the module, or of one call of a function, with their values.
class Environment final : public Counted {
 public:
  /// `outer`: of the function or module it was defined in; null for the module.
  Environment(Environments& all, Ref<Environment> outer);
  ~Environment() override;

  /// From here outwards; nullptr if the name is not known.
  [[nodiscard]] const Value* find(const std::string& name) const;
  /// Here, or where `nonlocal` or `global` say.
  void set(const std::string& name, Value value);
  /// False if it is not known here.
  bool erase(const std::string& name);
  void declare_nonlocal(const std::string& name) { elsewhere_.emplace_back(name, false); }
  void declare_global(const std::string& name) { elsewhere_.emplace_back(name, true); }
  [[nodiscard]] const std::vector<std::pair<std::string, Value>>& values() const { return values_; }

 private:
  friend class Environments;
  [[nodiscard]] Value* find_here(const std::string& name);
  [[nodiscard]] Environment& home_of(const std::string& name);

  Environments* all_;
  Environment* previous_ = nullptr;
  Environment* next_ = nullptr;
  Ref<Environment> outer_;
  std::vector<std::pair<std::string, Value>> values_;
  std::vector<std::pair<std::string, bool>> elsewhere_;
};

}  // namespace interleave::programs
