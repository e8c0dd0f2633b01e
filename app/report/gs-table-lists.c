/* gs-table-lists.c: the links and the sources as rows of tables.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A link says its claims by UUID, which is the first column of the table of
 * claims.
 */

#include "config.h"

#include "gs-table.h"

static void
put_row (GsTable *table, const char *const *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    table->cell (table, cells[i]);
  table->end_row (table);
}

/**
 * gs_table_put_link_heads:
 * @table: a table
 *
 * Puts the row of names.
 */
void
gs_table_put_link_heads (GsTable *table)
{
  static const char *const names[] = { "link",    "claim",  "kind",        "other_claim", "origin",  "rule",    "class",
                                       "verdict", "reason", "explanation", "note",        "created", "modified" };

  put_row (table, names, G_N_ELEMENTS (names));
}

/**
 * gs_table_put_source_heads:
 * @table: a table
 *
 * Puts the row of names.
 */
void
gs_table_put_source_heads (GsTable *table)
{
  static const char *const names[] = { "source",  "name",        "kind",  "part_of", "affiliations",
                                       "aliases", "reliability", "basis", "rated",   "note" };

  put_row (table, names, G_N_ELEMENTS (names));
}

/**
 * gs_table_put_link:
 * @table: a table
 * @link: a link
 *
 * Puts the row of a link.
 */
void
gs_table_put_link (GsTable *table, const GsLinkRecord *link)
{
  const char *cells[] = {
    link->uuid,
    link->a,
    gs_word_to_nick (&gs_link_kinds, link->kind),
    link->b,
    gs_word_to_nick (&gs_link_origins, link->origin),
    link->rule,
    gs_word_to_nick (&gs_conflict_classes, link->conflict_class),
    gs_word_to_nick (&gs_verdicts, link->verdict),
    link->reason,
    link->explanation,
    link->note,
    link->created,
    link->modified,
  };

  put_row (table, cells, G_N_ELEMENTS (cells));
}

/* The latest general one. */
static const GsRatingRecord *
find_rating (const GsSourceRecord *source)
{
  for (guint i = source->ratings->len; i > 0; i--)
    {
      const GsRatingRecord *rating = source->ratings->pdata[i - 1];

      if (rating->topic == NULL)
        return rating;
    }

  return NULL;
}

/**
 * gs_table_put_source:
 * @table: a table
 * @catalogue: what the source refers to
 * @source: a source
 *
 * Puts the row of a source.
 */
void
gs_table_put_source (GsTable *table, GsReportCatalogue *catalogue, const GsSourceRecord *source)
{
  const GsRatingRecord *rating = find_rating (source);
  g_autoptr (GString) aliases = g_string_new (NULL);
  g_autoptr (GString) parties = g_string_new (NULL);
  const char *cells[] = {
    source->uuid,
    source->name,
    gs_word_to_nick (&gs_source_kinds, source->kind),
    gs_report_catalogue_source (catalogue, source->part_of),
    NULL,
    NULL,
    rating != NULL && rating->grade != GS_GRADE_NONE ? gs_word_to_nick (&gs_grades, rating->grade) : NULL,
    rating != NULL ? rating->basis : NULL,
    rating != NULL ? rating->at : NULL,
    source->note,
  };

  for (guint i = 0; i < source->aliases->len; i++)
    {
      const GsAliasRecord *alias = source->aliases->pdata[i];

      g_string_append_printf (aliases, "%s%s", i > 0 ? "; " : "", alias->name != NULL ? alias->name : "");
    }
  for (guint i = 0; i < source->affiliations->len; i++)
    {
      const GsAffiliationRecord *affiliation = source->affiliations->pdata[i];

      g_string_append_printf (parties, "%s%s", i > 0 ? "; " : "",
                              gs_report_catalogue_source (catalogue, affiliation->party));
    }
  cells[4] = parties->str;
  cells[5] = aliases->str;
  put_row (table, cells, G_N_ELEMENTS (cells));
}
