#include "tests/bench/table.h"

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace interleave::bench {

namespace {

std::string number(const char* format, double value) {
  char text[64];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

std::string figure(const Row& row, double value) {
  return number(value < 100 ? "%.1f " : "%.0f ", value) + row.unit;
}

// 4.7, or 1/85.
std::string as_ratio(double ratio) {
  if (!std::isfinite(ratio)) {
    return "none";
  }
  return ratio < 0.5 ? number("1/%.0f", 1 / ratio) : number("%.1f", ratio);
}

std::string verdict(const Row& row) {
  if (!row.met()) {
    return "MISSED";
  }
  return row.aim && row.ratio() <= *row.aim ? "met, aim too" : "met";
}

}  // namespace

std::string as_text(const std::vector<Row>& rows) {
  std::string out;
  for (const Row& row : rows) {
    char line[400];
    std::snprintf(line, sizeof line, "%-73s %11s : %11s = %7s  must %5s, aim %5s  %-12s %s\n",
                  row.name.c_str(), figure(row, row.ours).c_str(),
                  figure(row, row.reference).c_str(), as_ratio(row.ratio()).c_str(),
                  as_ratio(row.goal).c_str(), row.aim ? as_ratio(*row.aim).c_str() : "-",
                  verdict(row).c_str(), row.against.c_str());
    out += line;
  }
  return out;
}

std::string as_json(const std::vector<Row>& rows) {
  nlohmann::ordered_json out;
  out["rows"] = nlohmann::ordered_json::array();
  for (const Row& row : rows) {
    nlohmann::ordered_json ratio = row.ratio();
    if (!std::isfinite(row.ratio())) {
      ratio = nullptr;
    }
    out["rows"].push_back({{"name", row.name},
                           {"ours", row.ours},
                           {"reference", row.reference},
                           {"ratio", ratio},
                           {"goal", row.goal},
                           {"met", row.met()}});
  }
  return out.dump(2) + "\n";
}

std::string as_markdown(const std::vector<Row>& rows, const std::string& machine) {
  std::string out = "# What things cost\n\n`./dev bench --markdown` on " + machine + "\n\n";
  out +=
      "Each figure is the median of interleaved runs in one run of the program, in processor time. "
      "A ratio is ours / reference.\n\n"
      "| measured | ours | reference | ratio | must | aim | |\n"
      "| --- | ---: | ---: | ---: | ---: | ---: | --- |\n";
  for (const Row& row : rows) {
    out += "| " + row.name + " | " + figure(row, row.ours) + " | " + row.against + ": " +
           figure(row, row.reference) + " | " + as_ratio(row.ratio()) + " | " + as_ratio(row.goal) +
           " | " + (row.aim ? as_ratio(*row.aim) : "") + " | " + verdict(row) + " |\n";
  }
  return out;
}

}  // namespace interleave::bench
