/* gs-error.c: the error domain of the workbench.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-error-private.h"

#include <glib/gi18n-lib.h>

#include "gs-db-error.h"

/* clang-format off: the name is no subtraction. */
G_DEFINE_QUARK (gs - error - quark, gs_error)
/* clang-format on */

/* What the lower room says about a code. Where the code says it all, there is
 * a sentence of ours, since that room does not translate; otherwise its own
 * message names the thing that is wrong and is kept. */
static const struct
{
  GsDbError db;
  GsError app;
  const char *message;
} translations[] = {
  { GS_DB_ERROR_FAILED, GS_ERROR_FAILED, NULL },
  { GS_DB_ERROR_MISSING, GS_ERROR_OPEN, NULL },
  { GS_DB_ERROR_EXISTS, GS_ERROR_EXISTS, NULL },
  { GS_DB_ERROR_NOT_WORKSPACE, GS_ERROR_OPEN, NULL },
  { GS_DB_ERROR_NEWER, GS_ERROR_OPEN, NULL },
  { GS_DB_ERROR_CORRUPT, GS_ERROR_DAMAGED, NULL },
  { GS_DB_ERROR_ASTRAY, GS_ERROR_ASTRAY,
    N_ ("The file of this workspace was moved, deleted or replaced while it was open. Nothing was changed. Save a "
        "copy of what is open here, or open the workspace where it is now.") },
  { GS_DB_ERROR_LONE, GS_ERROR_LONE, NULL },
  { GS_DB_ERROR_LOCKED, GS_ERROR_LOCKED,
    N_ ("Another program is writing to this workspace. Try again when it has finished.") },
  { GS_DB_ERROR_READ_ONLY, GS_ERROR_READ_ONLY, N_ ("This workspace is open for reading only.") },
  { GS_DB_ERROR_NO_SPACE, GS_ERROR_NO_SPACE, N_ ("The disk is full. Free some room; nothing was changed.") },
  { GS_DB_ERROR_IO, GS_ERROR_FAILED, NULL },
  { GS_DB_ERROR_CONSTRAINT, GS_ERROR_INVALID, NULL },
  { GS_DB_ERROR_NO_ROW, GS_ERROR_NOT_FOUND, NULL },
  { GS_DB_ERROR_NOTHING_TO_UNDO, GS_ERROR_NOTHING_TO_UNDO, N_ ("There is nothing to undo.") },
  { GS_DB_ERROR_NOTHING_TO_REDO, GS_ERROR_NOTHING_TO_REDO, N_ ("There is nothing to redo.") },
};

gboolean
gs_error_take (GError **error, GError *from)
{
  g_return_val_if_fail (from != NULL, FALSE);

  if (from->domain != GS_DB_ERROR)
    {
      g_propagate_error (error, from);
      return FALSE;
    }

  if (from->code == GS_DB_ERROR_INTERRUPTED)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled."));

  for (guint i = 0; i < G_N_ELEMENTS (translations); i++)
    {
      if (from->code == (int) translations[i].db)
        g_set_error_literal (error, GS_ERROR, (int) translations[i].app,
                             translations[i].message != NULL ? _ (translations[i].message) : from->message);
    }

  g_error_free (from);

  return FALSE;
}
