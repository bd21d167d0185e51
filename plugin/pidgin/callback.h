// SPDX-License-Identifier: GPL-2.0-or-later
// Lets GLib call member functions, and ends what was connected together with its owner.
#pragma once

#include <glib-object.h>
#include <glib.h>

#include <list>
#include <utility>

namespace loftgate {

template <auto Method>
struct Thunk;

/// A member function as a C callback whose last argument is the object. An exception ends here, as "not handled".
template <class T, class R, class... Args, R (T::*Method)(Args...)>
struct Thunk<Method> {
  static R call(Args... args, gpointer self) noexcept {
    try {
      return (static_cast<T*>(self)->*Method)(args...);
    } catch (...) {
      return R();
    }
  }
};

/// Connects a member function to a signal of a widget that does not outlive `self`.
template <auto Method, class T>
void on(gpointer instance, const char* signal, T* self) {
  g_signal_connect(instance, signal, G_CALLBACK(&Thunk<Method>::call), self);
}

/// Signal connections on objects that may outlive their owner, or die before it.
class Connections {
 public:
  Connections() = default;
  Connections(const Connections&) = delete;
  Connections& operator=(const Connections&) = delete;

  template <auto Method, class T>
  void add(gpointer instance, const char* signal, T* self) {
    const gulong id = g_signal_connect(instance, signal, G_CALLBACK(&Thunk<Method>::call), self);
    links_.emplace_back(instance, id);
  }

 private:
  /// The weak pointer is cleared before the object drops its handlers, so a handler is never dropped twice.
  struct Link {
    Link(gpointer object, gulong handler) : instance(object), id(handler) {
      g_object_add_weak_pointer(G_OBJECT(instance), &instance);
    }
    ~Link() {
      if (!instance) return;
      if (g_signal_handler_is_connected(instance, id)) g_signal_handler_disconnect(instance, id);
      g_object_remove_weak_pointer(G_OBJECT(instance), &instance);
    }
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    gpointer instance;
    gulong id;
  };

  std::list<Link> links_;
};

/// One timeout or idle call at a time, which ends with its owner.
class Timer {
 public:
  Timer() = default;
  ~Timer() { stop(); }
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;

  /// Calls `Method` once after `ms` milliseconds (0: when idle), instead of what was set before.
  template <auto Method, class T>
  void start(guint ms, T* self) {
    stop();
    call_ = [](gpointer object) { Thunk<Method>::call(object); };
    object_ = self;
    source_ = ms ? g_timeout_add(ms, &Timer::fire, this) : g_idle_add(&Timer::fire, this);
  }

  void stop() {
    if (source_) g_source_remove(std::exchange(source_, 0));
  }

 private:
  static gboolean fire(gpointer data) noexcept {
    auto* timer = static_cast<Timer*>(data);
    timer->source_ = 0;
    timer->call_(timer->object_);
    return G_SOURCE_REMOVE;
  }

  guint source_ = 0;
  void (*call_)(gpointer) = nullptr;
  gpointer object_ = nullptr;
};

}  // namespace loftgate
