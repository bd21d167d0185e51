/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/c/loftgate_c.h"
#include "tests/c/suites.h"

typedef struct place {
  char top[64];
  char folder[96];
} place;

static int make_place(void** state) {
  place* here = calloc(1, sizeof *here);
  if (here == NULL) return -1;
  strcpy(here->top, "/tmp/loftgate-c-XXXXXX");
  if (mkdtemp(here->top) == NULL) return -1;
  snprintf(here->folder, sizeof here->folder, "%s/loftgate", here->top);
  *state = here;
  return 0;
}

static int remove_place(void** state) {
  static const char* const names[] = {"consent-1.db", "consent-1.db-wal", "consent-1.db-shm", "consent.lock",
                                      "consent.head"};
  place* here = *state;
  char path[160];
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    snprintf(path, sizeof path, "%s/%s", here->folder, names[i]);
    unlink(path);
  }
  rmdir(here->folder);
  const int left = rmdir(here->top);
  free(here);
  return left;
}

static lg_log* open_log(const place* here) {
  lg_log* log = lg_log_open(here->folder);
  if (log == NULL) fail_msg("%s", lg_last_error());
  return log;
}

static void choices_are_numbered_after_the_genesis_entry(void** state) {
  lg_log* log = open_log(*state);
  assert_int_equal(lg_log_append(log, "send", "bob@home.example", NULL), 2);
  assert_int_equal(lg_log_append(log, "cancel", "bob@home.example", NULL), 3);
  lg_log_close(log);
}

static void a_log_continues_where_it_ended(void** state) {
  lg_log* log = open_log(*state);
  assert_int_equal(lg_log_append(log, "redact", "bob@home.example", NULL), 2);
  lg_log_close(log);
  log = open_log(*state);
  assert_int_equal(lg_log_append(log, "redact", "bob@home.example", NULL), 3);
  lg_log_close(log);
}

static void a_remembered_choice_is_in_force(void** state) {
  lg_log* log = open_log(*state);
  assert_int_equal(lg_log_rules(log), 0);
  assert_true(lg_log_append(log, "redact", "bob@home.example", "0326c0c0-d8ac-4202-a6c0-d15f641dff22") > 0);
  assert_int_equal(lg_log_rules(log), 1);
  lg_log_close(log);
}

static void an_unknown_choice_is_refused_in_words(void** state) {
  lg_log* log = open_log(*state);
  assert_int_equal(lg_log_append(log, "perhaps", "bob@home.example", NULL), -1);
  assert_non_null(strstr(lg_last_error(), "choice"));
  lg_log_close(log);
}

static void a_log_that_was_only_written_to_is_intact(void** state) {
  const place* here = *state;
  lg_log* log = open_log(here);
  for (int i = 0; i < 20; ++i) assert_true(lg_log_append(log, "edit", "bob@home.example", NULL) > 0);
  lg_log_close(log);
  assert_int_equal(lg_log_verify(here->folder), 0);
}

static void a_folder_without_a_log_cannot_be_verified(void** state) {
  const place* here = *state;
  assert_int_equal(mkdir(here->folder, 0700), 0);
  assert_int_equal(lg_log_verify(here->folder), -1);
  assert_non_null(strstr(lg_last_error(), here->folder));
}

const struct CMUnitTest log_suite[] = {
    cmocka_unit_test_setup_teardown(choices_are_numbered_after_the_genesis_entry, make_place, remove_place),
    cmocka_unit_test_setup_teardown(a_log_continues_where_it_ended, make_place, remove_place),
    cmocka_unit_test_setup_teardown(a_remembered_choice_is_in_force, make_place, remove_place),
    cmocka_unit_test_setup_teardown(an_unknown_choice_is_refused_in_words, make_place, remove_place),
    cmocka_unit_test_setup_teardown(a_log_that_was_only_written_to_is_intact, make_place, remove_place),
    cmocka_unit_test_setup_teardown(a_folder_without_a_log_cannot_be_verified, make_place, remove_place),
};
const size_t log_suite_size = sizeof log_suite / sizeof log_suite[0];

#ifdef LOFTGATE_CMOCKA_ALONE
int main(void) { return cmocka_run_group_tests(log_suite, NULL, NULL); }
#endif
