#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/export/embedded_view.h"
#include "app/export/hatch.h"
#include "app/export/picture.h"
#include "app/export/view_json.h"
#include "app/export/view_of_picture.h"
#include "app/export/writers.h"
#include "app/timeline/fonts.h"
#include "app/timeline/one_line.h"
#include "app/timeline/weave.h"

namespace interleave {
namespace {

// Characters that XML does not know are replaced, as a broken file would show nothing at all.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : plain_lines(text)) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

// Two decimals at most, none needed: a quarter of a pixel's hundredth is seen by nobody.
std::string number(float value) {
  std::string text = fmt::format("{:.2f}", value);
  while (text.back() == '0') {
    text.pop_back();
  }
  if (text.back() == '.') {
    text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

struct Pattern {
  Hatch hatch;
  float scale;
  Paint paint;
  friend bool operator==(const Pattern&, const Pattern&) = default;
};

class SvgPainter {
 public:
  explicit SvgPainter(const Theme& theme) : theme_(theme) {}

  void paint(const Shape& shape) {
    title_ = shape.title.empty() ? std::string() : "<title>" + escaped(shape.title) + "</title>";
    std::visit([this](const auto& form) { draw(form); }, shape.form);
  }

  [[nodiscard]] const std::string& body() const { return body_; }
  [[nodiscard]] std::string definitions() const { return "<defs>\n" + definitions_ + "</defs>\n"; }

 private:
  void draw(const RectShape& s) {
    const std::string place = fmt::format(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}", number(s.box.x), number(s.box.y),
        number(s.box.width), number(s.box.height),
        s.radius > 0
            ? " rx=\"" + number(std::min({s.radius, s.box.width / 2, s.box.height / 2})) + "\""
            : "");
    if (s.hatch == Hatch::none) {
      element(place + fill(s.fill) + stroke(s.stroke, s.stroke_width, s.dash), "rect");
      weave_over(weave_marks(theme_.weave(s.fill), s.box, s.hatch_scale), s.hatch_scale);
      return;
    }
    if (s.fill.role != Role::none) {
      body_ += place + fill(s.fill) + "/>\n";
    }
    const std::size_t id = pattern({s.hatch, s.hatch_scale, s.hatch_paint});
    element(place + " fill=\"url(#h" + std::to_string(id) + ")\"" +
                stroke(s.stroke, s.stroke_width, s.dash),
            "rect");
  }

  void draw(const PathShape& s) {
    std::string data;
    for (const Point& point : s.points) {
      data += (data.empty() ? "M" : "L") + number(point.x) + " " + number(point.y);
    }
    element("<path d=\"" + data + (s.closed ? "Z" : "") + "\"" + fill(s.fill) +
                stroke(s.stroke, s.stroke_width, s.dash),
            "path");
  }

  void draw(const CircleShape& s) {
    const std::string place = fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"",
                                          number(s.centre.x), number(s.centre.y), number(s.radius));
    element(place + fill(s.fill) + stroke(s.stroke, s.stroke_width, Dash::solid), "circle");
    weave_over(weave_marks(theme_.weave(s.fill), s.centre, s.radius), circle_weave_scale(s.radius));
  }

  void draw(const TextShape& s) {
    const bool mono = s.face == Face::mono || s.face == Face::mono_bold;
    const char* anchor = s.align == Align::left     ? ""
                         : s.align == Align::middle ? " text-anchor=\"middle\""
                                                    : " text-anchor=\"end\"";
    const int weight = font_weight(s.face);
    body_ +=
        fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\" font-size=\"{}\"{}{}{}>{}{}</text>\n",
                    mono ? "m" : "t", number(s.at.x), number(s.at.y), number(s.size),
                    weight == 400 ? "" : fmt::format(" font-weight=\"{}\"", weight), anchor,
                    fill(s.paint), title_, escaped(s.text));
  }

  void draw(const PushClip& s) {
    const std::size_t id = ++clips_;
    definitions_ += fmt::format(
        "<clipPath id=\"c{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath>\n",
        id, number(s.box.x), number(s.box.y), number(s.box.width), number(s.box.height));
    body_ += fmt::format("<g clip-path=\"url(#c{})\">\n", id);
  }
  void draw(const PopClip&) { body_ += "</g>\n"; }

  void element(const std::string& start, std::string_view name) {
    body_ += title_.empty() ? start + "/>\n" : fmt::format("{}>{}</{}>\n", start, title_, name);
  }

  [[nodiscard]] std::string colour(std::string_view what, Paint paint) const {
    const Colour c = theme_.resolve(paint);
    std::string text = fmt::format(" {}=\"#{:02x}{:02x}{:02x}\"", what, c.r, c.g, c.b);
    if (c.a != 255) {
      text += fmt::format(" {}-opacity=\"{}\"", what, number(static_cast<float>(c.a) / 255));
    }
    return text;
  }
  [[nodiscard]] std::string fill(Paint paint) const {
    return paint.role == Role::none ? " fill=\"none\"" : colour("fill", paint);
  }
  [[nodiscard]] std::string stroke(Paint paint, float width, Dash dash) const {
    if (paint.role == Role::none || width <= 0) {
      return {};
    }
    std::string text = colour("stroke", paint) + " stroke-width=\"" + number(width) + "\"";
    if (dash != Dash::solid) {
      const bool dotted = dash == Dash::dotted;
      text += fmt::format(" stroke-dasharray=\"{} {}\"", number(width * (dotted ? kDot : kDash)),
                          number(width * (dotted ? kDotGap : kDashGap)));
    }
    return text;
  }

  // Dots are lines of no length with round ends.
  void weave_over(const WeaveMarks& marks, float scale) {
    std::string data;
    for (const auto& [from, to] : marks.lines) {
      data += "M" + number(from.x) + " " + number(from.y) + "L" + number(to.x) + " " + number(to.y);
    }
    for (const Point& dot : marks.dots) {
      data += "M" + number(dot.x) + " " + number(dot.y) + "h0";
    }
    if (!data.empty()) {
      const float width = (marks.dots.empty() ? kWeaveLine_px : 2 * kWeaveDot_px) * scale;
      body_ += "<path d=\"" + data + "\" fill=\"none\"" +
               stroke({Role::panel, 0, 1}, width, Dash::solid) +
               (marks.dots.empty() ? "" : " stroke-linecap=\"round\"") +
               " pointer-events=\"none\"/>\n";
    }
  }

  std::size_t pattern(const Pattern& wanted) {
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
      if (patterns_[i] == wanted) {
        return i + 1;
      }
    }
    patterns_.push_back(wanted);
    const bool rising = wanted.hatch == Hatch::rising;
    const float tile = (rising ? kRisingSpacing : kFallingSpacing) * wanted.scale;
    const std::string x = number(tile / 2);
    definitions_ += fmt::format(
        "<pattern id=\"h{}\" width=\"{}\" height=\"{}\" patternUnits=\"userSpaceOnUse\" "
        "patternTransform=\"rotate({})\"><line x1=\"{}\" y1=\"0\" x2=\"{}\" "
        "y2=\"{}\"{}/></pattern>\n",
        patterns_.size(), number(tile), number(tile), rising ? 45 : -45, x, x, number(tile),
        stroke(wanted.paint, (rising ? kRisingWidth : kFallingWidth) * wanted.scale, Dash::solid));
    return patterns_.size();
  }

  const Theme& theme_;
  std::string title_;
  std::string body_;
  std::string definitions_;
  std::vector<Pattern> patterns_;
  std::size_t clips_ = 0;
};

}  // namespace

Result<std::string> make_svg(const ExportRequest& request) {
  const Page page = compose(request, embedded_measure());
  SvgPainter painter(theme(page.theme));
  for (const Shape& shape : page.shapes) {
    painter.paint(shape);
  }
  const char* unit = request.in_points ? "pt" : "";
  const float scale = request.in_points ? 1 : request.scale;
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}{}\" height=\"{}{}\" viewBox=\"0 0 {} "
      "{}\" "
      "role=\"img\" aria-labelledby=\"title desc\">\n"
      "<title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n"
      "<metadata id=\"{}\">{}</metadata>\n"
      "<style>.t{{font-family:Inter,'Helvetica Neue',Arial,sans-serif}}"
      ".m{{font-family:'JetBrains Mono','DejaVu Sans Mono',Menlo,Consolas,monospace}}"
      "path{{stroke-linejoin:round}}</style>\n",
      number(page.width * scale), unit, number(page.height * scale), unit, number(page.width),
      number(page.height), escaped(page.title), escaped(page.description), kViewKeyword,
      escaped(view_as_json(view_of_picture(request))));
  svg += painter.definitions() + painter.body() + "</svg>\n";
  return svg;
}

}  // namespace interleave
