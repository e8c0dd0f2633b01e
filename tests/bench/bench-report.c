/* bench-report.c: exporting against the least that could be done.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The floor: read every column of the same rows, table after table, and hand
 * each value to the bare writer (libxml2's for XML, an escaping loop and
 * fwrite() for JSON). Ours: the export of the workspace. Each runs in a
 * process of its own, so that its peak memory is its own; the best of some
 * rounds counts. All write to /dev/null.
 */

#include "config.h"

#include "gs-report.h"
#include "gs-test.h"

#include <libxml/xmlwriter.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define FEW 10000
#define NOTHING "/dev/null"

static int n_claims = 1000000;
static int n_rounds = 3;
static gboolean is_strict;
static char *kept_folder;
static char *maker;

static const GOptionEntry options[] = {
  { "claims", 0, 0, G_OPTION_ARG_INT, &n_claims, "How many claims the large workspace has", "N" },
  { "rounds", 0, 0, G_OPTION_ARG_INT, &n_rounds, "How often each", "N" },
  { "keep", 0, 0, G_OPTION_ARG_FILENAME, &kept_folder, "Keep the workspaces here for the next time", "FOLDER" },
  { "strict", 0, 0, G_OPTION_ARG_NONE, &is_strict, "Fail when a promise is not kept", NULL },
  { NULL },
};

typedef struct
{
  double seconds;
  double megabytes; /* peak of the resident set */
} Figure;

typedef void (*PartFunc) (const char *workspace, const char *format);

/* Ours --------------------------------------------------------------------------- */

static void
run_ours (const char *workspace, const char *format)
{
  g_autoptr (GError) error = NULL;

  if (!gs_report_export (workspace, gs_report_format_by_nick (format), NULL, NOTHING, NULL, &error))
    g_error ("%s", error->message);
}

/* The floor ---------------------------------------------------------------------- */

typedef struct
{
  xmlTextWriterPtr xml; /* NULL: JSON */
  FILE *json;
} Bare;

static void
put_json_text (FILE *out, const char *text)
{
  fputc ('"', out);
  for (const char *plain = text;; text++)
    {
      if ((guchar) *text >= 0x20 && *text != '"' && *text != '\\')
        continue;
      fwrite (plain, 1, (gsize) (text - plain), out);
      if (*text == '\0')
        break;
      fprintf (out, "\\u%04x", (guint) (guchar) *text);
      plain = text + 1;
    }
  fputc ('"', out);
}

/* Words that files leave out, since they are the defaults. */
static gboolean
is_default (const char *value)
{
  static const char *const defaults[] = { "0",     "asserts", "certain", "realis", "none",   "draft",
                                          "quote", "unknown", "event",   "body",   "absent", NULL };

  return value == NULL || g_strv_contains (defaults, value);
}

static void
put_row (Bare *bare, sqlite3_stmt *row, const char *table)
{
  if (bare->xml != NULL)
    xmlTextWriterStartElement (bare->xml, BAD_CAST table);
  else
    fputs ("\n    {", bare->json);

  for (int i = 0; i < sqlite3_column_count (row); i++)
    {
      const char *value = (const char *) sqlite3_column_text (row, i);

      if (is_default (value))
        continue;
      if (bare->xml != NULL)
        xmlTextWriterWriteElement (bare->xml, BAD_CAST sqlite3_column_name (row, i), BAD_CAST value);
      else
        {
          fprintf (bare->json, ",\n      \"%s\": ", sqlite3_column_name (row, i));
          put_json_text (bare->json, value);
        }
    }

  if (bare->xml != NULL)
    xmlTextWriterEndElement (bare->xml);
  else
    fputs ("\n    }", bare->json);
}

#define UUID_OF(table, column) "(SELECT uuid FROM " table " WHERE id = t." column ") AS " column

static const struct
{
  const char *table;
  const char *sql;
} rows[] = {
  { "annotator", "SELECT uuid, name FROM annotator" },
  { "tag", "SELECT uuid, " UUID_OF ("annotator", "author") ", created, modified, name, colour FROM tag AS t" },
  { "source", "SELECT uuid, " UUID_OF ("annotator", "author") ", created, modified, kind, name FROM source AS t" },
  { "question",
    "SELECT uuid, " UUID_OF ("annotator", "author") ", created, modified, text, answer FROM question AS t" },
  { "article", "SELECT t.uuid, " UUID_OF ("annotator", "author") ", created, modified, " UUID_OF (
                 "annotator",
                 "modified_by") ", title, language, outlet, published_basis, t.sha256, r.zones, "
                                "coalesce (b.text, CAST (c.bytes AS TEXT)) AS text FROM article AS t "
                                "JOIN revision AS r ON r.article = t.id JOIN body AS b ON b.id = r.body "
                                "JOIN content AS c ON c.id = b.content ORDER BY t.id" },
  { "claim",
    "SELECT uuid, " UUID_OF ("annotator", "author") ", created, modified, " UUID_OF (
      "annotator",
      "modified_by") ", " UUID_OF ("article",
                                   "article") ", " UUID_OF ("question",
                                                            "question") ", summary, stance, certainty, status, scope, "
                                                                        "value, ladder, stage_lo, "
                                                                        "stage_hi, stage, uttered_lo, uttered_hi, "
                                                                        "credibility, likelihood, "
                                                                        "confidence, review, note FROM claim AS t "
                                                                        "ORDER BY id" },
  { "span", "SELECT uuid, role, start, \"end\", exact, prefix, suffix, orphaned FROM claim_span AS t "
            "ORDER BY claim, ordinal" },
  { "hop", "SELECT " UUID_OF ("source", "source") ", act, mode, count, date, cue, cue_start, cue_end, " UUID_OF (
             "source",
             "resolves_to") ", note FROM claim_hop AS t ORDER BY claim, ordinal" },
  { "slot", "SELECT name, entity, text, language FROM claim_slot ORDER BY claim, ordinal" },
  { "quantity",
    "SELECT measure, lo, hi, lo_open, hi_open, unit, hedge, text FROM claim_quantity ORDER BY claim, ordinal" },
  { "time", "SELECT kind, start_lo, start_hi, end_lo, end_hi, anchor, text FROM claim_time ORDER BY claim, ordinal" },
  { "tag", "SELECT " UUID_OF ("tag", "tag") " FROM claim_tag AS t ORDER BY claim, ordinal" },
  { "link", "SELECT uuid, a, b, kind, origin, rule, score, explanation, verdict, reason FROM link" },
};

static void
copy_rows (sqlite3 *db, Bare *bare, const char *table, const char *sql)
{
  sqlite3_stmt *row;

  if (sqlite3_prepare_v2 (db, sql, -1, &row, NULL) != SQLITE_OK)
    g_error ("%s: %s", table, sqlite3_errmsg (db));
  while (sqlite3_step (row) == SQLITE_ROW)
    put_row (bare, row, table);
  sqlite3_finalize (row);
}

static int
write_cb (void *context, const char *data, int length)
{
  return (int) fwrite (data, 1, (gsize) length, context);
}

static void
run_floor (const char *workspace, const char *format)
{
  Bare bare = { .json = fopen (NOTHING, "w") };
  sqlite3 *db;

  if (bare.json == NULL || sqlite3_open_v2 (workspace, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s cannot be opened", workspace);

  setvbuf (bare.json, NULL, _IOFBF, 64 * 1024);
  if (g_str_equal (format, "xml"))
    {
      bare.xml = xmlNewTextWriter (xmlOutputBufferCreateIO (write_cb, NULL, bare.json, NULL));
      xmlTextWriterSetIndent (bare.xml, 1);
      xmlTextWriterStartDocument (bare.xml, "1.0", "UTF-8", NULL);
      xmlTextWriterStartElement (bare.xml, BAD_CAST "report");
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    copy_rows (db, &bare, rows[i].table, rows[i].sql);

  if (bare.xml != NULL)
    {
      xmlTextWriterEndDocument (bare.xml);
      xmlFreeTextWriter (bare.xml);
    }
  fclose (bare.json);
  sqlite3_close (db);
}

/* Measuring ---------------------------------------------------------------------- */

static Figure
measure_once (PartFunc func, const char *workspace, const char *format)
{
  gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  Figure figure;
  int status = 0;
  pid_t pid = fork ();

  if (pid == 0)
    {
      func (workspace, format);
      _exit (0);
    }
  if (pid < 0 || wait4 (pid, &status, 0, &usage) != pid || status != 0)
    g_error ("a part of the benchmark failed");

  figure.seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  figure.megabytes = (double) usage.ru_maxrss / 1024;

  return figure;
}

static Figure
measure (PartFunc func, const char *workspace, const char *format)
{
  Figure best = measure_once (func, workspace, format);

  for (int i = 1; i < n_rounds; i++)
    {
      Figure figure = measure_once (func, workspace, format);

      best.seconds = MIN (best.seconds, figure.seconds);
      best.megabytes = MAX (best.megabytes, figure.megabytes);
    }

  return best;
}

static char *
make_workspace (const char *folder, int claims, const char *per_article)
{
  g_autofree char *number = g_strdup_printf ("%d", claims);
  char *path = g_strdup_printf ("%s/%d-%s.gainsay", folder, claims, per_article);
  const char *const argv[] = { maker, path, number, per_article, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);

  return path;
}

static gboolean
judge (const char *what, double value, double limit, const char *unit)
{
  gboolean kept = value <= limit;

  g_print ("  %-44s %8.2f %-2s (promised: at most %.2f) %s\n", what, value, unit, limit, kept ? "" : "NOT KEPT");

  return kept;
}

static gboolean
compare (const char *few, const char *many, const char *format)
{
  Figure small = measure (run_ours, few, format);
  Figure ours = measure (run_ours, many, format);
  Figure floor = measure (run_floor, many, format);
  gboolean kept;

  g_print ("%s of %d claims: ours %.2f s, %.1f MB; floor %.2f s, %.1f MB; of %d claims: ours %.1f MB\n", format,
           n_claims, ours.seconds, ours.megabytes, floor.seconds, floor.megabytes, FEW, small.megabytes);
  kept = judge ("time, times the floor", ours.seconds / floor.seconds, 2.0, "");

  return judge ("peak memory, times that of few claims", ours.megabytes / small.megabytes, 1.3, "") && kept;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("MAKE-WORKSPACE");
  g_autoptr (GError) error = NULL;
  g_autofree char *few = NULL;
  g_autofree char *many = NULL;
  g_autofree char *project = NULL;
  gboolean kept;
  char *folder;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2 || n_claims < 1 || n_rounds < 1)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Usage: bench-report [OPTION…] MAKE-WORKSPACE");
      return 2;
    }

  maker = argv[1];
  folder = kept_folder != NULL ? kept_folder : gs_test_make_folder ();
  few = make_workspace (folder, FEW, "250");
  many = make_workspace (folder, n_claims, "250");
  project = make_workspace (folder, 20000, "10");

  kept = compare (few, many, "json");
  kept = compare (few, many, "xml") && kept;
  g_print ("2,000 articles of 5 kB, 20,000 claims:\n");
  kept = judge ("REFI-QDA project", measure (run_ours, project, "qdpx").seconds, 1.0, "s") && kept;
  kept = judge ("table of claims", measure (run_ours, project, "csv").seconds, 0.3, "s") && kept;
  if (kept_folder == NULL)
    gs_test_remove_folder (folder);

  return kept || !is_strict ? 0 : 1;
}
