/* SPDX-License-Identifier: GPL-2.0-or-later
 * A plugin that Pidgin loads for tests/bench/send: emits the two signals that a message passes on its way out, with no
 * plugin, with pidgin-otr and with Loftgate, and writes how long each took. Nothing is sent. */
#define PURPLE_PLUGINS 1
#include <glib.h>
#include <gtk/gtk.h>
#include <purple.h>
#include <pidgin/gtkconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { rounds = 5, warm_up = 200, times = 4000 };

static const char clean[] =
    "hey, can you send the report to me before five? I will look at it tonight and reply, thanks a lot then";
static const char hits[] = "hey, call me on +31 6 12345678 or write to ann.smith@mail-house.nl before five, thanks a lot then";

static gint64 now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (gint64)t.tv_sec * 1000000000 + t.tv_nsec;
}

static int by_size(const void* a, const void* b) {
  const gint64 x = *(const gint64*)a, y = *(const gint64*)b;
  return (x > y) - (x < y);
}

/* Stands in for Pidgin's own sender: what comes after it would really send. */
static void stop_here(GtkWidget* entry, gpointer unused) {
  (void)unused;
  g_signal_stop_emission_by_name(entry, "message_send");
}

static gint64 one(PurpleConversation* talk, GtkWidget* entry, const char* text) {
  PurpleAccount* account = purple_conversation_get_account(talk);
  char* message = g_strdup(text);
  const gint64 start = now_ns();
  g_signal_emit_by_name(entry, "message_send");
  purple_signal_emit(purple_conversations_get_handle(), "sending-im-msg", account, purple_conversation_get_name(talk), &message);
  const gint64 took = now_ns() - start;
  g_free(message);
  return took;
}

static void measure(FILE* out, const char* with, const char* what, const char* text, PurpleConversation* talk) {
  static gint64 took[times];
  GtkWidget* entry = PIDGIN_CONVERSATION(talk)->entry;
  gtk_text_buffer_set_text(gtk_text_view_get_buffer(GTK_TEXT_VIEW(entry)), text, -1);
  const gulong stopper = g_signal_connect(entry, "message_send", G_CALLBACK(stop_here), NULL);
  for (int i = 0; i < warm_up; ++i) one(talk, entry, text);
  for (int i = 0; i < times; ++i) took[i] = one(talk, entry, text);
  g_signal_handler_disconnect(entry, stopper);
  qsort(took, times, sizeof took[0], by_size);
  fprintf(out, "%s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", with, what, took[times / 2], took[times * 99 / 100]);
}

static void load_by_id(const char* id, gboolean loaded) {
  PurplePlugin* plugin = purple_plugins_find_with_id(id);
  if (!plugin) return;
  if (loaded) purple_plugin_load(plugin);
  else purple_plugin_unload(plugin);
}

static void run(FILE* out, PurpleConversation* talk) {
  load_by_id("gtk-loftgate", FALSE);
  load_by_id("core-loftgate", FALSE);
  for (int round = 0; round < rounds; ++round) {
    measure(out, "none", "clean", clean, talk);
    measure(out, "none", "hits", hits, talk);
    load_by_id("otr", TRUE);
    measure(out, "otr", "clean", clean, talk);
    measure(out, "otr", "hits", hits, talk);
    load_by_id("otr", FALSE);
    load_by_id("core-loftgate", TRUE);
    load_by_id("gtk-loftgate", TRUE);
    while (gtk_events_pending()) gtk_main_iteration();
    measure(out, "loftgate", "clean", clean, talk);
    measure(out, "loftgate", "hits", hits, talk);
    load_by_id("gtk-loftgate", FALSE);
    load_by_id("core-loftgate", FALSE);
  }
}

/* Begins once a conversation is open; the file gets its name when it is whole. */
static gboolean begin(gpointer unused) {
  (void)unused;
  PurpleConversation* talk = purple_get_conversations() ? purple_get_conversations()->data : NULL;
  if (!talk) return TRUE;
  char* unfinished = g_strconcat(g_getenv("LOFTGATE_BENCH_OUT"), ".part", NULL);
  FILE* out = fopen(unfinished, "w");
  if (out) {
    run(out, talk);
    fclose(out);
    if (rename(unfinished, g_getenv("LOFTGATE_BENCH_OUT"))) perror(unfinished);
  }
  g_free(unfinished);
  return FALSE;
}

static gboolean load(PurplePlugin* plugin) {
  (void)plugin;
  purple_timeout_add(100, begin, NULL);
  return TRUE;
}

static PurplePluginInfo info = {
    PURPLE_PLUGIN_MAGIC, PURPLE_MAJOR_VERSION, PURPLE_MINOR_VERSION, PURPLE_PLUGIN_STANDARD, NULL, 0, NULL,
    PURPLE_PRIORITY_DEFAULT, "loftgate-send-bench", "Send bench", "0", "Measures", "Measures", "Loftgate", NULL,
    load, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL};

static void init(PurplePlugin* plugin) { (void)plugin; }

PURPLE_INIT_PLUGIN(loftgate_send_bench, init, info)
