#include "app/export/listing_block.h"

#include <algorithm>

#include "app/export/python_words.h"

namespace interleave {
namespace {

constexpr float kLeading = 1.5F;
constexpr float kPadding = 1.1F;  // of the type's size, inside the card
constexpr float kNumbers = 2.9F;  // room for line numbers, of the type's size

Paint paint_of(PythonWord word) {
  switch (word) {
    case PythonWord::keyword:
      return paint(Role::accent);
    case PythonWord::text:
      return paint(Role::good);
    case PythonWord::comment:
      return paint(Role::ink_faint);
    default:
      return paint(Role::ink);
  }
}

}  // namespace

ListingBlock::ListingBlock(const Measure& measure, std::string_view python) : measure_(&measure) {
  while (!python.empty()) {
    const std::size_t end = std::min(python.find('\n'), python.size());
    lines_.push_back(python.substr(0, end));
    python.remove_prefix(std::min(end + 1, python.size()));
  }
  shown_ = lines_.size();
}

bool ListingBlock::fit(float width, float height, float largest, float least) {
  for (float size = largest; size >= least; size *= 0.96F) {
    float widest = 0;
    for (const std::string_view line : lines_) {
      widest = std::max(widest, measure_->width(line, Face::mono, size));
    }
    size_ = size;
    width_ = widest + (kNumbers + 2 * kPadding) * size;
    height_ = (static_cast<float>(lines_.size()) * kLeading + 2 * kPadding) * size;
    if (width_ <= width && height_ <= height) {
      return true;
    }
  }
  return false;
}

bool ListingBlock::cut(float width, float height, float size, std::uint16_t around) {
  const float room = height / size - 2 * kPadding;
  if (room < 3 * kLeading) {
    return false;
  }
  fit(1e9F, 1e9F, size, size);
  shown_ = std::min(lines_.size(), static_cast<std::size_t>(room / kLeading));
  const std::size_t middle = around > 0 ? around - 1U : 0;
  first_ = std::min(middle > shown_ / 2 ? middle - shown_ / 2 : 0, lines_.size() - shown_);
  width_ = std::min(width, width_);
  height_ = (static_cast<float>(shown_) * kLeading + 2 * kPadding) * size;
  return true;
}

void ListingBlock::draw(Frame& frame, const Box& box, std::uint16_t running) const {
  RectShape& card = frame.rect(box, paint(Role::panel), 0.6F * size_);
  card.stroke = paint(Role::border);
  card.stroke_width = 0.075F * size_;
  for (std::size_t i = first_; i < first_ + shown_; ++i) {
    const float top = box.y + (kPadding + kLeading * static_cast<float>(i - first_)) * size_;
    const float baseline = top + 1.08F * size_;
    if (i + 1 == running) {
      frame.rect({box.x + 0.3F * size_, top, box.width - 0.6F * size_, kLeading * size_},
                 paint(Role::accent_soft), 0.2F * size_);
    }
    frame.text({std::to_string(i + 1), size_, Face::mono, paint(Role::ink_faint)},
               {box.x + (kPadding + 1.7F) * size_, baseline}, Align::right);
    const float x = box.x + (kPadding + kNumbers) * size_;
    const std::string line = shortened(frame.measure, lines_[i], Face::mono, size_,
                                       box.right() - 0.5F * kPadding * size_ - x);
    draw_line(frame, line, {x, baseline});
  }
}

void ListingBlock::draw_line(Frame& frame, std::string_view line, Point at) const {
  for (const PythonToken& token : python_tokens(line)) {
    const std::size_t first = token.text.find_first_not_of(' ');
    const float width = measure_->width(token.text, Face::mono, size_);
    if (first != std::string_view::npos) {
      const std::size_t last = token.text.find_last_not_of(' ');
      const float before = measure_->width(token.text.substr(0, first), Face::mono, size_);
      const Face face = token.word == PythonWord::name ? Face::mono_bold : Face::mono;
      frame.text({std::string(token.text.substr(first, last - first + 1)), size_, face,
                  paint_of(token.word)},
                 {at.x + before, at.y});
    }
    at.x += width;
  }
}

}  // namespace interleave
