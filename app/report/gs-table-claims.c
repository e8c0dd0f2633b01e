/* gs-table-claims.c: the claims as rows of a table.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-table.h"

#include "gs-quantity.h"
#include "gs-time.h"

/* What a cell is made from. */
typedef struct
{
  GsTable *table;
  GsReportCatalogue *catalogue;
  const GsClaimRecord *claim;
  const GsArticleRecord *article; /* (nullable) */
  const GsSpanRecord *quote;      /* (nullable) */
} Row;

static void
put_cell (const Row *row, const char *text)
{
  row->table->cell (row->table, text);
}

static void
put_number (const Row *row, gint64 number)
{
  row->table->number (row->table, number);
}

/* Adds to a cell that holds several things. */
static void
add_item (GString *cell, char *item)
{
  if (cell->len > 0)
    g_string_append (cell, "; ");
  g_string_append (cell, item);
  g_free (item);
}

static void
put_items (const Row *row, GString *cell)
{
  put_cell (row, cell->str);
  g_string_free (cell, TRUE);
}

static void
put_question (const Row *row)
{
  put_cell (row, gs_report_catalogue_question (row->catalogue, row->claim->question));
}

static void
put_stance (const Row *row)
{
  put_cell (row, gs_word_to_nick (&gs_stances, row->claim->stance));
}

static void
put_value (const Row *row)
{
  put_cell (row, row->claim->value);
}

static void
put_summary (const Row *row)
{
  put_cell (row, row->claim->summary);
}

static void
put_quote (const Row *row)
{
  put_cell (row, row->quote != NULL ? row->quote->exact : NULL);
}

static void
put_start (const Row *row)
{
  if (row->quote != NULL)
    put_number (row, row->quote->start);
  else
    put_cell (row, NULL);
}

static void
put_end (const Row *row)
{
  if (row->quote != NULL)
    put_number (row, row->quote->end);
  else
    put_cell (row, NULL);
}

static void
put_orphaned (const Row *row)
{
  put_cell (row, row->quote != NULL && row->quote->orphaned ? "yes" : NULL);
}

static void
put_article (const Row *row)
{
  put_cell (row, row->article != NULL ? row->article->title : NULL);
}

static void
put_outlet (const Row *row)
{
  put_cell (row, row->article != NULL ? row->article->outlet : NULL);
}

static void
put_language (const Row *row)
{
  put_cell (row, row->article != NULL ? row->article->language : NULL);
}

static void
put_url (const Row *row)
{
  put_cell (row, row->article != NULL ? row->article->url : NULL);
}

/* "2022-11-05", or "2022-11-01..2022-11-30" as dates are typed. */
static void
put_interval (const Row *row, const char *lo, const char *hi)
{
  g_autofree char *text = NULL;

  if (lo != NULL && g_strcmp0 (lo, hi) == 0)
    text = g_strdup (lo);
  else if (lo != NULL || hi != NULL)
    text = g_strconcat (lo != NULL ? lo : "", "..", hi, NULL);
  put_cell (row, text);
}

static void
put_published (const Row *row)
{
  if (row->article != NULL)
    put_interval (row, row->article->published_lo, row->article->published_hi);
  else
    put_cell (row, NULL);
}

static void
put_uttered (const Row *row)
{
  put_interval (row, row->claim->uttered_lo, row->claim->uttered_hi);
}

static void
put_chain (const Row *row)
{
  g_autofree char *chain = gs_report_catalogue_chain (row->catalogue, row->claim);

  put_cell (row, chain);
}

static void
put_tags (const Row *row)
{
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < row->claim->tags->len; i++)
    add_item (cell, gs_report_catalogue_tag_path (row->catalogue, row->claim->tags->pdata[i]));
  put_items (row, cell);
}

static void
put_quantities (const Row *row)
{
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < row->claim->quantities->len; i++)
    add_item (cell, gs_quantity_format (row->claim->quantities->pdata[i]));
  put_items (row, cell);
}

static void
put_times (const Row *row)
{
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < row->claim->times->len; i++)
    add_item (cell, gs_time_format (row->claim->times->pdata[i]));
  put_items (row, cell);
}

static void
put_slots (const Row *row)
{
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < row->claim->slots->len; i++)
    {
      const GsSlotRecord *slot = row->claim->slots->pdata[i];
      const char *filler = slot->entity != NULL ? slot->entity : slot->text;

      add_item (cell, g_strconcat (slot->name != NULL ? slot->name : "?", ": ", filler, NULL));
    }
  put_items (row, cell);
}

static void
put_certainty (const Row *row)
{
  put_cell (row, gs_word_to_nick (&gs_certainties, row->claim->certainty));
}

static void
put_status (const Row *row)
{
  put_cell (row, gs_word_to_nick (&gs_statuses, row->claim->status));
}

static void
put_scope (const Row *row)
{
  put_cell (row, row->claim->scope);
}

/* 6 is "cannot be judged": as a number it would be the worst of all. */
static void
put_credibility (const Row *row)
{
  if (row->claim->credibility >= 1 && row->claim->credibility <= 5)
    put_number (row, row->claim->credibility);
  else
    put_cell (row, row->claim->credibility == 6 ? "cannot-be-judged" : NULL);
}

static void
put_likelihood (const Row *row)
{
  int likelihood = row->claim->likelihood;

  put_cell (row, likelihood != GS_LIKELIHOOD_NONE ? gs_word_to_nick (&gs_likelihoods, likelihood) : NULL);
}

static void
put_confidence (const Row *row)
{
  int confidence = row->claim->confidence;

  put_cell (row, confidence != GS_CONFIDENCE_NONE ? gs_word_to_nick (&gs_confidences, confidence) : NULL);
}

static void
put_review (const Row *row)
{
  put_cell (row, gs_word_to_nick (&gs_reviews, row->claim->review));
}

static void
put_note (const Row *row)
{
  put_cell (row, row->claim->note);
}

static void
put_created (const Row *row)
{
  put_cell (row, row->claim->created);
}

static void
put_modified (const Row *row)
{
  put_cell (row, row->claim->modified);
}

static void
put_claim (const Row *row)
{
  put_cell (row, row->claim->uuid);
}

static const struct
{
  const char *name; /* a word for programs, not translated */
  void (*put) (const Row *row);
} columns[] = {
  { "claim", put_claim },
  { "question", put_question },
  { "stance", put_stance },
  { "value", put_value },
  { "summary", put_summary },
  { "quote", put_quote },
  { "article", put_article },
  { "outlet", put_outlet },
  { "published", put_published },
  { "language", put_language },
  { "url", put_url },
  { "start", put_start },
  { "end", put_end },
  { "orphaned", put_orphaned },
  { "chain", put_chain },
  { "tags", put_tags },
  { "certainty", put_certainty },
  { "status", put_status },
  { "scope", put_scope },
  { "quantities", put_quantities },
  { "times", put_times },
  { "slots", put_slots },
  { "uttered", put_uttered },
  { "credibility", put_credibility },
  { "likelihood", put_likelihood },
  { "confidence", put_confidence },
  { "review", put_review },
  { "note", put_note },
  { "created", put_created },
  { "modified", put_modified },
};

/**
 * gs_table_put_claim_heads:
 * @table: a table
 *
 * Puts the row of names.
 */
void
gs_table_put_claim_heads (GsTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    table->cell (table, columns[i].name);
  table->end_row (table);
}

/**
 * gs_table_put_claim:
 * @table: a table
 * @catalogue: what the claim refers to
 * @claim: a claim
 *
 * Puts the row of a claim.
 */
void
gs_table_put_claim (GsTable *table, GsReportCatalogue *catalogue, const GsClaimRecord *claim)
{
  Row row = { table, catalogue, claim };

  row.article = gs_report_catalogue_get (catalogue, &gs_article_type, claim->article);
  row.quote = gs_claim_record_quote (claim);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i].put (&row);
  table->end_row (table);
}
