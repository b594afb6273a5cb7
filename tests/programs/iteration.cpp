#include "tests/programs/iteration.h"

#include "runtime/errors.h"
#include "tests/programs/async_generators.h"
#include "tests/programs/awaitables.h"
#include "tests/programs/call.h"
#include "tests/programs/collections.h"
#include "tests/programs/exceptions.h"

namespace interleave::programs {

namespace {

/// Of a collection. A list may grow meanwhile.
class CollectionIterator final : public Iterator {
 public:
  explicit CollectionIterator(Value over) : over_(std::move(over)) {
    if (over_.as<List>() == nullptr) {
      items_ = items_of(over_);
    }
  }
  [[nodiscard]] std::optional<Value> next(Activation&) override {
    const auto* growing = over_.as<List>();
    const Values& items = growing == nullptr ? items_ : growing->items;
    return at_ < items.size() ? std::optional<Value>(items[at_++]) : std::nullopt;
  }

 private:
  Value over_;
  Values items_;
  std::size_t at_ = 0;
};

}  // namespace

Value iterator_of(const Value& value) {
  return value.as<Iterator>() != nullptr ? value : Value(make_counted<CollectionIterator>(value));
}

Iteration::Iteration(Activation& here, const Value& over, bool is_async)
    : here_(&here),
      iterator_(is_async ? call(here, attribute_of(over, "__aiter__"), Values{})
                         : iterator_of(over)) {}

Coro<bool> Iteration::next() {
  if (auto* plain = iterator_.as<Iterator>()) {
    const auto item = plain->next(*here_);
    item_ = item.value_or(Value());
    co_return item.has_value();
  }
  if (auto* generator = iterator_.as<GeneratorObject>()) {
    Coro<bool> asking = next_item(*generator, here_->scope, item_);
    const bool more = co_await asking;
    co_return more;
  }
  const Value step = call(*here_, attribute_of(iterator_, "__anext__"), Values{});
  std::exception_ptr raised;
  try {
    Coro<Value> waiting = await_value(step);
    item_ = co_await waiting;
  } catch (const Error& error) {
    if (error.type() != "StopAsyncIteration") {
      throw;
    }
    raised = std::current_exception();
  }
  co_return raised == nullptr;
}

}  // namespace interleave::programs
