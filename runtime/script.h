#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "runtime/call_stack.h"
#include "runtime/clock.h"
#include "runtime/coro.h"
#include "runtime/listing.h"
#include "runtime/loop.h"
#include "runtime/program.h"
#include "runtime/recorder.h"

namespace interleave {

/// A program as a listing has it: module-level code, which may call functions, drive generators and
/// run the event loop.
class Script final : public Program {
 public:
  struct Options {
    Limits limits;
    /// The virtual clock where none is given.
    std::unique_ptr<Clock> clock;
    EventLog::Retention retention = EventLog::Retention::keep;
  };
  using Module = std::function<Coro<>(Scope)>;

  Script(std::string_view listing, Module module);
  Script(std::string_view listing, Module module, Options options);
  ~Script() override;

  [[nodiscard]] std::shared_ptr<const EventLog> log() const override {
    return recorder_.shared_log();
  }
  [[nodiscard]] bool finished() const override { return finished_; }
  [[nodiscard]] Limits limits() const override { return recorder_.limits(); }
  bool run_handle() override { return run_handles(1); }
  void run_to_end() override;
  [[nodiscard]] bool between_iterations() const override { return loop_.between_iterations(); }

 private:
  bool run_handles(std::size_t most);
  void run_piece(std::size_t most_handles);
  void end_by_itself();
  void end_early();

  Recorder recorder_;
  Listing listing_;
  CallStack calls_;
  Loop loop_;
  Module make_module_;
  Ref<CallOf<void>> module_;
  bool finished_ = false;
};

}  // namespace interleave
