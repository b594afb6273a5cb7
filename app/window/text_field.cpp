#include "app/window/text_field.h"

namespace interleave {

namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string encoded(char32_t letter) {
  const auto byte = [](char32_t value) {
    return static_cast<char>(static_cast<unsigned char>(value));
  };
  if (letter < 0x80) {
    return {byte(letter)};
  }
  if (letter < 0x800) {
    return {byte(0xC0U | (letter >> 6U)), byte(0x80U | (letter & 0x3FU))};
  }
  if (letter < 0x10000) {
    return {byte(0xE0U | (letter >> 12U)), byte(0x80U | ((letter >> 6U) & 0x3FU)),
            byte(0x80U | (letter & 0x3FU))};
  }
  return {byte(0xF0U | (letter >> 18U)), byte(0x80U | ((letter >> 12U) & 0x3FU)),
          byte(0x80U | ((letter >> 6U) & 0x3FU)), byte(0x80U | (letter & 0x3FU))};
}

}  // namespace

void TextField::set(std::string text) {
  text_ = std::move(text);
  caret_ = text_.size();
  all_selected_ = false;
}

void TextField::replace_selection() {
  if (all_selected_) {
    set({});
  }
}

void TextField::type(char32_t letter) {
  if (letter >= 0x20 && letter != 0x7f) {
    paste(encoded(letter));
  }
}

void TextField::paste(const std::string& text) {
  replace_selection();
  std::string line;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x20) {
      line += c;
    }
  }
  text_.insert(caret_, line);
  caret_ += line.size();
}

void TextField::back() {
  while (caret_ > 0 && continues(text_[--caret_])) {
  }
}

void TextField::forth() {
  if (caret_ < text_.size()) {
    ++caret_;
    while (caret_ < text_.size() && continues(text_[caret_])) {
      ++caret_;
    }
  }
}

bool TextField::press(Chord chord) {
  if (chord == Chord{'A', kCtrl}) {
    select_all();
    return true;
  }
  if (chord.mods != 0) {
    return false;
  }
  if (chord.key == key::backspace || chord.key == key::del) {
    if (all_selected_) {
      set({});
      return true;
    }
    const std::size_t end = caret_;
    if (chord.key == key::backspace) {
      back();
      text_.erase(caret_, end - caret_);
    } else {
      forth();
      text_.erase(end, caret_ - end);
      caret_ = end;
    }
    return true;
  }
  switch (chord.key) {
    case key::left:
      back();
      break;
    case key::right:
      forth();
      break;
    case key::home:
      caret_ = 0;
      break;
    case key::end:
      caret_ = text_.size();
      break;
    default:
      return false;
  }
  all_selected_ = false;
  return true;
}

}  // namespace interleave
