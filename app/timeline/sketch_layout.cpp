#include "app/timeline/sketch_layout.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/timeline/layout.h"
#include "app/timeline/state_look.h"
#include "app/trace/stops.h"

namespace interleave {

namespace {

constexpr float kLeastCell = 24;
constexpr float kNames = 250;  // least room for names
constexpr float kRight = 20;   // half of the last number
constexpr float kRuler = 40;   // above the cells: warnings, then numbers
constexpr float kHighestRow = 84;
constexpr float kLeastRow = 26;
constexpr float kBelow = 26;

Paint plain(Role role, float alpha = 1) { return {role, 0, alpha}; }

/// One layout in the making.
class Sheet {
 public:
  Sheet(const SketchView& view, const Measure& measure) : view_(view), measure_(measure) {
    const float s = view.scale;
    const auto rows = static_cast<float>(std::max<std::size_t>(view.grid.tasks.size(), 1));
    const float room = view.box.height - (kRuler + kBelow) * s;
    out_.row_height = std::clamp(room / rows, kLeastRow * s, kHighestRow * s);
    out_.rows = std::min(view.grid.tasks.size(),
                         static_cast<std::size_t>(std::max(room / out_.row_height + 0.01F, 1.0F)));
    const float names = kNames * s;
    const auto columns = static_cast<float>(std::max(view.grid.columns, 1U));
    out_.cell_width = (view.box.width - names - kRight * s) / columns;
    out_.cells = {view.box.x + names, view.box.y + kRuler * s, out_.cell_width * columns,
                  out_.row_height * static_cast<float>(out_.rows)};
  }

  SketchLayout made() {
    grid();
    ruler();
    for (std::size_t row = 0; row < out_.rows; ++row) {
      name(row);
      strokes(row);
    }
    crowds();
    cursor();
    left_out();
    return std::move(out_);
  }

 private:
  [[nodiscard]] float x_of(std::size_t column) const {
    return out_.cells.x + out_.cell_width * static_cast<float>(column);
  }
  [[nodiscard]] float y_of(std::size_t row) const {
    return out_.cells.y + out_.row_height * static_cast<float>(row);
  }
  void words(std::string text, Point at, float size, Face face, Paint ink,
             Align align = Align::left) {
    out_.shapes.push_back({TextShape{at, std::move(text), size, face, align, ink}, {}});
  }
  void line(Point a, Point b, Paint ink, float width, Dash dash = Dash::solid) {
    out_.shapes.push_back({PathShape{{a, b}, false, {}, ink, width, dash}, {}});
  }

  void grid() {
    const float s = view_.scale;
    for (std::size_t row = 0; row < out_.rows; row += 2) {
      RectShape stripe;
      stripe.box = {view_.box.x, y_of(row), out_.cells.right() - view_.box.x, out_.row_height};
      stripe.fill = plain(Role::stripe);
      out_.shapes.push_back({stripe, {}});
    }
    for (std::size_t column = 0; column <= view_.grid.columns; ++column) {
      line({x_of(column), out_.cells.y}, {x_of(column), out_.cells.bottom()},
           plain(is_whole(column) ? Role::grid : Role::grid_soft), s);
    }
    for (std::size_t row = 0; row <= out_.rows; ++row) {
      line({out_.cells.x, y_of(row)}, {out_.cells.right(), y_of(row)}, plain(Role::grid_soft), s);
    }
  }

  // So many columns apart stand the numbers; words of both sides must not touch.
  [[nodiscard]] std::size_t stride() const {
    const float size = 12 * view_.scale;
    const float widest = measure_.width(number(view_.grid.columns), Face::regular, size);
    std::size_t stride = 1;
    for (const std::size_t next : {2U, 5U, 10U, 20U, 50U, 100U}) {
      if (out_.cell_width * static_cast<float>(stride) > widest + size) {
        break;
      }
      stride = next;
    }
    return stride;
  }
  [[nodiscard]] bool is_whole(std::size_t column) const { return column % stride() == 0; }
  [[nodiscard]] std::string number(std::size_t column) const {
    return view_.grid.by_steps
               ? std::to_string(column)
               : seconds_text(static_cast<std::int64_t>(column) * view_.grid.cell_ns);
  }

  // Times stand at the columns' edges, steps in their middle.
  void ruler() {
    const float y = out_.cells.y - 7 * view_.scale;
    const float size = 12 * view_.scale;
    if (view_.grid.by_steps) {
      words("step", {out_.cells.x - 8 * view_.scale, y}, size, Face::regular,
            plain(Role::ink_faint), Align::right);
    }
    for (std::size_t column = 0; column <= view_.grid.columns; column += stride()) {
      if (!view_.grid.by_steps) {
        words(number(column), {x_of(column), y}, size, Face::regular, plain(Role::ink_faint),
              Align::middle);
      } else if (column > 0) {
        words(number(column), {x_of(column) - out_.cell_width / 2, y}, size, Face::regular,
              plain(Role::ink_faint), Align::middle);
      }
    }
  }

  void name(std::size_t row) {
    const float s = view_.scale;
    const TaskId task = view_.grid.tasks[row];
    const float middle = y_of(row) + out_.row_height / 2;
    CircleShape dot;
    dot.centre = {view_.box.x + 14 * s, middle};
    dot.radius = 5 * s;
    dot.fill = {Role::task, colour_index(*view_.trace, task), 1};
    out_.shapes.push_back({dot, {}});
    const float size = view_.type * s;
    const float beside = view_.truth != nullptr ? 46 : 10;  // "drawn"
    const float room = out_.cells.x - view_.box.x - (28 + beside) * s;
    const std::string label(view_.trace->label(task));
    words(shortened_inside(measure_, label, Face::semibold, size, room),
          {view_.box.x + 28 * s, middle + 0.36F * size}, size, Face::semibold, plain(Role::ink));
    out_.shapes.back().title = label;
    if (view_.truth != nullptr && out_.row_height >= 2 * 13 * s) {
      const Point at{out_.cells.x - 6 * s, 0};
      words("is", {at.x, y_of(row) + out_.row_height / 4 + 4.4F * s}, 12 * s, Face::regular,
            plain(Role::ink_soft), Align::right);
      words("drawn", {at.x, y_of(row) + out_.row_height * 3 / 4 + 4.4F * s}, 12 * s, Face::regular,
            plain(Role::ink_soft), Align::right);
    }
  }

  void strokes(std::size_t row) {
    const float height = out_.row_height;
    if (view_.truth == nullptr) {
      stroke_bars((*view_.drawn)[row], row, y_of(row), height);
      return;
    }
    stroke_bars((*view_.truth)[row], row, y_of(row), height / 2);
    stroke_bars((*view_.drawn)[row], row, y_of(row) + height / 2, height / 2);
    mismatches(row);
  }

  // Equal neighbours are one bar.
  void stroke_bars(const std::vector<Stroke>& cells, std::size_t row, float top, float height) {
    const std::uint16_t colour = colour_index(*view_.trace, view_.grid.tasks[row]);
    const float k = std::clamp(height / 36, 0.6F * view_.scale, 2 * view_.scale);
    for (std::size_t from = 0; from < cells.size();) {
      const auto same = std::find_if(cells.begin() + static_cast<std::ptrdiff_t>(from), cells.end(),
                                     [&](Stroke stroke) { return stroke != cells[from]; });
      const auto to = static_cast<std::size_t>(same - cells.begin());
      if (cells[from] != Stroke::none) {
        const auto look = static_cast<StateLook>(static_cast<int>(cells[from]) - 1);
        const float bar = (height - 6 * k) * height_of(look);
        const Box box{x_of(from) + k, top + (height - bar) / 2, x_of(to) - x_of(from) - 2 * k, bar};
        out_.shapes.push_back({state_bar(look, box, colour, k), {}});
      }
      from = to;
    }
  }

  void mismatches(std::size_t row) {
    const auto& truth = (*view_.truth)[row];
    const auto& drawn = (*view_.drawn)[row];
    const float s = view_.scale;
    for (std::size_t from = 0; from < truth.size();) {
      std::size_t to = from;
      while (to < truth.size() && truth[to] != drawn[to]) {
        ++to;
      }
      if (to > from) {
        RectShape outline;
        outline.box = {x_of(from) + s, y_of(row) + out_.row_height / 2 + s,
                       x_of(to) - x_of(from) - 2 * s, out_.row_height / 2 - 2 * s};
        outline.radius = 3 * s;
        outline.stroke = plain(Role::ink);
        outline.stroke_width = 2 * s;
        out_.shapes.push_back({outline, "not right here"});
      }
      from = std::max(to, from + 1);
    }
  }

  void crowds() {
    const auto crowded = crowded_columns(*view_.drawn);
    const float s = view_.scale;
    for (const std::uint32_t column : crowded) {
      RectShape wash;
      wash.box = {x_of(column), out_.cells.y, out_.cell_width, out_.cells.height};
      wash.stroke = plain(Role::blocked);
      wash.stroke_width = 1.5F * s;
      wash.dash = Dash::dashed;
      out_.shapes.push_back({wash, "more than one runs here: there is one thread"});
    }
    if (!crowded.empty()) {
      const float size = 12 * s;
      const std::string text = "one thread";
      const float half = measure_.width(text, Face::semibold, size) / 2;
      const float x = std::clamp(x_of(crowded.front()) + out_.cell_width / 2, out_.cells.x + half,
                                 out_.cells.right() - half);
      words(text, {x, out_.cells.y - 24 * s}, size, Face::semibold, plain(Role::blocked),
            Align::middle);
    }
  }

  void cursor() {
    if (!view_.cursor || view_.cursor->row >= out_.rows) {
      return;
    }
    const auto [from, to] = std::minmax(view_.cursor->from, view_.cursor->to);
    RectShape outline;
    outline.box = {x_of(from), y_of(view_.cursor->row), x_of(to + 1) - x_of(from), out_.row_height};
    outline.radius = 3 * view_.scale;
    outline.stroke = plain(Role::accent);
    outline.stroke_width = 2.5F * view_.scale;
    out_.shapes.push_back({outline, {}});
  }

  void left_out() {
    const std::size_t more = view_.grid.tasks.size() - out_.rows;
    if (more > 0) {
      words("… " + std::to_string(more) + " more not drawn",
            {view_.box.x + 28 * view_.scale, out_.cells.bottom() + 17 * view_.scale},
            12 * view_.scale, Face::regular, plain(Role::ink_soft));
    }
  }

  const SketchView& view_;
  const Measure& measure_;
  SketchLayout out_;
};

}  // namespace

std::optional<SketchLayout::Cell> SketchLayout::cell_at(Point p) const {
  return cells.contains(p) ? std::optional(nearest(p)) : std::nullopt;
}

SketchLayout::Cell SketchLayout::nearest(Point p) const {
  const auto columns = static_cast<long>(std::lround(cells.width / cell_width));
  const auto column = static_cast<long>(std::floor((p.x - cells.x) / cell_width));
  const auto row = static_cast<long>(std::floor((p.y - cells.y) / row_height));
  return {static_cast<std::size_t>(std::clamp(row, 0L, static_cast<long>(rows) - 1)),
          static_cast<std::size_t>(std::clamp(column, 0L, columns - 1))};
}

SketchLayout sketch_layout(const SketchView& view, const Measure& measure) {
  return Sheet(view, measure).made();
}

std::uint32_t sketch_columns(float width) {
  return static_cast<std::uint32_t>(std::max((width - kNames - kRight) / kLeastCell, 1.0F));
}

}  // namespace interleave
