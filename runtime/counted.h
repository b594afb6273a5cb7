#pragma once

#include <cstdint>
#include <utility>

#include "runtime/pool.h"

namespace interleave {

/// Base of what is shared within one loop: an intrusive count, not atomic, since a loop is one
/// thread.
class Counted : public Pooled {
 public:
  Counted() = default;
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  virtual ~Counted() = default;

  void retain() { ++count_; }
  void release() {
    if (--count_ == 0) {
      delete this;
    }
  }

 private:
  std::uint32_t count_ = 0;
};

/// A counted pointer to a Counted.
template <class T>
class Ref {
 public:
  Ref() = default;
  explicit Ref(T* object) : object_(object) { retain(); }
  Ref(const Ref& other) : object_(other.object_) { retain(); }
  Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  template <class U>
  Ref(Ref<U>&& other) noexcept : object_(other.detach()) {}  // NOLINT: as below
  template <class U>
  Ref(const Ref<U>& other) : object_(other.get()) {  // NOLINT: a Ref to a base, as with pointers
    retain();
  }
  Ref& operator=(Ref other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~Ref() {
    if (object_ != nullptr) {
      object_->release();
    }
  }

  /// Takes over a reference that somebody gave up with detach().
  [[nodiscard]] static Ref adopt(T* object) {
    Ref ref;
    ref.object_ = object;
    return ref;
  }
  /// Gives the reference up without releasing it.
  [[nodiscard]] T* detach() { return std::exchange(object_, nullptr); }

  [[nodiscard]] T* get() const { return object_; }
  T* operator->() const { return object_; }
  T& operator*() const { return *object_; }
  explicit operator bool() const { return object_ != nullptr; }

 private:
  void retain() {
    if (object_ != nullptr) {
      object_->retain();
    }
  }
  T* object_ = nullptr;
};

template <class T, class... Args>
[[nodiscard]] Ref<T> make_counted(Args&&... args) {
  return Ref<T>(new T(std::forward<Args>(args)...));
}

}  // namespace interleave
