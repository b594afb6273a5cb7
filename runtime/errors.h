#pragma once

#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace interleave {

/// An exception of the program under view, with Python's name for its type.
class Error : public std::exception {
 public:
  Error(std::string type, std::string text);

  [[nodiscard]] const std::string& type() const { return type_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  /// "Type: text", or "Type" where there is no text.
  [[nodiscard]] const char* what() const noexcept override { return what_.c_str(); }

 private:
  std::string type_;
  std::string text_;
  std::string what_;
};

/// Delivered at a suspension point after cancel(). Not an Error: what catches errors lets it pass,
/// as `except Exception` does in Python.
class CancelledError : public std::exception {
 public:
  CancelledError() = default;
  /// With the message that was given to cancel().
  explicit CancelledError(std::string message);
  [[nodiscard]] const std::optional<std::string>& message() const { return message_; }
  /// "CancelledError: message", or "CancelledError" where that is empty.
  [[nodiscard]] const char* what() const noexcept override { return what_.c_str(); }

 private:
  std::optional<std::string> message_;
  std::string what_ = "CancelledError";
};

/// Thrown into an async generator that is closed, where it has yielded. No Error either.
class GeneratorExit : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "GeneratorExit"; }
};

/// What comes out of a task group in which tasks failed.
class ExceptionGroup : public Error {
 public:
  ExceptionGroup(const std::string& text, std::vector<std::exception_ptr> parts);
  /// Its own text, without the parts.
  [[nodiscard]] const std::string& message() const { return message_; }
  [[nodiscard]] const std::vector<std::exception_ptr>& parts() const { return parts_; }

 private:
  std::string message_;
  std::vector<std::exception_ptr> parts_;
};

/// "Type: text" of any exception that a program may raise; a group with its parts.
[[nodiscard]] std::string describe(const std::exception_ptr& error);
/// Python's repr of it: ValueError('no such user').
[[nodiscard]] std::string repr(const std::exception_ptr& error);
[[nodiscard]] bool is_cancelled_error(const std::exception_ptr& error);
/// The message of a CancelledError, if it is one and has one.
[[nodiscard]] std::optional<std::string> cancel_message(const std::exception_ptr& error);

/// Thrown through the program's frames when its run is over (a limit, its end time). Deliberately
/// no std::exception: no handler of the program may take it for its own.
struct RunEnded {};

}  // namespace interleave
