#pragma once

#include <exception>
#include <type_traits>
#include <utility>

#include "runtime/coro.h"
#include "runtime/scope.h"

namespace interleave {

namespace detail {
template <class Body, class Exit>
Coro<> async_with(Scope* s, Coro<> enter, Body body, Exit exit) {
  const std::uint16_t line = s->line();
  co_await enter;
  std::exception_ptr raised;
  try {
    Coro<> inside = body();
    co_await inside;
  } catch (...) {
    raised = std::current_exception();
  }
  const std::uint16_t left_at = s->line();
  s->at_line(line);
  auto leaving = exit(raised);
  if constexpr (std::is_same_v<decltype(leaving), Coro<bool>>) {
    if (co_await leaving) {
      raised = nullptr;
    }
  } else {
    co_await leaving;
  }
  if (raised) {
    s->at_line(left_at);
    std::rethrow_exception(raised);
  }
}
}  // namespace detail

/// `async with` of a context of the listing's own, at the line on which `s` stands: awaits `enter`
/// (`__aenter__`), runs the body, and awaits what `exit` (`__aexit__`) makes whatever way the body
/// ends: by an exception, by a cancellation. `exit` gets what the body raised, if it did, and may
/// give true to swallow it; else that goes on from where it was raised.
///
///     s.at("async with");
///     Coro<> with = async_with(s, opened(s.def("__aenter__")),
///         [&]() -> Coro<> { co_await use(s.at("use").def("use")); },
///         [&](const std::exception_ptr&) { return closed(s.def("__aexit__")); });
///     co_await with;
template <class Body, class Exit>
[[nodiscard]] Coro<> async_with(Scope& s, Coro<> enter, Body body, Exit exit) {
  return detail::async_with(&s, std::move(enter), std::move(body), std::move(exit));
}

}  // namespace interleave
