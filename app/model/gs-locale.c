/* gs-locale.c: the language of the user.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-locale.h"

#include <libintl.h>
#include <locale.h>

/**
 * gs_locale_init:
 *
 * Sets the locale and finds the translations, once, before anything is said.
 */
void
gs_locale_init (void)
{
  const char *folder = g_getenv ("GAINSAY_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : GS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
