#include "tests/programs/build.h"

namespace interleave::programs::build {

namespace {

Node node(NodeKind kind, std::string text) {
  Node out;
  out.kind = kind;
  out.text = std::move(text);
  return out;
}

Node parameters(const std::vector<std::string>& names) {
  Node out = node(NodeKind::parameters, "");
  for (const std::string& name : names) {
    Node parameter = node(NodeKind::parameter, name);
    parameter.children.emplace_back();
    out.children.push_back(std::move(parameter));
  }
  return out;
}

Node with_items(NodeKind kind, Part context, std::string target, Nodes body) {
  Node bound = target.empty() ? Node() : dotted(target);
  Node item = build::node(NodeKind::with_item, "", {std::move(context).take(), std::move(bound)});
  return build::node(kind, "", {block(std::move(body)), std::move(item)});
}

Node block_or_nothing(Nodes statements) {
  return statements.empty() ? Node() : block(std::move(statements));
}

}  // namespace

Part::Part(const char* dotted) : node_(build::dotted(dotted)) {}
Part::Part(const std::string& dotted) : node_(build::dotted(dotted)) {}

Node node(NodeKind kind, std::string text, Nodes children) {
  Node out = node(kind, std::move(text));
  out.children = std::move(children);
  return out;
}

Node dotted(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos) {
    return node(NodeKind::name, name);
  }
  return node(NodeKind::attribute, name.substr(dot + 1), {dotted(name.substr(0, dot))});
}

Node none() { return node(NodeKind::none, ""); }
Node boolean(bool value) {
  Node out = node(NodeKind::boolean, "");
  out.integer = value ? 1 : 0;
  return out;
}
Node integer(std::int64_t value) {
  Node out = node(NodeKind::integer, "");
  out.integer = value;
  return out;
}
Node real(double value) {
  Node out = node(NodeKind::real, "");
  out.real = value;
  return out;
}
Node text(std::string value) { return node(NodeKind::string, std::move(value)); }
Node call(Part function, Nodes arguments) {
  arguments.insert(arguments.begin(), std::move(function).take());
  return node(NodeKind::call, "", std::move(arguments));
}
Node keyword(std::string name, Part value) {
  return node(NodeKind::keyword, std::move(name), {std::move(value).take()});
}
Node starred(Part value) { return node(NodeKind::starred, "", {std::move(value).take()}); }
Node attribute(Part object, std::string name) {
  return node(NodeKind::attribute, std::move(name), {std::move(object).take()});
}
Node subscript(Part object, Part index) {
  return node(NodeKind::subscript, "", {std::move(object).take(), std::move(index).take()});
}
Node await(Part value) { return node(NodeKind::await, "", {std::move(value).take()}); }
Node yield(Part value) { return node(NodeKind::yield, "", {std::move(value).take()}); }
Node lambda(std::vector<std::string> names, Part value) {
  return node(NodeKind::lambda, "", {parameters(names), std::move(value).take()});
}
Node unary(std::string op, Part value) {
  return node(NodeKind::unary, std::move(op), {std::move(value).take()});
}
Node binary(Part left, std::string op, Part right) {
  return node(NodeKind::binary, std::move(op), {std::move(left).take(), std::move(right).take()});
}
Node logical(std::string op, Nodes values) {
  return node(NodeKind::logical, std::move(op), std::move(values));
}
Node compare(Part left, std::string op, Part right) {
  Node comparison = node(NodeKind::comparison, std::move(op), {std::move(right).take()});
  return node(NodeKind::compare, "", {std::move(left).take(), std::move(comparison)});
}
Node list(Nodes items) { return node(NodeKind::list, "", std::move(items)); }
Node tuple(Nodes items) { return node(NodeKind::tuple, "", std::move(items)); }
Node fstring(Nodes parts) { return node(NodeKind::fstring, "", std::move(parts)); }
Node formatted(Part value, std::string format) {
  return node(NodeKind::formatted, std::move(format), {std::move(value).take()});
}

Node block(Nodes statements) { return node(NodeKind::block, "", std::move(statements)); }
Node module(Nodes statements) { return node(NodeKind::module, "", std::move(statements)); }
Node import(std::string line) { return node(NodeKind::import, std::move(line)); }
Node def(std::string name, std::vector<std::string> names, Nodes body) {
  return node(NodeKind::def, std::move(name), {parameters(names), block(std::move(body))});
}
Node async_def(std::string name, std::vector<std::string> names, Nodes body) {
  return node(NodeKind::async_def, std::move(name), {parameters(names), block(std::move(body))});
}
Node expression(Part value) { return node(NodeKind::expression, "", {std::move(value).take()}); }
Node assign(Part target, Part value) {
  return node(NodeKind::assign, "", {std::move(target).take(), std::move(value).take()});
}
Node augment(Part target, std::string op, Part value) {
  return node(NodeKind::augment, std::move(op),
              {std::move(target).take(), std::move(value).take()});
}
Node return_(Part value) { return node(NodeKind::return_, "", {std::move(value).take()}); }
Node return_() { return node(NodeKind::return_, "", {Node()}); }
Node raise(Part exception) {
  return node(NodeKind::raise, "", {std::move(exception).take(), Node()});
}
Node raise() { return node(NodeKind::raise, "", {Node(), Node()}); }
Node pass() { return node(NodeKind::pass, ""); }
Node break_() { return node(NodeKind::break_, ""); }
Node continue_() { return node(NodeKind::continue_, ""); }
Node nonlocal(std::string names) { return node(NodeKind::nonlocal, std::move(names)); }
Node global(std::string names) { return node(NodeKind::global, std::move(names)); }
Node if_(Part test, Nodes body) { return if_(std::move(test), std::move(body), {}); }
Node if_(Part test, Nodes body, Nodes otherwise) {
  return node(
      NodeKind::if_, "",
      {std::move(test).take(), block(std::move(body)), block_or_nothing(std::move(otherwise))});
}
Node while_(Part test, Nodes body) {
  return node(NodeKind::while_, "", {std::move(test).take(), block(std::move(body)), Node()});
}
Node for_(Part target, Part iterable, Nodes body) {
  return node(
      NodeKind::for_, "",
      {std::move(target).take(), std::move(iterable).take(), block(std::move(body)), Node()});
}
Node async_for(Part target, Part iterable, Nodes body) {
  Node out = for_(std::move(target), std::move(iterable), std::move(body));
  out.kind = NodeKind::async_for;
  return out;
}
Node with(Part context, std::string target, Nodes body) {
  return with_items(NodeKind::with, std::move(context), std::move(target), std::move(body));
}
Node async_with(Part context, std::string target, Nodes body) {
  return with_items(NodeKind::async_with, std::move(context), std::move(target), std::move(body));
}
Node try_(Nodes body, Nodes handlers, Nodes otherwise, Nodes finally) {
  Nodes children = {block(std::move(body)), block_or_nothing(std::move(otherwise)),
                    block_or_nothing(std::move(finally))};
  children.insert(children.end(), std::make_move_iterator(handlers.begin()),
                  std::make_move_iterator(handlers.end()));
  return node(NodeKind::try_, "", std::move(children));
}
Node handler(Part type, std::string bound, Nodes body) {
  return node(NodeKind::handler, std::move(bound),
              {std::move(type).take(), block(std::move(body))});
}
Node def_work() { return def("work", {"seconds"}, {pass()}); }

}  // namespace interleave::programs::build
