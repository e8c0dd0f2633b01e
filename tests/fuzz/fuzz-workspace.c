/* fuzz-workspace.c: any damage to a workspace file that is opened and merged.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A workspace is too large to be an input, so the input is what is changed in
 * one: an offset of three bytes, a count, and as many bytes to put there; and
 * so on. Whatever is damaged, it is an error or records of valid texts.
 */

#include "config.h"

#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "gs-merge.h"
#include "gs-test.h"
#include "memory-report.h"

#define HEAD 4

static char *folder;
static GBytes *whole;
static GsWorkspace *ours;

static void
remove_folder (void)
{
  g_clear_object (&ours);
  gs_test_remove_folder (g_steal_pointer (&folder));
}

/* Once: a workspace with something of everything, and one to merge into. */
static void
prepare (void)
{
  static gboolean prepared;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) report = NULL;
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  if (prepared)
    return;

  prepared = TRUE;
  folder = gs_test_make_folder ();
  atexit (remove_folder);
  path = g_build_filename (folder, "theirs.gainsay", NULL);
  report = gs_test_read (GOLDEN_REPORT);
  gs_workspace_create (path, NULL, &error);
  g_assert_no_error (error);
  workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  gs_report_import (workspace, report, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&workspace);
  whole = gs_test_read (path);

  ours = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
  gs_report_import (ours, report, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
damage (guint8 *file, gsize size, const guint8 *data, gsize length)
{
  while (length > HEAD)
    {
      gsize offset = ((gsize) data[0] << 16 | (gsize) data[1] << 8 | data[2]) % size;
      gsize n = MIN (MIN ((gsize) data[3] + 1, length - HEAD), size - offset);

      memcpy (file + offset, data + HEAD, n);
      data += HEAD + n;
      length -= HEAD + n;
    }
}

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->message[0] != '\0' && g_utf8_validate (error->message, -1, NULL));
}

static void
check_open (GsWorkspace *theirs)
{
  g_autoptr (GsMemoryReport) report = gs_memory_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other_error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GsMerge) merge = NULL;

  if (gs_report_feed (theirs, NULL, &report->parent, NULL, &error))
    g_bytes_unref (gs_memory_report_write (report, "json"));
  else
    check_error (error);
  g_clear_error (&error);

  findings = gs_workspace_check (theirs, &error);
  if (findings == NULL)
    check_error (error);
  merge = gs_merge_compare (ours, theirs, GS_MERGE_NEWER, NULL, &other_error);
  if (merge == NULL)
    check_error (other_error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autofree guint8 *file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GsWorkspace) theirs = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  prepare ();
  size = g_bytes_get_size (whole);
  file = g_memdup2 (g_bytes_get_data (whole, NULL), size);
  damage (file, size, data, length);
  path = g_build_filename (folder, "theirs.gainsay", NULL);
  gs_test_write (path, file, (gssize) size);

  theirs = gs_merge_open_theirs (path, &error);
  if (theirs == NULL)
    check_error (error);
  else
    check_open (theirs);

  return 0;
}
