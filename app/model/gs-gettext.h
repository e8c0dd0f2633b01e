/* gs-gettext.h: marks of sentences that may stand in a report.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For files of app, in place of glib/gi18n-lib.h, whose sentences are in the
 * language of the process only.
 */

#pragma once

#include <libintl.h>

#include "gs-i18n.h"

#define _(message) gs_i18n_gettext (message)
#define C_(context, message) gs_i18n_pgettext (context, message)
#define N_(message) (message)
#define NC_(context, message) (message)
#undef ngettext
#define ngettext(singular, plural, n) gs_i18n_ngettext (singular, plural, n)
