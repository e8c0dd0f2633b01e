/* bench-import.c: importing against the least that could be done.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The floor: read each file, hash it, insert it into a table with a full-text
 * index, all in one transaction. Ours: the importer into a fresh workspace.
 * Each runs in a process of its own, so that its peak memory is its own.
 */

#include "config.h"

#include "gs-importer.h"
#include "gs-prose.h"
#include "gs-test.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static int n_articles = 10000;
static int article_size = 5000;
static int n_rounds = 3;
static char *only;

static const GOptionEntry options[] = { { "articles", 0, 0, G_OPTION_ARG_INT, &n_articles, "How many texts", "N" },
                                        { "size", 0, 0, G_OPTION_ARG_INT, &article_size, "Bytes of each", "BYTES" },
                                        { "rounds", 0, 0, G_OPTION_ARG_INT, &n_rounds, "How often each", "N" },
                                        { "only", 0, 0, G_OPTION_ARG_STRING, &only,
                                          "Run only this part (floor or ours), for a profiler", "PART" },
                                        { NULL } };

static void
generate (const char *folder)
{
  guint32 state = 2463534242u;

  for (int i = 0; i < n_articles; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *name = g_strdup_printf ("%s/article-%06d.txt", folder, i);

      g_string_append_printf (text, "Port authority denies delivery number %d\n\n", i);
      while ((int) text->len < article_size)
        {
          guint sentences = 3 + gs_prose_random (&state) % 4;

          for (guint j = 0; j < sentences; j++)
            gs_prose_sentence (text, &state);
          g_string_append (text, "\n\n");
        }
      gs_test_write (name, text->str, (gssize) text->len);
    }
}

static void
check_sql (int code, sqlite3 *db)
{
  if (code != SQLITE_OK && code != SQLITE_DONE)
    g_error ("SQLite: %s", sqlite3_errmsg (db));
}

static void
floor_import (const char *folder, const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *insert = NULL;
  sqlite3_stmt *index = NULL;

  check_sql (sqlite3_open (path, &db), db);
  check_sql (sqlite3_exec (db,
                           "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                           "CREATE TABLE article (id INTEGER PRIMARY KEY, sha256 TEXT UNIQUE, text TEXT) STRICT;"
                           "CREATE VIRTUAL TABLE search USING fts5 (text, content = article, content_rowid = id,"
                           " tokenize = 'unicode61 remove_diacritics 2'); BEGIN;",
                           NULL, NULL, NULL),
             db);
  check_sql (sqlite3_prepare_v2 (db, "INSERT INTO article (id, sha256, text) VALUES (?, ?, ?)", -1, &insert, NULL), db);
  check_sql (sqlite3_prepare_v2 (db, "INSERT INTO search (rowid, text) VALUES (?, ?)", -1, &index, NULL), db);
  for (int i = 0; i < n_articles; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/article-%06d.txt", folder, i);
      g_autofree char *data = NULL;
      g_autofree char *hash = NULL;
      gsize length = 0;

      if (!g_file_get_contents (name, &data, &length, NULL))
        g_error ("%s cannot be read", name);
      hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
      sqlite3_bind_int (insert, 1, i + 1);
      sqlite3_bind_text (insert, 2, hash, -1, SQLITE_STATIC);
      sqlite3_bind_text (insert, 3, data, (int) length, SQLITE_STATIC);
      check_sql (sqlite3_step (insert), db);
      sqlite3_reset (insert);
      sqlite3_bind_int (index, 1, i + 1);
      sqlite3_bind_text (index, 2, data, (int) length, SQLITE_STATIC);
      check_sql (sqlite3_step (index), db);
      sqlite3_reset (index);
    }
  check_sql (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), db);
  sqlite3_finalize (insert);
  sqlite3_finalize (index);
  sqlite3_close (db);
}

static void
count_cb (const GsImportResult *result, const GsImportProgress *progress, gpointer user_data)
{
  int *imported = user_data;

  *imported += result->status == GS_IMPORT_IMPORTED;
}

static void
our_import (const char *folder, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autoptr (GsImporter) importer = NULL;
  int imported = 0;

  if (!gs_workspace_create (path, NULL, &error))
    g_error ("%s", error->message);
  workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  if (workspace == NULL)
    g_error ("%s", error->message);
  importer = gs_importer_new (workspace);
  gs_importer_set_recursive (importer, TRUE);
  gs_importer_add_path (importer, folder);
  if (!gs_importer_run (importer, count_cb, &imported, NULL, &error))
    g_error ("%s", error->message);
  if (imported != n_articles)
    g_error ("%d of %d imported", imported, n_articles);
  gs_workspace_close (workspace);
}

static long
peak_kilobytes (void)
{
  g_autofree char *status = NULL;
  const char *at;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (at = strstr (status, "VmHWM:")) == NULL)
    return 0;

  return strtol (at + 6, NULL, 10);
}

typedef struct
{
  double seconds;
  double cpu; /* seconds of processor, all threads */
  long peak;  /* kB */
} Cost;

static double
cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* In a child, whose memory is its own. */
static void
measure (void (*part) (const char *, const char *), const char *folder, const char *path, Cost *cost)
{
  int fds[2];
  pid_t child;
  char line[96] = { 0 };
  int status;

  if (pipe (fds) != 0 || (child = fork ()) < 0)
    g_error ("no child");
  if (child == 0)
    {
      gint64 began = g_get_monotonic_time ();
      int length;

      part (folder, path);
      length = snprintf (line, sizeof line, "%.6f %.6f %ld", (double) (g_get_monotonic_time () - began) / 1e6,
                         cpu_seconds (), peak_kilobytes ());
      _exit (write (fds[1], line, (size_t) length) == length ? 0 : 1);
    }
  close (fds[1]);
  if (read (fds[0], line, sizeof line - 1) <= 0 || waitpid (child, &status, 0) < 0 || status != 0
      || sscanf (line, "%lf %lf %ld", &cost->seconds, &cost->cpu, &cost->peak) != 3)
    g_error ("the child failed");
  close (fds[0]);
}

/* The best of several rounds: other programs only make it slower. */
static void
measure_best (void (*part) (const char *, const char *), const char *folder, const char *name, Cost *best)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", folder, name);
  g_autofree char *texts = g_build_filename (folder, "texts", NULL);
  Cost cost = { 0 };

  measure (part, texts, path, &cost);
  if (best->seconds <= 0.0 || cost.seconds < best->seconds)
    best->seconds = cost.seconds;
  if (best->cpu <= 0.0 || cost.cpu < best->cpu)
    best->cpu = cost.cpu;
  best->peak = MAX (best->peak, cost.peak);
}

static void
print_cost (const char *name, const Cost *cost)
{
  printf ("  %-9s %7.3f s  %6.3f ms/article  %7.3f s processor  peak %5.1f MB\n", name, cost->seconds,
          cost->seconds * 1000.0 / n_articles, cost->cpu, (double) cost->peak / 1024.0);
}

static void
run (const char *folder)
{
  g_autofree char *texts = g_build_filename (folder, "texts", NULL);
  Cost least = { 0 };
  Cost ours = { 0 };

  g_mkdir (texts, 0700);
  generate (texts);
  for (int i = 0; i < n_rounds; i++)
    {
      g_autofree char *floor_name = g_strdup_printf ("floor-%d.db", i);
      g_autofree char *our_name = g_strdup_printf ("ours-%d.gainsay", i);

      if (g_strcmp0 (only, "ours") != 0)
        measure_best (floor_import, folder, floor_name, &least);
      if (g_strcmp0 (only, "floor") != 0)
        measure_best (our_import, folder, our_name, &ours);
    }

  printf ("import of %d texts of %d bytes, best of %d\n", n_articles, article_size, n_rounds);
  print_cost ("floor", &least);
  print_cost ("importer", &ours);
  if (only == NULL)
    printf ("  ratio     %7.2f (target: at most 1.50), peak target: at most 100 MB\n", ours.seconds / least.seconds);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  char *folder;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || n_articles < 1 || article_size < 1)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "numbers must be positive");
      return 2;
    }

  folder = gs_test_make_folder ();
  run (folder);
  gs_test_remove_folder (folder);

  return 0;
}
