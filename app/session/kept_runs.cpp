#include "app/session/kept_runs.h"

#include <array>
#include <charconv>
#include <cmath>
#include <sstream>

namespace interleave {

namespace {

constexpr std::string_view kRun = "run ";
constexpr std::string_view kParameters = "parameters of run ";

template <class T>
bool read_number(std::string_view text, T& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() &&
         std::isfinite(static_cast<double>(value));
}

std::string number_text(double value) {
  std::array<char, 32> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), result.ptr};
}

/// The number behind `before`, from 1; 0 if it is another heading, or no run can have that number.
std::size_t number_in(std::string_view heading, std::string_view before) {
  std::size_t number = 0;
  const bool good =
      heading.starts_with(before) && read_number(heading.substr(before.size()), number);
  return good && number <= kMostRuns ? number : 0;
}

}  // namespace

std::string kept_runs_text(const ViewState& view) {
  std::ostringstream out;
  for (std::size_t i = 0; i < view.runs.size(); ++i) {
    const RunChoice& run = view.runs[i];
    if (run.folded || run.own) {
      out << "\n[" << kRun << i + 1 << "]\nfolded = " << (run.folded ? "yes" : "no") << '\n';
    }
    if (!run.own) {
      continue;
    }
    out << "chosen =";
    for (const std::string& name : run.own->chosen) {
      out << ' ' << name;
    }
    out << "\n\n[" << kParameters << i + 1 << "]\n";
    for (const auto& [name, value] : run.own->settings.values()) {
      out << name << " = " << number_text(value) << '\n';
    }
  }
  return out.str();
}

bool KeptRuns::knows(std::string_view heading) {
  return number_in(heading, kRun) > 0 || number_in(heading, kParameters) > 0;
}

bool KeptRuns::take(std::string_view heading, std::string_view name, std::string_view value) {
  if (const std::size_t number = number_in(heading, kParameters); number > 0) {
    double read = 0;
    const bool good = read_number(value, read);
    runs_[number].parameters.emplace_back(name, read);
    return good;
  }
  Kept& run = runs_[number_in(heading, kRun)];
  if (name == "folded") {
    run.folded = value == "yes";
    return value == "yes" || value == "no";
  }
  if (name == "chosen") {
    std::istringstream in{std::string(value)};
    for (std::string word; in >> word;) {
      run.chosen.insert(word);
    }
  }
  return true;
}

void KeptRuns::put_into(ViewState& view) const {
  for (const auto& [number, kept] : runs_) {
    if (number == 0 || number > view.runs.size()) {
      continue;
    }
    RunChoice& run = view.runs[number - 1];
    run.folded = kept.folded;
    if (!kept.parameters.empty()) {
      run.own = ChosenSettings{Settings(kept.parameters), kept.chosen};
    }
  }
}

}  // namespace interleave
