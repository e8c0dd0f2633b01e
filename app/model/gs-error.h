/* gs-error.h: what can go wrong, by what the user can do about it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GsError:
 * @GS_ERROR_FAILED: none of the others; the message says what
 * @GS_ERROR_OPEN: the workspace cannot be opened: missing, no workspace, newer, locked
 * @GS_ERROR_EXISTS: the file to be made is there already
 * @GS_ERROR_LOCKED: another program is writing: try again
 * @GS_ERROR_READ_ONLY: the workspace is open for reading only
 * @GS_ERROR_NO_SPACE: the disk is full; nothing was changed
 * @GS_ERROR_NOT_FOUND: what was named is not there
 * @GS_ERROR_AMBIGUOUS: what was named is there more than once
 * @GS_ERROR_INVALID: the input contradicts itself or what is stored
 * @GS_ERROR_UNREADABLE: a file is not what it should be, or cannot be read
 * @GS_ERROR_LIMIT: a file is beyond a limit, which the message names
 * @GS_ERROR_NOTHING_TO_UNDO: the history is at its beginning
 * @GS_ERROR_NOTHING_TO_REDO: the history is at its end
 * @GS_ERROR_DAMAGED: the workspace is damaged: restore it from a backup, or recover what can be read
 * @GS_ERROR_ASTRAY: the file was moved, deleted or replaced while it was open: save a copy
 * @GS_ERROR_LONE: the workspace was handed to a program in a sandbox without its folder: ask for that
 *
 * Cancelling is %G_IO_ERROR_CANCELLED, as everywhere in GIO.
 */
typedef enum
{
  GS_ERROR_FAILED,
  GS_ERROR_OPEN,
  GS_ERROR_EXISTS,
  GS_ERROR_LOCKED,
  GS_ERROR_READ_ONLY,
  GS_ERROR_NO_SPACE,
  GS_ERROR_NOT_FOUND,
  GS_ERROR_AMBIGUOUS,
  GS_ERROR_INVALID,
  GS_ERROR_UNREADABLE,
  GS_ERROR_LIMIT,
  GS_ERROR_NOTHING_TO_UNDO,
  GS_ERROR_NOTHING_TO_REDO,
  GS_ERROR_DAMAGED,
  GS_ERROR_ASTRAY,
  GS_ERROR_LONE,
} GsError;

#define GS_ERROR (gs_error_quark ())
GQuark gs_error_quark (void);

G_END_DECLS
