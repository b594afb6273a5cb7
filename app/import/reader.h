#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "app/import/passed_over.h"
#include "app/trace/trace.h"
#include "runtime/event_log.h"

namespace interleave {

/// Why a file was refused.
struct ImportError {
  std::string file;
  /// "line 12", "byte 3456"; empty where it is the whole file.
  std::string where;
  /// What is wrong there, and what would be right.
  std::string reason;

  /// "FILE, line 12: reason".
  [[nodiscard]] std::string message() const {
    return file + (where.empty() ? "" : ", " + where) + ": " + reason;
  }
};

/// Reads a trace from a file, a slice at a time, into a log that may be looked at meanwhile.
///
///     while (reader.advance(1 << 20)) { trace.catch_up(); show(reader.done(), reader.total()); }
///     if (reader.error()) tell(reader.error()->message());
///
/// Everything in the log is sound, also after an error: ids exist, times never fall, steps count.
/// Memory: see kMemoryPerByte.
class TraceReader {
 public:
  /// A log and all that a reader keeps take at most so many bytes for each byte of the file's text
  /// (unpacked), plus a few MB.
  static constexpr std::size_t kMemoryPerByte = 8;

  TraceReader() = default;
  TraceReader(const TraceReader&) = delete;
  TraceReader& operator=(const TraceReader&) = delete;
  virtual ~TraceReader() = default;

  /// Reads on, about that many bytes of text or the work of as many; false when there is nothing
  /// more to do: all has been read, or error() says why not.
  virtual bool advance(std::size_t bytes) = 0;

  /// How far it is, of total(), in bytes of the file.
  [[nodiscard]] virtual std::uint64_t done() const = 0;
  [[nodiscard]] virtual std::uint64_t total() const = 0;

  [[nodiscard]] const std::shared_ptr<EventLog>& log() const { return log_; }
  /// What the file says of its run; complete before the first event is in the log.
  [[nodiscard]] const TraceHeader& header() const { return header_; }
  [[nodiscard]] const std::optional<ImportError>& error() const { return error_; }
  [[nodiscard]] const PassedOver& passed_over() const { return passed_over_; }

 protected:
  std::shared_ptr<EventLog> log_ = std::make_shared<EventLog>();
  TraceHeader header_;
  std::optional<ImportError> error_;
  PassedOver passed_over_;
};

}  // namespace interleave
