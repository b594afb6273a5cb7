#pragma once

#include <string>

#include "app/export/request.h"
#include "app/export/result.h"

// The formats' writers, a file each. A new one is a file, a line here and a line in formats.cpp.

namespace interleave {

/// The trace as JSON Lines; `between` stands at the end of each line but the last.
void append_jsonl(std::string& out, const Trace& trace, std::string_view between);

[[nodiscard]] Result<std::string> make_png(const ExportRequest& request);
[[nodiscard]] Result<std::string> make_svg(const ExportRequest& request);
[[nodiscard]] Result<std::string> make_pdf(const ExportRequest& request);
[[nodiscard]] Result<std::string> make_gif(const ExportRequest& request);
[[nodiscard]] Result<std::string> make_jsonl(const ExportRequest& request);
[[nodiscard]] Result<std::string> make_csv(const ExportRequest& request);
[[nodiscard]] Result<std::string> make_chrome(const ExportRequest& request);
[[nodiscard]] Result<std::string> make_mermaid(const ExportRequest& request);

}  // namespace interleave
