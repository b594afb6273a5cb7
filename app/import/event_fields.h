#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace interleave {

/// The keys of a trace file's events.
enum class Field : std::uint8_t {
  seq,
  t_ns,
  iteration,
  step,
  kind,
  task,
  line,
  until_ns,
  error,
  ready,
  from_ns,
  timer,
  due_ns,
  purpose,  // "for"
  on,
  callback,
  of,
  name,
  label,
  parent,
  coroutine,
  internal,
  cause,
  by,
  thrown,
  reason,
  wait,
  type,
  members,
  count,
  result,
  duration_ns,
  text,
  resource,
  capacity,
  action,
  level,
  item,
  job,
  pool,
  worker,
  computes,
};
inline constexpr int kFieldCount = static_cast<int>(Field::computes) + 1;

[[nodiscard]] std::string_view name_of(Field field);

/// One event as its line says it, before anybody has looked at what it means. Texts live as long as
/// the parser's document.
class EventFields {
 public:
  [[nodiscard]] bool has(Field field) const { return ((seen_ >> index(field)) & 1U) != 0; }
  /// Of a field that is there; a truth is 0 or 1.
  [[nodiscard]] std::int64_t number(Field field) const { return numbers_[index(field)]; }
  [[nodiscard]] std::string_view text(Field field) const { return texts_[index(field)]; }
  /// `on` is a number for a task and a text for everything else.
  [[nodiscard]] bool on_is_text() const { return on_is_text_; }
  [[nodiscard]] const std::vector<std::int64_t>& members() const { return members_; }

 private:
  friend class FieldReader;
  static constexpr std::size_t index(Field field) { return static_cast<std::size_t>(field); }

  std::uint64_t seen_ = 0;
  bool on_is_text_ = false;
  std::array<std::int64_t, kFieldCount> numbers_;
  std::array<std::string_view, kFieldCount> texts_;
  std::vector<std::int64_t> members_;
};

}  // namespace interleave
