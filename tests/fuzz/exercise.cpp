#include "tests/fuzz/exercise.h"

#include <sys/mman.h>
#include <unistd.h>

#include <string>

#include "app/import/open.h"
#include "app/trace/comparison.h"
#include "app/trace/narration.h"
#include "app/trace/spans.h"
#include "app/trace/state.h"

namespace interleave::fuzz {

namespace {

/// A file in memory alone, by its path.
class MemoryFile {
 public:
  MemoryFile(const std::uint8_t* bytes, std::size_t size) : file_(memfd_create("fuzz", 0)) {
    while (size > 0) {
      const ssize_t written = write(file_, bytes, size);
      if (written <= 0) {
        break;
      }
      bytes += written;
      size -= static_cast<std::size_t>(written);
    }
  }
  ~MemoryFile() { close(file_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

void look(const Trace& trace) {
  constexpr Seq kPlaces = 40;
  StateReader states(trace);
  const Seq stride = trace.size() / kPlaces + 1;
  for (Seq seq = 0; seq < trace.size(); seq += stride) {
    static_cast<void>(states.at(seq));
    static_cast<void>(describe(trace, seq));
  }
  for (const TaskId task : trace.tasks()) {
    for (const Span& span : spans_of(trace, task)) {
      static_cast<void>(span_labels(trace, task, span));
    }
  }
  static_cast<void>(balance_of(trace));
  static_cast<void>(compare(trace, trace));
}

}  // namespace

void open_and_look(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::size_t kSlice = 1000;
  const MemoryFile file(bytes, size);
  const auto opened = open_trace(file.path());
  if (std::holds_alternative<ImportError>(opened)) {
    return;
  }
  TraceReader& reader = *std::get<std::unique_ptr<TraceReader>>(opened);
  Trace trace(reader.header(), reader.log());
  while (reader.advance(kSlice)) {
    trace.catch_up();
  }
  trace.catch_up();
  if (trace.size() > 0) {
    look(trace);
  }
}

}  // namespace interleave::fuzz
