/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A small C face of the scanner and the consent log, so that suites in C can test them. */
#ifndef LOFTGATE_C_H
#define LOFTGATE_C_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One thing found; offsets are bytes of the text. `type` is a name such as "EMAIL" and lives as long as the program. */
typedef struct lg_finding {
  size_t start;
  size_t end;
  const char* type;
} lg_finding;

typedef struct lg_scan lg_scan;

/** Scans with the built-in records. `region` is an ISO 3166 country or "". NULL if the records cannot be loaded. */
lg_scan* lg_scan_text(const char* text, size_t size, const char* region);
size_t lg_scan_count(const lg_scan* scan);
lg_finding lg_scan_at(const lg_scan* scan, size_t index);
int lg_scan_is_complete(const lg_scan* scan);
void lg_scan_free(lg_scan* scan);

typedef struct lg_log lg_log;

/** Opens or makes a log. NULL on an error, which lg_last_error() then puts into words. */
lg_log* lg_log_open(const char* folder);

/** Records a decision ("send", "redact", "edit", "cancel", "defer") about `contact`, remembered under `rule` (a UUID)
 *  unless that is NULL. Gives back the sequence number, -1 on an error. */
int64_t lg_log_append(lg_log* log, const char* choice, const char* contact, const char* rule);

/** How many remembered choices are in force; -1 on an error. */
int64_t lg_log_rules(const lg_log* log);
void lg_log_close(lg_log* log);

/** How many findings are errors (notices are not counted); -1 if the folder could not be checked. */
int64_t lg_log_verify(const char* folder);

/** Words for the last error; "" if there was none. */
const char* lg_last_error(void);

#ifdef __cplusplus
}
#endif

#endif
