#include "tests/random/exercised.h"

#include <algorithm>
#include <cctype>
#include <sstream>
#include <utility>

#include "runtime/event_names.h"

namespace interleave::random_programs {

using programs::Node;
using programs::NodeKind;

namespace {

std::string without_number(std::string name) {
  while (!name.empty() && std::isdigit(static_cast<unsigned char>(name.back())) != 0) {
    name.pop_back();
  }
  return name;
}

// `asyncio.sleep`, `lock.acquire`; empty for what is no dotted name.
std::string dotted_name(const Node& node) {
  if (node.kind == NodeKind::name) {
    return without_number(node.text);
  }
  if (node.kind == NodeKind::attribute) {
    const Node& object = node.child(0);
    const std::string before =
        object.kind == NodeKind::call ? dotted_name(object.child(0)) : dotted_name(object);
    return (before.empty() ? "…" : before) + "." + node.text;
  }
  return {};
}

/// Writes down which constructs stand on which line.
class Finder {
 public:
  std::vector<std::vector<std::string>> lines;

  // `around`: what everything in it belongs to as well.
  void find(const Node& node, const std::vector<std::string>& around) {
    if (node.kind == NodeKind::try_) {
      find_try(node, around);
      return;
    }
    note(node, around);
    for (const Node& child : node.children) {
      find(child, around);
    }
  }

 private:
  void find_try(const Node& node, std::vector<std::string> around) {
    find(node.child(0), around);
    find(node.child(1), around);
    std::vector<std::string> finally = around;
    finally.emplace_back("finally");
    find(node.child(2), finally);
    around.emplace_back("except");
    for (std::size_t i = 3; i < node.children.size(); ++i) {
      find(node.child(i), around);
    }
  }

  void note(const Node& node, const std::vector<std::string>& around) {
    switch (node.kind) {
      case NodeKind::call:
        add(node.line, dotted_name(node.child(0)));
        break;
      case NodeKind::await:
        if (node.child(0).kind != NodeKind::call) {
          add(node.line, "await " + dotted_name(node.child(0)));
        }
        break;
      case NodeKind::async_with:
        for (std::size_t i = 1; i < node.children.size(); ++i) {
          const Node& context = node.child(i).child(0);
          add(node.line,
              "async with " +
                  dotted_name(context.kind == NodeKind::call ? context.child(0) : context));
        }
        break;
      case NodeKind::async_for:
        add(node.line, "async for");
        break;
      case NodeKind::yield:
        add(node.line, "yield");
        break;
      case NodeKind::raise:
        add(node.line, "raise");
        break;
      default:
        break;
    }
    if (node.kind == NodeKind::expression || node.kind == NodeKind::assign ||
        node.kind == NodeKind::async_with) {
      for (const std::string& name : around) {
        add(node.line, name);
      }
    }
  }

  void add(int line, const std::string& name) {
    if (name.empty() || line <= 0) {
      return;
    }
    if (lines.size() <= static_cast<std::size_t>(line)) {
      lines.resize(static_cast<std::size_t>(line) + 1);
    }
    std::vector<std::string>& here = lines[static_cast<std::size_t>(line)];
    if (std::find(here.begin(), here.end(), name) == here.end()) {
      here.push_back(name);
    }
  }
};

void add_all(std::map<std::string, Counts>& to, const std::map<std::string, Counts>& from) {
  for (const auto& [name, counts] : from) {
    Counts& sum = to[name];
    sum.ran += counts.ran;
    sum.suspended += counts.suspended;
    sum.cancelled += counts.cancelled;
  }
}

bool is_cancelled_resumption(const Event& event, const EventLog& log) {
  return event.kind == Kind::task_resumed && log.text(event.a).starts_with("CancelledError");
}

std::string named(const char* family, std::string_view name) {
  return std::string(family) + " " + std::string(name);
}

// How a run ended.
std::string ending(const Event& last, const EventLog& log) {
  if (last.kind != Kind::program_failed) {
    return named("end", name_of(last.kind));
  }
  const std::string error(log.text(last.a));
  if (error.starts_with("the limit of")) {
    return "end limit";
  }
  return named("end", error.substr(0, error.find(':')));
}

std::string type_of(std::string_view error) {
  return std::string(error.substr(0, error.find(':')));
}

}  // namespace

void Exercised::add(const Node& placed, const EventLog& log) {
  ++programs_;
  events_ += log.size();
  Finder finder;
  finder.find(placed, {});
  count_constructs(finder.lines, log);
  count_told(log);
}

void Exercised::add(const Exercised& other) {
  programs_ += other.programs_;
  events_ += other.events_;
  add_all(constructs_, other.constructs_);
  add_all(told_, other.told_);
}

Counts Exercised::of(const std::string& name) const {
  for (const auto* table : {&constructs_, &told_}) {
    if (const auto found = table->find(name); found != table->end()) {
      return found->second;
    }
  }
  return {};
}

void Exercised::count_constructs(const Lines& lines, const EventLog& log) {
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    const Event& event = log[seq];
    if (event.line >= lines.size() || event.kind == Kind::task_ready) {
      continue;
    }
    for (const std::string& name : lines[event.line]) {
      Counts& counts = constructs_[name];
      ++counts.ran;
      counts.suspended += event.kind == Kind::task_suspended ? 1 : 0;
      counts.cancelled += is_cancelled_resumption(event, log) ? 1 : 0;
    }
  }
}

void Exercised::count_told(const EventLog& log) {
  std::vector<Reason> waits_for(log.task_count() + 1);
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    const Event& event = log[seq];
    ++told_[named("kind", name_of(event.kind))].ran;
    switch (event.kind) {
      case Kind::task_suspended: {
        waits_for[event.task] = event.reason();
        Counts& counts = told_[named("reason", name_of(event.reason()))];
        ++counts.ran;
        ++counts.suspended;
        break;
      }
      case Kind::task_resumed:
        if (is_cancelled_resumption(event, log)) {
          ++told_[named("reason", name_of(waits_for[event.task]))].cancelled;
        }
        break;
      case Kind::task_ready:
        ++told_[named("cause", name_of(event.cause()))].ran;
        break;
      case Kind::callback_ran:
        ++told_[named("callback", name_of(event.callback()))].ran;
        break;
      case Kind::timer_set:
        ++told_[named("timer", name_of(log.timer(event.a).purpose))].ran;
        break;
      case Kind::timer_cancelled:
        ++told_[named("timer", name_of(log.timer(event.a).purpose))].cancelled;
        break;
      case Kind::wait_on:
        ++told_[named("wait", name_of(log.wait(event.a).type))].ran;
        break;
      case Kind::task_failed:
        ++told_[named("raised", type_of(log.text(event.a)))].ran;
        break;
      case Kind::resource_changed: {
        const ChangeInfo& change = log.change(event.a);
        const auto type = name_of(log.resource(change.resource).type);
        ++told_[named("resource", std::string(type) + " " + std::string(log.text(change.action)))]
              .ran;
        break;
      }
      case Kind::warning:
        ++told_["warning"].ran;
        break;
      default:
        break;
    }
  }
  ++told_[ending(log.back(), log)].ran;
}

std::string Exercised::table() const {
  std::ostringstream out;
  out << programs_ << " programs, " << events_ << " events\n";
  for (const auto* table : {&told_, &constructs_}) {
    for (const auto& [name, counts] : *table) {
      out << "  " << name << std::string(name.size() < 40 ? 40 - name.size() : 1, ' ')
          << counts.ran;
      if (counts.suspended + counts.cancelled > 0) {
        out << ", suspended " << counts.suspended << ", cancelled " << counts.cancelled;
      }
      out << "\n";
    }
  }
  return out.str();
}

}  // namespace interleave::random_programs
