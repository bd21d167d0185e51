// SPDX-License-Identifier: GPL-2.0-or-later
// A plugin that Pidgin loads for tests/bench/typing: types letters into the middle of an entry, with and without
// Loftgate, and writes how long each took and what the marking after it took. Nothing is sent.
#include <glib.h>
#include <gtk/gtk.h>
#include <purple.h>
#include <pidgin/gtkconv.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "plugin/purple/view_socket.h"

namespace loftgate {
namespace {

constexpr int keys = 30, pastes = 3;   // each waits for the marking after it
constexpr int sizes[] = {100, 16 * 1024, 1024 * 1024};
constexpr std::string_view typed = "write to ann.smith@mail-house.nl before five or ";

using Nanoseconds = std::int64_t;

Nanoseconds now() { return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1); }

/// What one marking did, in the order it happens.
struct Marking {
  Nanoseconds awake = 0;   ///< its timer is due
  Nanoseconds read = 0;    ///< the entry is read and old marks are taken away
  Nanoseconds scanned = 0;
  Nanoseconds done = 0;
};

Marking marking;

/// The gate, with a clock at the scan.
class TimedDoor final : public Door {
 public:
  explicit TimedDoor(Door& door) : door_(door) {}
  std::vector<Span> underline(const Message& message) override {
    marking.read = now();
    auto spans = door_.underline(message);
    marking.scanned = now();
    return spans;
  }
  bool concerns(const Message& message) override { return door_.concerns(message); }
  Outcome draft(const Message& message, WarningView& view, Outbox& outbox) override { return door_.draft(message, view, outbox); }
  Outcome outgoing(const Message& message, WarningView& view, Outbox& outbox) override { return door_.outgoing(message, view, outbox); }
  bool incoming(const Message& message) override { return door_.incoming(message); }
  void withdraw(const Outbox& outbox, bool by_user) override { door_.withdraw(outbox, by_user); }
  Result<void> choose(HoldId id, const Choice& choice) override { return door_.choose(id, choice); }
  const Warning* open_question(const Destination& to) const override { return door_.open_question(to); }
  void look(const Message& context, WarningView& view) override { door_.look(context, view); }
  void forget(const Destination& who) override { door_.forget(who); }
  void conversation_ended(const Destination& to) override { door_.conversation_ended(to); }
  std::optional<std::string> take_kept(const Destination& to) override { return door_.take_kept(to); }
  std::vector<Destination> kept() const override { return door_.kept(); }
  void view_gone(WarningView& view) override { door_.view_gone(view); }

 private:
  Door& door_;
};

gint poll_and_look_at_the_clock(GPollFD* fds, guint count, gint timeout) {
  const gint ready = g_poll(fds, count, timeout);
  marking.awake = now();
  return ready;
}

void settle() {
  while (gtk_events_pending()) gtk_main_iteration();
}

/// Called at once after a change: what else waits, drawing above all, is done on the way.
Marking wait_for_marking() {
  marking = {};
  while (!marking.scanned) g_main_context_iteration(nullptr, TRUE);
  marking.done = now();
  return marking;
}

std::string text_of(int size) {
  static constexpr std::string_view lines = "hey, the pigeons came home late and the loft was cold again\n"
                                            "can you send me the report before five, I look at it tonight\n"
                                            "he says it was the heron on the roof, not the neighbour's cat\n"
                                            "ask bob.jones@loft-post.nl what the feed costs these days\n";
  std::string text;
  while (text.size() < static_cast<std::size_t>(size)) text += lines;
  text.resize(static_cast<std::size_t>(size));
  return text;
}

class Bench {
 public:
  Bench(FILE* out, PurpleConversation* talk)
      : out_(out), entry_(PIDGIN_CONVERSATION(talk)->entry), buffer_(PIDGIN_CONVERSATION(talk)->entry_buffer) {}

  void run() {
    load("gtk-loftgate", FALSE);
    load("core-loftgate", FALSE);
    for (const int size : sizes) {
      put(size);
      type_fast(size, "alone");
    }
    load("core-loftgate", TRUE);
    load("gtk-loftgate", TRUE);
    settle();
    auto& socket = *static_cast<ViewSocket*>(purple_plugins_find_with_id("core-loftgate")->info->extra_info);
    Door* const real = socket.door;
    TimedDoor timed(*real);
    socket.door = &timed;
    const GPollFunc before = g_main_context_get_poll_func(nullptr);
    g_main_context_set_poll_func(nullptr, poll_and_look_at_the_clock);
    for (const int size : sizes) {
      paste(size);
      type_fast(size, "key");
      type_watched(size);
    }
    g_main_context_set_poll_func(nullptr, before);
    socket.door = real;
    gtk_text_buffer_set_text(buffer_, "", 0);
  }

 private:
  static void load(const char* id, gboolean loaded) {
    PurplePlugin* plugin = purple_plugins_find_with_id(id);
    if (!plugin) return;
    if (loaded) purple_plugin_load(plugin);
    else purple_plugin_unload(plugin);
  }

  void put(int size) {
    gtk_text_buffer_set_text(buffer_, text_of(size).c_str(), size);
    GtkTextIter middle;
    gtk_text_buffer_get_iter_at_offset(buffer_, &middle, size / 2);
    gtk_text_buffer_place_cursor(buffer_, &middle);
  }

  Nanoseconds press(int key) {
    const char letter[] = {typed[static_cast<std::size_t>(key) % typed.size()], '\0'};
    const Nanoseconds start = now();
    g_signal_emit_by_name(entry_, "insert-at-cursor", letter);
    return now() - start;
  }

  /// Without a pause that a marking would wait for.
  void type_fast(int size, const char* what) {
    settle();
    for (int key = 0; key < keys; ++key) {
      took_[what].push_back(press(key));
      settle();
    }
    write(size);
  }

  void paste(int size) {
    for (int round = 0; round < pastes; ++round) {
      put(size);
      note("pasted-", wait_for_marking());
    }
    write(size);
  }

  void type_watched(int size) {
    for (int key = 0; key < keys; ++key) {
      press(key);
      note("", wait_for_marking());
      settle();
    }
    write(size);
  }

  void note(const std::string& what, const Marking& one) {
    took_[what + "read"].push_back(one.read - one.awake);
    took_[what + "scan"].push_back(one.scanned - one.read);
    took_[what + "tag"].push_back(one.done - one.scanned);
    took_[what + "marking"].push_back(one.done - one.awake);
  }

  void write(int size) {
    for (auto& [what, times] : took_) {
      std::sort(times.begin(), times.end());
      std::fprintf(out_, "%d %s %lld %lld\n", size, what.c_str(), static_cast<long long>(times[times.size() / 2]),
                   static_cast<long long>(times[times.size() * 99 / 100]));
    }
    took_.clear();
  }

  FILE* out_;
  GtkWidget* entry_;
  GtkTextBuffer* buffer_;
  std::map<std::string, std::vector<Nanoseconds>> took_;
};

/// Begins once a conversation is open; the file gets its name when it is whole.
gboolean begin(gpointer) {
  if (!purple_get_conversations()) return G_SOURCE_CONTINUE;
  auto* talk = static_cast<PurpleConversation*>(purple_get_conversations()->data);
  const std::string whole = g_getenv("LOFTGATE_BENCH_OUT");
  const std::string unfinished = whole + ".part";
  FILE* out = std::fopen(unfinished.c_str(), "w");
  if (!out) return G_SOURCE_REMOVE;
  Bench(out, talk).run();
  std::fclose(out);
  if (std::rename(unfinished.c_str(), whole.c_str())) std::perror(unfinished.c_str());
  return G_SOURCE_REMOVE;
}

gboolean load(PurplePlugin*) {
  purple_timeout_add(100, begin, nullptr);
  return TRUE;
}

char id[] = "loftgate-typing-bench", name[] = "Typing bench", version[] = "0", measures[] = "Measures", author[] = "Loftgate";

PurplePluginInfo info = {PURPLE_PLUGIN_MAGIC, PURPLE_MAJOR_VERSION, PURPLE_MINOR_VERSION, PURPLE_PLUGIN_STANDARD, nullptr, 0,
                         nullptr, PURPLE_PRIORITY_DEFAULT, id, name, version, measures, measures, author, nullptr, load,
                         nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

}  // namespace
}  // namespace loftgate

extern "C" G_MODULE_EXPORT gboolean purple_init_plugin(PurplePlugin* plugin) {
  plugin->info = &loftgate::info;
  return purple_plugin_register(plugin);
}
