/* gs-db-lone.c: files that were handed over without their folder.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program in a sandbox gets single files from the document portal, each in
 * a folder that is made up. It takes further files, but under names that
 * nobody outside knows, and forgets them when it ends: a log that is laid there is
 * lost with all that was stored in it, however safe it seemed.
 */

#include "config.h"

#include "gs-db-private.h"

#include <string.h>

/* (nullable): what follows @folder in @path. */
static const char *
below (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  return strncmp (path, folder, length) == 0 && path[length] == '/' ? path + length + 1 : NULL;
}

/* (nullable): what follows the portal's own folder in @path. */
static const char *
below_portal (const char *path)
{
  /* Not GLib's function, which makes a folder where the session has none. */
  const char *runtime = g_getenv ("XDG_RUNTIME_DIR");
  g_autofree char *own = runtime != NULL ? g_build_filename (runtime, "doc", NULL) : NULL;
  const char *rest = below (path, "/run/flatpak/doc");

  return rest != NULL || own == NULL ? rest : below (path, own);
}

/* @path: absolute. */
gboolean
gs_db_path_is_in_portal (const char *path)
{
  return below_portal (path) != NULL;
}

/**
 * gs_db_path_is_lone:
 * @path: of a file, in the encoding of file names
 *
 * ID/NAME in the portal's folder is a file that was handed over by itself; what
 * lies deeper belongs to a folder that was.
 *
 * Returns: whether no log can be kept beside it
 */
gboolean
gs_db_path_is_lone (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  const char *rest = below_portal (absolute);
  g_auto (GStrv) parts = NULL;
  guint skipped;

  if (rest == NULL)
    return FALSE;

  /* From outside, by-app/APPLICATION is what the application sees. */
  parts = g_strsplit (rest, "/", -1);
  skipped = g_str_equal (parts[0], "by-app") ? 2 : 0;

  return g_strv_length (parts) == skipped + 2;
}
