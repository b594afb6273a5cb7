#include "app/timeline/waterfall.h"

#include <algorithm>
#include <cmath>

#include "app/timeline/text_lines.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave {
namespace {

constexpr float kBar = 26;
constexpr float kRow = 64;
// At the right of the longest bar, for its length in words.
constexpr float kAmountRoom = 92;

Paint ink(Role role, float alpha = 1) { return {role, 0, alpha}; }

class Drawing {
 public:
  Drawing(const WaterfallView& view, const Measure& measure) : view_(view), measure_(measure) {}

  Waterfall draw() && {
    headline();
    totals();
    key();
    also();
    requests();
    out_.height = (y_ + 4) * view_.scale;
    return std::move(out_);
  }

 private:
  // ---- Small change; coordinates at scale 1.
  [[nodiscard]] float width() const { return view_.width / view_.scale; }
  [[nodiscard]] float measured(std::string_view text, float size, Face face) const {
    return measure_.width(text, face, size * view_.scale) / view_.scale;
  }
  [[nodiscard]] Box scaled(const Box& box) const {
    const float s = view_.scale;
    return {box.x * s, box.y * s, box.width * s, box.height * s};
  }

  RectShape& rect(const Box& box, Paint fill, float radius = 0) {
    RectShape shape;
    shape.box = scaled(box);
    shape.fill = fill;
    shape.radius = radius * view_.scale;
    shape.stroke_width = view_.scale;
    shape.hatch_scale = view_.scale;
    out_.shapes.push_back({shape, {}});
    return std::get<RectShape>(out_.shapes.back().form);
  }

  /// Gives the x behind it.
  float text(Point at, std::string_view words, float size, Face face, Paint paint,
             Align align = Align::left) {
    const float s = view_.scale;
    const float room = align == Align::left ? width() - at.x : width();
    TextShape shape;
    shape.at = {at.x * s, at.y * s};
    shape.text = shortened(measure_, words, face, size * s, std::max(1.0F, room * s));
    shape.size = size * s;
    shape.face = face;
    shape.paint = paint;
    shape.align = align;
    out_.shapes.push_back({shape, shape.text == words ? std::string() : std::string(words)});
    return at.x + measured(shape.text, size, face);
  }

  /// As many lines as it takes, from the line at `y_` on.
  void paragraph(std::string_view words, float size, Face face, Paint paint) {
    for (const std::string& line :
         text_lines(measure_, words, face, size * view_.scale, view_.width, kAllLines)) {
      text({0, y_ + size}, line, size, face, paint);
      y_ += 1.45F * size;
    }
  }

  void line(Point from, Point to, Paint paint, Dash dash) {
    const float s = view_.scale;
    PathShape shape;
    shape.points = {{from.x * s, from.y * s}, {to.x * s, to.y * s}};
    shape.stroke = paint;
    shape.stroke_width = 1.2F * s;
    shape.dash = dash;
    out_.shapes.push_back({shape, {}});
  }

  void arrowhead(Point tip, float back, Paint paint) {
    const float s = view_.scale;
    PathShape shape;
    shape.points = {{tip.x * s, tip.y * s},
                    {(tip.x + back) * s, (tip.y - 6) * s},
                    {(tip.x + back) * s, (tip.y + 6) * s}};
    shape.closed = true;
    shape.fill = paint;
    out_.shapes.push_back({shape, {}});
  }

  // ---- The parts, from the top.
  void headline() {
    const Comparison& it = view_.comparison;
    if (!it.result_note.empty()) {
      paragraph(words::capital(it.result_note), 15, Face::semibold, ink(Role::blocked));
      y_ += 4;
    }
    const bool saved = it.comparable && it.saved_ns > 0 && !is_same_time(it.saved_ns);
    paragraph(words::capital(it.headline), 24, Face::bold, ink(saved ? Role::good : Role::ink));
    const bool said_below = it.terms.size() == 1 && it.explanation == it.terms.front().words;
    if (!it.explanation.empty() && !said_below) {
      paragraph(words::capital(it.explanation), 16, Face::regular, ink(Role::ink_soft));
    }
    y_ += 14;
  }

  void totals() {
    steps_ = view_.comparison.terms;
    std::stable_partition(steps_.begin(), steps_.end(),
                          [](const SavedTerm& term) { return term.saved_ns < 0; });
    std::int64_t at_ns = view_.comparison.baseline.total_ns;
    most_ns_ = std::max({at_ns, view_.comparison.other.total_ns, std::int64_t{1}});
    for (const SavedTerm& step : steps_) {
      at_ns -= step.saved_ns;
      most_ns_ = std::max(most_ns_, at_ns);
    }
    total(view_.baseline, view_.comparison.baseline);
    at_ns = view_.comparison.baseline.total_ns;
    for (const SavedTerm& step : steps_) {
      term(step, at_ns);
      at_ns -= step.saved_ns;
    }
    total(view_.other, view_.comparison.other);
  }

  [[nodiscard]] float x_of(std::int64_t t_ns) const {
    const double part = static_cast<double>(t_ns) / static_cast<double>(most_ns_);
    return static_cast<float>(part) * (width() - kAmountRoom);
  }

  void amount(float x, const std::string& words, Paint paint) {
    text({x + 10, y_ + 26 + 0.68F * kBar}, words, 16, Face::bold, paint);
  }

  /// From the bar above to this row's, round the words that end at `words_x`.
  void connect(std::int64_t at_ns, float words_x) {
    const float x = x_of(at_ns);
    const float from = y_ - kRow + 26 + kBar;
    const float to = y_ + 26;
    const Paint paint = ink(Role::ink_faint);
    if (x > words_x + 6) {
      line({x, from}, {x, to}, paint, Dash::dotted);
    } else {
      line({x, from}, {x, y_}, paint, Dash::dotted);
      line({x, y_ + 21}, {x, to}, paint, Dash::dotted);
    }
  }

  void total(const WaterfallRun& run, const Balance& balance) {
    float x = 0;
    if (!run.badge.empty()) {
      x = text({0, y_ + 16}, run.badge, 15, Face::bold, ink(Role::accent)) + 8;
    }
    x = text({x, y_ + 16}, run.title, 15, Face::bold, ink(Role::ink)) + 16;
    x = text({x, y_ + 16}, balance_words(balance), 14, Face::regular, ink(Role::ink_soft));
    if (&run == &view_.other && view_.comparison.comparable) {
      connect(balance.total_ns, x);
    }
    float from = 0;
    const float top = y_ + 26;
    from = part(from, top, balance.worked_ns, "worked", Part::worked);
    from = part(from, top, balance.blocked_ns, "BLOCKED", Part::blocked);
    part(from, top, balance.idle_ns, "idle", Part::idle);
    if (balance.total_ns == 0) {
      rect({0, top, 4, kBar}, ink(Role::ink), 2);
    }
    amount(std::max(4.0F, x_of(balance.total_ns)), total_text(balance.total_ns), ink(Role::ink));
    y_ += kRow;
  }

  enum class Part : std::uint8_t { worked, blocked, idle };

  /// The thread's bar, as on the timeline: worked solid, blocked hatched, idle a thin line.
  void bar(const Box& box, Part what) {
    switch (what) {
      case Part::worked:
        rect(box, ink(Role::ink_soft), 3);
        break;
      case Part::blocked: {
        RectShape& shape = rect(box, ink(Role::blocked_fill, 0.3F), 3);
        shape.stroke = ink(Role::blocked);
        shape.hatch = Hatch::falling;
        shape.hatch_paint = ink(Role::blocked, 0.9F);
        break;
      }
      case Part::idle: {
        RectShape& shape = rect(box, {}, 3);
        shape.stroke = ink(Role::ink_faint);
        shape.dash = Dash::dashed;
        break;
      }
    }
  }

  float part(float from, float top, std::int64_t length_ns, std::string_view words, Part what) {
    const float wide = x_of(length_ns);
    if (length_ns <= 0) {
      return from;
    }
    const Box box{from, top, std::max(2.0F, wide - 1.5F), kBar};
    bar(box, what);
    const std::string label = words::say(words, " ", total_text(length_ns));
    const float label_width = measured(label, 13, Face::semibold);
    if (label_width + 24 < box.width) {
      const Point middle{box.x + box.width / 2, top + 0.68F * kBar};
      Paint paint = ink(what == Part::worked ? Role::paper : Role::ink_soft);
      if (what == Part::blocked) {  // words are not written on a hatch
        rect({middle.x - label_width / 2 - 8, top + 3, label_width + 16, kBar - 6},
             ink(Role::paper), (kBar - 6) / 2)
            .stroke = ink(Role::blocked);
        paint = ink(Role::blocked);
      }
      text(middle, label, 13, Face::semibold, paint, Align::middle);
    }
    return from + wide;
  }

  void term(const SavedTerm& step, std::int64_t at_ns) {
    const bool saved = step.saved_ns > 0;
    const float a = x_of(at_ns);
    const float b = x_of(at_ns - step.saved_ns);
    const Paint paint = ink(saved ? Role::good : Role::ink);
    const float words_x =
        text({0, y_ + 16}, words::capital(step.words), 15, Face::medium, ink(Role::ink));
    connect(at_ns, words_x);
    const Box box{std::min(a, b), y_ + 26, std::max(2.0F, std::abs(a - b)), kBar};
    RectShape& shape = rect(box, {paint.role, 0, 0.16F}, 3);
    shape.stroke = paint;
    shape.hatch = saved ? Hatch::none : Hatch::rising;
    shape.hatch_paint = {paint.role, 0, 0.35F};
    if (box.width > 18) {
      const float back = saved ? 9.0F : -9.0F;
      arrowhead({saved ? box.x + 4 : box.right() - 4, y_ + 26 + kBar / 2}, back, paint);
    }
    amount(box.right(), words::say(saved ? "− " : "+ ", total_text(std::abs(step.saved_ns))),
           paint);
    y_ += kRow;
  }

  void key() {
    float x = text({0, y_ + 14}, "The thread", 13, Face::semibold, ink(Role::ink_soft)) + 16;
    const auto entry = [&](Part what, std::string_view words) {
      bar({x, y_ + 2, 26, 15}, what);
      x = text({x + 34, y_ + 14}, words, 13, Face::regular, ink(Role::ink_soft)) + 20;
    };
    entry(Part::worked, "worked");
    entry(Part::blocked, "blocked");
    entry(Part::idle, "idle");
    y_ += 32;
  }

  void also() {
    for (const std::string& sentence : view_.comparison.also) {
      paragraph(words::capital(words::say(sentence, ".")), 15, Face::medium, ink(Role::ink));
      y_ += 2;
    }
  }

  /// A pair of uprights a request: the baseline's hatched, the other's solid.
  void requests() {
    const std::size_t count = std::min(view_.baseline.requests.size(), view_.other.requests.size());
    if (count == 0 || view_.comparison.also.empty()) {
      return;
    }
    constexpr float high = 84;
    std::int64_t most_ns = 1;
    for (std::size_t i = 0; i < count; ++i) {
      most_ns = std::max(
          {most_ns, view_.baseline.requests[i].latency_ns, view_.other.requests[i].latency_ns});
    }
    const float pitch = std::min(110.0F, width() / static_cast<float>(count));
    const float wide = std::max(1.0F, pitch * 0.3F);
    const bool numbers = pitch > 78;
    const float bottom = y_ + 22 + high;
    const auto upright = [&](float x, std::int64_t latency_ns, bool is_other) {
      const float height =
          high * static_cast<float>(static_cast<double>(latency_ns) / static_cast<double>(most_ns));
      RectShape& shape = rect({x, bottom - height, wide, height},
                              is_other ? ink(Role::ink_soft) : ink(Role::stripe), 2);
      if (!is_other) {
        shape.stroke = ink(Role::ink_soft);
        shape.hatch = Hatch::rising;
        shape.hatch_paint = ink(Role::ink_soft, 0.5F);
      }
      if (numbers) {
        text({x + wide / 2, bottom - height - 5}, seconds_text(latency_ns), 12, Face::medium,
             ink(Role::ink_soft), Align::middle);
      }
    };
    for (std::size_t i = 0; i < count; ++i) {
      const float x = pitch * static_cast<float>(i);
      upright(x, view_.baseline.requests[i].latency_ns, false);
      upright(x + pitch * 0.42F, view_.other.requests[i].latency_ns, true);
      text({x + pitch * 0.36F, bottom + 16}, std::to_string(i + 1), 12, Face::regular,
           ink(Role::ink_soft), Align::middle);
    }
    y_ = bottom + 26;
    text({0, y_ + 12},
         words::say("request by request: ", view_.baseline.badge, " hatched, ", view_.other.badge,
                    " solid"),
         13, Face::regular, ink(Role::ink_soft));
    y_ += 22;
  }

  const WaterfallView& view_;
  const Measure& measure_;
  Waterfall out_;
  std::vector<SavedTerm> steps_;
  std::int64_t most_ns_ = 1;
  float y_ = 0;
};

}  // namespace

Waterfall waterfall(const WaterfallView& view, const Measure& measure) {
  return Drawing(view, measure).draw();
}

std::string balance_words(const Balance& balance) {
  std::string text = words::say(total_text(balance.total_ns), " =");
  const std::string bare = text;
  const auto add = [&](std::int64_t length_ns, std::string_view sign, std::string_view words) {
    if (length_ns != 0) {
      const std::string_view joint = text == bare && sign == "+" ? "" : sign;
      text += words::say(" ", joint, joint.empty() ? "" : " ", total_text(length_ns), " ", words);
    }
  };
  add(balance.computing_ns, "+", "computing");
  add(balance.waiting_ns, "+", "waiting");
  add(balance.neither_ns, "+", "neither");
  add(balance.overlap_cc_ns, "−", "computed side by side");
  add(balance.overlap_pp_ns, "−", "waited side by side");
  add(balance.overlap_cp_ns, "−", "both at once");
  return text == bare ? total_text(balance.total_ns) : text;
}

}  // namespace interleave
