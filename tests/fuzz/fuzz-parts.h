/* fuzz-parts.h: files of several parts, made of parts in the clear.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checksums, and pages with pointers, would turn away nearly whatever a fuzzer
 * changes in a file that is made of parts. So an input is its parts in the
 * clear, each after a line "@@ NAME", and the file is made of them here. What
 * begins like such a file is taken for one.
 */

#pragma once

#include <glib.h>

/* (transfer full) (nullable): a ZIP archive. */
GBytes *gs_fuzz_archive  (const guint8 *data,
                          gsize         length);

/* (transfer full) (nullable): a database of SQLite. NAME is a table and its
 * columns, separated by blanks; each further line is a row, its values
 * separated by tabs; "\n" and "\t" in them are a line end and a tab. */
GBytes *gs_fuzz_database (const guint8 *data,
                          gsize         length);
