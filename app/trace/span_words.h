#pragma once

#include <string>

#include "app/trace/spans.h"
#include "app/trace/state.h"
#include "app/trace/trace.h"

namespace interleave {

/// What is seen where the mouse rests, in one sentence: "reading_book was ready from 0.2 s to 0.4
/// s: it waited behind checking_messages."
[[nodiscard]] std::string span_sentence(const Trace& trace, TaskId task, const Span& span);

/// What a task did at an event: of the span that begins with it, or goes on over it. Empty if there
/// is none.
[[nodiscard]] std::string sentence_at(const Trace& trace, TaskId task, Seq seq);

/// Where a task stands, and what brought it there, in one sentence: "reading_book has had the
/// thread since 0.4 s: its turn has come again." Empty if it is no task of the trace.
[[nodiscard]] std::string selection_sentence(const Trace& trace, const State& state, TaskId task);

}  // namespace interleave
