/* gs-db-check-texts.c: are bytes, texts, zones and quotes what they say?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-db-check-private.h"

static const char *const queries[] = {
  "SELECT 'Article ' || uuid || ' has no revision.' FROM article WHERE id NOT IN (SELECT article FROM revision)",
  "SELECT 'A revision belongs to no article.' FROM revision WHERE article NOT IN (SELECT id FROM article)",
  "SELECT 'The text of article ' || a.uuid || ' is missing.' FROM revision AS r JOIN article AS a ON a.id = r.article "
  "LEFT JOIN body AS b ON b.id = r.body LEFT JOIN content AS c ON c.id = b.content "
  "WHERE r.body IS NOT NULL AND c.id IS NULL",
  "SELECT 'The SHA-256 of article ' || a.uuid || ' is not that of its bytes.' FROM article AS a JOIN revision AS r "
  "ON r.id = (SELECT id FROM revision WHERE article = a.id ORDER BY number DESC LIMIT 1) "
  "JOIN body AS b ON b.id = r.body JOIN content AS c ON c.id = b.content WHERE a.sha256 IS NOT c.sha256",
  "SELECT 'The zones of article ' || a.uuid || ' cannot be read.' FROM revision AS r JOIN article AS a "
  "ON a.id = r.article WHERE NOT json_valid (r.zones)",
  "SELECT 'The pages of article ' || a.uuid || ' cannot be read.' FROM revision AS r JOIN article AS a "
  "ON a.id = r.article WHERE r.pages IS NOT NULL AND NOT json_valid (r.pages)",

  /* Pages begin one after another within their text. */
  "SELECT DISTINCT 'A page of article ' || uuid || ' begins at ' || start || ', outside its text or before the page "
  "above it.' FROM (SELECT a.uuid, b.length, p.value ->> 1 AS start, "
  "lag (p.value ->> 1, 1, 0) OVER (PARTITION BY r.id ORDER BY p.key) AS before "
  "FROM revision AS r JOIN article AS a ON a.id = r.article LEFT JOIN body AS b ON b.id = r.body, "
  "json_each (CASE WHEN json_valid (r.pages) THEN r.pages ELSE '[]' END) AS p) "
  "WHERE start < before OR start > coalesce (length, 0)",

  /* Zones lie one after another within their text. */
  "SELECT DISTINCT 'A zone of article ' || uuid || ' (' || start || '–' || \"end\" || ') is not within its text or "
  "overlaps another.' FROM (SELECT a.uuid, b.length, z.value ->> 1 AS start, z.value ->> 2 AS \"end\", "
  "lag (z.value ->> 2, 1, 0) OVER (PARTITION BY r.id ORDER BY z.key) AS before "
  "FROM revision AS r JOIN article AS a ON a.id = r.article LEFT JOIN body AS b ON b.id = r.body, "
  "json_each (CASE WHEN json_valid (r.zones) THEN r.zones ELSE '[]' END) AS z) "
  "WHERE start < before OR \"end\" < start OR \"end\" > coalesce (length, 0)",
};

/* Names whatever uses a content, or the content itself when nothing does. */
#define CONTENTS                                                                                                 \
  "SELECT c.bytes, c.sha256, coalesce ((SELECT 'article ' || a.uuid FROM body AS b JOIN revision AS r ON "       \
  "r.body = b.id JOIN article AS a ON a.id = r.article WHERE b.content = c.id LIMIT 1), 'content ' || c.sha256)" \
  ", c.unpacked FROM content AS c"

#define BODIES                                                                                                  \
  "SELECT coalesce (b.text, CAST (c.bytes AS TEXT)), b.sha256, coalesce ((SELECT 'article ' || a.uuid FROM "    \
  "revision AS r JOIN article AS a ON a.id = r.article WHERE r.body = b.id LIMIT 1), 'content ' || c.sha256), " \
  "b.length FROM body AS b JOIN content AS c ON c.id = b.content"

static gboolean
check_contents (GsDbConnection *db, GPtrArray *findings, GError **error)
{
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, CONTENTS, "");
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      GBytes *stored = gs_db_column_bytes (statement, 0);
      g_autoptr (GBytes) bytes = gs_db_content_bytes (db, stored, gs_db_column_int (statement, 3), NULL);
      g_autofree char *hash = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

      if (g_strcmp0 (hash, gs_db_column_text (statement, 1)) != 0)
        g_ptr_array_add (findings, g_strdup_printf ("The original bytes of %s have changed: their SHA-256 is another.",
                                                    gs_db_column_text (statement, 2)));
    }

  return step == GS_DB_STEP_DONE;
}

static gboolean
check_bodies (GsDbConnection *db, GPtrArray *findings, GError **error)
{
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, BODIES, "");
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      const char *text = gs_db_column_text (statement, 0);
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

      if (!g_utf8_validate (text, -1, NULL))
        g_ptr_array_add (findings, g_strdup_printf ("The text of %s is not UTF-8.", gs_db_column_text (statement, 2)));
      else if (g_strcmp0 (hash, gs_db_column_text (statement, 1)) != 0
               || g_utf8_strlen (text, -1) != gs_db_column_int (statement, 3))
        g_ptr_array_add (findings, g_strdup_printf ("The text of %s has changed since it was imported.",
                                                    gs_db_column_text (statement, 2)));
    }

  return step == GS_DB_STEP_DONE;
}

gboolean
gs_db_check_texts (GsDbConnection *db, GPtrArray *findings, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      if (!gs_db_check_collect (db, findings, queries[i], error))
        return FALSE;
    }

  return check_contents (db, findings, error) && check_bodies (db, findings, error);
}

/* A walk through one text, which spans ordered by their start never turn back. */
typedef struct
{
  gint64 revision;
  char *text; /* NULL: none, or not UTF-8 */
  const char *place;
  gint64 offset; /* of place, code points */
} Walk;

static gboolean
walk_enter (Walk *walk, GsDbConnection *db, gint64 revision, GError **error)
{
  if (revision == walk->revision)
    return TRUE;

  g_clear_pointer (&walk->text, g_free);
  if (gs_db_get_text (db, &walk->text, error,
                      "SELECT coalesce (b.text, CAST (c.bytes AS TEXT)) FROM revision AS r JOIN body AS b ON "
                      "b.id = r.body JOIN content AS c ON c.id = b.content WHERE r.id = ?",
                      "i", revision)
      == GS_DB_STEP_FAILED)
    return FALSE;

  if (walk->text != NULL && !g_utf8_validate (walk->text, -1, NULL))
    g_clear_pointer (&walk->text, g_free);
  walk->revision = revision;
  walk->place = walk->text;
  walk->offset = 0;

  return TRUE;
}

static const char *
step_on (const char *p, gint64 n)
{
  while (n > 0 && *p != '\0')
    {
      p = g_utf8_next_char (p);
      n--;
    }

  return n == 0 ? p : NULL;
}

/* Whether @exact is what stands from @start to @end, in code points. */
static gboolean
walk_agrees (Walk *walk, gint64 start, gint64 end, const char *exact)
{
  const char *from;
  const char *to;

  if (walk->text == NULL || exact == NULL || start < walk->offset || end < start)
    return FALSE;

  from = step_on (walk->place, start - walk->offset);
  if (from == NULL)
    return FALSE;
  walk->place = from;
  walk->offset = start;
  to = step_on (from, end - start);

  return to != NULL && strlen (exact) == (gsize) (to - from) && memcmp (from, exact, (gsize) (to - from)) == 0;
}

#define SPANS                                                                                            \
  "SELECT s.revision, s.start, s.\"end\", s.exact, s.uuid, c.uuid FROM claim_span AS s JOIN claim AS c " \
  "ON c.id = s.claim WHERE NOT s.orphaned ORDER BY s.revision, s.start"

/* Tells of a span whose quote does not stand at its place. */
typedef void (*AstrayFunc) (GsDbStatement *span, GPtrArray *into);

static gboolean
each_astray (GsDbConnection *db, AstrayFunc func, GPtrArray *into, GError **error)
{
  Walk walk = { 0 };
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, SPANS, "");
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      if (!walk_enter (&walk, db, gs_db_column_int (statement, 0), error))
        {
          step = GS_DB_STEP_FAILED;
          break;
        }
      if (!walk_agrees (&walk, gs_db_column_int (statement, 1), gs_db_column_int (statement, 2),
                        gs_db_column_text (statement, 3)))
        func (statement, into);
    }
  g_free (walk.text);

  return step == GS_DB_STEP_DONE;
}

static void
say_astray (GsDbStatement *span, GPtrArray *into)
{
  g_ptr_array_add (into, g_strdup_printf ("Span %s of claim %s does not stand at %" G_GINT64_FORMAT "–%" G_GINT64_FORMAT
                                          " of its article.",
                                          gs_db_column_text (span, 4), gs_db_column_text (span, 5),
                                          gs_db_column_int (span, 1), gs_db_column_int (span, 2)));
}

gboolean
gs_db_check_spans (GsDbConnection *db, GPtrArray *findings, GError **error)
{
  return each_astray (db, say_astray, findings, error);
}

static void
note_uuid (GsDbStatement *span, GPtrArray *into)
{
  g_ptr_array_add (into, gs_db_column_dup (span, 4));
}

/* @uuids: (element-type utf8): gets those of spans that do not stand where they say. */
gboolean
gs_db_check_spans_astray (GsDbConnection *db, GPtrArray *uuids, GError **error)
{
  return each_astray (db, note_uuid, uuids, error);
}
