#include "app/export/page_composer.h"

#include <algorithm>
#include <cmath>

#include "app/export/listing_block.h"
#include "app/export/moved_shapes.h"
#include "app/export/side_blocks.h"
#include "app/export/timeline_fit.h"
#include "app/timeline/frame.h"
#include "app/timeline/layout.h"
#include "app/timeline/legend.h"
#include "app/timeline/sketch_layout.h"
#include "app/timeline/text_lines.h"
#include "app/trace/narration.h"
#include "assets/embedded.h"
#include "scenarios/catalogue.h"

// A page at 1920 x 1080, in units `u` of a page of another size:
//
//        80                                              1840
//     96 Reading, messages and boiling water                      46, bold
//    140 The same work twice: …                                   25
//    172 Sequential   ┌ timeline ──────────────┐ ┌ listing ┐
//        …            │                        │ │ loop    │      of a storyboard
//                     │                        │ │ output  │      if wanted
//        what happened, what comes next                           of a storyboard
//   1016 ■ running  ▢ ready  ▨ suspended …  Interleave · boiling-water
//
// On a page that is not much wider than high what stands beside the timeline stands below it.

namespace interleave {
namespace {

TypeScale type_scale(const ExportRequest& request) {
  const float fit = std::min(request.width / 1920, request.height / 1080);
  // Small pages get larger type in proportion, so that it can be read at all.
  return {request.unit > 0 ? request.unit : std::max(fit, 0.5F), request.least_type};
}

// What is to be noticed is told of the values that a lesson begins with.
std::string notice_for(const Scenario& scenario, const TraceHeader& header) {
  const bool at_first = Settings(header.params) == scenario.defaults_of(header.mode);
  return (at_first ? "" : "With the lesson's own values: ") + scenario.notice;
}

class Composer {
 public:
  Composer(const ExportRequest& request, const Measure& measure)
      : request_(request), measure_(measure), type_(type_scale(request)) {
    page_.width = request.width;
    page_.height = request.height;
    page_.theme = request.theme;
    page_.title = title();
    page_.description = picture_description(request);
    page_view_.width = request.width;
    page_view_.height = request.height;
    page_view_.backdrop = Role::panel;
    for (const ExportRun& run : request.runs) {
      RunView view;
      view.trace = run.trace;
      page_view_.runs.push_back(view);  // for their tasks' colours
    }
  }

  Page compose() {
    Frame frame(page_view_, measure_, drawn_);
    frame.rect({0, 0, page_.width, page_.height}, paint(Role::panel));
    float y = draw_heading(frame);
    const float bottom = page_.height - footer_height();
    if (handout()) {
      y = draw_question(frame, y);
    }
    if (request_.sketch) {
      draw_sketch(y, bottom);
    } else {
      draw_run(frame, y, bottom);
    }
    draw_footer(frame);
    page_.shapes = std::move(drawn_.shapes);
    std::get<RectShape>(page_.shapes.front().form).box.height = page_.height;
    return std::move(page_);
  }

 private:
  [[nodiscard]] float u(float units) const { return type_.units(units); }
  [[nodiscard]] float margin() const {
    return request_.fit_height ? u(5) : std::min(u(80), page_.width * 0.0417F + 8);
  }
  // The page becomes as high as its picture; a storyboard's keep one height.
  [[nodiscard]] bool fits() const {
    return request_.fit_height && request_.sheet == Sheet::picture && !request_.sketch;
  }
  [[nodiscard]] bool storyboard() const { return request_.sheet == Sheet::storyboard; }
  [[nodiscard]] bool handout() const { return request_.sheet == Sheet::handout; }
  // Of a handout's two pages that which tells.
  [[nodiscard]] bool solution() const { return handout() && request_.page.value_or(0) == 1; }
  [[nodiscard]] const Trace& last() const { return *request_.runs.back().trace; }
  [[nodiscard]] Seq last_seq() const { return until_seq(request_, request_.runs.size() - 1); }

  [[nodiscard]] std::string title() const {
    if (!request_.title.empty()) {
      return request_.title;
    }
    const TraceHeader& header = request_.runs.front().trace->header();
    const Scenario* scenario = find_scenario(header.scenario);
    return scenario != nullptr ? scenario->title : header.scenario;
  }

  [[nodiscard]] std::string caption() const {
    if (!request_.caption.empty()) {
      return request_.caption;
    }
    const Scenario* scenario = find_scenario(last().header().scenario);
    if (handout()) {
      const std::string& mode = request_.runs.back().title;
      return solution() ? mode + " · solution" : mode + " · draw what each task does, and when";
    }
    return scenario != nullptr && request_.title.empty() ? scenario->teaches : std::string();
  }

  // Title and caption; gives where the rest begins.
  float draw_heading(Frame& frame) {
    const float room = page_.width - 2 * margin();
    float y = fits() ? u(8) : u(48);
    if (request_.show_title && !page_.title.empty()) {
      const float size = type_.type(46);
      for (const std::string& line :
           text_lines(measure_, page_.title, Face::bold, size, room, fits() ? 4 : 2)) {
        frame.text_if_free({line, size, Face::bold, paint(Role::ink)},
                           {margin(), y + 1.04F * size});
        y += 1.24F * size;
      }
      y += 0.15F * size;
    }
    if (request_.show_caption) {
      const float size = type_.type(25);
      for (const std::string& line :
           text_lines(measure_, caption(), Face::regular, size, room, fits() ? 12 : 3)) {
        frame.text_if_free({line, size, Face::regular, paint(Role::ink_soft)},
                           {margin(), y + 1.12F * size});
        y += 1.36F * size;
      }
    }
    return y + (fits() ? 0 : u(22));
  }

  // What a class is asked; on the solution what to notice.
  float draw_question(Frame& frame, float y) {
    const TraceHeader& header = last().header();
    const Scenario* scenario = find_scenario(header.scenario);
    if (scenario == nullptr) {
      return y;
    }
    const float size = type_.type(28);
    const std::string words = solution() ? notice_for(*scenario, header) : scenario->question;
    for (const std::string& line :
         text_lines(measure_, words, Face::semibold, size, page_.width - 2 * margin(), 4)) {
      frame.text_if_free({line, size, Face::semibold, paint(Role::ink)},
                         {margin(), y + 1.1F * size});
      y += 1.4F * size;
    }
    return y + u(22);
  }

  [[nodiscard]] float footer_height() const {
    return request_.show_legend ? (fits() ? 3.2F * type_.type(21) : u(100)) : u(48);
  }

  void draw_footer(Frame& frame) {
    if (!request_.show_legend) {
      return;
    }
    const float y = page_.height - (fits() ? 1.2F * type_.type(21) : u(50));
    const float room = page_.width - 2 * margin();
    float size = type_.type(21);
    // A legend keeps together on the narrowest page.
    size = std::min(size, size * room / legend_width(frame, size));
    const float width = draw_legend(frame, {margin(), y}, size, paint(Role::ink_soft));
    if (fits()) {
      return;
    }
    const std::string& scenario = request_.runs.front().trace->header().scenario;
    Label footer{scenario.empty() ? "Interleave" : "Interleave · " + scenario, type_.type(19),
                 Face::regular, paint(Role::ink_faint)};
    footer.text = shortened(measure_, footer.text, footer.face, footer.size, room - width - u(60));
    frame.text_if_free(footer, {page_.width - margin(), y}, Align::right);
  }

  void draw_run(Frame& frame, float top, float bottom) {
    if (storyboard()) {
      bottom = draw_narration(frame, bottom);
    }
    if (handout() && !solution()) {
      draw_grid(frame, top, bottom);
      return;
    }
    const float right = page_.width - margin();
    // What is to stand beside the timeline of a page that is too narrow stands below it.
    if (page_.width < 1.15F * page_.height || fits()) {
      const float below = side_height(0.45F * (bottom - top));
      Timeline timeline =
          fitted_timeline(request_, measure_, type_, right - margin(), bottom - top - below);
      const float height = timeline.content_height;
      append_moved(drawn_.shapes, std::move(timeline.shapes), margin(), top);
      const float end = top + height + u(20);
      if (below > 0) {
        draw_side(frame, {margin(), end, right - margin(), below - u(24)});
      }
      if (fits()) {
        page_.height = std::min(page_.height, end + below + footer_height());
      }
      return;
    }
    const float left = draw_side_beside(frame, right, top, bottom);
    Timeline timeline = fitted_timeline(request_, measure_, type_, left - margin(), bottom - top);
    append_moved(drawn_.shapes, std::move(timeline.shapes), margin(), top);
  }

  // What happened, and what comes next; gives where it begins.
  float draw_narration(Frame& frame, float bottom) {
    StateReader states(last());
    const Narration told = narrate(last(), states.at(last_seq()), Depth::happened);
    const float room = page_.width - 2 * margin();
    const float large = type_.type(28);
    const float small = type_.type(23);
    const auto happened =
        text_lines(measure_, told.position + ": " + told.happened, Face::semibold, large, room, 2);
    const auto next = text_lines(measure_, told.next, Face::regular, small, room, 2);
    const float height = 1.4F * (large * static_cast<float>(happened.size()) +
                                 small * static_cast<float>(next.size()));
    float y = bottom - height;
    const auto say = [&](const std::vector<std::string>& lines, float size, Face face, Role role) {
      for (const std::string& line : lines) {
        frame.text({line, size, face, paint(role)}, {margin(), y + 1.05F * size});
        y += 1.4F * size;
      }
    };
    say(happened, large, Face::semibold, Role::ink);
    say(next, small, Face::regular, Role::ink_soft);
    return bottom - height - u(20);
  }

  [[nodiscard]] std::optional<ListingBlock> listing() const {
    const bool wanted =
        request_.listing.value_or(storyboard() || handout() || request_.runs.size() == 1);
    const TraceHeader& header = last().header();
    const Scenario* scenario = find_scenario(header.scenario);
    if (!wanted || scenario == nullptr || scenario->mode(header.mode) == nullptr) {
      return std::nullopt;
    }
    return ListingBlock(measure_, embedded(scenario->listing(header.mode)));
  }
  // Asked for, it may get smaller and take more room than where it only stands if it fits.
  [[nodiscard]] bool listing_is_asked() const {
    return request_.listing.value_or(storyboard() || handout());
  }
  [[nodiscard]] float least_listing() const {
    return std::max(listing_is_asked() ? u(12) : u(17), type_.least);
  }
  [[nodiscard]] std::uint16_t running_line() const {
    return request_.until_step ? last()[last_seq()].line : std::uint16_t{0};
  }

  [[nodiscard]] LoopBlock loop_block(const State& state) const {
    return {last(), state, request_.runs.size() - 1, type_.type(19)};
  }
  [[nodiscard]] OutputBlock output_block() const {
    return {last(), last_seq(), request_.runs.size() - 1, type_.type(19)};
  }

  // Of the loop's and the output's cards together, with the space above them.
  [[nodiscard]] float cards_height(std::size_t lines) const {
    float height = 0;
    if (storyboard()) {
      height += LoopBlock(last(), State{}, 0, type_.type(19)).height() + u(20);
    }
    if (request_.output) {
      height += output_block().height(lines) + u(20);
    }
    return height;
  }

  // Cards from the top of the box down.
  void draw_cards(Frame& frame, Box box) {
    if (storyboard()) {
      StateReader states(last());
      const LoopBlock loop = loop_block(states.at(last_seq()));
      loop.draw(frame, {box.x, box.y, box.width, loop.height()});
      box.y += loop.height() + u(20);
      box.height -= loop.height() + u(20);
    }
    if (request_.output && box.height > output_block().height(1)) {
      const OutputBlock output = output_block();
      output.draw(frame,
                  {box.x, box.y, box.width, std::min(box.height, output.height(output.lines()))});
    }
  }

  // Gives the right end of what is left for the timeline.
  float draw_side_beside(Frame& frame, float right, float top, float bottom) {
    std::optional<ListingBlock> block = listing();
    const float height = bottom - top - u(20);
    const float cards = std::min(cards_height(6), 0.55F * height);
    const float most = page_.width * (listing_is_asked() ? 0.42F : 0.34F);
    if (block && !block->fit(most, height - cards, u(21), least_listing())) {
      if (!listing_is_asked() ||
          !block->cut(most, height - cards, least_listing(), running_line())) {
        block.reset();
      }
    }
    if (!block && cards <= 0) {
      return right;
    }
    const float width =
        std::max(block ? block->width() : 0, cards > 0 ? std::min(0.3F * page_.width, u(560)) : 0);
    Box box{right - width, top + u(20), width, height};
    if (block) {
      block->draw(frame, {box.x, box.y, width, block->height()}, running_line());
      box.y += block->height() + u(20);
      box.height -= block->height() + u(20);
    }
    draw_cards(frame, box);
    return right - width - u(44);
  }

  // Below the timeline: the listing left, cards right of it.
  [[nodiscard]] float side_height(float most) {
    std::optional<ListingBlock> block = listing();
    const float cards = cards_height(8);
    const float room = page_.width - 2 * margin();
    float height = std::min(cards, most);
    if (block && (block->fit(cards > 0 ? 0.56F * room : room, most, u(21), least_listing()) ||
                  (listing_is_asked() && block->cut(cards > 0 ? 0.56F * room : room, most,
                                                    least_listing(), running_line())))) {
      side_listing_ = std::move(block);
      height = std::max(height, side_listing_->height());
    }
    return height > 0 ? height + u(24) : 0;
  }
  void draw_side(Frame& frame, Box box) {
    if (side_listing_) {
      side_listing_->draw(frame, {box.x, box.y, side_listing_->width(), side_listing_->height()},
                          running_line());
      const float taken = side_listing_->width() + u(24);
      box.x += taken;
      box.width -= taken;
    }
    draw_cards(frame, box);
  }

  // An empty timeline, to be filled in with a pencil; the listing beside or below it.
  void draw_grid(Frame& frame, float top, float bottom) {
    Box box{margin(), top, page_.width - 2 * margin(), bottom - top};
    if (page_.width < 1.15F * page_.height) {
      const float below = side_height(0.5F * box.height);
      if (below > 0) {
        draw_side(frame, {box.x, bottom - below + u(20), box.width, below - u(24)});
        box.height -= below;
      }
    } else {
      box.width = draw_side_beside(frame, box.right(), top, bottom) - box.x;
    }
    SketchView view;
    view.trace = &last();
    const float scale = std::max(u(1.5F), type_.least / 11);
    view.grid = sketch_grid(last(), std::max(8U, sketch_columns(box.width / scale)));
    const Sketch nothing = empty_sketch(view.grid);
    view.drawn = &nothing;
    view.box = box;
    view.scale = scale;
    append_moved(drawn_.shapes, sketch_layout(view, measure_).shapes, 0, 0);
  }

  void draw_sketch(float top, float bottom) {
    SketchView view;
    view.trace = request_.runs.back().trace;
    view.grid = request_.sketch->grid;
    view.drawn = &request_.sketch->drawn;
    view.truth = request_.sketch->truth ? &*request_.sketch->truth : nullptr;
    view.box = {margin(), top, page_.width - 2 * margin(), bottom - top};
    view.scale = u(1.5F);
    view.type = 16;
    append_moved(drawn_.shapes, sketch_layout(view, measure_).shapes, 0, 0);
  }

  const ExportRequest& request_;
  const Measure& measure_;
  TypeScale type_;
  TimelineView page_view_;
  Timeline drawn_;
  std::optional<ListingBlock> side_listing_;
  Page page_;
};

}  // namespace

Page composed_page(const ExportRequest& request, const Measure& measure) {
  return Composer(request, measure).compose();
}

}  // namespace interleave
