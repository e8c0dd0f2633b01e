/* test-pdf.c: the report on pages, read back by another program's library.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cairo.h>
#include <math.h>
#include <poppler.h>
#include <string.h>

#include "gs-report-pages.h"
#include "gs-test.h"
#include "memory-report.h"

/* Its headers have none. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* At which the room ends. */
#define PLACES 12

static GBytes *
write_pdf (GsWorkspace *workspace, const GsReportOptions *options)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  gs_report_write (workspace, gs_report_format_by_nick ("pdf"), options, out, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (out, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static GsWorkspace *
open_small (const char *path)
{
  g_autofree char *small = gs_test_data ("golden/report/small.json");
  g_autoptr (GBytes) bytes = gs_test_read (small);
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace;

  gs_workspace_create (path, NULL, &error);
  g_assert_no_error (error);
  workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  gs_report_import (workspace, bytes, "small", NULL, &error);
  g_assert_no_error (error);

  return workspace;
}

/* Words of all pages, without what line breaks and isolates do to them. */
static char *
read_words (PopplerDocument *document)
{
  GString *words = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);

      for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (!g_unichar_isspace (c) && c != 0x2068 && c != 0x2069)
            g_string_append_unichar (words, c);
        }
    }

  return g_string_free (words, FALSE);
}

static void
assert_says (const char *words, const char *what)
{
  g_autoptr (GString) packed = g_string_new (NULL);

  for (const char *p = what; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_string_append_unichar (packed, g_utf8_get_char (p));
    }
  if (strstr (words, packed->str) == NULL)
    g_test_message ("missing: %s", what);
  g_assert_nonnull (strstr (words, packed->str));
}

static void
test_small (void)
{
  g_autofree char *folder = gs_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "small.gainsay", NULL);
  g_autoptr (GsWorkspace) workspace = open_small (path);
  g_autoptr (GsMemoryReport) report = gs_memory_report_of (workspace, NULL);
  g_autoptr (GBytes) pdf = write_pdf (workspace, NULL);
  g_autoptr (GBytes) again = write_pdf (workspace, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  gs_assert_bytes_equal (pdf, again);
  title = poppler_document_get_title (document);
  g_assert_cmpstr (title, ==, "A “small” one");

  words = read_words (document);
  for (guint i = 0; i < report->records[5]->len; i++)
    {
      const GsClaimRecord *claim = report->records[5]->pdata[i];

      if (claim->summary != NULL)
        assert_says (words, claim->summary);
      if (gs_claim_record_quote (claim) != NULL)
        assert_says (words, gs_claim_record_quote (claim)->exact);
    }

  gs_workspace_close (workspace);
  gs_test_remove_folder (g_steal_pointer (&folder));
}

static void
assert_size (GsWorkspace *workspace, int paper, double width, double height)
{
  GsReportOptions options = { .paper = paper, .language = (char *) "nl" };
  g_autoptr (GBytes) pdf = write_pdf (workspace, &options);
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  g_autofree char *words = read_words (document);

  assert_says (words, "Tegenspraken");
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
      double w, h;

      poppler_page_get_size (page, &w, &h);
      g_assert_true (fabs (w - width) < 1 && fabs (h - height) < 1);
    }
}

static void
test_paper (void)
{
  g_autofree char *folder = gs_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "small.gainsay", NULL);
  g_autoptr (GsWorkspace) workspace = open_small (path);

  assert_size (workspace, GS_PAPER_A4, 595, 842);
  assert_size (workspace, GS_PAPER_LETTER, 612, 792);
  gs_workspace_close (workspace);
  gs_test_remove_folder (g_steal_pointer (&folder));
}

/* What a printer gets are the same pages. */
static void
test_pages (void)
{
  g_autofree char *folder = gs_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "small.gainsay", NULL);
  g_autoptr (GsWorkspace) workspace = open_small (path);
  g_autoptr (GBytes) pdf = write_pdf (workspace, NULL);
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = gs_report_pages (path, NULL, NULL, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  double x, y, width, height;

  g_assert_no_error (error);
  g_assert_cmpint ((int) pages->len, ==, poppler_document_get_n_pages (document));
  cairo_recording_surface_ink_extents (pages->pdata[0], &x, &y, &width, &height);
  g_assert_true (width > 200 && height > 200);

  g_cancellable_cancel (cancellable);
  g_assert_null (gs_report_pages (path, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  gs_workspace_close (workspace);
  gs_test_remove_folder (g_steal_pointer (&folder));
}

/* Wherever there is no more room: no crash, and the reason. */
static void
test_no_room (void)
{
  g_autofree char *folder = gs_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "small.gainsay", NULL);
  g_autoptr (GsWorkspace) workspace = open_small (path);
  g_autoptr (GBytes) pdf = write_pdf (workspace, NULL);
  gsize length = g_bytes_get_size (pdf);
  g_autofree guint8 *room = g_malloc (length);

  for (gsize size = 0; size < length; size += length / PLACES + 1)
    {
      g_autoptr (GOutputStream) out = g_memory_output_stream_new (room, size, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (gs_report_write (workspace, gs_report_format_by_nick ("pdf"), NULL, out, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
  gs_workspace_close (workspace);
  gs_test_remove_folder (g_steal_pointer (&folder));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/pdf/small", test_small);
  g_test_add_func ("/report/pdf/paper", test_paper);
  g_test_add_func ("/report/pdf/pages", test_pages);
  g_test_add_func ("/report/pdf/no-room", test_no_room);

  return g_test_run ();
}
