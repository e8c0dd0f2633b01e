/* gs-cli-list.c: what the six listing commands have in common.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-cli-list.h"

#include <glib/gi18n.h>

#include "gs-cli-table.h"

#define PAGE_ROWS 500

struct _GsCliList
{
  GsListFilter *filter; /* as typed at first; UUIDs once the workspace is open */
  char *order;
  gint64 limit; /* 0 for all */
};

typedef struct
{
  GsCliFilters needs; /* any of these */
  GOptionEntry entry;
} ListOption;

static GOptionEntry *
choose_entries (const ListOption *options, guint n_options, GsCliFilters filters, const GOptionEntry *extra)
{
  GArray *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (; extra != NULL && extra->long_name != NULL; extra++)
    g_array_append_val (entries, *extra);

  for (guint i = 0; i < n_options; i++)
    {
      if (options[i].needs == 0 || (options[i].needs & filters) != 0)
        g_array_append_val (entries, options[i].entry);
    }

  return (GOptionEntry *) (void *) g_array_free (entries, FALSE);
}

static gboolean
parse_options (GsCli *self, GsCliList *list, GsCliFilters filters, const GOptionEntry *extra, int *status)
{
  GsListFilter *filter = list->filter;
  const ListOption all[] = {
    { GS_CLI_BY_ARTICLE,
      { "article", 0, 0, G_OPTION_ARG_STRING, &filter->article, N_ ("Of this article"), N_ ("ARTICLE") } },
    { GS_CLI_BY_QUESTION,
      { "question", 'q', 0, G_OPTION_ARG_STRING, &filter->question, N_ ("On this question"), N_ ("QUESTION") } },
    { GS_CLI_BY_TAG,
      { "tag", 't', 0, G_OPTION_ARG_STRING, &filter->tag, N_ ("With this tag or one below it"), N_ ("TAG") } },
    { GS_CLI_BY_SOURCE,
      { "source", 's', 0, G_OPTION_ARG_STRING, &filter->source, N_ ("Said through this source"), N_ ("SOURCE") } },
    { GS_CLI_BY_LANGUAGE,
      { "language", 'l', 0, G_OPTION_ARG_STRING, &filter->language, N_ ("In this language"), N_ ("TAG") } },
    { GS_CLI_BY_DATE, { "since", 0, 0, G_OPTION_ARG_STRING, &filter->since, N_ ("From this day on"), N_ ("DATE") } },
    { GS_CLI_BY_DATE, { "until", 0, 0, G_OPTION_ARG_STRING, &filter->until, N_ ("Up to this day"), N_ ("DATE") } },
    { GS_CLI_BY_TEXT,
      { "text", 0, 0, G_OPTION_ARG_STRING, &filter->text, N_ ("In which these words occur"), N_ ("QUERY") } },
    { GS_CLI_BY_STANCE,
      { "stance", 0, 0, G_OPTION_ARG_STRING, &filter->stance, N_ ("With this stance"), "asserts|denies" } },
    { GS_CLI_BY_GAPS,
      { "untagged", 0, 0, G_OPTION_ARG_NONE, &filter->untagged, N_ ("Only those without a tag"), NULL } },
    { GS_CLI_BY_GAPS,
      { "unanswering", 0, 0, G_OPTION_ARG_NONE, &filter->unanswering, N_ ("Only those without a question"), NULL } },
    { GS_CLI_BY_GAPS,
      { "orphaned", 0, 0, G_OPTION_ARG_NONE, &filter->orphaned, N_ ("Only those that lost their place in the article"),
        NULL } },
    { GS_CLI_BY_CONFLICT,
      { "conflicting", 0, 0, G_OPTION_ARG_NONE, &filter->conflicting, N_ ("Only with opposing answers"), NULL } },
    { GS_CLI_BY_ORDER,
      { "order", 0, 0, G_OPTION_ARG_STRING, &list->order, N_ ("Order: natural, text, date, article, …"),
        N_ ("ORDER") } },
    { GS_CLI_BY_ORDER,
      { "descending", 0, 0, G_OPTION_ARG_NONE, &filter->descending, N_ ("In the opposite order"), NULL } },
    { 0, { "limit", 'n', 0, G_OPTION_ARG_INT64, &list->limit, N_ ("At most so many"), N_ ("N") } },
  };
  g_autofree GOptionEntry *entries = choose_entries (all, G_N_ELEMENTS (all), filters, extra);
  int stance = 0;

  if (!gs_cli_parse (self, entries, status))
    return FALSE;
  if (list->limit < 0)
    {
      *status = gs_cli_usage (self, _ ("--limit is less than nothing"));
      return FALSE;
    }

  return gs_cli_word (self, &gs_orders, "--order", list->order, &filter->order, status)
         && gs_cli_word (self, &gs_stances, "--stance", filter->stance, &stance, status);
}

static gboolean
resolve_in_place (GsCli *self, GsWorkspace *workspace, const GsRecordType *type, char **id, int *status)
{
  g_autofree char *uuid = NULL;

  if (*id == NULL)
    return TRUE;

  uuid = gs_cli_resolve (self, workspace, type, *id, status);
  if (uuid == NULL)
    return FALSE;

  g_free (*id);
  *id = g_steal_pointer (&uuid);

  return TRUE;
}

static gboolean
resolve_filter (GsCli *self, GsWorkspace *workspace, GsListFilter *filter, int *status)
{
  return resolve_in_place (self, workspace, &gs_article_type, &filter->article, status)
         && resolve_in_place (self, workspace, &gs_question_type, &filter->question, status)
         && resolve_in_place (self, workspace, &gs_tag_type, &filter->tag, status)
         && resolve_in_place (self, workspace, &gs_source_type, &filter->source, status);
}

/* Page by page: memory grows with the workspace by a row number each. */
static int
put_rows (GsCli *self,
          GsWorkspace *workspace,
          const GsRecordType *listing,
          const char *const *columns,
          const GsCliList *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = gs_workspace_list_skeleton (workspace, listing, list->filter, &error);
  g_autoptr (GsCliTable) table = NULL;
  guint n_ids;

  if (ids == NULL)
    return gs_cli_fail (self, self->args[0], error);

  n_ids = list->limit > 0 ? (guint) MIN (list->limit, (gint64) ids->len) : ids->len;
  table = gs_cli_table_new (self, listing, columns);

  for (guint at = 0; at < n_ids; at += PAGE_ROWS)
    {
      g_autoptr (GPtrArray) rows = gs_workspace_list_rows (workspace, listing, &g_array_index (ids, gint64, at),
                                                           MIN (PAGE_ROWS, n_ids - at), &error);

      if (rows == NULL)
        return gs_cli_fail (self, self->args[0], error);

      for (guint i = 0; i < rows->len; i++)
        gs_cli_table_add (table, rows->pdata[i]);
    }

  return gs_cli_status (self);
}

/**
 * gs_cli_list_parse:
 * @self: the call
 * @filters: the filters this listing knows
 * @extra: (nullable) (array zero-terminated=1): options of the command's own
 * @status: (out): exit status, when there is nothing more to do
 *
 * Returns: (transfer full) (nullable): what to list
 */
GsCliList *
gs_cli_list_parse (GsCli *self, GsCliFilters filters, const GOptionEntry *extra, int *status)
{
  g_autoptr (GsCliList) list = g_new0 (GsCliList, 1);

  list->filter = gs_record_new (&gs_list_filter_type);

  return parse_options (self, list, filters, extra, status) ? g_steal_pointer (&list) : NULL;
}

/**
 * gs_cli_list_show:
 * @self: the call
 * @list: what to list
 * @listing: a listing type
 * @columns: (array zero-terminated=1): the fields that text shows
 *
 * Returns: the exit status
 */
int
gs_cli_list_show (GsCli *self, GsCliList *list, const GsRecordType *listing, const char *const *columns)
{
  int status = GS_CLI_DONE;
  g_autoptr (GsWorkspace) workspace = gs_cli_open (self, FALSE, &status);

  if (workspace != NULL && resolve_filter (self, workspace, list->filter, &status))
    status = put_rows (self, workspace, listing, columns, list);

  return status;
}

/**
 * gs_cli_list_free:
 * @list: (transfer full) (nullable): what to list
 */
void
gs_cli_list_free (GsCliList *list)
{
  if (list == NULL)
    return;

  gs_list_filter_free (list->filter);
  g_free (list->order);
  g_free (list);
}

/**
 * gs_cli_list_run:
 * @self: the call
 * @listing: a listing type
 * @columns: (array zero-terminated=1): the fields that text shows
 * @filters: the filters this listing knows
 *
 * Returns: the exit status
 */
int
gs_cli_list_run (GsCli *self, const GsRecordType *listing, const char *const *columns, GsCliFilters filters)
{
  int status = GS_CLI_DONE;
  g_autoptr (GsCliList) list = gs_cli_list_parse (self, filters, NULL, &status);

  return list != NULL ? gs_cli_list_show (self, list, listing, columns) : status;
}
