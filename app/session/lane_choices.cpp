#include "app/session/lane_choices.h"

#include <algorithm>
#include <charconv>

namespace interleave {

namespace {

/// Without blanks, and so that it can be read again.
std::string escaped(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || c == '%' || c == '~' || c == '/' || byte == 0x7f) {
      result += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    } else {
      result += c;
    }
  }
  return result;
}

/// Tasks may have the same label: which of those with it.
std::size_t place_among_namesakes(const Trace& trace, TaskId task) {
  const std::string_view label = trace.label(task);
  std::size_t place = 1;
  for (const TaskId each : trace.tasks()) {
    if (each == task) {
      break;
    }
    place += trace.label(each) == label ? 1 : 0;
  }
  return place;
}

std::optional<LaneKey> task_named(const Trace& trace, std::string_view words) {
  const auto mark = words.find('~');
  std::size_t place = 1;
  if (mark != std::string_view::npos) {
    std::from_chars(words.data() + mark + 1, words.data() + words.size(), place);
    words = words.substr(0, mark);
  }
  for (const TaskId task : trace.tasks()) {
    if (escaped(trace.label(task)) == words && --place == 0) {
      return LaneKey{LaneKey::What::task, task, 0};
    }
  }
  return std::nullopt;
}

std::optional<std::uint32_t> number_of(std::string_view& words) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  if (error != std::errc()) {
    return std::nullopt;
  }
  words.remove_prefix(static_cast<std::size_t>(end - words.data()));
  return value;
}

bool take(std::string_view& words, std::string_view what) {
  if (words.substr(0, what.size()) != what) {
    return false;
  }
  words.remove_prefix(what.size());
  return true;
}

}  // namespace

std::string lane_name(std::string_view run, const Trace& trace, const LaneKey& lane) {
  const std::string of_run = escaped(run) + "/";
  switch (lane.what) {
    case LaneKey::What::thread:
      return of_run + "thread";
    case LaneKey::What::worker:
      return of_run + "worker/" + std::to_string(lane.id) + "/" + std::to_string(lane.worker);
    case LaneKey::What::resource:
      return of_run + "resource/" + std::to_string(lane.id);
    case LaneKey::What::task:
      break;
  }
  const std::size_t place = place_among_namesakes(trace, lane.id);
  return of_run + "task/" + escaped(trace.label(lane.id)) +
         (place > 1 ? "~" + std::to_string(place) : std::string());
}

std::optional<LaneKey> lane_named(std::string_view name, std::string_view run, const Trace& trace) {
  if (!take(name, escaped(run) + "/")) {
    return std::nullopt;
  }
  if (name == "thread") {
    return LaneKey{LaneKey::What::thread, 0, 0};
  }
  if (take(name, "task/")) {
    return task_named(trace, name);
  }
  if (take(name, "resource/")) {
    const auto id = number_of(name);
    const bool there = id && *id >= 1 && *id <= trace.log().resource_count() && name.empty();
    return there ? std::optional(LaneKey{LaneKey::What::resource, *id, 0}) : std::nullopt;
  }
  if (take(name, "worker/")) {
    const auto pool = number_of(name);
    const auto worker = pool && take(name, "/") ? number_of(name) : std::nullopt;
    const bool there = worker && *pool <= trace.log().resource_count() && name.empty();
    return there ? std::optional(LaneKey{LaneKey::What::worker, *pool, *worker}) : std::nullopt;
  }
  return std::nullopt;
}

void put_choices(const LaneChoices& choices, std::string_view run, RunView& view) {
  for (const std::string& name : choices.folded) {
    if (const auto lane = lane_named(name, run, *view.trace);
        lane && lane->what == LaneKey::What::task) {
      view.folded.push_back(lane->id);
    }
  }
  for (const std::string& name : choices.pinned) {
    if (const auto lane = lane_named(name, run, *view.trace)) {
      view.pinned.push_back(*lane);
    }
  }
}

}  // namespace interleave
