/* gs-locale.h: the language of the user.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* First thing in main(): the locale, and our translations. Those of
 * $GAINSAY_LOCALE_DIR come before the installed ones, so that a program that
 * is not installed speaks the user's language, too. */
void gs_locale_init (void);

G_END_DECLS
