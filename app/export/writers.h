#pragma once

#include <string>

#include "app/export/request.h"
#include "app/export/result.h"

// The formats' writers, a file each. A new one is a file, a line here and a line in formats.cpp.

namespace interleave {

[[nodiscard]] Result<std::string> make_png(const ExportRequest& request);
[[nodiscard]] Result<std::string> make_svg(const ExportRequest& request);
[[nodiscard]] Result<std::string> make_pdf(const ExportRequest& request);
[[nodiscard]] Result<std::string> make_jsonl(const ExportRequest& request);
[[nodiscard]] Result<std::string> make_csv(const ExportRequest& request);
[[nodiscard]] Result<std::string> make_chrome(const ExportRequest& request);
[[nodiscard]] Result<std::string> make_mermaid(const ExportRequest& request);

}  // namespace interleave
