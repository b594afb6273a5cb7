#include "tests/programs/node.h"

#include <algorithm>

namespace interleave::programs {

bool same(const Node& a, const Node& b) {
  return a.kind == b.kind && a.text == b.text && a.integer == b.integer && a.real == b.real &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                    same);
}

}  // namespace interleave::programs
