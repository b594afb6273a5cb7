#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace interleave {

/// What a printed line is about, in a few words, longest first: `reading new message 3` gives
/// "message 3" and "3", `boiling for 1 sec` gives "1 sec" and "1", a line without a number itself
/// and its first word. Never empty for a line with a letter or digit in it.
[[nodiscard]] std::vector<std::string> gist_of(std::string_view line);

/// Whether a word is a unit of time: "s", "sec", "ms" …
[[nodiscard]] bool is_time_unit(std::string_view word);

/// The words of a line, without the punctuation around them.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view line);

}  // namespace interleave
