#include "app/trace/words.h"

#include <algorithm>

#include "runtime/event_names.h"

namespace interleave::words {

namespace {

/// `reading_book` taken apart; empty where a name is not made like that.
struct Activity {
  std::string_view gerund;
  std::string_view object;
};

Activity activity_of(std::string_view coroutine) {
  const std::size_t underscore = coroutine.find('_');
  if (underscore == std::string_view::npos || underscore + 1 >= coroutine.size()) {
    return {};
  }
  const Activity activity{coroutine.substr(0, underscore), coroutine.substr(underscore + 1)};
  const bool fits = activity.gerund.size() > 4 && activity.gerund.ends_with("ing") &&
                    activity.object.find('_') == std::string_view::npos;
  return fits ? activity : Activity{};
}

bool shares_label(const Trace& trace, TaskId id, TextId label) {
  const auto tasks = trace.tasks();
  return std::any_of(tasks.begin(), tasks.end(), [&](TaskId other) {
    return other != id && trace.log().task(other).label == label;
  });
}

bool is_plural(std::string_view noun) { return noun.ends_with('s') && !noun.ends_with("ss"); }

}  // namespace

std::string ordinal(std::size_t n) {
  const std::size_t tens = n / 10 % 10;
  const std::size_t ones = n % 10;
  std::string_view ending = "th";
  if (tens != 1 && ones >= 1 && ones <= 3) {
    ending = ones == 1 ? "st" : ones == 2 ? "nd" : "rd";
  }
  return say(std::to_string(n), ending);
}

std::string count_of(std::size_t n, std::string_view noun) {
  return say(std::to_string(n), " ", noun, n == 1 ? "" : "s");
}

std::string list(const std::vector<std::string>& items, std::size_t most) {
  std::string text;
  const std::size_t shown = items.size() > most ? most - 1 : items.size();
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) {
      text += i + 1 == items.size() ? " and " : ", ";
    }
    text += items[i];
  }
  if (shown < items.size()) {
    text += say(" and ", count_of(items.size() - shown, "other"));
  }
  return text;
}

std::string capital(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text;
}

std::string task(const Trace& trace, TaskId id) {
  if (id == kNoTask) {
    return "somebody";
  }
  const bool is_one = id != kProgram && id <= trace.log().task_count();
  const TextId own = is_one ? trace.log().task(id).label : kNoText;
  const bool is_shared = own != kNoText && shares_label(trace, id, own);
  const std::string_view label = is_shared ? trace.name(id) : trace.label(id);
  return label.empty() ? say("task ", std::to_string(id)) : std::string(label);
}

std::string subject(const Trace& trace, TaskId id) {
  return id == kProgram ? "The program" : task(trace, id);
}

std::string resource(const Trace& trace, ResourceId id) {
  const EventLog& log = trace.log();
  if (id == 0 || id > log.resource_count()) {
    return "something";
  }
  return std::string(log.text(log.resource(id).name));
}

std::string thing(const Trace& trace, ResourceId id) {
  const EventLog& log = trace.log();
  if (id == 0 || id > log.resource_count()) {
    return "something";
  }
  const std::string_view type = name_of(log.resource(id).type);
  const std::string name = resource(trace, id);
  if (name == type) {
    return say("the ", name);
  }
  return name.starts_with(say(type, " ")) ? name : say("the ", type, " ", name);
}

std::string slot(const Trace& trace, ResourceId id) {
  return resource(trace, id) == "slots" ? std::string("one of the slots")
                                        : say("a slot of ", thing(trace, id));
}

std::string wait(const Trace& trace, WaitId id) {
  const EventLog& log = trace.log();
  if (id == 0 || id > log.wait_count()) {
    return "several tasks";
  }
  return std::string(log.text(log.wait(id).name));
}

std::string job(JobId id) { return say("job ", std::to_string(id)); }

std::string doing(std::string_view coroutine) {
  const Activity activity = activity_of(coroutine);
  if (activity.gerund.empty()) {
    return std::string(coroutine);
  }
  return std::string(is_plural(activity.object) ? activity.object : activity.gerund);
}

std::string waited_for(std::string_view coroutine) {
  const Activity activity = activity_of(coroutine);
  return activity.gerund.empty() ? std::string(coroutine) : say("the ", activity.object);
}

}  // namespace interleave::words
