#pragma once

#include <string>
#include <vector>

#include "app/timeline/layout.h"

/// Looks into a layout's shapes, for tests.
namespace interleave::test {

template <class Form>
struct Found {
  const Form* form;
  std::string title;
};

template <class Form>
[[nodiscard]] std::vector<Found<Form>> all_of(const Shapes& shapes) {
  std::vector<Found<Form>> found;
  for (const Shape& shape : shapes) {
    if (const auto* form = std::get_if<Form>(&shape.form)) {
      found.push_back({form, shape.title});
    }
  }
  return found;
}

[[nodiscard]] inline std::vector<std::string> texts_of(const Shapes& shapes) {
  std::vector<std::string> texts;
  for (const auto& text : all_of<TextShape>(shapes)) {
    texts.push_back(text.form->text);
  }
  return texts;
}

[[nodiscard]] inline bool has_text(const Shapes& shapes, const std::string& text) {
  for (const std::string& each : texts_of(shapes)) {
    if (each == text) {
      return true;
    }
  }
  return false;
}

/// The bar with exactly this title, or nullptr.
[[nodiscard]] inline const RectShape* bar_titled(const Shapes& shapes, const std::string& title) {
  for (const auto& rect : all_of<RectShape>(shapes)) {
    if (rect.title == title) {
      return rect.form;
    }
  }
  return nullptr;
}

[[nodiscard]] inline Box box_of(const Measure& measure, const TextShape& text) {
  const float width = measure.width(text.text, text.face, text.size);
  const float part = text.align == Align::left ? 0.0F : text.align == Align::middle ? 0.5F : 1.0F;
  return {text.at.x - width * part, text.at.y - 0.74F * text.size, width, 0.92F * text.size};
}

/// What is wrong with the words of a page: "'a' over 'b'", "'c' leaves the page"; empty if nothing.
[[nodiscard]] inline std::string trouble_with_words(const Measure& measure, const Shapes& shapes,
                                                    float width, float height) {
  const auto texts = all_of<TextShape>(shapes);
  std::vector<Box> boxes;
  for (const auto& text : texts) {
    boxes.push_back(box_of(measure, *text.form));
    const Box& box = boxes.back();
    if (box.x < -0.5F || box.y < -0.5F || box.right() > width + 0.5F ||
        box.bottom() > height + 0.5F) {
      return "'" + text.form->text + "' leaves the page";
    }
  }
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = i + 1; j < boxes.size(); ++j) {
      const Box& a = boxes[i];
      const Box& b = boxes[j];
      const bool over = a.x + 0.5F < b.right() && b.x + 0.5F < a.right() &&
                        a.y + 0.5F < b.bottom() && b.y + 0.5F < a.bottom();
      if (over) {
        return "'" + texts[i].form->text + "' over '" + texts[j].form->text + "'";
      }
    }
  }
  return {};
}

}  // namespace interleave::test
