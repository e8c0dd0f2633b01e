/* gs-db-strands.c: by which ways the accounts on a question came.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-strands.h"

#include "gs-db-records-private.h"

/* A claim's row is repeated for each of its hops. */
#define COLUMNS                                                                                       \
  "SELECT c.id, c.uuid, c.article, c.stance, c.value, coalesce (c.uttered_lo, c.uttered_hi), "        \
  "coalesce (c.uttered_hi, c.uttered_lo), coalesce (h.resolves_to, h.source), h.act FROM claim AS c " \
  "LEFT JOIN claim_hop AS h ON h.claim = c.id "

enum
{
  COLUMN_ID,
  COLUMN_UUID,
  COLUMN_ARTICLE,
  COLUMN_STANCE,
  COLUMN_VALUE,
  COLUMN_FROM,
  COLUMN_TO,
  COLUMN_SOURCE,
  COLUMN_ACT,
};

/* What is gathered, and at which place each row of a table stands in it. */
typedef struct
{
  GsDbConnection *db;
  GsStrands *strands;
  GHashTable *sources;  /* row number → place + 1 */
  GHashTable *articles; /* the same */
  GHashTable *by_key;   /* what makes a strand one (char *) → place + 1 */
  GArray *source_ids;
  GArray *article_ids;
  gboolean held; /* one state of the file is read */

  /* The claim whose rows are being read. */
  gint64 claim; /* 0 for none */
  const char *uuid;
  GsStrand strand;
} Gathering;

static void
gathering_init (Gathering *self, GsDbConnection *db)
{
  *self = (Gathering){ .db = db, .held = gs_db_read_hold (db) };
  self->strands = gs_strands_new ();
  self->sources = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->articles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->source_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->article_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* (transfer full): what was gathered, NULL unless it is @good. */
static GsStrands *
gathering_end (Gathering *self, gboolean good)
{
  if (self->held)
    gs_db_read_end (self->db);
  g_hash_table_unref (self->sources);
  g_hash_table_unref (self->articles);
  g_hash_table_unref (self->by_key);
  g_array_unref (self->source_ids);
  g_array_unref (self->article_ids);
  if (!good)
    g_clear_pointer (&self->strands, gs_strands_free);

  return self->strands;
}

/* The place of a row in @rows, made empty where it is new: it is read later,
 * so that a long line of offices and their ministries is no recursion. */
static guint
place_of (GHashTable *places, GArray *ids, GArray *rows, gint64 id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &id));

  if (id == 0)
    return GS_STRAND_NONE;
  if (place > 0)
    return place - 1;

  place = ids->len;
  g_array_append_val (ids, id);
  g_array_set_size (rows, ids->len);
  g_hash_table_insert (places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (place + 1));

  return place;
}

/* Strands ---------------------------------------------------------------------- */

static void
begin_claim (Gathering *self, GsDbStatement *row)
{
  GsStrands *strands = self->strands;
  int stance = 0;

  gs_word_from_nick (&gs_stances, gs_db_column_text (row, COLUMN_STANCE), &stance);
  self->claim = gs_db_column_int (row, COLUMN_ID);
  self->uuid = gs_strands_keep (strands, gs_db_column_text (row, COLUMN_UUID));
  self->strand = (GsStrand){
    .article = place_of (self->articles, self->article_ids, strands->articles, gs_db_column_int (row, COLUMN_ARTICLE)),
    .first_hop = strands->hops->len,
    .stance = stance,
    .value = gs_db_column_text (row, COLUMN_VALUE),
    .from = gs_db_column_text (row, COLUMN_FROM),
    .to = gs_db_column_text (row, COLUMN_TO),
  };
  /* One that has not been met is kept again; most have. */
  self->strand.value =
    self->strand.value != NULL ? g_string_chunk_insert_const (strands->texts, self->strand.value) : NULL;
  self->strand.from =
    self->strand.from != NULL ? g_string_chunk_insert_const (strands->texts, self->strand.from) : NULL;
  self->strand.to = self->strand.to != NULL ? g_string_chunk_insert_const (strands->texts, self->strand.to) : NULL;
}

static void
add_hop (Gathering *self, GsDbStatement *row)
{
  guint source =
    place_of (self->sources, self->source_ids, self->strands->sources, gs_db_column_int (row, COLUMN_SOURCE));
  const char *act = gs_db_column_text (row, COLUMN_ACT);

  if (source == GS_STRAND_NONE)
    return;

  g_array_append_val (self->strands->hops, source);
  self->strand.n_hops++;
  self->strand.act = act != NULL ? g_string_chunk_insert_const (self->strands->texts, act) : NULL;
}

static char *
key_of (Gathering *self)
{
  const GsStrand *strand = &self->strand;
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%u %d %s %s", strand->article, strand->stance, strand->from != NULL ? strand->from : "",
                          strand->to != NULL ? strand->to : "");
  for (guint i = 0; i < strand->n_hops; i++)
    g_string_append_printf (key, " %u", gs_strands_get_hop (self->strands, strand, i));
  g_string_append_printf (key, "=%s\n%s", strand->act != NULL ? strand->act : "",
                          strand->value != NULL ? strand->value : "");

  return g_string_free (key, FALSE);
}

static void
end_claim (Gathering *self)
{
  char *key;
  guint place;

  if (self->claim == 0)
    return;

  key = key_of (self);
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, key));
  if (place == 0)
    {
      self->strand.claims = g_ptr_array_new ();
      g_array_append_val (self->strands->strands, self->strand);
      place = self->strands->strands->len;
      g_hash_table_insert (self->by_key, key, GUINT_TO_POINTER (place));
    }
  else
    {
      g_array_set_size (self->strands->hops, self->strand.first_hop);
      g_free (key);
    }

  g_ptr_array_add (gs_strands_get (self->strands, place - 1)->claims, (gpointer) self->uuid);
  self->claim = 0;
}

static gboolean
read_claims (Gathering *self, GsDbStatement *statement, GError **error)
{
  GsDbStep step;

  while ((step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      if (gs_db_column_int (statement, COLUMN_ID) != self->claim)
        {
          end_claim (self);
          begin_claim (self, statement);
        }
      add_hop (self, statement);
    }
  end_claim (self);

  return step == GS_DB_STEP_DONE;
}

/* Sources and articles ------------------------------------------------------------- */

static gboolean
read_sides (Gathering *self, guint place, GError **error)
{
  g_autoptr (GsDbStatement) statement =
    gs_db_query (self->db, error,
                 "SELECT party, \"from\", \"to\" FROM source_affiliation WHERE source = ? ORDER BY ordinal", "i",
                 g_array_index (self->source_ids, gint64, place));
  g_autoptr (GArray) sides = g_array_new (FALSE, FALSE, sizeof (GsStrandSide));
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      GsStrandSide side = {
        place_of (self->sources, self->source_ids, self->strands->sources, gs_db_column_int (statement, 0)),
        gs_strands_keep (self->strands, gs_db_column_text (statement, 1)),
        gs_strands_keep (self->strands, gs_db_column_text (statement, 2)),
      };

      if (side.party != GS_STRAND_NONE)
        g_array_append_val (sides, side);
    }
  gs_strands_get_source (self->strands, place)->sides = g_steal_pointer (&sides);

  return step == GS_DB_STEP_DONE;
}

static gboolean
read_source (Gathering *self, guint place, GError **error)
{
  g_autoptr (GsDbStatement) row =
    gs_db_query (self->db, error, "SELECT uuid, name, kind, part_of FROM source WHERE id = ?", "i",
                 g_array_index (self->source_ids, gint64, place));
  GsStrandSource source = { .part_of = GS_STRAND_NONE };
  GsDbStep step = row != NULL ? gs_db_statement_step (row, error) : GS_DB_STEP_FAILED;

  if (step == GS_DB_STEP_FAILED)
    return FALSE;
  if (step == GS_DB_STEP_ROW)
    {
      source.uuid = gs_strands_keep (self->strands, gs_db_column_text (row, 0));
      source.name = gs_strands_keep (self->strands, gs_db_column_text (row, 1));
      gs_word_from_nick (&gs_source_kinds, gs_db_column_text (row, 2), &source.kind);
      source.part_of = place_of (self->sources, self->source_ids, self->strands->sources, gs_db_column_int (row, 3));
    }
  *gs_strands_get_source (self->strands, place) = source;

  return read_sides (self, place, error);
}

static gboolean
read_article (Gathering *self, guint place, GError **error)
{
  g_autoptr (GsDbStatement) row =
    gs_db_query (self->db, error,
                 "SELECT uuid, coalesce (title, path, ''), outlet, agency, published_lo, published_hi, "
                 "coalesce (translation_of, near_duplicate_of), translation_of IS NOT NULL FROM article WHERE id = ?",
                 "i", g_array_index (self->article_ids, gint64, place));
  GsStrandArticle article = { .title = "", .copy_of = GS_STRAND_NONE };
  GsDbStep step = row != NULL ? gs_db_statement_step (row, error) : GS_DB_STEP_FAILED;

  if (step == GS_DB_STEP_FAILED)
    return FALSE;
  if (step == GS_DB_STEP_ROW)
    {
      article.uuid = gs_strands_keep (self->strands, gs_db_column_text (row, 0));
      article.title = gs_strands_keep (self->strands, gs_db_column_text (row, 1));
      article.outlet = gs_strands_keep (self->strands, gs_db_column_text (row, 2));
      article.agency = gs_strands_keep (self->strands, gs_db_column_text (row, 3));
      article.published_lo = gs_strands_keep (self->strands, gs_db_column_text (row, 4));
      article.published_hi = gs_strands_keep (self->strands, gs_db_column_text (row, 5));
      article.copy_of =
        place_of (self->articles, self->article_ids, self->strands->articles, gs_db_column_int (row, 6));
      article.translated = gs_db_column_int (row, 7) != 0;
    }
  *gs_strands_get_article (self->strands, place) = article;

  return TRUE;
}

/* Reading one may bring more. */
static gboolean
read_rest (Gathering *self, GError **error)
{
  for (guint i = 0; i < self->source_ids->len; i++)
    {
      if (!read_source (self, i, error))
        return FALSE;
    }
  for (guint i = 0; i < self->article_ids->len; i++)
    {
      if (!read_article (self, i, error))
        return FALSE;
    }

  return TRUE;
}

/* What the analyst says ------------------------------------------------------------- */

#define ASSERTED                                                                                       \
  "SELECT l.uuid, a.uuid, b.uuid, l.kind = 'same-origin', coalesce (l.reason, l.note) FROM link AS l " \
  "JOIN claim AS a ON a.id = l.a JOIN claim AS b ON b.id = l.b "                                       \
  "WHERE l.kind IN ('same-origin', 'independent-origin') AND l.verdict <> 'dismissed' ORDER BY l.id"

/* There are only as many as an analyst has made; those of other claims do no harm. */
static gboolean
read_asserted (Gathering *self, GError **error)
{
  g_autoptr (GsDbStatement) statement = gs_db_query (self->db, error, ASSERTED, "");
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      GsStrandWord word = {
        gs_strands_keep (self->strands, gs_db_column_text (statement, 0)),
        gs_strands_keep (self->strands, gs_db_column_text (statement, 1)),
        gs_strands_keep (self->strands, gs_db_column_text (statement, 2)),
        gs_db_column_int (statement, 3) != 0,
        gs_strands_keep (self->strands, gs_db_column_text (statement, 4)),
      };

      g_array_append_val (self->strands->asserted, word);
    }

  return step == GS_DB_STEP_DONE;
}

/**
 * gs_db_strands_on_question:
 * @db: a connection
 * @question: UUID
 *
 * Returns: (transfer full): the strands of all claims on the question, those that assert before those that
 *   deny, in the order they came in; or %NULL with @error
 */
GsStrands *
gs_db_strands_on_question (GsDbConnection *db, const char *question, GError **error)
{
  g_autoptr (GsDbStatement) statement = NULL;
  Gathering gathering;
  gboolean good;

  g_return_val_if_fail (db != NULL && question != NULL, NULL);

  gathering_init (&gathering, db);
  statement = gs_db_query (db, error,
                           COLUMNS "WHERE c.question = (SELECT id FROM question WHERE uuid = ?) "
                                   "ORDER BY c.stance, c.id, h.ordinal",
                           "t", question);
  good = statement != NULL && read_claims (&gathering, statement, error) && read_rest (&gathering, error)
         && read_asserted (&gathering, error);
  g_clear_pointer (&statement, gs_db_statement_release);

  return gathering_end (&gathering, good);
}

/**
 * gs_db_strands_of_claims:
 * @db: a connection
 * @claims: (element-type utf8): UUIDs
 *
 * Returns: (transfer full): the strands of these claims, in this order, or %NULL with @error
 */
GsStrands *
gs_db_strands_of_claims (GsDbConnection *db, const GPtrArray *claims, GError **error)
{
  Gathering gathering;
  gboolean good = TRUE;

  g_return_val_if_fail (db != NULL && claims != NULL, NULL);

  gathering_init (&gathering, db);
  for (guint i = 0; good && i < claims->len; i++)
    {
      g_autoptr (GsDbStatement) statement =
        gs_db_query (db, error, COLUMNS "WHERE c.uuid = ? ORDER BY h.ordinal", "t", claims->pdata[i]);

      good = statement != NULL && read_claims (&gathering, statement, error);
    }
  good = good && read_rest (&gathering, error) && read_asserted (&gathering, error);

  return gathering_end (&gathering, good);
}
