#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace interleave::programs {

/// What a Node is. Behind each: what its `text`, `integer`, `real` and children mean, in their
/// order; `nothing` stands where a child is left out. `block` is a list of statements.
enum class NodeKind : std::uint8_t {
  nothing,
  // Statements
  module,      // statements…
  block,       // statements…
  import,      // text: the whole line, "import asyncio"
  def,         // text: name; parameters, block
  async_def,   // the same
  class_def,   // text: name; block, bases…
  expression,  // value
  assign,      // targets…, value
  augment,     // text: operator without the "=", "+"; target, value
  return_,     // value or nothing
  raise,       // exception or nothing, cause or nothing
  pass,        //
  break_,      //
  continue_,   //
  del,         // targets…
  assert_,     // test, message or nothing
  global,      // text: names, "a, b"
  nonlocal,    // text: names
  if_,         // test, block, else block or nothing
  while_,      // test, block, else block or nothing
  for_,        // target, iterable, block, else block or nothing
  async_for,   // the same
  with,        // block, items…
  async_with,  // block, items…
  with_item,   // context, target or nothing
  try_,        // block, else block or nothing, finally block or nothing, handlers…
  handler,     // text: name it is bound to, or empty; type or nothing, block
  parameters,  // parameter…
  parameter,   // text: name, "*name", "**name" or "*"; default or nothing
  // Expressions
  none,         //
  boolean,      // integer: 0 or 1
  integer,      // integer
  real,         // real
  string,       // text
  name,         // text
  attribute,    // text: name; object
  subscript,    // object, index
  slice,        // lower, upper, step: each or nothing
  call,         // function, arguments…
  keyword,      // text: name, or empty for **value; value
  starred,      // value
  await,        // value
  yield,        // value or nothing
  lambda,       // parameters, value
  unary,        // text: "-", "+", "not", "~"; value
  binary,       // text: "+" …; left, right
  logical,      // text: "and", "or"; values…
  compare,      // first, comparison…
  comparison,   // text: "==", "<", "in", "is not" …; right
  conditional,  // test, value, other value
  walrus,       // text: name; value
  list,         // items…
  tuple,        // items…
  set,          // items…
  dict,         // key, value, key, value …
  fstring,      // string or formatted…
  formatted,    // text: what follows the value, "!r", ":.2f"; value
  list_comp,    // element, clause…
  set_comp,     // element, clause…
  generator,    // element, clause…
  dict_comp,    // key, value, clause…
  clause,       // integer: 1 if it is `async for`; target, iterable, conditions…
};

/// A small Python program as data: one statement or expression with what it is made of. A value;
/// writer.h gives it its text, reader.h makes it of one, interpreter.h runs it.
struct Node {
  NodeKind kind = NodeKind::nothing;
  std::string text{};
  std::vector<Node> children{};
  std::int64_t integer = 0;
  double real = 0;
  /// Where it stands in the program's text, from 1; 0: not placed yet.
  int line = 0;

  [[nodiscard]] const Node& child(std::size_t at) const { return children.at(at); }
  [[nodiscard]] explicit operator bool() const { return kind != NodeKind::nothing; }
};

/// Equal but for where they stand.
[[nodiscard]] bool same(const Node& a, const Node& b);

}  // namespace interleave::programs
