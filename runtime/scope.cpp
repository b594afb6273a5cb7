#include "runtime/scope.h"

#include "runtime/loop.h"

namespace interleave {

Scope::Scope(Loop& loop, const Listing& listing)
    : listing_(&listing),
      def_(&listing.def("")),
      name_(loop.recorder().intern(def_->name)),
      loop_(&loop) {}

Scope Scope::def(std::string_view name, std::string_view label) const {
  Scope scope = *this;
  scope.def_ = &listing_->def(name);
  scope.name_ = loop_->recorder().intern(scope.def_->name);
  scope.frame_ = nullptr;
  scope.label_ = label.empty() ? kNoText : loop_->recorder().intern(label);
  return scope;
}

Scope Scope::def_at(std::uint16_t line) const {
  Scope scope = *this;
  scope.def_ = &listing_->def_at(line);
  scope.name_ = loop_->recorder().intern(scope.def_->name);
  scope.frame_ = nullptr;
  scope.label_ = kNoText;
  return scope;
}

Scope& Scope::at(std::string_view snippet, int nth) {
  frame_->line = listing_->line_of(*def_, snippet, nth);
  return *this;
}

void Scope::print(std::string_view text) const {
  Recorder& recorder = loop_->recorder();
  while (true) {
    const std::size_t end = text.find('\n');
    recorder.record_here(Kind::output).a = recorder.intern(text.substr(0, end));
    if (end == std::string_view::npos) {
      return;
    }
    text.remove_prefix(end + 1);
  }
}

void Scope::work(Duration duration) const {
  loop_->recorder().spend(Kind::worked, duration.count());
}

void Scope::block(Duration duration) const {
  loop_->recorder().spend(Kind::blocked, duration.count());
}

bool Scope::recording() const { return loop_->recorder().ended() == Recorder::Ended::no; }

Duration Scope::time() const { return Duration(loop_->recorder().now_ns()); }

}  // namespace interleave
