#include "tests/random/shrinker.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace interleave::random_programs {

using programs::Node;
using programs::NodeKind;

namespace {

constexpr std::size_t kAtOnce = 64;

/// Makes each simplification of one program: goes through its nodes, changes one, hands out the
/// whole, changes it back.
class Simplifier {
 public:
  explicit Simplifier(const Node& program) : whole_(program) { visit(whole_); }
  std::vector<Node> found;

 private:
  void hand_out(Node& part, Node other) {
    std::swap(part, other);
    found.push_back(whole_);
    std::swap(part, other);
  }

  void visit(Node& node) {
    if (node.kind == NodeKind::module || node.kind == NodeKind::block) {
      shorten(node, 0);
      unwrap(node);
    }
    switch (node.kind) {
      case NodeKind::call:
        shorten(node, 1);
        break;
      case NodeKind::list:
        shorten(node, 0);
        break;
      case NodeKind::try_:
        shorten(node, 3);
        drop(node, 1);
        drop(node, 2);
        break;
      case NodeKind::if_:
        drop(node, 2);
        break;
      case NodeKind::integer:
        reduce(node);
        break;
      case NodeKind::real:
        hand_out_real(node);
        break;
      default:
        break;
    }
    for (Node& child : node.children) {
      visit(child);
    }
  }

  // Leaves out stretches of its children from the `first`: halves, quarters … single ones.
  void shorten(Node& node, std::size_t first) {
    const std::size_t count = node.children.size() - std::min(first, node.children.size());
    for (std::size_t length = count; length > 0; length /= 2) {
      for (std::size_t from = 0; from < count; from += length) {
        Node other = node;
        const auto begin = other.children.begin() + static_cast<std::ptrdiff_t>(first + from);
        other.children.erase(begin,
                             begin + static_cast<std::ptrdiff_t>(std::min(length, count - from)));
        hand_out(node, std::move(other));
      }
    }
  }

  // A statement with a block of its own, replaced by what stands in it.
  void unwrap(Node& block) {
    for (std::size_t i = 0; i < block.children.size(); ++i) {
      for (const Node& part : block.children[i].children) {
        if (part.kind != NodeKind::block || is_function(block.children[i])) {
          continue;
        }
        Node other = block;
        const auto at = other.children.begin() + static_cast<std::ptrdiff_t>(i);
        const auto next = other.children.erase(at);
        other.children.insert(next, part.children.begin(), part.children.end());
        hand_out(block, std::move(other));
      }
    }
  }

  static bool is_function(const Node& node) {
    return node.kind == NodeKind::def || node.kind == NodeKind::async_def;
  }

  void drop(Node& node, std::size_t child) {
    if (node.children[child]) {
      hand_out(node.children[child], Node());
    }
  }

  void reduce(Node& number) {
    for (const std::int64_t less : {std::int64_t{0}, std::int64_t{1}}) {
      if (less < number.integer) {
        Node other = number;
        other.integer = less;
        hand_out(number, std::move(other));
      }
    }
  }

  void hand_out_real(Node& number) {
    if (number.real > 0.001) {
      Node other = number;
      other.real = 0.001;
      hand_out(number, std::move(other));
    }
    Node zero;
    zero.kind = NodeKind::integer;
    hand_out(number, std::move(zero));
  }

  Node whole_;
};

// Smaller, or as large with smaller numbers.
double weight_of(const Node& node) {
  double sum = 1 + node.real + static_cast<double>(node.integer) * 1e-3;
  for (const Node& child : node.children) {
    sum += weight_of(child);
  }
  return sum;
}

}  // namespace

int size_of(const Node& program) {
  int sum = 1;
  for (const Node& child : program.children) {
    sum += size_of(child);
  }
  return sum;
}

std::vector<Node> simpler(const Node& program) {
  Simplifier simplifier(program);
  std::vector<std::pair<double, std::size_t>> order;
  const double weight = weight_of(program);
  for (std::size_t i = 0; i < simplifier.found.size(); ++i) {
    const double its = weight_of(simplifier.found[i]);
    if (its < weight) {
      order.emplace_back(its, i);
    }
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Node> out;
  for (const auto& [its, at] : order) {
    out.push_back(std::move(simplifier.found[at]));
  }
  return out;
}

Node shrunk(Node program, const StillFail& still_fail, int most) {
  while (most > 0) {
    const std::vector<Node> candidates = simpler(program);
    bool found = false;
    for (std::size_t from = 0; from < candidates.size() && most > 0 && !found; from += kAtOnce) {
      const std::size_t until = std::min(from + kAtOnce, candidates.size());
      const std::vector<Node> some(candidates.begin() + static_cast<std::ptrdiff_t>(from),
                                   candidates.begin() + static_cast<std::ptrdiff_t>(until));
      most -= static_cast<int>(some.size());
      const std::vector<bool> fail = still_fail(some);
      const auto first = std::find(fail.begin(), fail.end(), true);
      if (first != fail.end()) {
        program = some[static_cast<std::size_t>(first - fail.begin())];
        found = true;
      }
    }
    if (!found) {
      break;
    }
  }
  return program;
}

}  // namespace interleave::random_programs
