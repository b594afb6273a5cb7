#include "app/trace/span_words.h"

#include "app/trace/stops.h"
#include "tests/catch.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

/// The n-th span of a task in a state.
std::string sentence(const Trace& trace, TaskId task, TaskState state, int n = 1) {
  for (const Span& span : spans_of(trace, task)) {
    if (span.state == state && --n == 0) {
      return span_sentence(trace, task, span);
    }
  }
  return {};
}

std::string selected(const Trace& trace, Seq seq, TaskId task) {
  StateReader reader(trace);
  return selection_sentence(trace, reader.at(seq), task);
}

}  // namespace

TEST_CASE("a ready span says behind whom the task waited") {
  const Trace trace = boiling_water_concurrent();
  CHECK(sentence(trace, 3, TaskState::ready, 2) ==
        "reading_book was ready from 0.2 s to 0.4 s: it waited behind checking_messages.");
}

TEST_CASE("a running span says when, and what was printed") {
  const Trace trace = boiling_water_concurrent();
  CHECK(sentence(trace, 3, TaskState::running) ==
        "reading_book had the thread from 0.0 s to 0.2 s: it printed “reading page 1”.");
  CHECK(sentence(boiling_water_sequential(), 1, TaskState::running) ==
        "boiling_water blocked the thread from 0.0 s to 2.0 s: nothing else could run.");
}

TEST_CASE("a suspended span says for what") {
  const Trace trace = boiling_water_concurrent();
  CHECK(sentence(trace, 2, TaskState::suspended) ==
        "boiling_water was suspended from 0.0 s to 2.0 s: it slept until 2.0 s.");
}

TEST_CASE("a selected task is told with what brought it there") {
  const Trace trace = boiling_water_concurrent();
  const Seq seq = next_stop(trace, trace.step_begin(8));
  CHECK(selected(trace, seq, 2) ==
        "boiling_water has been suspended since 0.0 s: it sleeps until 2.0 s.");
  CHECK(selected(trace, seq, 3) ==
        "reading_book has been ready since 1.0 s: its turn has come again.");
  CHECK(selected(trace, trace.size() - 1, 3) == "reading_book ended at 1.4 s.");
  CHECK(selected(trace, seq, kProgram).empty());
}

TEST_CASE("every span of every run has a sentence") {
  for (const auto& [name, trace] : all_runs()) {
    for (const TaskId task : trace.tasks()) {
      for (const Span& span : spans_of(trace, task)) {
        const std::string told = span_sentence(trace, task, span);
        INFO(name << ": " << told);
        CHECK(told.ends_with('.'));
        CHECK(told.find("  ") == std::string::npos);
      }
    }
  }
}
