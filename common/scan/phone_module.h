/* SPDX-License-Identifier: GPL-2.0-or-later
 * What the module with the phone numbers' metadata shows: one C function, so that it can be opened when needed. */
#ifndef LOFTGATE_PHONE_MODULE_H
#define LOFTGATE_PHONE_MODULE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What is known of a number; or-ed together. */
enum {
  LOFTGATE_PHONE_POSSIBLE = 1, /* of a length that is in use there */
  LOFTGATE_PHONE_VALID = 2,    /* in a range that is in use there */
  LOFTGATE_PHONE_GROUPED = 4   /* valid, and parted the way it is written there */
};

/* `number`: ASCII digits, groups parted by one space, '+' first if it begins with a calling code. `region`: ISO 3166,
 * "ZZ" for a number with '+'. Takes tens of microseconds; the first call takes milliseconds. Any thread. */
typedef int loftgate_phone_judge_type(const char* number, size_t size, const char* region);

#define LOFTGATE_PHONE_MODULE "loftgate-phone.so"
#define LOFTGATE_PHONE_JUDGE "loftgate_phone_judge"

#ifdef __cplusplus
}
#endif
#endif
