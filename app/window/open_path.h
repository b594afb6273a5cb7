#pragma once

#include <string>

#include "app/session/session.h"

namespace interleave {

/// Opens a file, dropped on the window or named on the command line: a trace is read a slice a
/// frame, a picture of ours brings back what it shows. Where that can't be, the session's notice
/// says why and nothing changes.
void open_path(Session& session, const std::string& path);

}  // namespace interleave
