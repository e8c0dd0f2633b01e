/* gs-db-selection.c: which rows a list shows, and in which order, as SQL.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing a user types becomes SQL: it is bound. Every order ends with the row
 * number, so that it is total, and has an index that holds all it needs.
 */

#include "config.h"

#include "gs-db-selection.h"

/**
 * gs_db_selection_free:
 * @self: (transfer full) (nullable): a selection
 */
void
gs_db_selection_free (GsDbSelection *self)
{
  if (self == NULL)
    return;

  g_string_free (self->from, TRUE);
  g_string_free (self->where, TRUE);
  g_string_free (self->order, TRUE);
  g_ptr_array_unref (self->values);
  g_free (self);
}

/**
 * gs_db_selection_add:
 * @self: a #GsDbSelection
 * @condition: an SQL condition with one question mark, or none when @value is %NULL
 * @value: (nullable): copied; bound to the question mark
 *
 * Narrows the selection: conditions are joined with AND.
 */
void
gs_db_selection_add (GsDbSelection *self, const char *condition, const char *value)
{
  g_string_append_printf (self->where, "%s(%s)", self->where->len == 0 ? " WHERE " : " AND ", condition);
  if (value != NULL)
    g_ptr_array_add (self->values, g_strdup (value));
  self->whole = FALSE;
}

/* Adds a condition if the filter says anything about it. */
static void
add_if (GsDbSelection *self, const char *condition, const char *value)
{
  if (value != NULL)
    gs_db_selection_add (self, condition, value);
}

/* A page in the natural order is read along the full-text index, which has it. */
static void
add_text (GsDbSelection *self, const GsListFilter *filter)
{
  g_autofree char *match = filter->text != NULL ? gs_db_match_expression (filter->text) : NULL;

  if (match == NULL)
    return;

  if (self->paged && filter->order == GS_ORDER_NATURAL)
    {
      self->id = "f.rowid";
      g_string_assign (self->from, "article_fts AS f CROSS JOIN article AS t ON t.id = f.rowid");
      gs_db_selection_add (self, "f.article_fts MATCH ?", match);
    }
  else
    gs_db_selection_add (self, "t.id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)", match);
}

/* What claims of the article have. */
static void
add_of_claims (GsDbSelection *self, const GsListFilter *filter)
{
  add_if (self,
          self->dense & GS_DB_DENSE_QUESTION
            ? "EXISTS (SELECT 1 FROM claim_index AS x CROSS JOIN claim AS c ON c.id = x.id WHERE x.article = t.id AND "
              "+c.question = (SELECT id FROM question WHERE uuid = ?))"
            : "t.id IN (SELECT article FROM claim WHERE question = (SELECT id FROM question WHERE uuid = ?))",
          filter->question);
  add_if (self,
          self->dense & GS_DB_DENSE_TAG
            ? "EXISTS (SELECT 1 FROM claim_index AS x CROSS JOIN claim_tag AS m ON m.claim = x.id "
              "WHERE x.article = t.id AND +m.tag IN (" GS_DB_TAG_AND_BELOW "))"
            : "t.id IN (SELECT c.article FROM claim_tag AS m JOIN claim AS c ON c.id = m.claim "
              "WHERE m.tag IN (" GS_DB_TAG_AND_BELOW "))",
          filter->tag);
  add_if (self,
          self->dense & GS_DB_DENSE_SOURCE
            ? "EXISTS (SELECT 1 FROM claim_index AS x CROSS JOIN claim_hop AS h ON h.claim = x.id "
              "WHERE x.article = t.id AND +h.source = (SELECT id FROM source WHERE uuid = ?))"
            : "t.id IN (SELECT c.article FROM claim_hop AS h JOIN claim AS c ON c.id = h.claim "
              "WHERE h.source = (SELECT id FROM source WHERE uuid = ?))",
          filter->source);
}

static void
select_articles (GsDbSelection *self, const GsListFilter *filter)
{
  static const char *const orders[] = {
    [GS_ORDER_TEXT] = "t.title COLLATE NOCASE",
    [GS_ORDER_DATE] = "t.published_lo",
    [GS_ORDER_LANGUAGE] = "t.language",
    [GS_ORDER_OUTLET] = "t.outlet COLLATE NOCASE",
    [GS_ORDER_QUESTION] = NULL,
  };

  g_string_assign (self->from, "article AS t");
  add_text (self, filter);
  add_if (self, "t.uuid = ?", filter->article);
  add_if (self, "t.language = ?", filter->language);
  add_of_claims (self, filter);
  add_if (self, "coalesce (t.published_hi, t.published_lo, t.created) >= ?", filter->since);
  if (filter->until != NULL)
    {
      /* Until October takes in all of October. */
      gs_db_selection_add (self, "coalesce (t.published_lo, t.published_hi, t.created) < ? || '~'", filter->until);
    }
  if (filter->order >= 0 && filter->order < (int) G_N_ELEMENTS (orders) && orders[filter->order] != NULL)
    g_string_assign (self->order, orders[filter->order]);
  else if (self->whole)
    g_string_append (self->from, " INDEXED BY article_arrival");
}

static void
select_questions (GsDbSelection *self, const GsListFilter *filter)
{
  g_string_assign (self->from, "question AS t");
  if (filter->conflicting)
    {
      /* From the few, not from the many. */
      g_string_assign (self->from, "question_stat AS s CROSS JOIN question AS t ON t.id = s.question");
      gs_db_selection_add (self, "s.conflict", NULL);
    }
  add_if (self, "t.uuid = ?", filter->question);
  if (filter->text != NULL)
    gs_db_selection_add (self, "instr (lower (t.text), lower (?)) > 0", filter->text);
  if (filter->order == GS_ORDER_TEXT)
    g_string_assign (self->order, "t.text COLLATE NOCASE");
}

/* Without a comma and a blank, which part columns. Those not rated come last. */
#define GRADE                                                                                                \
  "ifnull((SELECT nullif(r.grade,'none') FROM source_rating AS r WHERE r.source = t.id AND r.topic IS NULL " \
  "ORDER BY r.ordinal DESC LIMIT 1),'z')"

static void
select_sources (GsDbSelection *self, const GsListFilter *filter)
{
  g_string_assign (self->from, "source AS t");
  add_if (self, "t.uuid = ?", filter->source);
  if (filter->text != NULL)
    {
      gs_db_selection_add (
        self,
        "EXISTS (SELECT 1 FROM (SELECT lower (?) AS p) WHERE instr (lower (t.name), p) > 0 OR EXISTS "
        "(SELECT 1 FROM source_alias WHERE source = t.id AND instr (lower (name), p) > 0))",
        filter->text);
    }
  add_if (self, "t.kind = ?", filter->kind);
  if (filter->order == GS_ORDER_TEXT)
    g_string_assign (self->order, "t.name COLLATE NOCASE");
  else if (filter->order == GS_ORDER_CLAIMS)
    g_string_assign (self->order, "ifnull((SELECT n FROM tally WHERE what = 'source' AND id = t.id),0)");
  else if (filter->order == GS_ORDER_GRADE)
    g_string_assign (self->order, GRADE);
}

/* Tags come as a tree: parents first, by path. */
static void
select_tags (GsDbSelection *self, const GsListFilter *filter)
{
  g_string_assign (self->from, "tag AS t");
  add_if (self, "t.id IN (" GS_DB_TAG_AND_BELOW ")", filter->tag);
  if (filter->text != NULL)
    gs_db_selection_add (self, "instr (lower (t.path), lower (?)) > 0", filter->text);
  g_string_assign (self->order, "t.path");
}

static void
select_links (GsDbSelection *self, const GsListFilter *filter)
{
  g_string_assign (self->from, "link AS t");
  add_if (self,
          "t.id IN (SELECT l.id FROM link_question AS w CROSS JOIN link AS l ON l.id = w.link CROSS JOIN claim AS y ON "
          "y.id = l.b AND y.question = w.question WHERE w.question = (SELECT id FROM question WHERE uuid = ?))",
          filter->question);
  if (self->whole)
    g_string_append (self->from, " INDEXED BY link_arrival");
}

static void
finish_order (GsDbSelection *self, gboolean descending)
{
  g_autofree char *by = g_strdup (self->order->str);
  const char *way = descending ? " DESC" : "";

  /* A list of columns turns around column by column. */
  g_string_assign (self->order, " ORDER BY ");
  if (*by != '\0')
    {
      g_auto (GStrv) columns = g_strsplit (by, ", ", -1);

      for (guint i = 0; columns[i] != NULL; i++)
        g_string_append_printf (self->order, "%s%s, ", columns[i], way);
    }
  g_string_append_printf (self->order, "%s%s", self->id, way);
}

static GsDbSelection *
selection_new (const GsRecordType *type, const GsListFilter *filter, gboolean paged, GsDbDense dense)
{
  GsDbSelection *self = g_new0 (GsDbSelection, 1);

  self->id = "t.id";
  self->from = g_string_new (NULL);
  self->where = g_string_new (NULL);
  self->order = g_string_new (NULL);
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->whole = TRUE;
  self->paged = paged;
  self->dense = dense;

  if (type == &gs_article_listing_type)
    select_articles (self, filter);
  else if (type == &gs_claim_listing_type)
    gs_db_selection_of_claims (self, filter);
  else if (type == &gs_question_listing_type)
    select_questions (self, filter);
  else if (type == &gs_source_listing_type)
    select_sources (self, filter);
  else if (type == &gs_tag_listing_type)
    select_tags (self, filter);
  else if (type == &gs_link_listing_type)
    select_links (self, filter);
  else
    g_assert_not_reached ();

  self->by_number = self->whole && self->order->len == 0 && !filter->descending;
  finish_order (self, filter->descending);

  return self;
}

static const GsListFilter everything = { 0 };

/**
 * gs_db_selection_new:
 * @type: a listing type
 * @filter: (nullable): what to select
 *
 * Returns: (transfer full): the selection
 */
GsDbSelection *
gs_db_selection_new (const GsRecordType *type, const GsListFilter *filter)
{
  return selection_new (type, filter != NULL ? filter : &everything, FALSE, 0);
}

/**
 * gs_db_selection_new_paged:
 * @db: a connection
 * @type: a listing type
 * @filter: (nullable): what to select
 *
 * Returns: (transfer full): the same selection, for some rows from its beginning
 */
GsDbSelection *
gs_db_selection_new_paged (GsDbConnection *db, const GsRecordType *type, const GsListFilter *filter)
{
  if (filter == NULL)
    filter = &everything;

  return selection_new (type, filter, TRUE, gs_db_selection_find_dense (db, filter));
}
