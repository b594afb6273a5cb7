#pragma once

#include <cstddef>
#include <string>

#include "app/session/keys.h"

namespace interleave {

/// One line of text being edited. The first letter typed after select_all() replaces everything.
class TextField {
 public:
  void set(std::string text);
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Byte of the caret.
  [[nodiscard]] std::size_t caret() const { return caret_; }
  [[nodiscard]] bool all_selected() const { return all_selected_ && !text_.empty(); }
  void select_all() { all_selected_ = true; }

  void type(char32_t letter);
  void paste(const std::string& text);
  /// True if the key is one for editing.
  bool press(Chord chord);

 private:
  void replace_selection();
  void back();
  void forth();

  std::string text_;
  std::size_t caret_ = 0;
  bool all_selected_ = false;
};

}  // namespace interleave
