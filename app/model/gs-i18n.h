/* gs-i18n.h: in which language app speaks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Normally that of the process, as everywhere. A thread that writes a report
 * in a language of the reader's choice says so with gs_i18n_enter(), and what
 * app says on that thread from then on is in it: setlocale() and LANGUAGE
 * belong to the whole process, and the language need not be installed.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* NULL-terminated: codes of the languages that gs_i18n_enter() knows. */
extern const char * const gs_i18n_languages[];

const char *gs_i18n_find      (const char *tag);
const char *gs_i18n_default   (void);
const char *gs_i18n_enter     (const char *language);
void        gs_i18n_leave     (const char *before);

const char *gs_i18n_gettext   (const char *message);
const char *gs_i18n_pgettext  (const char *context,
                               const char *message);
const char *gs_i18n_ngettext  (const char *singular,
                               const char *plural,
                               gulong      n);

G_END_DECLS
