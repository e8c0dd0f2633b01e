/* builder-types.c: our widgets, for gtk4-builder-tool to know.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loaded into the tool, it makes types of ours and of libadwaita be found by
 * name, and has libadwaita initialized as soon as GTK is.
 */

#define _GNU_SOURCE

#include "config.h"

#include <adwaita.h>
#include <dlfcn.h>
#include <stdlib.h>

#include "gs-folding-page.h"

G_MODULE_EXPORT void
gtk_init (void)
{
  if (!gtk_init_check ())
    exit (1);
}

G_MODULE_EXPORT gboolean
gtk_init_check (void)
{
  static gboolean under_way; /* libadwaita initializes GTK */
  gboolean (*next) (void) = (gboolean (*) (void)) dlsym (RTLD_NEXT, "gtk_init_check");

  if (!next ())
    return FALSE;
  if (!under_way)
    {
      under_way = TRUE;
      adw_init ();
    }

  return TRUE;
}

/* What templates of ours derive from is looked for among the types there are. */
static void __attribute__ ((constructor)) register_parents (void)
{
  g_type_ensure (ADW_TYPE_APPLICATION_WINDOW);
  g_type_ensure (ADW_TYPE_PREFERENCES_WINDOW);
  g_type_ensure (ADW_TYPE_WINDOW);
  g_type_ensure (GS_TYPE_FOLDING_PAGE);
}
