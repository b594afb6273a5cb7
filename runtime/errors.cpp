#include "runtime/errors.h"

#include "runtime/repr.h"

namespace interleave {

namespace {

std::string joined(const std::string& type, const std::string& text) {
  return text.empty() ? type : type + ": " + text;
}

// As CPython prints a group's own line, and its parts in brackets behind it.
std::string group_text(const std::string& text, const std::vector<std::exception_ptr>& parts) {
  std::string out = text + " (" + std::to_string(parts.size()) + " sub-exception" +
                    (parts.size() == 1 ? "" : "s") + ") [";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    out += (i == 0 ? "" : "; ") + describe(parts[i]);
  }
  return out + "]";
}

}  // namespace

Error::Error(std::string type, std::string text)
    : type_(std::move(type)), text_(std::move(text)), what_(joined(type_, text_)) {}

CancelledError::CancelledError(std::string message)
    : message_(std::move(message)), what_(joined("CancelledError", *message_)) {}

ExceptionGroup::ExceptionGroup(const std::string& text, std::vector<std::exception_ptr> parts)
    : Error("ExceptionGroup", group_text(text, parts)), message_(text), parts_(std::move(parts)) {}

std::string describe(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& e) {
    return e.what();
  } catch (const RunEnded&) {
    return "run ended";
  }
}

std::string repr(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const ExceptionGroup& group) {
    std::string parts;
    for (const auto& part : group.parts()) {
      parts += (parts.empty() ? "" : ", ") + repr(part);
    }
    return "ExceptionGroup(" + repr(group.message()) + ", [" + parts + "])";
  } catch (const Error& raised) {
    return raised.type() + "(" + (raised.text().empty() ? "" : repr(raised.text())) + ")";
  } catch (const CancelledError& cancelled) {
    return "CancelledError(" + (cancelled.message() ? repr(*cancelled.message()) : "") + ")";
  } catch (const std::exception& other) {
    return std::string(other.what()) + "()";
  }
}

std::optional<std::string> cancel_message(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const CancelledError& cancelled) {
    return cancelled.message();
  } catch (...) {
    return std::nullopt;
  }
}

bool is_cancelled_error(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const CancelledError&) {
    return true;
  } catch (...) {
    return false;
  }
}

}  // namespace interleave
