/* gs-ctl.h: running the real gainsayctl in tests.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every run has a deadline and every run's output is checked to be UTF-8, so
 * that no test has to.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "gs-test.h"

G_BEGIN_DECLS

/* Longest time one run may take, in seconds, on a busy machine. */
#define GS_CTL_DEADLINE 60.0

typedef struct
{
  int   status; /* exit status; -1 when killed by a signal */
  char *out;
  char *err;
} GsCtlRun;

const char *gs_ctl_path      (void);
/* LC_ALL of the runs that follow; NULL: that of the test. Not copied. */
void        gs_ctl_set_locale (const char *name);
GsCtlRun   *gs_ctl_runv      (const char *const *args);
/* NULL-terminated arguments. */
GsCtlRun   *gs_ctl_run       (const char *first,
                              ...) G_GNUC_NULL_TERMINATED;
/* Must end with @status; says what it wrote otherwise. (transfer full): its output. */
char       *gs_ctl_expect    (int         status,
                              const char *first,
                              ...) G_GNUC_NULL_TERMINATED;
/* Must end with 0 and one JSON document. (transfer full) */
JsonNode   *gs_ctl_json      (const char *first,
                              ...) G_GNUC_NULL_TERMINATED;
void        gs_ctl_run_free  (GsCtlRun   *run);

JsonNode   *gs_ctl_parse     (const char *text);
/* One node a line. */
GPtrArray  *gs_ctl_parse_lines (const char *text);
/* Text of a member; NULL when it is null. A test failure when it is not there. */
const char *gs_ctl_text      (JsonNode   *object,
                              const char *member);
JsonNode   *gs_ctl_element   (JsonNode   *array,
                              guint       index);
guint       gs_ctl_length    (JsonNode   *array);
guint       gs_ctl_count_lines (const char *text);

/* A new workspace in @folder. (transfer full): its path. */
char       *gs_ctl_new_workspace (const char *folder);
/* Imports one text. (transfer full): the article's UUID. */
char       *gs_ctl_import_text (const char *workspace,
                                const char *folder,
                                const char *name,
                                const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsCtlRun, gs_ctl_run_free)

G_END_DECLS
