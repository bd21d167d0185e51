/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tests/c/loftgate_c.h"
#include "tests/c/suites.h"

static lg_scan* scan(const char* text, const char* region) {
  lg_scan* result = lg_scan_text(text, strlen(text), region);
  if (result == NULL) fail_msg("%s", lg_last_error());
  return result;
}

static void assert_only(const char* text, const char* region, const char* type, const char* found) {
  lg_scan* result = scan(text, region);
  assert_int_equal(lg_scan_count(result), 1);
  const lg_finding finding = lg_scan_at(result, 0);
  assert_string_equal(finding.type, type);
  assert_int_equal(finding.end - finding.start, strlen(found));
  assert_memory_equal(text + finding.start, found, strlen(found));
  lg_scan_free(result);
}

static void an_ordinary_sentence_is_clean(void** state) {
  (void)state;
  lg_scan* result = scan("See you at the station at eight, bring the blue umbrella.", "");
  assert_int_equal(lg_scan_count(result), 0);
  assert_true(lg_scan_is_complete(result));
  lg_scan_free(result);
}

static void an_email_address_is_found(void** state) {
  (void)state;
  assert_only("write to ann@mail.example.org soon", "", "EMAIL", "ann@mail.example.org");
}

static void a_card_number_is_found_by_its_check_digit(void** state) {
  (void)state;
  assert_only("card 4929 3174 8260 5175 thanks", "", "CREDIT_CARD", "4929 3174 8260 5175");
}

static void an_iban_is_found(void** state) {
  (void)state;
  assert_only("pay to GB82 WEST 1234 5698 7654 32 today", "", "IBAN", "GB82 WEST 1234 5698 7654 32");
}

static void nothing_is_found_in_nothing(void** state) {
  (void)state;
  lg_scan* result = scan("", "");
  assert_int_equal(lg_scan_count(result), 0);
  assert_true(lg_scan_is_complete(result));
  lg_scan_free(result);
}

static void bytes_that_are_no_text_do_no_harm(void** state) {
  (void)state;
  static const char bytes[] = "\xff\xfe\0\x80 ann@mail.example.org \xc3";
  lg_scan* result = lg_scan_text(bytes, sizeof bytes - 1, "");
  assert_non_null(result);
  for (size_t i = 0; i < lg_scan_count(result); ++i) {
    const lg_finding finding = lg_scan_at(result, i);
    assert_true(finding.start < finding.end);
    assert_true(finding.end <= sizeof bytes - 1);
  }
  lg_scan_free(result);
}

const struct CMUnitTest scanner_suite[] = {
    cmocka_unit_test(an_ordinary_sentence_is_clean),
    cmocka_unit_test(an_email_address_is_found),
    cmocka_unit_test(a_card_number_is_found_by_its_check_digit),
    cmocka_unit_test(an_iban_is_found),
    cmocka_unit_test(nothing_is_found_in_nothing),
    cmocka_unit_test(bytes_that_are_no_text_do_no_harm),
};
const size_t scanner_suite_size = sizeof scanner_suite / sizeof scanner_suite[0];

#ifdef LOFTGATE_CMOCKA_ALONE
int main(void) { return cmocka_run_group_tests(scanner_suite, NULL, NULL); }
#endif
