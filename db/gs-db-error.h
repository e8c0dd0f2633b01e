/* gs-db-error.h: what can go wrong with a workspace file, by what to do about it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GsDbError:
 * @GS_DB_ERROR_FAILED: none of the others; the message says what
 * @GS_DB_ERROR_MISSING: there is no such file: choose another
 * @GS_DB_ERROR_EXISTS: the file to be made is there already: choose another name
 * @GS_DB_ERROR_NOT_WORKSPACE: the file is no Gainsay workspace: choose another
 * @GS_DB_ERROR_NEWER: made by a newer version: update Gainsay
 * @GS_DB_ERROR_CORRUPT: the file is damaged: restore or recover it
 * @GS_DB_ERROR_LOCKED: another program is writing and did not finish in time: try again
 * @GS_DB_ERROR_READ_ONLY: opened for reading, or the file or its folder cannot be written
 * @GS_DB_ERROR_NO_SPACE: the disk is full: free room, nothing was changed
 * @GS_DB_ERROR_IO: the disk or the network folder failed: check it, nothing was changed
 * @GS_DB_ERROR_CONSTRAINT: what was to be stored contradicts what is stored: mend the input
 * @GS_DB_ERROR_NO_ROW: something was to be changed that is not there
 * @GS_DB_ERROR_INTERRUPTED: cancelled
 * @GS_DB_ERROR_NOTHING_TO_UNDO: the history is at its beginning
 * @GS_DB_ERROR_NOTHING_TO_REDO: the history is at its end
 * @GS_DB_ERROR_ASTRAY: the file that is open is no longer at its place
 * @GS_DB_ERROR_LONE: the file was handed over without its folder: ask for that
 */
typedef enum
{
  GS_DB_ERROR_FAILED,
  GS_DB_ERROR_MISSING,
  GS_DB_ERROR_EXISTS,
  GS_DB_ERROR_NOT_WORKSPACE,
  GS_DB_ERROR_NEWER,
  GS_DB_ERROR_CORRUPT,
  GS_DB_ERROR_LOCKED,
  GS_DB_ERROR_READ_ONLY,
  GS_DB_ERROR_NO_SPACE,
  GS_DB_ERROR_IO,
  GS_DB_ERROR_CONSTRAINT,
  GS_DB_ERROR_NO_ROW,
  GS_DB_ERROR_INTERRUPTED,
  GS_DB_ERROR_NOTHING_TO_UNDO,
  GS_DB_ERROR_NOTHING_TO_REDO,
  GS_DB_ERROR_ASTRAY,
  GS_DB_ERROR_LONE,
} GsDbError;

#define GS_DB_ERROR (gs_db_error_quark ())
GQuark gs_db_error_quark (void);

G_END_DECLS
