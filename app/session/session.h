#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/session/anchor.h"
#include "app/session/command.h"
#include "app/session/compared.h"
#include "app/session/drawing.h"
#include "app/session/lesson_card.h"
#include "app/session/opened_files.h"
#include "app/session/opening.h"
#include "app/session/prediction.h"
#include "app/session/preferences.h"
#include "app/session/presenting.h"
#include "app/session/recent.h"
#include "app/session/run.h"
#include "app/session/tour.h"
#include "app/session/view_motion.h"
#include "app/session/view_state.h"
#include "app/timeline/view.h"
#include "app/trace/comparison.h"
#include "app/trace/parting.h"

namespace interleave {

/// How long playing rests before it moves from one stop to the next, at speed 1: the virtual time
/// between them on the time axis, but never so short that it can't be seen nor tiringly long; on
/// the steps axis always the same.
[[nodiscard]] std::int64_t rest_ns(Axis axis, std::int64_t from_ns, std::int64_t to_ns);

/// The one mutable model: what is run, where the playhead stands, what is shown. It changes by
/// Commands and by tick(); it draws nothing and knows no window. Its functions lie by what they are
/// about: session_history.cpp, session_playing.cpp, session_runs.cpp, session_settings.cpp,
/// session_view.cpp, open_file.cpp, the rest in session.cpp; what each command does: applier.h.
class Session {
 public:
  Session();

  void apply(const Command& command);
  /// Time goes on: drives programs that have not ended (a slice), moves the playhead while playing.
  /// True if something changed that must be drawn.
  bool tick(std::int64_t elapsed_ns);
  /// Whether tick() is to be called without waiting for input: playing, driving, pulsing.
  [[nodiscard]] bool animating() const;

  [[nodiscard]] bool can_undo() const { return !undo_.empty(); }
  [[nodiscard]] bool can_redo() const { return !redo_.empty(); }
  [[nodiscard]] const ViewState& view() const { return view_; }
  [[nodiscard]] const Preferences& preferences() const { return preferences_; }
  void set_preferences(const Preferences& preferences);
  /// Back to a view that was kept; a scenario, mode or value that no longer exists is passed over.
  void restore(const ViewState& view);

  [[nodiscard]] const Scenario& scenario() const { return *scenario_; }
  /// What a run is run with: its settings, with its mode's own defaults where nothing was chosen.
  [[nodiscard]] Settings settings_of(std::size_t run) const;
  /// The runs that sliders act on: the focused one, and with it those that share its parameters.
  [[nodiscard]] std::vector<std::size_t> edited_runs() const;
  [[nodiscard]] const Settings& edited_settings() const;
  /// Whether those runs have the values that their modes begin with.
  [[nodiscard]] bool is_as_at_first() const;
  /// The value of a parameter in the run that it is shown for: the focused one, or the one in the
  /// only mode that has it.
  [[nodiscard]] double value_of(const Parameter& parameter) const;
  /// Whether a mode is on view that has it.
  [[nodiscard]] bool is_shown(const Parameter& parameter) const;
  /// What tells runs of one mode apart: "time per page 0.3 s"; empty where nothing needs to.
  [[nodiscard]] std::string run_words(std::size_t run) const;
  [[nodiscard]] std::size_t run_count() const { return runs_.size(); }
  [[nodiscard]] Run& run(std::size_t index) { return *runs_[index]; }
  [[nodiscard]] Run& focused() { return *runs_[view_.focus]; }
  /// None while the runs are masked.
  [[nodiscard]] const std::vector<Comparison>& comparisons() const;
  /// Where each run but the first parts from the first, by index - 1.
  [[nodiscard]] const std::vector<std::optional<Parting>>& partings() const;
  /// The event of a run where it parts: from the first run, or the first from the next.
  [[nodiscard]] std::optional<Seq> parts_at(std::size_t run) const;
  [[nodiscard]] const Compared& compared() const { return compared_; }
  /// The focused run's playhead; the other runs' stand at the same time, unless they are apart.
  [[nodiscard]] Seq playhead() const { return playheads_[view_.focus]; }
  [[nodiscard]] Seq playhead(std::size_t run) const { return playheads_[run]; }
  [[nodiscard]] const State& state() { return focused().states().at(playhead()); }
  [[nodiscard]] TaskId selected_task() const { return selected_task_; }
  [[nodiscard]] std::size_t selected_run() const { return selected_run_; }
  [[nodiscard]] bool playing() const { return playing_; }
  /// All of the axis; what is asked to be seen of it; what is on screen, on the way there.
  [[nodiscard]] double axis_extent();
  [[nodiscard]] AxisStretch wanted_stretch();
  [[nodiscard]] AxisStretch shown_stretch();
  [[nodiscard]] float scroll_y() const { return scroll_y_; }
  [[nodiscard]] bool shown(command::Toggle what) const;
  [[nodiscard]] const Drawing& drawing() const { return drawing_; }
  [[nodiscard]] bool why_shown() const { return preferences_.why; }
  [[nodiscard]] bool quit() const { return quit_; }
  [[nodiscard]] const std::set<std::string>& visited() const { return visited_; }
  void set_visited(std::set<std::string> ids) { visited_ = std::move(ids); }
  /// The lesson's card that is shown now.
  [[nodiscard]] Card card() const;
  [[nodiscard]] const Tour& tour() const { return tour_; }
  void offer_tour() { tour_.offered = true; }
  /// Entries of the palette that were used, the last first.
  [[nodiscard]] const Recent& recent() const { return recent_; }
  void set_recent(Recent recent) { recent_ = std::move(recent); }
  /// The file that is being read, if one is.
  [[nodiscard]] std::optional<OpeningProgress> opening() const;
  /// Paths of files that were opened, the last first.
  [[nodiscard]] const std::vector<std::string>& recent_files() const { return recent_files_; }
  void set_recent_files(std::vector<std::string> paths) { recent_files_ = std::move(paths); }
  [[nodiscard]] std::optional<std::pair<double, double>> span() const { return span_; }
  [[nodiscard]] std::optional<std::int64_t> mark_ns() const { return mark_ns_; }
  [[nodiscard]] float pulse() const { return pulse_; }

  [[nodiscard]] const Prediction& prediction() const { return prediction_; }
  /// Whether what lies beyond the playheads is masked: traces and states then end there, and there
  /// are no comparisons.
  [[nodiscard]] bool masked() const { return !runs_.empty() && runs_.front()->masked(); }
  /// Seconds since 1970, for the tally; 0 until somebody says where to look.
  void set_clock(std::function<std::int64_t()> clock) { clock_ = std::move(clock); }

  /// A message to be shown once (an export's path, an error), and its being taken away.
  [[nodiscard]] const std::string& notice() const { return notice_; }
  void set_notice(std::string text) { notice_ = std::move(text); }

  /// `boiling-water · concurrent · step 8/13 · event 39/71 · 1.2 s – Interleave`.
  [[nodiscard]] std::string title();
  /// The timeline's view of all this, for a given size.
  [[nodiscard]] TimelineView timeline_view(float width, float height, float scale);

 private:
  struct Applier;
  friend struct Applier;
  /// While one lives, the runs are whole: commands act on what really happens.
  struct Unmasked;
  void mask();

  /// Makes the runs that view_ asks for; those already there are kept.
  void rerun();
  void compare_runs();
  /// Of the catalogue, or of a file that is kept; nullptr for none.
  [[nodiscard]] const Scenario* scenario_named(std::string_view id) const;
  [[nodiscard]] std::string title_of_scenario() const;
  bool read_opening();
  void show_file(std::unique_ptr<Run> run);
  void file_has_ended();
  void note_file(const std::string& path);
  [[nodiscard]] std::vector<Anchor> places_apart() const;
  /// The run whose value a parameter's slider shows and changes.
  [[nodiscard]] std::size_t run_with(const Parameter& parameter) const;
  /// Puts the focused run's playhead there, and the others' at the same time.
  void stand_on(Seq seq);
  void stop_playing();
  bool drive();
  bool play(std::int64_t elapsed_ns);
  [[nodiscard]] bool driving() const;
  void remember(const ViewState& before, const Command& command);
  /// While only a part is on view, the playhead stays in it.
  void keep_playhead_in_view();
  /// What its lanes are named with: the mode, and which of the runs of that mode it is.
  [[nodiscard]] std::string run_name(std::size_t run) const;
  void follow_view(const ViewState& before, const AxisStretch& shown, const Command& command);
  void go_back_in(std::vector<ViewState>& from, std::vector<ViewState>& onto);

  const Scenario* scenario_ = nullptr;
  ViewState view_;
  Preferences preferences_;
  std::vector<std::unique_ptr<Run>> runs_;
  std::vector<Comparison> comparisons_;
  std::vector<std::optional<Parting>> partings_;
  Compared compared_;
  std::vector<Seq> playheads_;
  std::vector<ViewState> undo_;
  std::vector<ViewState> redo_;
  TaskId selected_task_ = kNoTask;
  std::size_t selected_run_ = 0;
  /// A lane was chosen after the playhead moved last: Enter means the lane.
  bool lane_chosen_ = false;
  bool playing_ = false;
  double play_left_ns_ = 0;
  bool help_ = false;
  bool full_screen_ = false;
  Presenting presenting_;
  Prediction prediction_;
  std::function<std::int64_t()> clock_ = [] { return std::int64_t{0}; };
  bool tally_dialogue_ = false;
  Drawing drawing_;
  bool export_dialogue_ = false;
  bool goto_dialogue_ = false;
  bool lane_filter_ = false;
  bool palette_ = false;
  Tour tour_;
  LessonCards cards_;
  Recent recent_;
  bool open_dialogue_ = false;
  std::optional<Opening> opening_;
  /// Where an error goes back to.
  std::pair<ViewState, Anchor> before_opening_;
  OpenedFiles opened_files_;
  std::vector<std::string> recent_files_;
  bool quit_ = false;
  float scroll_y_ = 0;
  ViewMotion motion_;
  float pulse_ = 0;
  std::optional<std::pair<double, double>> span_;
  std::optional<std::int64_t> mark_ns_;
  std::vector<std::int64_t> opened_instants_;
  std::set<std::string> visited_;
  /// The axis is that of steps because nothing took any time, not because it was asked for.
  bool axis_fitted_ = false;
  std::string notice_;
  /// Kept while a slider is dragged, so that passing through a shorter run loses no place.
  std::optional<Anchor> anchor_;
  /// What the last command changed, when the next of the same kind belongs to the same change.
  std::string change_;
};

}  // namespace interleave
