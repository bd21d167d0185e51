/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The suites written in C: plain cmocka tables. Built with -DLOFTGATE_CMOCKA_ALONE a suite is a program of its own. */
#ifndef LOFTGATE_SUITES_H
#define LOFTGATE_SUITES_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct CMUnitTest;

extern const struct CMUnitTest scanner_suite[];
extern const size_t scanner_suite_size;
extern const struct CMUnitTest log_suite[];
extern const size_t log_suite_size;

#ifdef __cplusplus
}
#endif

#endif
