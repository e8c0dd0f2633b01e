/* gs-pdf.c: PDF documents.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * gainsay-pdf reads the file in a process of its own (gs-pdf-reader.c); what
 * is made of its lines is decided here.
 */

#include "config.h"

#include "gs-pdf.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "gs-language.h"
#include "gs-pdf-layout.h"
#include "gs-pdf-metadata.h"
#include "gs-zones.h"

#define READER "gainsay-pdf"
#define LANGUAGE_BYTES 8000

static gboolean
refuse (GError **error, int code, const char *reason)
{
  g_set_error_literal (error, GS_ERROR, code, reason);

  return FALSE;
}

/* (transfer full): where it was installed; in a build that was not, it lies
 * beside the program's own folder. */
static char *
find_reader (void)
{
  const char *told = g_getenv ("GAINSAY_PDF_READER");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  char *built;

  if (told != NULL)
    return g_strdup (told);

  built = folder != NULL ? g_build_filename (folder, "..", "app", "import", READER, NULL) : NULL;
  if (built != NULL && g_file_test (built, G_FILE_TEST_IS_EXECUTABLE))
    return built;
  g_free (built);

  return g_build_filename (GS_LIBEXEC_DIR, READER, NULL);
}

/* A file without a name that holds @bytes, at its beginning. Not a pipe: a
 * reader that ends before it has read everything would end this program too,
 * by SIGPIPE. -1 when there is no room. */
static int
hold (GBytes *bytes)
{
  int fd = memfd_create (READER, MFD_CLOEXEC);
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  while (fd >= 0 && length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          close (fd);
          return -1;
        }
      data += n;
      length -= (gsize) n;
    }
  if (fd >= 0)
    lseek (fd, 0, SEEK_SET);

  return fd;
}

static void
cancelled_cb (GCancellable *cancellable, gpointer process)
{
  g_subprocess_force_exit (process);
}

/* Reads to the end, which comes at once when the import is cancelled. */
static gboolean
communicate (GSubprocess *process, GBytes **out)
{
  GCancellable *cancellable = g_cancellable_get_current ();
  gulong id = cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), process, NULL) : 0;
  gboolean done = g_subprocess_communicate (process, NULL, NULL, out, NULL, NULL);

  g_cancellable_disconnect (cancellable, id);

  return done;
}

/* (transfer full) (nullable): everything the reader wrote before it ended. */
static GBytes *
run_reader (GBytes *bytes, GError **error)
{
  g_autofree char *path = find_reader ();
  /* With files inherited, which the reader closes, it is begun without copying
   * this process: the window would have to wait for that. */
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE | G_SUBPROCESS_FLAGS_INHERIT_FDS);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) out = NULL;
  int fd = hold (bytes);

  if (fd < 0)
    {
      refuse (error, GS_ERROR_UNREADABLE, _ ("there is not enough memory to read the PDF"));
      return NULL;
    }
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  process = g_subprocess_launcher_spawn (launcher, NULL, path, NULL);
  if (process == NULL)
    {
      refuse (error, GS_ERROR_UNREADABLE, _ ("a PDF document: the program that reads these, gainsay-pdf, is missing"));
      return NULL;
    }
  if (!communicate (process, &out))
    {
      refuse (error, GS_ERROR_UNREADABLE, _ ("the PDF is damaged"));
      return NULL;
    }

  return out != NULL ? g_steal_pointer (&out) : g_bytes_new_static ("", 0);
}

static gboolean
check (const GsPdfLines *lines, GError **error)
{
  if (g_strcmp0 (lines->reason, "encrypted") == 0)
    return refuse (error, GS_ERROR_UNREADABLE, _ ("the PDF is encrypted: remove its password first"));
  if (g_strcmp0 (lines->reason, "pages") == 0)
    return refuse (error, GS_ERROR_LIMIT, _ ("the PDF has more pages than the limit of 10,000"));
  if (g_strcmp0 (lines->reason, "long") == 0)
    return refuse (error, GS_ERROR_LIMIT, _ ("the text of the PDF is longer than the limit of 64 MiB"));
  if (lines->reason != NULL || lines->pages->len == 0)
    return refuse (error, GS_ERROR_UNREADABLE, _ ("the PDF is damaged"));
  if (!lines->whole)
    return refuse (error, GS_ERROR_LIMIT,
                   _ ("reading the PDF took more than the limit of 5 seconds a page or 768 MiB of memory"));
  if (lines->lines->len == 0)
    return refuse (error, GS_ERROR_UNREADABLE,
                   _ ("the PDF has no text layer: it holds pictures of pages; recognise their text (OCR) first"));

  return TRUE;
}

/* (transfer full) (nullable): hyphens are judged by the language, so it is
 * guessed before the lines are one text. */
static char *
guess_language (const GsPdfLines *lines)
{
  g_autoptr (GString) sample = g_string_new (NULL);

  for (guint i = 0; i < lines->lines->len && sample->len < LANGUAGE_BYTES; i++)
    {
      const GsPdfLine *line = gs_pdf_line (lines, i);

      if (!line->furniture)
        g_string_append_printf (sample, "%s\n", line->text);
    }

  return g_strdup (gs_language_guess (sample->str, sample->len));
}

/* What the lines become. */
static void
lay_out (GsIntake *intake, GsPdfLines *lines, GBytes *bytes)
{
  g_autoptr (GsDocument) document = gs_document_new ();
  g_autofree char *language = NULL;

  gs_pdf_mark_furniture (lines);
  gs_pdf_order_columns (lines);
  gs_pdf_mark_furniture (lines);
  language = guess_language (lines);
  gs_pdf_layout (lines, language, document);
  gs_pdf_find_title (lines, document);
  gs_zones_classify (document);
  gs_pdf_read_metadata (intake, lines, document->article);
  gs_intake_finish (intake, g_steal_pointer (&document), bytes, "application/pdf");
}

/**
 * gs_pdf_read_lines:
 * @intake: gets the article
 * @out: what gainsay-pdf wrote about a document, not trusted
 * @bytes: the document
 *
 * Returns: %FALSE with %GS_ERROR_UNREADABLE or %GS_ERROR_LIMIT
 */
gboolean
gs_pdf_read_lines (GsIntake *intake, GBytes *out, GBytes *bytes, GError **error)
{
  g_autoptr (GsPdfLines) lines = NULL;
  g_auto (GsDecoded) decoded = { 0 };
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (out, &length);

  gs_decode (data, length, &decoded);
  lines = gs_pdf_lines_parse (decoded.text, decoded.length);
  if (!check (lines, error))
    return FALSE;
  lay_out (intake, lines, bytes);

  return TRUE;
}

/**
 * gs_pdf_read:
 * @intake: gets the article
 * @bytes: a PDF document
 *
 * One article: paragraphs in reading order, running headers, footers and page numbers as
 * boilerplate, and where each page begins. Waits for a process that reads it.
 *
 * Returns: %FALSE with %GS_ERROR_UNREADABLE or %GS_ERROR_LIMIT
 */
gboolean
gs_pdf_read (GsIntake *intake, GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) out = run_reader (bytes, error);

  return out != NULL && gs_pdf_read_lines (intake, out, bytes, error);
}
