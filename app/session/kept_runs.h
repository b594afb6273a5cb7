#pragma once

#include <map>
#include <string>
#include <string_view>

#include "app/session/session.h"

namespace interleave {

/// What is kept of single runs beside their modes: `[run 2]` with what is folded and set by hand,
/// `[parameters of run 2]` with parameters of its own. Runs that have neither are not in the text.
[[nodiscard]] std::string kept_runs_text(const ViewState& view);

/// The same, read line by line; they may come before or after the modes.
class KeptRuns {
 public:
  /// Whether it is a heading of this kind.
  [[nodiscard]] static bool knows(std::string_view heading);
  /// False if the value can't be read. Names it does not know are passed over.
  bool take(std::string_view heading, std::string_view name, std::string_view value);
  void put_into(ViewState& view) const;

 private:
  struct Kept {
    bool folded = false;
    std::vector<std::pair<std::string, double>> parameters;
    std::set<std::string> chosen;
  };
  std::map<std::size_t, Kept> runs_;
};

}  // namespace interleave
