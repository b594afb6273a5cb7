#include "app/import/chrome_points.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

#include "app/import/field_reader.h"
#include "app/import/refusal.h"

namespace interleave {

namespace {

using What = ChromePoint::What;

constexpr std::size_t kRunSize = 65536;
constexpr std::uint64_t kMostPoints = 1'000'000'000;

std::string phase_name(char phase) {
  return phase == 0 ? "event without a phase" : fmt::format("phase {}", phase);
}

}  // namespace

bool operator<(const ChromePoint& one, const ChromePoint& other) {
  if (one.t_ns != other.t_ns) {
    return one.t_ns < other.t_ns;
  }
  if (one.what != other.what) {
    return one.what < other.what;
  }
  if (one.what == What::enter || one.what == What::leave) {
    // The one that ends last is entered first, the one that began last is left first.
    return std::tie(other.other, one.number) < std::tie(one.other, other.number);
  }
  return one.number < other.number;
}

void ChromePoints::add(const ChromeEvent& event) {
  if (event.phase == 'M') {
    return put_metadata(event, row_of(event));
  }
  if (!event.has_time || event.phase == 0) {
    passed_over_.note(event.phase == 0 ? "events without a phase" : "events without a time");
    return;
  }
  const auto name = [&] { return log_.intern(event.name); };
  const auto point = [&](What what, std::uint32_t row) {
    put({event.t_ns, 0, row, name(), static_cast<std::uint32_t>(count_), what});
  };
  const auto flow = [&](bool from) {
    const std::uint32_t row = row_of(event);
    flows_[fmt::format("{}\t{}", event.category, event.id)].push_back({event.t_ns, row, from});
  };
  switch (event.phase) {
    case 'X': {
      if (event.duration_ns < 0) {
        passed_over_.note("slices of a negative length");
        return;
      }
      return put_slice(row_of(event), name(), event.t_ns, event.t_ns + event.duration_ns);
    }
    case 'B':
      open_[row_of(event)].push_back({event.t_ns, name()});
      return;
    case 'E':
      return end_slice(row_of(event), event.t_ns);
    case 'b':
    case 'S':
      return point(What::async_begin, row_of(event));
    case 'e':
    case 'F':
      return point(What::async_end, row_of(event));
    case 'i':
    case 'I':
    case 'R':
    case 'n':
      return point(What::instant, row_of(event));
    case 'C':
      return put_counters(event, row_of(event));
    case 's':
      return flow(true);
    case 't':
      flow(false);
      return flow(true);
    case 'f':
      return flow(false);
    default:
      passed_over_.note(phase_name(event.phase));
  }
}

std::uint32_t ChromePoints::row_of(const ChromeEvent& event) {
  // A thread's name begins like others and ends unlike them.
  const std::string_view thread = event.thread;
  std::uint32_t& recent =
      recent_rows_[thread.empty() ? 0 : static_cast<unsigned char>(thread.back()) % kRecentRows];
  if (recent < rows_.size() && rows_[recent].thread == thread &&
      rows_[recent].process == event.process) {
    return recent;
  }
  row_key_.assign(event.process).append("\t").append(event.thread);
  const auto [found, is_new] =
      row_ids_.try_emplace(row_key_, static_cast<std::uint32_t>(rows_.size()));
  if (is_new) {
    const bool new_process = std::none_of(rows_.begin(), rows_.end(), [&](const ChromeRow& row) {
      return row.process == event.process;
    });
    process_count_ += new_process ? 1 : 0;
    rows_.push_back({std::string(event.process), std::string(event.thread), kNoText, 0});
    open_.emplace_back();
  }
  recent = found->second;
  return recent;
}

void ChromePoints::put(const ChromePoint& point) {
  if (count_ >= kMostPoints) {
    throw Refusal("more than 1,000,000,000 beginnings and ends");
  }
  if (runs_.empty() || runs_.back().size() == kRunSize) {
    if (!runs_.empty()) {
      std::sort(runs_.back().begin(), runs_.back().end());
    }
    runs_.emplace_back().reserve(count_ == 0 ? 0 : kRunSize);
  }
  first_ns_ = count_ == 0 ? point.t_ns : std::min(first_ns_, point.t_ns);
  last_ns_ = count_ == 0 ? point.t_ns : std::max(last_ns_, point.t_ns);
  runs_.back().push_back(point);
  ++rows_[point.row].points;
  ++count_;
}

void ChromePoints::put_slice(std::uint32_t row, TextId name, std::int64_t begin_ns,
                             std::int64_t end_ns) {
  put({begin_ns, end_ns, row, name, slices_, What::enter});
  if (end_ns > begin_ns) {  // else it is left at once
    put({end_ns, begin_ns, row, name, slices_, What::leave});
  }
  ++slices_;
}

void ChromePoints::end_slice(std::uint32_t row, std::int64_t t_ns) {
  if (open_[row].empty()) {
    passed_over_.note("ends without a beginning");
    return;
  }
  const OpenSlice slice = open_[row].back();
  open_[row].pop_back();
  if (t_ns < slice.t_ns) {
    passed_over_.note("slices of a negative length");
    return;
  }
  put_slice(row, slice.name, slice.t_ns, t_ns);
}

void ChromePoints::put_counters(const ChromeEvent& event, std::uint32_t row) {
  simdjson::ondemand::document document;
  simdjson::ondemand::object args;
  if (event.args.empty() ||
      args_parser_
              .iterate(event.args.data(), event.args.size(),
                       event.args.size() + simdjson::SIMDJSON_PADDING)
              .get(document) != simdjson::SUCCESS ||
      document.get_object().get(args) != simdjson::SUCCESS) {
    passed_over_.note("counters without a value");
    return;
  }
  for (auto&& each : args) {
    simdjson::ondemand::field field;
    if (std::move(each).get(field) != simdjson::SUCCESS) {
      throw Refusal("\"args\" is no valid JSON");
    }
    const std::string series(key_of(field));
    double value = 0;
    if (field.value().get_double().get(value) != simdjson::SUCCESS || !(std::abs(value) < 1e15)) {
      passed_over_.note("counters without a value");
      continue;
    }
    if (value != std::floor(value)) {
      passed_over_.note("fractions of counters");
    }
    // The only series of a counter is mostly called as little as "value".
    const bool plain = series == "value" || series == "level" || series == event.name;
    const std::string name =
        plain ? std::string(event.name) : fmt::format("{} {}", event.name, series);
    put({event.t_ns, std::llround(value), row, log_.intern(name),
         static_cast<std::uint32_t>(count_), What::counter});
  }
}

void ChromePoints::put_metadata(const ChromeEvent& event, std::uint32_t row) {
  const bool of_thread = event.name == "thread_name";
  if (!of_thread && event.name != "process_name") {
    if (event.name != "thread_sort_index" && event.name != "process_sort_index") {
      passed_over_.note("metadata", event.name);
    }
    return;
  }
  simdjson::ondemand::document document;
  std::string_view name;
  if (event.args.empty() ||
      args_parser_
              .iterate(event.args.data(), event.args.size(),
                       event.args.size() + simdjson::SIMDJSON_PADDING)
              .get(document) != simdjson::SUCCESS ||
      document["name"].get_string().get(name) != simdjson::SUCCESS) {
    passed_over_.note("metadata", event.name);
    return;
  }
  if (of_thread) {
    rows_[row].name = log_.intern(name);
  } else {
    process_names_[std::string(event.process)] = log_.intern(name);
  }
}

std::string_view ChromePoints::process_name(const ChromeRow& row) const {
  const auto found = process_names_.find(row.process);
  return found == process_names_.end() ? std::string_view() : log_.text(found->second);
}

void ChromePoints::close() {
  for (std::uint32_t row = 0; row < open_.size(); ++row) {
    for (const OpenSlice& slice : open_[row]) {
      passed_over_.note("ends of slices that have none");
      put_slice(row, slice.name, slice.t_ns, std::max(last_ns_, slice.t_ns));
    }
    open_[row].clear();
  }
  match_flows();
  if (!runs_.empty()) {
    std::sort(runs_.back().begin(), runs_.back().end());
  }
  for (std::size_t run = 0; run < runs_.size(); ++run) {
    heap_.emplace_back(run, 0);
  }
  const auto later = [&](const auto& one, const auto& other) {
    return runs_[other.first][other.second] < runs_[one.first][one.second];
  };
  std::make_heap(heap_.begin(), heap_.end(), later);
}

// Where an arrow leaves, it wakes the row that it comes to next.
void ChromePoints::match_flows() {
  for (auto& [key, ends] : flows_) {
    std::stable_sort(ends.begin(), ends.end(), [](const FlowEnd& one, const FlowEnd& other) {
      return one.t_ns < other.t_ns;
    });
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (!ends[i].from) {
        continue;
      }
      const auto to = std::find_if(ends.begin() + static_cast<std::ptrdiff_t>(i) + 1, ends.end(),
                                   [&](const FlowEnd& end) { return !end.from; });
      if (to == ends.end()) {
        passed_over_.note("arrows without an end");
      } else if (to->row != ends[i].row) {
        put({ends[i].t_ns, 0, ends[i].row, kNoText, to->row, What::wake});
      }
    }
  }
  flows_.clear();
}

bool ChromePoints::next(ChromePoint& point) {
  if (heap_.empty()) {
    return false;
  }
  const auto later = [&](const auto& one, const auto& other) {
    return runs_[other.first][other.second] < runs_[one.first][one.second];
  };
  std::pop_heap(heap_.begin(), heap_.end(), later);
  auto& [run, place] = heap_.back();
  point = runs_[run][place];
  ++given_;
  if (++place < runs_[run].size()) {
    std::push_heap(heap_.begin(), heap_.end(), later);
  } else {
    std::vector<ChromePoint>().swap(runs_[run]);
    heap_.pop_back();
  }
  return true;
}

}  // namespace interleave
