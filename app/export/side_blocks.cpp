#include "app/export/side_blocks.h"

#include <algorithm>

#include "app/trace/event_words.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

// Of the type's size.
constexpr float kPadding = 1.0F;
constexpr float kHeading = 1.9F;
constexpr float kRow = 2.3F;
constexpr float kNames = 5.4F;
constexpr float kLine = 1.5F;
constexpr int kLoopRows = 4;

void card(Frame& frame, const Box& box, std::string_view title, float size) {
  RectShape& shape = frame.rect(box, paint(Role::panel), 0.6F * size);
  shape.stroke = paint(Role::border);
  shape.stroke_width = 0.075F * size;
  frame.text({std::string(title), size, Face::semibold, paint(Role::ink)},
             {box.x + kPadding * size, box.y + (kPadding + 0.9F) * size});
}

}  // namespace

float LoopBlock::height() const {
  return (2 * kPadding + kHeading + kRow * kLoopRows - 0.6F) * size_;
}

void LoopBlock::row(Frame& frame, const Box& box, float& y, std::string_view name,
                    const std::vector<Chip>& chips, std::string_view none) const {
  const float right = box.right() - kPadding * size_;
  const float baseline = y + 1.35F * size_;
  float x = box.x + kPadding * size_;
  frame.text({std::string(name), size_, Face::regular, paint(Role::ink_soft)}, {x, baseline});
  x += kNames * size_;
  y += kRow * size_;
  if (chips.empty()) {
    const std::string words =
        shortened(frame.measure, none, Face::regular, size_, std::max(0.0F, right - x));
    frame.text({words, size_, Face::regular, paint(Role::ink_soft)}, {x, baseline});
    return;
  }
  for (std::size_t i = 0; i < chips.size(); ++i) {
    const Chip& chip = chips[i];
    const bool last = i + 1 == chips.size();
    const std::string more = "+ " + std::to_string(chips.size() - i);
    const float kept = last ? 0 : frame.measure.width(more, Face::semibold, size_) + 0.6F * size_;
    const float room = right - x - kept - 1.4F * size_;
    Label label{chip.words, size_, Face::semibold, paint(Role::ink)};
    if (i == 0) {
      label.text = shortened(frame.measure, label.text, label.face, size_, std::max(room, 0.0F));
    }
    const float width = frame.text_width(label) + 1.4F * size_;
    if (label.text.empty() || width > room + 1.4F * size_) {
      frame.text({more, size_, Face::semibold, paint(Role::ink_soft)}, {x, baseline});
      return;
    }
    RectShape& pill = frame.rect({x, baseline - 1.25F * size_, width, 1.75F * size_},
                                 paint(Role::panel), 0.87F * size_);
    pill.stroke = chip.task == kNoTask || chip.task == kProgram
                      ? paint(Role::ink_soft)
                      : task_paint(frame.colours.of(run_, chip.task));
    pill.stroke_width = 0.1F * size_;
    frame.text(label, {x + 0.7F * size_, baseline});
    x += width + 0.6F * size_;
  }
}

void LoopBlock::draw(Frame& frame, const Box& box) const {
  card(frame, box, "Event loop", size_);
  float y = box.y + (kPadding + kHeading - 0.3F) * size_;
  std::vector<Chip> running;
  if (state_->running != kNoTask) {
    running.push_back({state_->running == kProgram ? std::string("the program")
                                                   : std::string(trace_->label(state_->running)),
                       state_->running});
  }
  row(frame, box, y, "Running", running, state_->finished ? "— the program has ended" : "— nobody");
  std::vector<Chip> ready;
  for (const ReadyEntry& entry : state_->ready) {
    const std::string name = entry.task != kNoTask
                                 ? std::string(trace_->label(entry.task))
                                 : words::callback(*trace_, entry.callback, entry.of);
    ready.push_back({std::to_string(ready.size() + 1) + "  " + name, entry.task});
  }
  row(frame, box, y, "Ready", ready, "— nobody");
  std::vector<Chip> sleeping;
  std::vector<Chip> waiting;
  for (const TaskId task : trace_->tasks()) {
    if (task > state_->tasks.size() || state_->task(task).state != TaskState::suspended) {
      continue;
    }
    const std::int64_t until = state_->task(task).until_ns;
    const std::string name(trace_->label(task));
    if (until >= 0) {
      sleeping.push_back({name + " until " + seconds_text(until), task});
    } else {
      waiting.push_back({name, task});
    }
  }
  row(frame, box, y, "Timers", sleeping, "— none");
  row(frame, box, y, "Waiting", waiting, "— nobody");
}

OutputBlock::OutputBlock(const Trace& trace, Seq until, std::size_t run, float size)
    : trace_(&trace), run_(run), size_(size) {
  const auto outputs = trace.outputs();
  printed_ = static_cast<std::size_t>(std::upper_bound(outputs.begin(), outputs.end(), until) -
                                      outputs.begin());
}

float OutputBlock::height(std::size_t lines) const {
  const auto shown =
      static_cast<float>(std::clamp<std::size_t>(printed_, 1, std::max<std::size_t>(lines, 1)));
  return (2 * kPadding + kHeading + kLine * shown) * size_;
}

void OutputBlock::draw(Frame& frame, const Box& box) const {
  card(frame, box, "Output", size_);
  const float room = box.height - (2 * kPadding + kHeading) * size_;
  const auto lines = static_cast<std::size_t>(std::max(0.0F, room / (kLine * size_) + 0.01F));
  const std::size_t first = printed_ > lines ? printed_ - lines : 0;
  float y = box.y + (kPadding + kHeading + 1.0F) * size_;
  if (printed_ == 0) {
    frame.text({"Nothing is printed yet", size_, Face::regular, paint(Role::ink_soft)},
               {box.x + kPadding * size_, y});
  }
  const float times = 4.2F * size_;
  for (std::size_t i = first; i < printed_; ++i) {
    const Event& event = (*trace_)[trace_->outputs()[i]];
    const float x = box.x + kPadding * size_ + times;
    frame.text({total_text(event.t_ns), size_, Face::mono, paint(Role::ink_faint)},
               {x - 0.8F * size_, y}, Align::right);
    frame.rect({x - 0.35F * size_, y - 0.9F * size_, 0.2F * size_, 1.1F * size_},
               event.task == kNoTask || event.task == kProgram
                   ? paint(Role::ink_soft)
                   : task_paint(frame.colours.of(run_, event.task)));
    frame.text({shortened(frame.measure, trace_->text(event.a), Face::mono, size_,
                          box.right() - kPadding * size_ - x - 0.3F * size_),
                size_, Face::mono, paint(Role::ink)},
               {x + 0.3F * size_, y});
    y += kLine * size_;
  }
}

}  // namespace interleave
