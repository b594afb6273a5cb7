#include "tests/import/files.h"

#include <unistd.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "runtime/event_names.h"

namespace interleave::test {

File::File(std::string_view text, std::string_view name) {
  static int count = 0;
  const auto folder =
      std::filesystem::temp_directory_path() /
      ("interleave-import-" + std::to_string(getpid()) + "-" + std::to_string(++count));
  std::filesystem::create_directories(folder);
  path_ = (folder / name).string();
  std::ofstream(path_, std::ios::binary) << text;
}

File::~File() { std::filesystem::remove_all(std::filesystem::path(path_).parent_path()); }

std::string packed(std::string_view text) {
  const File file("", "packed.gz");
  gzFile out = gzopen(file.path().c_str(), "wb");
  gzwrite(out, text.data(), static_cast<unsigned>(text.size()));
  gzclose(out);
  std::ostringstream bytes;
  bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
  return bytes.str();
}

std::unique_ptr<TraceReader> read_text(std::string_view text) {
  const File file(text);
  auto read = read_trace(file.path());
  if (const auto* error = std::get_if<ImportError>(&read)) {
    throw std::runtime_error(error->message());
  }
  return std::move(std::get<std::unique_ptr<TraceReader>>(read));
}

std::string refusal_of(std::string_view text) {
  const File file(text);
  const auto read = read_trace(file.path());
  const auto* error = std::get_if<ImportError>(&read);
  if (error == nullptr) {
    return {};
  }
  return error->where + (error->where.empty() ? "" : ": ") + error->reason;
}

std::string everything_in(const EventLog& log) {
  std::ostringstream out;
  for (std::uint64_t seq = 0; seq < log.size(); ++seq) {
    const Event event = log[seq];
    out << seq << ' ' << event.t_ns << ' ' << event.iteration << ' ' << event.step << ' '
        << event.task << ' ' << event.line << ' ' << name_of(event.kind) << ' ' << int{event.code}
        << '\n';
  }
  for (TaskId id = 1; id <= log.task_count(); ++id) {
    const TaskInfo& task = log.task(id);
    out << "task " << log.text(task.name) << '|' << log.text(task.label) << '|'
        << log.text(task.coroutine) << '|' << task.parent << task.internal << '\n';
  }
  for (TimerId id = 1; id <= log.timer_count(); ++id) {
    const TimerInfo& timer = log.timer(id);
    out << "timer " << timer.due_ns << ' ' << timer.on << name_of(timer.purpose) << '\n';
  }
  for (WaitId id = 1; id <= log.wait_count(); ++id) {
    const WaitInfo& wait = log.wait(id);
    out << "wait " << log.text(wait.name) << int(wait.alone)
        << (wait.alone == WaitInfo::Alone::no ? name_of(wait.type) : "");
    for (const TaskId member : wait.members) {
      out << ' ' << member;
    }
    out << '\n';
  }
  for (ResourceId id = 1; id <= log.resource_count(); ++id) {
    const ResourceInfo& resource = log.resource(id);
    out << "resource " << log.text(resource.name) << name_of(resource.type) << resource.capacity
        << resource.has_capacity << '\n';
  }
  for (ChangeId id = 1; id <= log.change_count(); ++id) {
    const ChangeInfo& change = log.change(id);
    out << "change " << change.resource << log.text(change.action) << change.level
        << change.has_level << log.text(change.item) << '\n';
  }
  for (JobId id = 1; id <= log.job_count(); ++id) {
    const JobInfo& job = log.job(id);
    out << "job " << job.pool << ' ' << job.submitter << ' ' << job.worker << job.computes
        << job.duration_ns << log.text(job.result) << '|' << log.text(job.error) << '\n';
  }
  return out.str();
}

}  // namespace interleave::test
