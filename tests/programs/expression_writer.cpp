#include "tests/programs/expression_writer.h"

#include <stdexcept>

#include "runtime/repr.h"

namespace interleave::programs {

namespace {

std::string written(const Node& node, char quote);

[[noreturn]] void misplaced(const Node& node) {
  throw std::invalid_argument("a node of kind " + std::to_string(static_cast<int>(node.kind)) +
                              " (" + node.text + ") stands where Python has no place for it");
}

/// Escaped for a literal in those quotes; `doubled`: inside an f-string, where braces count twice.
std::string escaped(const std::string& text, char quote, bool doubled) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == quote) {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += doubled && (c == '{' || c == '}') ? std::string(2, c) : std::string(1, c);
    }
  }
  return out;
}

bool stands_alone(const Node& node) {
  switch (node.kind) {
    case NodeKind::integer:
      return node.integer >= 0;
    case NodeKind::real:
      return node.real >= 0;
    case NodeKind::yield:
    case NodeKind::await:
    case NodeKind::lambda:
    case NodeKind::unary:
    case NodeKind::binary:
    case NodeKind::logical:
    case NodeKind::compare:
    case NodeKind::conditional:
    case NodeKind::walrus:
      return false;
    default:
      return true;
  }
}

// As a part of a larger expression.
std::string part(const Node& node, char quote) {
  const std::string text = written(node, quote);
  return stands_alone(node) ? text : "(" + text + ")";
}

std::string joined(const Node& node, std::size_t from, const std::string& between, char quote,
                   bool as_parts) {
  std::string out;
  for (std::size_t i = from; i < node.children.size(); ++i) {
    out += (i == from ? "" : between) +
           (as_parts ? part(node.child(i), quote) : written(node.child(i), quote));
  }
  return out;
}

// Between commas, where only a walrus and a yield need parentheses.
std::string items(const Node& node, std::size_t from, char quote) {
  std::string out;
  for (std::size_t i = from; i < node.children.size(); ++i) {
    const Node& one = node.child(i);
    const bool bracketed = one.kind == NodeKind::walrus || one.kind == NodeKind::yield;
    out += (i == from ? "" : ", ") + (bracketed ? part(one, quote) : written(one, quote));
  }
  return out;
}

std::string parameters(const Node& node, char quote) {
  std::string out;
  for (const Node& one : node.children) {
    out += (out.empty() ? "" : ", ") + one.text;
    if (!one.children.empty() && one.child(0)) {
      out += "=" + part(one.child(0), quote);
    }
  }
  return out;
}

std::string clauses(const Node& node, std::size_t from, char quote) {
  std::string out;
  for (std::size_t i = from; i < node.children.size(); ++i) {
    const Node& clause = node.child(i);
    out += clause.integer != 0 ? " async for " : " for ";
    out += written(clause.child(0), quote) + " in " + part(clause.child(1), quote);
    for (std::size_t test = 2; test < clause.children.size(); ++test) {
      out += " if " + part(clause.child(test), quote);
    }
  }
  return out;
}

std::string pairs(const Node& node, char quote) {
  std::string out;
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
    out +=
        (i == 0 ? "" : ", ") + part(node.child(i), quote) + ": " + part(node.child(i + 1), quote);
  }
  return "{" + out + "}";
}

std::string fstring(const Node& node) {
  std::string out;
  for (const Node& one : node.children) {
    out += one.kind == NodeKind::formatted ? "{" + part(one.child(0), '\'') + one.text + "}"
                                           : escaped(one.text, '"', true);
  }
  return "f\"" + out + "\"";
}

std::string slice(const Node& node, char quote) {
  const auto bound = [&](std::size_t at) {
    return node.child(at) ? part(node.child(at), quote) : std::string();
  };
  return bound(0) + ":" + bound(1) + (node.child(2) ? ":" + bound(2) : "");
}

std::string comparisons(const Node& node, char quote) {
  std::string out = part(node.child(0), quote);
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    out += " " + node.child(i).text + " " + part(node.child(i).child(0), quote);
  }
  return out;
}

std::string lambda(const Node& node, char quote) {
  const std::string names = parameters(node.child(0), quote);
  return "lambda" + (names.empty() ? "" : " " + names) + ": " + part(node.child(1), quote);
}

std::string call(const Node& node, char quote) {
  // A generator that is the only argument brings parentheses of its own.
  const bool bare = node.children.size() == 2 && node.child(1).kind == NodeKind::generator;
  const std::string arguments = items(node, 1, quote);
  return part(node.child(0), quote) + (bare ? arguments : "(" + arguments + ")");
}

std::string constant(const Node& node, char quote) {
  switch (node.kind) {
    case NodeKind::none:
      return "None";
    case NodeKind::boolean:
      return node.integer != 0 ? "True" : "False";
    case NodeKind::integer:
      return std::to_string(node.integer);
    case NodeKind::real:
      return repr(node.real);
    default:
      return quote + escaped(node.text, quote, false) + quote;
  }
}

std::string collection(const Node& node, char quote) {
  switch (node.kind) {
    case NodeKind::list:
      return "[" + items(node, 0, quote) + "]";
    case NodeKind::tuple:
      return "(" + items(node, 0, quote) + (node.children.size() == 1 ? ",)" : ")");
    case NodeKind::set:
      return node.children.empty() ? "set()" : "{" + items(node, 0, quote) + "}";
    case NodeKind::list_comp:
      return "[" + part(node.child(0), quote) + clauses(node, 1, quote) + "]";
    case NodeKind::set_comp:
      return "{" + part(node.child(0), quote) + clauses(node, 1, quote) + "}";
    case NodeKind::generator:
      return "(" + part(node.child(0), quote) + clauses(node, 1, quote) + ")";
    case NodeKind::dict_comp:
      return "{" + part(node.child(0), quote) + ": " + part(node.child(1), quote) +
             clauses(node, 2, quote) + "}";
    default:
      return pairs(node, quote);
  }
}

std::string operation(const Node& node, char quote) {
  switch (node.kind) {
    case NodeKind::await:
      return "await " + part(node.child(0), quote);
    case NodeKind::yield:
      return node.child(0) ? "yield " + part(node.child(0), quote) : "yield";
    case NodeKind::lambda:
      return lambda(node, quote);
    case NodeKind::unary:
      return node.text + (node.text == "not" ? " " : "") + part(node.child(0), quote);
    case NodeKind::binary:
      return part(node.child(0), quote) + " " + node.text + " " + part(node.child(1), quote);
    case NodeKind::logical:
      return joined(node, 0, " " + node.text + " ", quote, true);
    case NodeKind::compare:
      return comparisons(node, quote);
    case NodeKind::conditional:
      return part(node.child(1), quote) + " if " + part(node.child(0), quote) + " else " +
             part(node.child(2), quote);
    case NodeKind::walrus:
      return node.text + " := " + part(node.child(0), quote);
    default:
      misplaced(node);
  }
}

std::string written(const Node& node, char quote) {
  switch (node.kind) {
    case NodeKind::none:
    case NodeKind::boolean:
    case NodeKind::integer:
    case NodeKind::real:
    case NodeKind::string:
      return constant(node, quote);
    case NodeKind::name:
      return node.text;
    case NodeKind::attribute:
      return part(node.child(0), quote) + "." + node.text;
    case NodeKind::subscript:
      return part(node.child(0), quote) + "[" + written(node.child(1), quote) + "]";
    case NodeKind::slice:
      return slice(node, quote);
    case NodeKind::call:
      return call(node, quote);
    case NodeKind::keyword:
      return (node.text.empty() ? "**" : node.text + "=") + part(node.child(0), quote);
    case NodeKind::starred:
      return "*" + part(node.child(0), quote);
    case NodeKind::fstring:
      return fstring(node);
    case NodeKind::list:
    case NodeKind::tuple:
    case NodeKind::set:
    case NodeKind::dict:
    case NodeKind::list_comp:
    case NodeKind::set_comp:
    case NodeKind::generator:
    case NodeKind::dict_comp:
      return collection(node, quote);
    default:
      return operation(node, quote);
  }
}

std::string targets_and_value(const Node& node) {
  std::string out;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    out += (i == 0 ? "" : " = ") + expression_text(node.child(i));
  }
  return out;
}

std::string word_and_value(const std::string& word, const Node& value) {
  return value ? word + " " + expression_text(value) : word;
}

}  // namespace

std::string expression_text(const Node& expression) { return written(expression, '"'); }

std::string parameters_text(const Node& node) { return parameters(node, '"'); }

std::string simple_text(const Node& node) {
  switch (node.kind) {
    case NodeKind::import:
      return node.text;
    case NodeKind::expression:
      return expression_text(node.child(0));
    case NodeKind::assign:
      return targets_and_value(node);
    case NodeKind::augment:
      return expression_text(node.child(0)) + " " + node.text + "= " +
             expression_text(node.child(1));
    case NodeKind::return_:
      return word_and_value("return", node.child(0));
    case NodeKind::raise:
      return word_and_value("raise", node.child(0)) +
             (node.child(1) ? " from " + expression_text(node.child(1)) : "");
    case NodeKind::pass:
      return "pass";
    case NodeKind::break_:
      return "break";
    case NodeKind::continue_:
      return "continue";
    case NodeKind::del:
      return "del " + items(node, 0, '"');
    case NodeKind::assert_:
      return "assert " + expression_text(node.child(0)) +
             (node.child(1) ? ", " + expression_text(node.child(1)) : "");
    case NodeKind::global:
      return "global " + node.text;
    case NodeKind::nonlocal:
      return "nonlocal " + node.text;
    default:
      misplaced(node);
  }
}

}  // namespace interleave::programs
