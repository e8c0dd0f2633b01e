/* gs-db-salvage-texts.c: bytes, texts, zones, revisions and spans agree again.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text of which some is damaged is still worth reading, so it stays, under
 * the hash it has now. A quote that no longer stands at its place keeps its
 * words and is shown as a claim without a place.
 */

#include "config.h"

#include <string.h>

#include "gs-db-check-private.h"
#include "gs-db-salvage-private.h"

/* One text may have been cut, have lost its bytes and get another hash; it is counted once. */
gboolean
gs_db_salvage_begin_texts (GsDbSalvaging *self)
{
  return gs_db_exec (self->db, "CREATE TEMP TABLE mended_body (id INTEGER PRIMARY KEY)", self->error);
}

/* A text is there, but not as it was. */
gboolean
gs_db_salvage_note_text (GsDbSalvaging *self, gint64 body)
{
  self->result->whole = FALSE;

  return gs_db_run (self->db, self->error, "INSERT OR IGNORE INTO mended_body VALUES (?)", "i", body);
}

/* Runs a statement whose changes are mendings of @kind. */
static gboolean
mend (GsDbSalvaging *self, const char *kind, const char *sql)
{
  if (!gs_db_run (self->db, self->error, sql, ""))
    return FALSE;

  gs_db_salvage_mended (self, kind, sqlite3_changes (self->db->handle));

  return TRUE;
}

typedef struct
{
  gint64 id;
  char *sha256; /* as it is; NULL when the bytes are of no use */
} Hashed;

static void
hashed_clear (gpointer data)
{
  g_free (((Hashed *) data)->sha256);
}

#define NOTE_BODIES_OF "INSERT OR IGNORE INTO mended_body SELECT id FROM body WHERE content = ? AND text IS NOT NULL"
#define CONTENTS "SELECT id, sha256, bytes, unpacked FROM content"

/* Contents that are not what their hash says. */
static GArray *
find_changed_contents (GsDbSalvaging *self)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (Hashed));
  g_autoptr (GsDbStatement) statement = gs_db_query (self->db, self->error, CONTENTS, "");
  GsDbStep step = GS_DB_STEP_FAILED;

  g_array_set_clear_func (changed, hashed_clear);
  while (statement != NULL && (step = gs_db_statement_step (statement, self->error)) == GS_DB_STEP_ROW)
    {
      GBytes *stored = gs_db_column_bytes (statement, 2);
      g_autoptr (GBytes) bytes = gs_db_content_bytes (self->db, stored, gs_db_column_int (statement, 3), NULL);
      Hashed hashed = { gs_db_column_int (statement, 0), NULL };

      if (bytes != NULL)
        hashed.sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      if (g_strcmp0 (hashed.sha256, gs_db_column_text (statement, 1)) != 0)
        g_array_append_val (changed, hashed);
      else
        g_free (hashed.sha256);
    }

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&changed) : NULL;
}

/* Bytes that cannot be unpacked go; a hash that another has already means that
 * the bytes are there whole. What the bytes are of is counted with its text. */
static gboolean
mend_content (GsDbSalvaging *self, const Hashed *hashed)
{
  self->result->whole = FALSE;
  if (!gs_db_run (self->db, self->error, "UPDATE OR IGNORE content SET sha256 = ? WHERE id = ? AND ?1 IS NOT NULL",
                  "ti", hashed->sha256, hashed->id))
    return FALSE;

  return sqlite3_changes (self->db->handle) == 0
           ? gs_db_run (self->db, self->error, "DELETE FROM content WHERE id = ?", "i", hashed->id)
           : gs_db_run (self->db, self->error, NOTE_BODIES_OF, "i", hashed->id);
}

static gboolean
mend_contents (GsDbSalvaging *self)
{
  g_autoptr (GArray) changed = find_changed_contents (self);

  if (changed == NULL)
    return FALSE;

  for (guint i = 0; i < changed->len; i++)
    {
      if (!mend_content (self, &g_array_index (changed, Hashed, i)))
        return FALSE;
    }

  return TRUE;
}

/* The text of a body whose bytes are lost becomes its bytes. */
static gboolean
give_bytes (GsDbSalvaging *self, gint64 body, const char *text)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return gs_db_run (self->db, self->error, "INSERT OR IGNORE INTO content (sha256, bytes) VALUES (?, ?)", "tb", sha256,
                    bytes)
         && gs_db_run (self->db, self->error,
                       "UPDATE OR IGNORE body SET content = (SELECT id FROM content WHERE sha256 = ?1), sha256 = ?1 "
                       "WHERE id = ?2",
                       "ti", sha256, body)
         && gs_db_salvage_note_text (self, body);
}

typedef gboolean (*BodyFunc) (GsDbSalvaging *self, gint64 body, const char *text);

/* Calls @func with each row of @sql: a body and its text. All are read first,
 * since they are changed. */
static gboolean
each_body (GsDbSalvaging *self, const char *sql, BodyFunc func)
{
  g_autoptr (GsDbStatement) statement = gs_db_query (self->db, self->error, sql, "");
  g_autoptr (GArray) ids = gs_db_statement_ints (statement, 0, self->error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autofree char *text = NULL;
      gint64 id = g_array_index (ids, gint64, i);

      if (gs_db_get_text (self->db, &text, self->error,
                          "SELECT coalesce (b.text, CAST (c.bytes AS TEXT)) FROM body AS b LEFT JOIN content AS c "
                          "ON c.id = b.content WHERE b.id = ?",
                          "i", id)
            == GS_DB_STEP_FAILED
          || !func (self, id, text != NULL ? text : ""))
        return FALSE;
    }

  return ids != NULL;
}

#define LOST_BYTES "SELECT id FROM body WHERE text IS NOT NULL AND content NOT IN (SELECT id FROM content)"
#define ALL_BODIES "SELECT id FROM body"

/* A text is what its hash and its length say, and UTF-8: reading it has made it so. */
static gboolean
settle_text (GsDbSalvaging *self, gint64 body, const char *text)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  gint64 length = g_utf8_strlen (text, -1);

  if (!gs_db_run (
        self->db, self->error,
        "UPDATE OR REPLACE body SET sha256 = ?2, length = ?3, text = CASE WHEN text IS NULL AND EXISTS ("
        "SELECT 1 FROM content AS c WHERE c.id = body.content AND c.bytes = CAST (?4 AS BLOB)) THEN NULL ELSE "
        "?4 END WHERE id = ?1 AND (sha256 <> ?2 OR length <> ?3)",
        "itit", body, sha256, length, text))
    return FALSE;

  return sqlite3_changes (self->db->handle) == 0 || gs_db_salvage_note_text (self, body);
}

static gboolean
mend_bodies (GsDbSalvaging *self)
{
  return each_body (self, LOST_BYTES, give_bytes)
         && gs_db_run (self->db, self->error, "DELETE FROM body WHERE content NOT IN (SELECT id FROM content)", "")
         && each_body (self, ALL_BODIES, settle_text);
}

#define NEWEST_CONTENT                                                                                             \
  "(SELECT c.sha256 FROM body AS b JOIN content AS c ON c.id = b.content WHERE b.id = (SELECT body FROM revision " \
  "WHERE article = article.id ORDER BY number DESC LIMIT 1))"

#define MAKE_REVISIONS                                                                                             \
  "INSERT INTO revision (article, number, zones) SELECT id, 1, '[]' FROM article WHERE id NOT IN (SELECT article " \
  "FROM revision)"

static const char *const revision_steps[] = {
  "UPDATE revision SET zones = '[]' WHERE NOT json_valid (zones) OR id IN (SELECT id FROM (SELECT r.id, b.length, "
  "z.value ->> 1 AS start, z.value ->> 2 AS \"end\", lag (z.value ->> 2, 1, 0) OVER (PARTITION BY r.id ORDER BY z.key) "
  "AS before FROM revision AS r LEFT JOIN body AS b ON b.id = r.body, "
  "json_each (CASE WHEN json_valid (r.zones) THEN r.zones ELSE '[]' END) AS z) "
  "WHERE start < before OR \"end\" < start OR \"end\" > coalesce (length, 0))",
  "UPDATE revision SET pages = NULL WHERE pages IS NOT NULL AND (NOT json_valid (pages) OR id IN (SELECT id FROM ("
  "SELECT r.id, b.length, p.value ->> 1 AS start, lag (p.value ->> 1, 1, 0) OVER (PARTITION BY r.id ORDER BY p.key) AS "
  "before FROM revision AS r LEFT JOIN body AS b ON b.id = r.body, "
  "json_each (CASE WHEN json_valid (r.pages) THEN r.pages ELSE '[]' END) AS p) "
  "WHERE start < before OR start > coalesce (length, 0)))",
};

/* Texts that are gone, as the revisions that had them tell. */
static gboolean
count_texts (GsDbSalvaging *self)
{
  GsRecoveredListing *listing = gs_db_salvage_kind (self, "texts");
  gint64 mended = 0;
  gint64 lost = 0;

  if (gs_db_get_int (self->db, &listing->kept, self->error, "SELECT count(*) FROM body", "") == GS_DB_STEP_FAILED
      || gs_db_get_int (self->db, &mended, self->error,
                        "SELECT count(*) FROM body WHERE id IN (SELECT id FROM mended_body)", "")
           == GS_DB_STEP_FAILED
      || gs_db_get_int (self->db, &lost, self->error,
                        "SELECT count(*) FROM revision WHERE body NOT IN (SELECT id FROM body)", "")
           == GS_DB_STEP_FAILED)
    return FALSE;

  gs_db_salvage_mended (self, "texts", mended);
  gs_db_salvage_lost (self, "texts", lost);

  return TRUE;
}

/* An article without any revision gets an empty one. */
static gboolean
make_revisions (GsDbSalvaging *self)
{
  int n;

  if (!gs_db_run (self->db, self->error, MAKE_REVISIONS, ""))
    return FALSE;

  n = sqlite3_changes (self->db->handle);
  gs_db_salvage_kind (self, "details")->made += n;
  self->result->whole = self->result->whole && n == 0;

  return TRUE;
}

static gboolean
mend_revisions (GsDbSalvaging *self)
{
  if (!count_texts (self)
      || !gs_db_run (self->db, self->error, "UPDATE revision SET body = NULL WHERE body NOT IN (SELECT id FROM body)",
                     "")
      || !make_revisions (self))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (revision_steps); i++)
    {
      if (!mend (self, "details", revision_steps[i]))
        return FALSE;
    }

  return mend (self, "articles",
               "UPDATE article SET sha256 = " NEWEST_CONTENT " WHERE " NEWEST_CONTENT
               " IS NOT NULL AND sha256 IS NOT " NEWEST_CONTENT);
}

/* A span is where its quote is, in a revision that is there, or it has no place. */
static gboolean
mend_spans (GsDbSalvaging *self)
{
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);

  if (!mend (
        self, "details",
        "UPDATE claim_span SET revision = (SELECT r.id FROM revision AS r JOIN claim AS c ON c.article = r.article "
        "WHERE c.id = claim_span.claim ORDER BY r.number DESC LIMIT 1) WHERE revision IS NOT NULL AND revision NOT "
        "IN (SELECT id FROM revision)")
      || !gs_db_check_spans_astray (self->db, uuids, self->error))
    return FALSE;

  for (guint i = 0; i < uuids->len; i++)
    {
      if (!gs_db_run (self->db, self->error, "UPDATE claim_span SET orphaned = 1 WHERE uuid = ?", "t", uuids->pdata[i]))
        return FALSE;
    }

  gs_db_salvage_mended (self, "details", uuids->len);

  return TRUE;
}

gboolean
gs_db_salvage_texts (GsDbSalvaging *self)
{
  return mend_contents (self) && mend_bodies (self) && mend_revisions (self) && mend_spans (self);
}
