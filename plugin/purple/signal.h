// SPDX-License-Identifier: GPL-2.0-or-later
// Ties libpurple's callbacks to objects: whoever connected, registered or scheduled lets go when it dies.
#pragma once

#include <purple.h>

#include <utility>

namespace loftgate {

/// A C function that calls a member function of the object in its last argument. Nothing thrown leaves it; what the
/// caller then gets is zero.
template <auto Method>
struct Thunk;

template <class T, class R, class... Args, R (T::*Method)(Args...)>
struct Thunk<Method> {
  static R call(Args... args, void* self) noexcept {
    try {
      return (static_cast<T*>(self)->*Method)(args...);
    } catch (...) {
      purple_debug_error("loftgate", "A callback failed; what it was to let through was not sent.\n");
      return R();
    }
  }
};

/// One connected signal. `Method` takes the signal's arguments without the trailing user data.
class Signal {
 public:
  template <auto Method, class T>
  static Signal to(T* self, void* instance, const char* name, int priority = PURPLE_SIGNAL_PRIORITY_DEFAULT) {
    return Signal(instance, name, PURPLE_CALLBACK(Thunk<Method>::call), self, priority);
  }
  Signal(const Signal&) = delete;
  Signal& operator=(const Signal&) = delete;
  ~Signal() { purple_signal_disconnect(instance_, name_, this, callback_); }

 private:
  Signal(void* instance, const char* name, PurpleCallback callback, void* self, int priority)
      : instance_(instance), name_(name), callback_(callback) {
    purple_signal_connect_priority(instance, name, this, callback, self, priority);
  }

  void* instance_;
  const char* name_;
  PurpleCallback callback_;
};

/// One slash command of all conversations, "/name words…".
class Command {
 public:
  /// `Method` is `PurpleCmdRet (PurpleConversation*, const char* name, char** args, char** error)`; `args[0]` holds
  /// the words after the name, or NULL.
  template <auto Method, class T>
  static Command to(T* self, const char* name, const char* help, int priority = PURPLE_CMD_P_PLUGIN) {
    const auto flags = PurpleCmdFlag(PURPLE_CMD_FLAG_IM | PURPLE_CMD_FLAG_CHAT | PURPLE_CMD_FLAG_ALLOW_WRONG_ARGS);
    return Command(
        purple_cmd_register(name, "s", PurpleCmdPriority(priority), flags, nullptr, Thunk<Method>::call, help, self));
  }
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  ~Command() { purple_cmd_unregister(id_); }

 private:
  explicit Command(PurpleCmdId id) : id_(id) {}

  PurpleCmdId id_;
};

/// Work for the next turn of the main loop, at most once outstanding.
class Later {
 public:
  Later() = default;
  Later(const Later&) = delete;
  Later& operator=(const Later&) = delete;
  ~Later() { cancel(); }

  /// `Method` is `gboolean ()` and answers FALSE.
  template <auto Method, class T>
  void call(T* self) {
    if (id_ == 0) id_ = purple_timeout_add(0, Thunk<Method>::call, self);
  }
  /// To be called by `Method` itself: it runs, so nothing is outstanding any more.
  void begun() { id_ = 0; }
  void cancel() {
    if (id_ != 0) purple_timeout_remove(std::exchange(id_, 0));
  }

 private:
  guint id_ = 0;
};

}  // namespace loftgate
