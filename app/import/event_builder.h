#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/import/event_fields.h"
#include "app/import/passed_over.h"
#include "runtime/event_log.h"

namespace interleave {

/// Makes a log of the events that a file tells of, and holds them to what is promised of every
/// trace: `seq` without gaps, times and steps that don't fall, ids that exist. The log and its
/// tables come out as the recorder made them.
class EventBuilder {
 public:
  /// Both must outlive it.
  EventBuilder(EventLog& log, PassedOver& passed_over) : log_(log), passed_over_(passed_over) {}

  /// Appends an event. Kinds it does not know are passed over. Throws Refusal.
  void add(const EventFields& fields);

 private:
  void check_key(const EventFields& fields, Kind kind);
  void fill(Event& event, const EventFields& fields);
  void fill_of_task(Event& event, const EventFields& fields);
  void fill_of_tables(Event& event, const EventFields& fields);
  void create_task(Event& event, const EventFields& fields);
  void suspend(Event& event, const EventFields& fields);
  [[nodiscard]] std::uint32_t suspended_on(Reason reason, TaskId task, const EventFields& fields);
  [[nodiscard]] WaitId waited_for(const EventFields& fields);
  [[nodiscard]] TimerId sleep_timer(TaskId task, std::int64_t until_ns);
  [[nodiscard]] TimerId timer(Kind kind, const EventFields& fields);
  [[nodiscard]] WaitId wait(const EventFields& fields);
  [[nodiscard]] std::uint32_t callback_of(CallbackKind kind, const EventFields& fields);
  [[nodiscard]] ResourceId create_resource(const EventFields& fields);
  [[nodiscard]] ChangeId change(const EventFields& fields);
  [[nodiscard]] JobId job(Kind kind, TaskId task, const EventFields& fields);

  [[nodiscard]] TaskId task_in(const EventFields& fields, Field field) const;
  [[nodiscard]] TaskId known_task(std::int64_t id, Field field) const;
  /// The same, of what can't be the program itself.
  [[nodiscard]] TaskId real_task(std::int64_t id, Field field) const;
  [[nodiscard]] TextId text_in(const EventFields& fields, Field field);
  [[nodiscard]] ResourceId resource_named(std::string_view name, Field field);

  EventLog& log_;
  PassedOver& passed_over_;
  std::int64_t next_seq_ = 0;
  std::int64_t last_ns_ = 0;
  std::int64_t last_step_ = 0;
  bool over_ = false;
  /// By the file's number - 1. A sleep that no timer was told for gets one of its own, so ours may
  /// be others.
  std::vector<TimerId> timers_;
  /// A task's last timer for a sleep.
  std::vector<TimerId> sleeps_;
  /// What was last told of by that name.
  std::unordered_map<TextId, ResourceId> resources_;
  std::unordered_map<TextId, WaitId> waits_;
};

}  // namespace interleave
