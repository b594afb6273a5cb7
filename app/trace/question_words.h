#pragma once

#include <string>

#include "app/trace/question.h"
#include "app/trace/words.h"

/// What is said of a question's choices: their states when it is asked, and afterwards why.
namespace interleave::words {

/// "ready", "ready · not run yet", "suspended · sleep 2 s": from nothing after the state's event.
[[nodiscard]] std::string state_at_stop(const Trace& trace, const State& state, TaskId task);

/// "reading_book resumes: it is first in the ready queue."
[[nodiscard]] std::string because_next(const Trace& trace, const State& state, Seq turn);
/// "boiling_water: its timer is due at 2.0 s, now it is 1.2 s."
[[nodiscard]] std::string why_not_next(const Trace& trace, const State& state, Seq turn,
                                       const Choice& choice);

/// "reading_book prints it: it is first in the ready queue."
[[nodiscard]] std::string because_printed(const Trace& trace, const State& state, Seq output);
/// Of a line that comes later (`more`), or that had been printed when nothing came any more.
[[nodiscard]] std::string why_not_printed(const Trace& trace, Seq output, bool more);

/// "It takes 3.0 s: 1.6 s of computing and 3.0 s of waiting, 1.6 s of them at the same time."
[[nodiscard]] std::string because_so_long(const Trace& trace);

}  // namespace interleave::words
