#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/event_log.h"
#include "runtime/run.h"
#include "runtime/scope.h"
#include "runtime/script.h"

namespace interleave::test {

using Lines = std::vector<std::string>;
using Log = std::shared_ptr<const EventLog>;

/// A small program: a listing that CPython can run as it is, and the same on our runtime. Each is
/// known by its name in samples(), so that what must hold of every program can be asked of all.
class Sample {
 public:
  Sample(std::string_view name, std::string_view listing, Coro<> (*module)(Scope));

  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] std::string_view listing() const { return listing_; }
  /// The program, ready to be driven.
  [[nodiscard]] std::unique_ptr<Script> program() const { return program(Script::Options()); }
  [[nodiscard]] std::unique_ptr<Script> program(Script::Options options) const;
  /// Its events when it has been driven to its end.
  [[nodiscard]] Log run() const { return run(Limits()); }
  [[nodiscard]] Log run(Limits limits) const;

 private:
  std::string_view name_;
  std::string_view listing_;
  Coro<> (*module_)(Scope);
};

/// The same for a program that is no Sample: one that CPython would not end, or tells otherwise.
[[nodiscard]] Log run_alone(std::string_view listing, Coro<> (*module)(Scope), Limits limits = {});

/// Every Sample there is, in no particular order.
[[nodiscard]] std::vector<const Sample*>& samples();

/// Who had the thread when: "1 main, 2 child, 4 main @1000" (iteration, task, milliseconds where
/// not 0). The loop's closing tasks are left out.
[[nodiscard]] std::string steps(const EventLog& log);
/// The printed lines.
[[nodiscard]] Lines outputs(const EventLog& log);
/// The events of those kinds: "child task_ready timer by the program". The loop's closing tasks and
/// `run`'s own callback are left out.
[[nodiscard]] Lines told(const EventLog& log, std::initializer_list<Kind> kinds);
/// How often that kind occurs.
[[nodiscard]] int count_of(const EventLog& log, Kind kind);

/// The module of most listings: `asyncio.run(main())`.
template <Coro<> (*main_task)(Scope)>
Coro<> running(Scope s) {
  co_await run(s.at("asyncio.run"), main_task(s.def("main")));
}

/// Whole milliseconds.
[[nodiscard]] constexpr Duration ms(std::int64_t n) { return Duration(n * 1'000'000); }

/// Every event with what the tables say of it, for telling one run from another.
[[nodiscard]] Lines everything(const EventLog& log);

}  // namespace interleave::test
