#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/programs/build.h"
#include "tests/random/dice.h"

namespace interleave::random_programs {

using programs::Node;
using programs::build::Nodes;
using programs::build::Part;

/// Something that tasks share, a variable of the module.
struct Thing {
  enum class Type : std::uint8_t {
    lock,
    semaphore,
    event,
    condition,
    queue,
    barrier,
    future,
  };
  Type type;
  std::string name;
  /// The call that makes it.
  Node made;
};

/// Where a statement is to stand.
struct Place {
  /// Of the coroutine it belongs to. It may call and await those of a higher rank only: nobody
  /// awaits himself, not by way of others either.
  int rank = 0;
  int depth = 0;
  /// In an async generator: `yield` may stand here.
  bool may_yield = false;
  bool in_generator = false;
  bool in_loop = false;
  /// A clean-up neither raises nor returns.
  bool in_cleanup = false;
  bool is_callback = false;
  /// Variables that hold a task (of a higher rank), a timer's handle, a timeout.
  std::vector<std::string> tasks{};
  std::vector<std::string> handles{};
  std::vector<std::string> limits{};
};

/// Writes one program: what it consists of, and how much may still be written.
class Author {
 public:
  explicit Author(std::uint64_t seed);

  Dice dice;
  /// c1 … ; the higher ones are called by the lower.
  int coroutines;
  int generators;
  int callbacks;
  int jobs;
  std::vector<Thing> things;
  std::vector<std::string> pools;
  /// Statements that may still be written.
  int left;
  /// Coroutines that a statement calls, by rank.
  std::vector<bool> called;
  bool works = false;

  /// A name that no other has: `t1`, `t2` …
  [[nodiscard]] std::string fresh(const std::string& base);
  /// A text that no other print has: "c2 7".
  [[nodiscard]] Node saying(const Place& place);
  /// So many statements, or fewer if little is left; at least one.
  [[nodiscard]] Nodes body(Place place, int count);

  // What can be waited for.

  /// A short time in seconds, 0 among them.
  [[nodiscard]] Node seconds();
  [[nodiscard]] bool can_call(const Place& place) const { return place.rank < coroutines; }
  /// A call of a coroutine of a higher rank.
  [[nodiscard]] Node coroutine(const Place& place);
  /// A coroutine, task, future, a primitive's own coroutine, a gather or a shield of such.
  /// `guard`: what must hold, or nothing.
  [[nodiscard]] Node awaitable(const Place& place, Node& guard);
  /// A coroutine that nothing is known of yet: a task of it is not done.
  [[nodiscard]] Node new_coroutine(const Place& place);
  /// A task or a future.
  [[nodiscard]] Node future(const Place& place, Node& guard);
  /// Await it, as a statement, perhaps printing the result.
  [[nodiscard]] Node awaited(Part awaitable);
  [[nodiscard]] const Thing* thing_of(Thing::Type type);

 private:
  [[nodiscard]] Node library_coroutine();

  int names_ = 0;
  int sayings_ = 0;
};

/// One way to go on; empty if it does not fit there.
using Maker = Nodes (*)(Author&, Place&);
struct Choice {
  int weight;
  Maker make;
};
using Choices = std::vector<Choice>;
/// One of them by weight, the first that fits.
[[nodiscard]] Nodes chosen(const Choices& choices, Author& author, Place& place);
/// `statements`, only if `guard` holds, if there is one.
[[nodiscard]] Nodes guarded(Node guard, Nodes statements);
/// Places one in a block deeper: what it defines is not seen after it.
[[nodiscard]] Place within(const Place& place);

// The choices, a file each.
[[nodiscard]] const Choices& plain_choices();    // sleep, work, print, loops, branches
[[nodiscard]] const Choices& task_choices();     // spawn, await, cancel
[[nodiscard]] const Choices& error_choices();    // raise, try
[[nodiscard]] const Choices& wait_choices();     // gather, group, wait, shield, timeout …
[[nodiscard]] const Choices& thing_choices();    // locks, queues …
[[nodiscard]] const Choices& outside_choices();  // callbacks, executors, async generators
/// What does not suspend: callbacks consist of it.
[[nodiscard]] const Choices& callback_choices();

}  // namespace interleave::random_programs
