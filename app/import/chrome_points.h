#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/import/chrome_event.h"
#include "runtime/event_log.h"

namespace interleave {

/// One thing that happens on one row of a Chrome trace, at one time.
struct ChromePoint {
  enum class What : std::uint8_t {  // in the order in which they come at one time
    leave,
    async_end,
    async_begin,
    wake,
    enter,
    instant,
    counter,
  };
  std::int64_t t_ns = 0;
  /// enter, leave: the slice's other end. counter: its value.
  std::int64_t other = 0;
  std::uint32_t row = 0;
  TextId name = kNoText;
  /// enter, leave: the slice. wake: the row that is woken. Else the place in the file.
  std::uint32_t number = 0;
  What what = What::instant;

  /// Time goes on, ends come before beginnings, an outer slice encloses an inner one.
  friend bool operator<(const ChromePoint& one, const ChromePoint& other);
};

/// A row: a thread of a process.
struct ChromeRow {
  std::string process;
  std::string thread;
  /// Of its metadata.
  TextId name = kNoText;
  std::uint64_t points = 0;
};

/// Takes in the events of a Chrome trace in the file's order and gives them out in the order of
/// time, paired: what begins and ends, and who wakes whom.
class ChromePoints {
 public:
  /// Both must outlive it. Throws Refusal where there are more than can be counted.
  ChromePoints(EventLog& log, PassedOver& passed_over) : log_(log), passed_over_(passed_over) {}

  void add(const ChromeEvent& event);
  /// Nothing more comes: what is still open is closed at the last time of all.
  void close();

  /// After close(): whether there is another point, and that point.
  [[nodiscard]] bool next(ChromePoint& point);
  [[nodiscard]] std::uint64_t given() const { return given_; }
  [[nodiscard]] std::uint64_t count() const { return count_; }

  [[nodiscard]] std::int64_t first_ns() const { return first_ns_; }
  [[nodiscard]] std::vector<ChromeRow>& rows() { return rows_; }
  /// The name of a row's process; empty if nothing tells it.
  [[nodiscard]] std::string_view process_name(const ChromeRow& row) const;
  [[nodiscard]] std::size_t process_count() const { return process_count_; }

 private:
  struct OpenSlice {
    std::int64_t t_ns;
    TextId name;
  };
  struct FlowEnd {
    std::int64_t t_ns;
    std::uint32_t row;
    bool from;
  };
  [[nodiscard]] std::uint32_t row_of(const ChromeEvent& event);
  void put(const ChromePoint& point);
  void put_slice(std::uint32_t row, TextId name, std::int64_t begin_ns, std::int64_t end_ns);
  void end_slice(std::uint32_t row, std::int64_t t_ns);
  void put_counters(const ChromeEvent& event, std::uint32_t row);
  void put_metadata(const ChromeEvent& event, std::uint32_t row);
  void match_flows();

  EventLog& log_;
  PassedOver& passed_over_;
  std::vector<ChromeRow> rows_;
  std::unordered_map<std::string, std::uint32_t> row_ids_;
  std::string row_key_;
  /// By the last letter of its thread the row that was asked for last: nearly always it is the one.
  static constexpr std::size_t kRecentRows = 16;
  std::array<std::uint32_t, kRecentRows> recent_rows_{};
  std::unordered_map<std::string, TextId> process_names_;
  std::size_t process_count_ = 0;
  std::vector<std::vector<OpenSlice>> open_;
  std::unordered_map<std::string, std::vector<FlowEnd>> flows_;
  simdjson::ondemand::parser args_parser_;
  /// Each sorted by itself when it is full.
  std::vector<std::vector<ChromePoint>> runs_;
  /// Of each run the place of its next point; runs in the order of these points, the last first.
  std::vector<std::pair<std::size_t, std::size_t>> heap_;
  std::uint32_t slices_ = 0;
  std::uint64_t count_ = 0;
  std::uint64_t given_ = 0;
  std::int64_t first_ns_ = 0;
  std::int64_t last_ns_ = 0;
};

}  // namespace interleave
