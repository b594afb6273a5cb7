#include "tests/differential/judge.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <sstream>
#include <stdexcept>

#include <sys/wait.h>

#include "app/export/formats.h"
#include "app/trace/trace.h"
#include "assets/embedded.h"
#include "runtime/program.h"
#include "tests/differential/temporary_folder.h"

namespace interleave::differential {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr int kAnotherPython = 77;

Asked asked_for(const Case& one) {
  Asked asked;
  asked.name = one.name();
  asked.listing = embedded(one.scenario->listing(one.mode));
  asked.limit = one.scenario->make(one.mode, one.settings)->limits().events;
  for (const auto& [name, value] : one.settings.values()) {
    const Parameter& parameter = *one.scenario->parameter(name);
    if (!parameter.is_in(one.mode)) {
      continue;
    }
    if (name == "until") {
      asked.until_s = value;
    } else if (parameter.unit == Unit::count) {
      asked.settings[name] = static_cast<int>(value);
    } else {
      asked.settings[name] = value;
    }
  }
  return asked;
}

// Writes the listing beside its recording.
ordered_json job_for(const Asked& asked, const fs::path& base) {
  const std::string listing = base.string() + ".py";
  std::ofstream(listing) << asked.listing;
  ordered_json job;
  job["listing"] = listing;
  job["output"] = base.string() + ".jsonl";
  job["set"] = asked.settings;
  if (asked.until_s) {
    job["until"] = *asked.until_s;
  }
  if (asked.limit) {
    job["limit"] = *asked.limit;
  }
  return job;
}

std::string read_whole(const fs::path& path) {
  std::ifstream file(path);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

struct Split {
  Events events;
  std::multiset<std::string> warnings;
};

Split without_warnings(const Events& events) {
  Split split;
  for (ordered_json event : events) {
    event.erase("label");
    event.erase("seq");
    if (event["kind"] == "warning") {
      split.warnings.insert(event["text"].get<std::string>());
    } else {
      split.events.push_back(std::move(event));
    }
  }
  return split;
}

std::string joined(const std::multiset<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) {
    out += (out.empty() ? "" : "; ") + text;
  }
  return "(" + out + ")";
}

std::string told(const Events& expected, const Events& actual, std::size_t at) {
  std::ostringstream out;
  out << "first difference at event " << at << "\n";
  for (std::size_t i = at < 4 ? 0 : at - 4; i < at; ++i) {
    out << "   both    " << expected[i].dump() << "\n";
  }
  out << "   CPython " << (at < expected.size() ? expected[at].dump() : "(ended)") << "\n";
  out << "   ours    " << (at < actual.size() ? actual[at].dump() : "(ended)") << "\n";
  return out.str();
}

}  // namespace

std::optional<std::vector<Events>> judged_by_cpython(const std::vector<Case>& cases) {
  std::vector<Asked> asked;
  for (const Case& one : cases) {
    asked.push_back(asked_for(one));
  }
  return recorded(asked);
}

std::optional<std::vector<Events>> recorded(const std::vector<Asked>& asked) {
  const auto texts = recorded_texts(asked, 1);
  if (!texts) {
    return std::nullopt;
  }
  std::vector<Events> judged;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    judged.push_back(events_of((*texts)[i]));
    if (judged.back().empty()) {
      throw std::runtime_error("the recorder gave no trace of " + asked[i].name);
    }
  }
  return judged;
}

std::optional<std::vector<std::string>> recorded_texts(const std::vector<Asked>& asked,
                                                       int together) {
  const TemporaryFolder folder;
  ordered_json jobs = ordered_json::array();
  for (std::size_t i = 0; i < asked.size(); ++i) {
    jobs.push_back(job_for(asked[i], folder.path() / std::to_string(i)));
  }
  const fs::path input = folder.path() / "jobs.json";
  const fs::path output = folder.path() / "answers.jsonl";
  std::ofstream(input) << jobs;
  const std::string command = "python3 -B '" + std::string(INTERLEAVE_SOURCE_DIR) +
                              "/assets/recorder' --batch --together " + std::to_string(together) +
                              " < '" + input.string() + "' > '" + output.string() + "'";
  const int status = std::system(command.c_str());
  if (WIFEXITED(status) && WEXITSTATUS(status) == kAnotherPython) {
    std::cerr << "the judge is CPython 3.11, and python3 here is another: passed over\n";
    return std::nullopt;
  }
  std::vector<std::string> judged;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    judged.push_back(read_whole(folder.path() / (std::to_string(i) + ".jsonl")));
  }
  return judged;
}

Events ours(const Case& one) {
  const auto program = one.scenario->make(one.mode, one.settings);
  program->run_to_end();
  return told_by(program->log());
}

Events told_by(std::shared_ptr<const EventLog> log) {
  return events_of(text_told_by(std::move(log)));
}

std::string text_told_by(std::shared_ptr<const EventLog> log) {
  Trace trace(TraceHeader{}, std::move(log));
  trace.catch_up();
  ExportRequest request;
  request.runs.push_back({&trace, "", "", false});
  request.format = "jsonl";
  const auto bytes = export_bytes(request);
  if (!bytes) {
    throw std::runtime_error(bytes.error());
  }
  return bytes.value();
}

Events events_of(const std::string& text) {
  std::istringstream lines(text);
  Events events;
  std::string line;
  std::getline(lines, line);  // the header
  while (std::getline(lines, line)) {
    events.push_back(ordered_json::parse(line));
  }
  return events;
}

std::string difference(const Events& expected, const Events& actual) {
  const Split a = without_warnings(expected);
  const Split b = without_warnings(actual);
  const std::size_t shorter = std::min(a.events.size(), b.events.size());
  for (std::size_t i = 0; i < shorter; ++i) {
    if (a.events[i] != b.events[i]) {
      return told(a.events, b.events, i);
    }
  }
  if (a.events.size() != b.events.size()) {
    return told(a.events, b.events, shorter);
  }
  if (a.warnings != b.warnings) {
    return "other warnings: CPython " + joined(a.warnings) + ", ours " + joined(b.warnings);
  }
  return {};
}

}  // namespace interleave::differential
