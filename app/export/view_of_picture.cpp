#include "app/export/view_of_picture.h"

#include <algorithm>
#include <tuple>

#include "app/export/axis_stretch.h"
#include "app/export/timeline_fit.h"

namespace interleave {

PictureView view_of_picture(const ExportRequest& whole) {
  ExportRequest request = whole;
  if (request.sheet == Sheet::storyboard && request.page) {
    request.until_step = static_cast<std::uint32_t>(*request.page) + 1;
  }
  PictureView view;
  const std::size_t last = request.runs.size() - 1;
  view.scenario = request.runs[last].trace->header().scenario;
  for (const ExportRun& run : request.runs) {
    const TraceHeader& header = run.trace->header();
    view.runs.push_back({header.mode, {header.params.begin(), header.params.end()}});
  }
  view.focus = std::min(request.focus.value_or(last), last);
  const Trace& trace = *request.runs[view.focus].trace;
  view.playhead = request.until_step
                      ? until_seq(request, view.focus)
                      : std::min(request.playhead.value_or(trace.size() - 1), trace.size() - 1);
  view.selected = request.selected;
  view.axis = request.axis;
  std::tie(view.from, view.to) = axis_stretch(request);
  return view;
}

}  // namespace interleave
