/* gs-db-selection-claims.c: which claims a list shows, and in which order.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A claim lies in two tables: c, the claim, and i, its place and label. A
 * selection reads only those it needs, so that a skeleton is one walk along
 * one index.
 */

#include "config.h"

#include "gs-db-selection.h"

#define TAGGED "IN (SELECT claim FROM claim_tag WHERE tag IN (" GS_DB_TAG_AND_BELOW "))"
#define SAID "IN (SELECT claim FROM claim_hop WHERE source = (SELECT id FROM source WHERE uuid = ?))"

static gboolean
by_place (const GsListFilter *filter)
{
  return filter->order == GS_ORDER_ARTICLE || (filter->order == GS_ORDER_NATURAL && filter->article != NULL);
}

static gboolean
needs_claim (const GsListFilter *filter)
{
  return filter->question != NULL || filter->stance != NULL || filter->since != NULL || filter->until != NULL
         || filter->unanswering || filter->order == GS_ORDER_DATE || filter->order == GS_ORDER_QUESTION;
}

static gboolean
needs_index (const GsListFilter *filter)
{
  return filter->article != NULL || filter->language != NULL || by_place (filter) || filter->order == GS_ORDER_TEXT;
}

/* A page in the natural order is read along the full-text index, which has it. */
static gboolean
by_text (GsDbSelection *self, const GsListFilter *filter)
{
  return self->paged && filter->text != NULL && filter->order == GS_ORDER_NATURAL && !needs_index (filter);
}

/* Whether all that is asked for is asked of each claim anyway. */
static gboolean
is_dense (GsDbSelection *self, const GsListFilter *filter)
{
  return filter->text == NULL && filter->article == NULL && filter->language == NULL && !filter->orphaned
         && !filter->unanswering && (filter->question == NULL || (self->dense & GS_DB_DENSE_QUESTION) != 0)
         && (filter->tag == NULL || (self->dense & GS_DB_DENSE_TAG) != 0)
         && (filter->source == NULL || (self->dense & GS_DB_DENSE_SOURCE) != 0);
}

/* A page is then read along the index that has its order. */
static void
choose_tables (GsDbSelection *self, const GsListFilter *filter)
{
  gboolean index = needs_index (filter);
  gboolean claim = needs_claim (filter) || !index;
  gboolean ordered = index && claim && (filter->order == GS_ORDER_TEXT || by_place (filter));

  self->id = claim && !ordered ? "c.id" : "i.id";
  if (ordered && self->paged && is_dense (self, filter))
    g_string_assign (self->from, "claim_index AS i CROSS JOIN claim AS c ON c.id = i.id");
  else if (index && claim)
    g_string_assign (self->from, "claim_index AS i JOIN claim AS c ON c.id = i.id");
  else
    g_string_assign (self->from, index ? "claim_index AS i" : "claim AS c");
}

static void
add (GsDbSelection *self, const char *condition, const char *value)
{
  g_autofree char *whole = NULL;

  if (value == NULL)
    return;

  /* Some conditions are on the row number, whichever table it is read from. */
  whole = g_str_has_prefix (condition, "IN ") ? g_strconcat (self->id, " ", condition, NULL) : g_strdup (condition);
  gs_db_selection_add (self, whole, value);
}

/* A condition on a part of a claim, asked of each claim. */
static void
add_asked (GsDbSelection *self, const char *table, const char *condition, const char *value)
{
  g_autofree char *whole =
    g_strdup_printf ("EXISTS (SELECT 1 FROM %s WHERE claim = %s AND %s)", table, self->id, condition);

  gs_db_selection_add (self, whole, value);
}

/* An index has the claims of a question in the order in which they came in. Where
 * all else is asked of each claim, a page stops as soon as it is full. */
static gboolean
along_question (GsDbSelection *self, const GsListFilter *filter)
{
  return filter->order == GS_ORDER_NATURAL && is_dense (self, filter);
}

/* From the tag, source or question, or along the list (gs-db-selection-dense.c). */
static void
add_names (GsDbSelection *self, const GsListFilter *filter)
{
  gboolean asks_question = (self->dense & GS_DB_DENSE_QUESTION) != 0 && !along_question (self, filter);

  add (self,
       asks_question ? "+c.question = (SELECT id FROM question WHERE uuid = ?)"
                     : "c.question = (SELECT id FROM question WHERE uuid = ?)",
       filter->question);
  if (self->dense & GS_DB_DENSE_TAG)
    add_asked (self, "claim_tag", "+tag IN (" GS_DB_TAG_AND_BELOW ")", filter->tag);
  else
    add (self, TAGGED, filter->tag);
  if (self->dense & GS_DB_DENSE_SOURCE)
    add_asked (self, "claim_hop", "+source = (SELECT id FROM source WHERE uuid = ?)", filter->source);
  else
    add (self, SAID, filter->source);
}

static void
add_text (GsDbSelection *self, const GsListFilter *filter)
{
  g_autofree char *match = filter->text != NULL ? gs_db_match_expression (filter->text) : NULL;

  if (match != NULL && by_text (self, filter))
    {
      self->id = "f.rowid";
      g_string_assign (self->from, "claim_fts AS f CROSS JOIN claim AS c ON c.id = f.rowid");
      gs_db_selection_add (self, "f.claim_fts MATCH ?", match);
    }
  else
    add (self, "IN (SELECT rowid FROM claim_fts WHERE claim_fts MATCH ?)", match);
}

/* Whether a claim has rows in a table of its parts. */
static void
add_part (GsDbSelection *self, const char *quantifier, const char *table)
{
  g_autofree char *condition = g_strdup_printf ("%s (SELECT 1 FROM %s WHERE claim = %s)", quantifier, table, self->id);

  gs_db_selection_add (self, condition, NULL);
}

/**
 * gs_db_selection_of_claims:
 * @self: a #GsDbSelection
 * @filter: which claims
 *
 * Adds the tables, conditions and order of a claim list.
 */
void
gs_db_selection_of_claims (GsDbSelection *self, const GsListFilter *filter)
{
  choose_tables (self, filter);
  add_text (self, filter);

  add (self, "i.article = (SELECT id FROM article WHERE uuid = ?)", filter->article);
  add_names (self, filter);
  add (self, "c.stance = ?", filter->stance);
  add (self, "i.article IN (SELECT id FROM article WHERE language = ?)", filter->language);
  add (self, "c.created >= ?", filter->since);
  add (self, "c.created < ? || '~'", filter->until);
  if (filter->unanswering)
    gs_db_selection_add (self, "c.question IS NULL", NULL);
  if (filter->untagged)
    add_part (self, "NOT EXISTS", "claim_tag");
  if (filter->dated)
    add_part (self, "EXISTS", "claim_time");
  if (filter->measured)
    add_part (self, "EXISTS", "claim_quantity");

  if (filter->orphaned)
    {
      g_autofree char *condition =
        g_strdup_printf ("%s IN (SELECT claim FROM claim_span WHERE orphaned AND role = 'quote')", self->id);

      gs_db_selection_add (self, condition, NULL);
    }

  if (by_place (filter))
    g_string_assign (self->order, "i.article, i.start");
  else if (filter->order == GS_ORDER_TEXT)
    g_string_assign (self->order, "i.label COLLATE NOCASE");
  else if (filter->order == GS_ORDER_DATE)
    g_string_assign (self->order, "c.modified");
  else if (filter->order == GS_ORDER_QUESTION)
    g_string_assign (self->order, "c.question, c.stance");
  else if (self->whole)
    g_string_append (self->from, " INDEXED BY claim_arrival");
}
