/* test-importer.c: batches of good, bad and awkward files.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-importer.h"
#include "gs-test.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  GsWorkspace *workspace;
  GsImporter *importer;
  GPtrArray *lines; /* "status name: reason or title" */
  GsImportProgress last;
  GCancellable *cancellable;
  guint cancel_after;
  GThread *thread; /* that results must come on */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = gs_test_make_folder ();
  fixture->workspace = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
  fixture->importer = gs_importer_new (fixture->workspace);
  fixture->lines = g_ptr_array_new_with_free_func (g_free);
  fixture->cancellable = g_cancellable_new ();
  fixture->thread = g_thread_self ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gs_importer_free (fixture->importer);
  gs_workspace_close (fixture->workspace);
  g_object_unref (fixture->workspace);
  g_object_unref (fixture->cancellable);
  g_ptr_array_unref (fixture->lines);
  gs_test_remove_folder (fixture->folder);
}

/* (transfer full) */
static char *
file (Fixture *fixture, const char *name, const char *contents)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  if (contents != NULL)
    gs_test_write (path, contents, -1);

  return path;
}

static void
add (Fixture *fixture, const char *name, const char *contents)
{
  g_autofree char *path = file (fixture, name, contents);

  gs_importer_add_path (fixture->importer, path);
}

static void
result_cb (const GsImportResult *result, const GsImportProgress *progress, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *name = g_path_get_basename (result->display_path);

  g_assert_true (g_thread_self () == fixture->thread);
  g_assert_true (g_utf8_validate (result->display_path, -1, NULL));
  g_assert_cmpint (result->status == GS_IMPORT_REFUSED, ==, result->reason != NULL);
  g_assert_cmpuint (progress->done, ==, fixture->last.done + 1);
  g_assert_cmpuint (progress->done, ==,
                    progress->imported + progress->duplicates + progress->refused + progress->revised);
  g_assert_cmpuint (progress->total, >=, progress->done);
  fixture->last = *progress;
  g_ptr_array_add (fixture->lines, g_strdup_printf ("%s %s: %s", gs_word_to_nick (&gs_import_statuses, result->status),
                                                    name, result->reason != NULL ? result->reason : result->title));
  if (fixture->cancel_after > 0 && progress->done == fixture->cancel_after)
    g_cancellable_cancel (fixture->cancellable);
}

static void
run (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gs_importer_run (fixture->importer, result_cb, fixture, fixture->cancellable, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->last.total, ==, fixture->last.done);
}

static void
assert_lines (Fixture *fixture, const char *const *expected)
{
  for (guint i = 0; i < fixture->lines->len && expected[i] != NULL; i++)
    g_assert_cmpstr (fixture->lines->pdata[i], ==, expected[i]);
  g_assert_cmpuint (fixture->lines->len, ==, g_strv_length ((char **) expected));
}

static gint64
count_articles (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 n = gs_workspace_count (fixture->workspace, &gs_article_type, &error);

  g_assert_no_error (error);

  return n;
}

static void
add_special_files (Fixture *fixture)
{
  g_autofree char *fifo = file (fixture, "fifo.txt", NULL);
  g_autofree char *dangling = file (fixture, "dangling.txt", NULL);
  g_autofree char *circle = file (fixture, "circle.txt", NULL);
  g_autofree char *socket_path = file (fixture, "socket", NULL);
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink ("nowhere.txt", dangling), ==, 0);
  g_assert_cmpint (symlink ("circle.txt", circle), ==, 0);
  g_assert_cmpuint (g_strlcpy (address.sun_path, socket_path, sizeof address.sun_path), <, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  close (fd);
  gs_importer_add_path (fixture->importer, fifo);
  gs_importer_add_path (fixture->importer, dangling);
  gs_importer_add_path (fixture->importer, circle);
  gs_importer_add_path (fixture->importer, socket_path);
}

/* One line each, in the order given, whatever it is. */
static void
test_batch (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "imported good.txt: (null)",
    "duplicate copy.txt: (null)",
    "imported page.jpg: A page",
    "refused picture.txt: an image (PNG), no text",
    "refused empty.txt: the file is empty",
    "refused fifo.txt: a named pipe, not a file",
    "refused dangling.txt: a link that points to nothing",
    "refused circle.txt: a link that points to itself",
    "refused socket: a socket, not a file",
    "refused missing.txt: there is no such file",
    "refused null: a device, not a file",
    "refused folder: a folder: what is in it is imported only with --recursive",
    "imported last.txt: (null)",
    NULL,
  };
  g_autofree char *folder = file (fixture, "folder", NULL);

  g_mkdir (folder, 0700);
  add (fixture, "good.txt", "A text.");
  add (fixture, "copy.txt", "A text.");
  add (fixture, "page.jpg", "<html><title>A page</title><p>With text.</html>");
  add (fixture, "picture.txt", "\x89PNG\r\n\x1a\n");
  add (fixture, "empty.txt", "");
  add_special_files (fixture);
  add (fixture, "missing.txt", NULL);
  gs_importer_add_path (fixture->importer, "/dev/null");
  gs_importer_add_path (fixture->importer, folder);
  add (fixture, "last.txt", "The last.");

  run (fixture);
  assert_lines (fixture, expected);
  g_assert_cmpint (count_articles (fixture), ==, 3);
  g_assert_cmpuint (fixture->last.imported, ==, 3);
  g_assert_cmpuint (fixture->last.duplicates, ==, 1);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = { "refused closed.txt: you are not allowed to read it", NULL };
  g_autofree char *path = file (fixture, "closed.txt", "text");

  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }
  g_chmod (path, 0);
  gs_importer_add_path (fixture->importer, path);
  run (fixture);
  assert_lines (fixture, expected);
}

/* A file with holes: 65 MiB that take no room. */
static void
test_huge (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = file (fixture, "huge.txt", "x");

  g_assert_cmpint (truncate (path, 65 * 1024 * 1024), ==, 0);
  gs_importer_add_path (fixture->importer, path);
  add (fixture, "small.txt", "Small.");
  run (fixture);
  g_assert_cmpuint (fixture->lines->len, ==, 2);
  g_assert_true (g_str_has_prefix (fixture->lines->pdata[0], "refused huge.txt: larger than the limit of 64"));
  g_assert_cmpstr (fixture->lines->pdata[1], ==, "imported small.txt: (null)");
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "-rf.txt",       "sp ace.txt",         "quote'\".txt", "$(touch x).txt",
                                       "new\nline.txt", "%s%n.txt",           "ünï-☃-🎉.txt",  ".hidden",
                                       "bell\a.txt",    "latin1-\xe9\xff.txt" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *contents = g_strdup_printf ("Text number %u.", i);

      add (fixture, names[i], contents);
    }
  run (fixture);
  g_assert_cmpuint (fixture->last.imported, ==, G_N_ELEMENTS (names));

  rows = gs_workspace_list_page (fixture->workspace, &gs_article_listing_type, NULL, 0, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < rows->len; i++)
    {
      const GsArticleListing *row = rows->pdata[i];

      g_assert_nonnull (row->path);
      g_assert_true (g_utf8_validate (row->path, -1, NULL));
      g_assert_null (strchr (row->path, '\a'));
    }
}

/* Sorted, depth first; links to folders are not followed, links to files are
 * where they stay in the folder. */
static void
test_folder (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "imported a.txt: (null)",
    "imported 1.txt: (null)",
    "imported 2.txt: (null)",
    "refused up: a link to a folder: not followed",
    "imported c.txt: (null)",
    "duplicate d.txt: (null)",
    "refused out.txt: a link that leads out of the folder: not followed",
    NULL,
  };
  g_autofree char *out = file (fixture, "out.txt", NULL);
  g_autofree char *b = file (fixture, "b", NULL);
  g_autofree char *empty = file (fixture, "bb", NULL);
  g_autofree char *up = file (fixture, "b/up", NULL);
  g_autofree char *link = file (fixture, "d.txt", NULL);

  g_mkdir (b, 0700);
  g_mkdir (empty, 0700);
  g_assert_cmpint (symlink ("..", up), ==, 0);
  g_assert_cmpint (symlink ("c.txt", link), ==, 0);
  g_assert_cmpint (symlink ("/proc/version", out), ==, 0);
  g_free (file (fixture, "c.txt", "Text c."));
  g_free (file (fixture, "a.txt", "Text a."));
  g_free (file (fixture, "b/2.txt", "Text 2."));
  g_free (file (fixture, "b/1.txt", "Text 1."));
  gs_importer_add_path (fixture->importer, fixture->folder);
  gs_importer_set_recursive (fixture->importer, TRUE);
  run (fixture);
  assert_lines (fixture, expected);
}

static void
test_pasted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("Pasted text.", 12);
  g_autoptr (GBytes) page = g_bytes_new_static ("<title>Own title</title><p>x", 28);
  static const char *const expected[] = { "imported Clipboard: Clipboard", "imported Page: Own title",
                                          "duplicate pasted text: (null)", NULL };

  gs_importer_add_bytes (fixture->importer, text, "Clipboard");
  gs_importer_add_bytes (fixture->importer, page, "Page");
  gs_importer_add_bytes (fixture->importer, text, NULL);
  run (fixture);
  assert_lines (fixture, expected);
}

/* Reports are told by their content and read as what they are; a broken one
 * is refused whole, and the articles around it keep their order. */
static void
test_reports (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "imported before.txt: (null)", "imported dossier.txt: (null)", "imported between.txt: (null)",
    "refused broken.xml: ",        "imported after.txt: (null)",   NULL,
  };
  g_autofree char *source = gs_test_data ("fuzz/corpus/report-xml/small.xml");
  g_autoptr (GBytes) report = gs_test_read (source);
  g_autofree char *text = g_strndup (g_bytes_get_data (report, NULL), g_bytes_get_size (report));
  gint64 n_sources;

  add (fixture, "before.txt", "Before.");
  add (fixture, "dossier.txt", text);
  add (fixture, "between.txt", "Between.");
  text[strlen (text) / 2] = '\0';
  add (fixture, "broken.xml", text);
  add (fixture, "after.txt", "After.");
  run (fixture);

  g_assert_cmpuint (fixture->lines->len, ==, g_strv_length ((char **) expected));
  for (guint i = 0; i < fixture->lines->len; i++)
    g_assert_true (g_str_has_prefix (fixture->lines->pdata[i], expected[i]));
  n_sources = gs_workspace_count (fixture->workspace, &gs_source_type, NULL);
  g_assert_cmpint (n_sources, >, 0);
}

static void
add_many (Fixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%04u.txt", i);
      g_autofree char *text = g_strdup_printf ("Article number %u says nothing new about the harbour.", i);

      add (fixture, name, text);
    }
}

/* Thousands in several batches: in order, and one step of the history. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_many (fixture, 700);
  run (fixture);
  for (guint i = 0; i < fixture->lines->len; i++)
    {
      g_autofree char *expected = g_strdup_printf ("imported %04u.txt: (null)", i);

      g_assert_cmpstr (fixture->lines->pdata[i], ==, expected);
    }
  g_assert_cmpint (count_articles (fixture), ==, 700);

  g_assert_true (gs_workspace_undo (fixture->workspace, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_articles (fixture), ==, 0);
  g_assert_false (gs_workspace_undo (fixture->workspace, NULL, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOTHING_TO_UNDO);
  g_clear_error (&error);
  g_assert_true (gs_workspace_redo (fixture->workspace, NULL, &error));
  g_assert_cmpint (count_articles (fixture), ==, 700);
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  add_many (fixture, 20);
  run (fixture);
  fixture->last = (GsImportProgress){ 0 };
  run (fixture);
  g_assert_cmpuint (fixture->last.duplicates, ==, 20);
  g_assert_cmpint (count_articles (fixture), ==, 20);
}

/* What was told as imported is there, and undone as one; nothing else is. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_many (fixture, 700);
  fixture->cancel_after = 10;
  g_assert_false (gs_importer_run (fixture->importer, result_cb, fixture, fixture->cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->last.done, >=, 10);
  g_assert_cmpuint (fixture->last.done, <, 700);
  g_assert_cmpint (count_articles (fixture), ==, fixture->last.imported);
  g_clear_error (&error);
  g_assert_true (gs_workspace_undo (fixture->workspace, NULL, &error));
  g_assert_cmpint (count_articles (fixture), ==, 0);
}

static void
test_cancelled_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_many (fixture, 3);
  g_cancellable_cancel (fixture->cancellable);
  g_assert_false (gs_importer_run (fixture->importer, result_cb, fixture, fixture->cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->lines->len, ==, 0);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  add_many (fixture, 600);
  gs_importer_run_async (fixture->importer, result_cb, fixture, NULL, gs_test_take_result_cb, &result);
  g_assert_cmpuint (fixture->lines->len, ==, 0);
  gs_test_wait_result (&result, 60.0);
  g_assert_true (gs_importer_run_finish (fixture->importer, result, &error));
  g_assert_no_error (error);
  /* Each result has come before the end was told, in order, on this thread. */
  g_assert_cmpuint (fixture->lines->len, ==, 600);
  g_assert_cmpstr (fixture->lines->pdata[599], ==, "imported 0599.txt: (null)");
  g_assert_cmpint (count_articles (fixture), ==, 600);
}

static void
test_async_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  add_many (fixture, 700);
  fixture->cancel_after = 5;
  gs_importer_run_async (fixture->importer, result_cb, fixture, fixture->cancellable, gs_test_take_result_cb, &result);
  gs_test_wait_result (&result, 60.0);
  /* It may have been quicker than the first news of it. */
  if (gs_importer_run_finish (fixture->importer, result, &error))
    g_assert_cmpuint (fixture->last.imported, ==, 700);
  else
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count_articles (fixture), ==, fixture->last.imported);
}

#if HAVE_GMIME
static void
several_cb (const GsImportResult *result, const GsImportProgress *progress, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *name = g_path_get_basename (result->path);

  fixture->last = *progress;
  g_ptr_array_add (fixture->lines, g_strdup_printf ("%s %s: %s", gs_word_to_nick (&gs_import_statuses, result->status),
                                                    name, result->title));
}

/* An article a message, all from one input. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add (fixture, "list.mbox",
       "From x\nFrom: a@b\nSubject: one\nMessage-ID: <1@b>\n\ntext\n\n"
       "From x\nFrom: a@b\nSubject: two\nMessage-ID: <2@b>\n\nmore\n\n"
       "From x\nFrom: a@b\nSubject: two\nMessage-ID: <2@b>\n\nmore\n\n");
  add (fixture, "plain.txt", "Some text of an article.");
  g_assert_true (gs_importer_run (fixture->importer, several_cb, fixture, NULL, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (fixture->lines->len, ==, 4);
  g_assert_cmpstr (fixture->lines->pdata[0], ==, "imported list.mbox#1: one");
  g_assert_cmpstr (fixture->lines->pdata[1], ==, "imported list.mbox#2: two");
  g_assert_cmpstr (fixture->lines->pdata[2], ==, "duplicate list.mbox#3: two");
  g_assert_cmpuint (fixture->last.done, ==, 2);
  g_assert_cmpuint (fixture->last.total, ==, 2);
  g_assert_cmpuint (fixture->last.imported, ==, 3);
  g_assert_cmpuint (fixture->last.duplicates, ==, 1);
}
#endif

#define ADD(name, test) g_test_add ("/import/importer/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("batch", test_batch);
  ADD ("unreadable", test_unreadable);
  ADD ("huge", test_huge);
  ADD ("names", test_names);
  ADD ("folder", test_folder);
  ADD ("pasted", test_pasted);
  ADD ("reports", test_reports);
  ADD ("many", test_many);
  ADD ("again", test_again);
  ADD ("cancel", test_cancel);
  ADD ("cancelled-before", test_cancelled_before);
  ADD ("async", test_async);
  ADD ("async-cancel", test_async_cancel);
#if HAVE_GMIME
  ADD ("several", test_several);
#endif

  return g_test_run ();
}
