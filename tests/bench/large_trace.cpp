#include "tests/bench/large_trace.h"

#include <deque>
#include <queue>
#include <random>
#include <vector>

#include "tests/trace/log_builder.h"

namespace interleave::bench {

namespace {

using test::kMs;

class Maker {
 public:
  explicit Maker(const LargeTrace& wanted) : wanted_(wanted) {}

  std::shared_ptr<const EventLog> log() {
    run_.begin_loop();
    main_ = run_.create("main", kProgram);
    run_.iteration(1).start(main_);
    items_ = run_.resource("items", ResourceType::queue, main_, 10);
    for (std::uint32_t i = 1; i < wanted_.live_tasks; ++i) {
      create();
    }
    run_.suspend(main_, Reason::event);
    while (run_.size() < wanted_.events) {
      go_round();
    }
    run_.stop_at(now_ns_);
    return run_.log();
  }

 private:
  struct Sleeper {
    std::int64_t due_ns;
    TimerId timer;
    friend bool operator<(const Sleeper& a, const Sleeper& b) {
      return std::pair(a.due_ns, a.timer) > std::pair(b.due_ns, b.timer);
    }
  };

  void create() {
    const TaskId task = run_.create("worker", main_);
    ready_.push_back(task);
    steps_.resize(task + 1, 0);
  }

  bool chance(std::uint32_t percent) { return random_() % 100 < percent; }

  void go_round() {
    if (ready_.empty()) {
      wake_sleepers();
    }
    const std::size_t count = ready_.size();
    run_.iteration(static_cast<std::uint32_t>(count));
    for (std::size_t i = 0; i < count; ++i) {
      const TaskId task = ready_.front();
      ready_.pop_front();
      run_step(task);
    }
  }

  void wake_sleepers() {
    now_ns_ = std::max(now_ns_, sleepers_.top().due_ns);
    run_.idle_until(now_ns_);
    std::vector<TimerId> due;
    while (!sleepers_.empty() && sleepers_.top().due_ns <= now_ns_) {
      due.push_back(sleepers_.top().timer);
      run_.fire(due.back());
      sleepers_.pop();
    }
    run_.iteration(static_cast<std::uint32_t>(due.size()));
    for (const TimerId timer : due) {
      run_.wake(timer);
      ready_.push_back(run_.log()->timer(timer).on);
    }
  }

  void run_step(TaskId task) {
    steps_[task]++ == 0 ? run_.start(task) : run_.resume(task);
    if (chance(10)) {
      run_.print(task, chance(50) ? "an item" : "another");
    }
    if (chance(25)) {
      const std::int64_t length_ns = (1 + random_() % 9) * kMs / 10;
      chance(3) ? run_.block(task, length_ns) : run_.work(task, length_ns);
      now_ns_ += length_ns;
    }
    if (wanted_.steps_of_a_task != 0 && steps_[task] >= wanted_.steps_of_a_task) {
      create();
      run_.finish(task);
    } else if (chance(40)) {
      run_.yield(task);
      ready_.push_back(task);
    } else if (chance(40)) {
      hand_over(task);
    } else {
      const std::int64_t length_ns = (1 + random_() % 50) * kMs;
      sleepers_.push({now_ns_ + length_ns, run_.sleep(task, length_ns)});
    }
  }

  // Puts if somebody waits for an item, or gets, or waits for one.
  void hand_over(TaskId task) {
    if (!getters_.empty()) {
      run_.change(task, items_, "put", ++level_);
      run_.ready(getters_.front(), Cause::item, task);
      ready_.push_back(getters_.front());
      getters_.pop_front();
      run_.yield(task);
      ready_.push_back(task);
    } else if (level_ > 0) {
      run_.change(task, items_, "got", --level_);
      run_.yield(task);
      ready_.push_back(task);
    } else if (ready_.size() + sleepers_.size() > 2) {
      run_.suspend(task, Reason::queue_get, items_);
      getters_.push_back(task);
    } else {
      run_.yield(task);
      ready_.push_back(task);
    }
  }

  LargeTrace wanted_;
  test::LogBuilder run_;
  std::mt19937 random_{1};
  TaskId main_ = kNoTask;
  ResourceId items_ = 0;
  std::int64_t level_ = 0;
  std::int64_t now_ns_ = 0;
  std::deque<TaskId> ready_;
  std::deque<TaskId> getters_;
  std::priority_queue<Sleeper> sleepers_;
  std::vector<std::uint32_t> steps_;
};

}  // namespace

std::shared_ptr<const EventLog> large_log(const LargeTrace& wanted) { return Maker(wanted).log(); }

Trace large_trace(const LargeTrace& wanted) {
  return {{.scenario = "large", .mode = "concurrent"}, large_log(wanted)};
}

}  // namespace interleave::bench
