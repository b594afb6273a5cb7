#include "tests/programs/writer.h"

#include "tests/programs/expression_writer.h"

namespace interleave::programs {

namespace {

/// Writes statements line by line. `place` gives every node the line it has come to.
class Writer {
 public:
  [[nodiscard]] const std::string& text() const { return text_; }

  void statement(Node& node) {
    switch (node.kind) {
      case NodeKind::def:
        return definition(node, "def ");
      case NodeKind::async_def:
        return definition(node, "async def ");
      case NodeKind::class_def:
        return class_definition(node);
      case NodeKind::if_:
        header(node, "if " + expression_text(node.child(0)) + ":");
        return body_and_else(node, 1);
      case NodeKind::while_:
        header(node, "while " + expression_text(node.child(0)) + ":");
        return body_and_else(node, 1);
      case NodeKind::for_:
      case NodeKind::async_for:
        header(node, (node.kind == NodeKind::for_ ? "for " : "async for ") +
                         expression_text(node.child(0)) + " in " + expression_text(node.child(1)) +
                         ":");
        return body_and_else(node, 2);
      case NodeKind::with:
      case NodeKind::async_with:
        header(node, with_header(node));
        return body(node.children.at(0));
      case NodeKind::try_:
        return try_statement(node);
      default:
        header(node, simple_text(node));
    }
  }

  void module(Node& node) {
    node.line = 1;
    for (Node& one : node.children) {
      const bool defines = one.kind == NodeKind::def || one.kind == NodeKind::async_def ||
                           one.kind == NodeKind::class_def;
      if (defines && !text_.empty() && after_definition_ != Spaced::yes) {
        blank_line();
      }
      statement(one);
      if (defines) {
        blank_line();
      }
      after_definition_ = defines ? Spaced::yes : Spaced::no;
    }
  }

 private:
  enum class Spaced { no, yes };

  void blank_line() {
    text_ += "\n";
    ++line_;
  }
  void emit(const std::string& line) {
    text_ += std::string(indent_ * 4, ' ') + line + "\n";
    ++line_;
  }
  /// The statement and its expressions stand on this line; its blocks are placed as they come.
  void place(Node& node) const {
    node.line = line_;
    for (Node& one : node.children) {
      if (one.kind != NodeKind::block && one.kind != NodeKind::handler) {
        place(one);
      }
    }
  }
  void header(Node& node, const std::string& line) {
    place(node);
    emit(line);
  }
  void body(Node& block) {
    block.line = line_;
    ++indent_;
    if (block.children.empty()) {
      block.children.emplace_back().kind = NodeKind::pass;
    }
    for (Node& one : block.children) {
      statement(one);
    }
    --indent_;
  }
  void optional_body(const std::string& word, Node& block) {
    if (block) {
      emit(word);
      body(block);
    }
  }
  void body_and_else(Node& node, std::size_t at) {
    body(node.children.at(at));
    optional_body("else:", node.children.at(at + 1));
  }
  void definition(Node& node, const std::string& word) {
    header(node, word + node.text + "(" + parameters_text(node.child(0)) + "):");
    body(node.children.at(1));
  }
  void class_definition(Node& node) {
    std::string bases;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      bases += (i == 1 ? "" : ", ") + expression_text(node.child(i));
    }
    header(node, "class " + node.text + (bases.empty() ? "" : "(" + bases + ")") + ":");
    body(node.children.at(0));
  }
  [[nodiscard]] static std::string with_header(const Node& node) {
    std::string out = node.kind == NodeKind::with ? "with " : "async with ";
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      const Node& item = node.child(i);
      out += (i == 1 ? "" : ", ") + expression_text(item.child(0)) +
             (item.child(1) ? " as " + expression_text(item.child(1)) : "");
    }
    return out + ":";
  }
  void try_statement(Node& node) {
    node.line = line_;
    emit("try:");
    body(node.children.at(0));
    for (std::size_t i = 3; i < node.children.size(); ++i) {
      Node& handler = node.children[i];
      header(handler, handler_text(handler));
      body(handler.children.at(1));
    }
    optional_body("else:", node.children.at(1));
    optional_body("finally:", node.children.at(2));
  }
  [[nodiscard]] static std::string handler_text(const Node& handler) {
    const std::string type = handler.child(0) ? " " + expression_text(handler.child(0)) : "";
    return "except" + type + (handler.text.empty() ? "" : " as " + handler.text) + ":";
  }

  std::string text_;
  std::size_t indent_ = 0;
  int line_ = 1;
  Spaced after_definition_ = Spaced::no;
};

}  // namespace

std::string write(Node& module) {
  Writer writer;
  writer.module(module);
  return writer.text();
}

std::string text_of(const Node& module) {
  Node copy = module;
  return write(copy);
}

}  // namespace interleave::programs
