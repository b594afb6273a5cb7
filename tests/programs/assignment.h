#pragma once

#include "tests/programs/machine.h"
#include "tests/programs/node.h"
#include "tests/programs/value.h"

namespace interleave::programs {

/// `target = value`: a name, an attribute, an item, or several of them in a row.
void assign(Activation& here, const Node& target, const Value& value);
/// `del target`.
void unassign(Activation& here, const Node& target);

}  // namespace interleave::programs
