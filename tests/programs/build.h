#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "tests/programs/node.h"

/// Nodes by hand: `expression(await(call("asyncio.sleep", real(0.5))))`. A const char* where a node
/// is wanted is a (dotted) name; use text() for a string of the program.
namespace interleave::programs::build {

/// A Node, or a dotted name for one.
class Part {
 public:
  Part(Node node) : node_(std::move(node)) {}  // NOLINT: so that builders read like programs
  Part(const char* dotted);                    // NOLINT
  Part(const std::string& dotted);             // NOLINT
  [[nodiscard]] Node take() && { return std::move(node_); }

 private:
  Node node_;
};

using Nodes = std::vector<Node>;

[[nodiscard]] Node node(NodeKind kind, std::string text, Nodes children);
/// "asyncio.sleep" is an attribute of a name.
[[nodiscard]] Node dotted(const std::string& name);

// Expressions
[[nodiscard]] Node none();
[[nodiscard]] Node boolean(bool value);
[[nodiscard]] Node integer(std::int64_t value);
[[nodiscard]] Node real(double value);
[[nodiscard]] Node text(std::string value);
[[nodiscard]] Node call(Part function, Nodes arguments);
template <class... Arguments>
[[nodiscard]] Node call(Part function, Arguments... arguments) {
  Nodes nodes;
  (nodes.push_back(Part(std::move(arguments)).take()), ...);
  return call(std::move(function), std::move(nodes));
}
[[nodiscard]] Node keyword(std::string name, Part value);
[[nodiscard]] Node starred(Part value);
[[nodiscard]] Node attribute(Part object, std::string name);
[[nodiscard]] Node subscript(Part object, Part index);
[[nodiscard]] Node await(Part value);
[[nodiscard]] Node yield(Part value);
[[nodiscard]] Node lambda(std::vector<std::string> parameters, Part value);
[[nodiscard]] Node unary(std::string op, Part value);
[[nodiscard]] Node binary(Part left, std::string op, Part right);
[[nodiscard]] Node logical(std::string op, Nodes values);
[[nodiscard]] Node compare(Part left, std::string op, Part right);
[[nodiscard]] Node list(Nodes items);
[[nodiscard]] Node tuple(Nodes items);
/// Parts are text(…) or formatted(…).
[[nodiscard]] Node fstring(Nodes parts);
/// `format`: what follows the value, "!r", ":.2f".
[[nodiscard]] Node formatted(Part value, std::string format);

// Statements
[[nodiscard]] Node block(Nodes statements);
[[nodiscard]] Node module(Nodes statements);
[[nodiscard]] Node import(std::string line);
[[nodiscard]] Node def(std::string name, std::vector<std::string> parameters, Nodes body);
[[nodiscard]] Node async_def(std::string name, std::vector<std::string> parameters, Nodes body);
[[nodiscard]] Node expression(Part value);
[[nodiscard]] Node assign(Part target, Part value);
[[nodiscard]] Node augment(Part target, std::string op, Part value);
[[nodiscard]] Node return_(Part value);
[[nodiscard]] Node return_();
[[nodiscard]] Node raise(Part exception);
[[nodiscard]] Node raise();
[[nodiscard]] Node pass();
[[nodiscard]] Node break_();
[[nodiscard]] Node continue_();
[[nodiscard]] Node nonlocal(std::string names);
[[nodiscard]] Node global(std::string names);
[[nodiscard]] Node if_(Part test, Nodes body);
[[nodiscard]] Node if_(Part test, Nodes body, Nodes otherwise);
[[nodiscard]] Node while_(Part test, Nodes body);
[[nodiscard]] Node for_(Part target, Part iterable, Nodes body);
[[nodiscard]] Node async_for(Part target, Part iterable, Nodes body);
/// `target`: the name after `as`, or empty.
[[nodiscard]] Node with(Part context, std::string target, Nodes body);
[[nodiscard]] Node async_with(Part context, std::string target, Nodes body);
/// `handlers`: of handler(). Empty `otherwise` and `finally` leave those out.
[[nodiscard]] Node try_(Nodes body, Nodes handlers, Nodes otherwise, Nodes finally);
/// `bound`: the name after `as`, or empty.
[[nodiscard]] Node handler(Part type, std::string bound, Nodes body);
/// `def work(seconds)`, which a program that computes has last: the recorder puts its own there.
[[nodiscard]] Node def_work();

}  // namespace interleave::programs::build
