/* cmd-search.c: gainsayctl search: where words occur.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-table.h"
#include "gs-cli-workspace.h"

#define DEFAULT_LIMIT 50

/* What a snippet marks words with, see words/gs-listings.h. */
#define MARK_BEGIN "\xe2\x81\xa8" /* U+2068 */
#define MARK_END "\xe2\x81\xa9"   /* U+2069 */

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

/* Bold on a terminal, nothing elsewhere. The rest of the snippet is cleaned
 * first, so that only these marks can reach the terminal. */
static char *
render_snippet (const char *snippet)
{
  gboolean bold = gs_cli_is_terminal ();
  g_auto (GStrv) parts = g_strsplit_set (snippet, "\n\r\t", -1);
  g_autofree char *line = g_strjoinv (" ", parts);
  g_autofree char *begun = replace (line, MARK_BEGIN, "\002");
  g_autofree char *marked = replace (begun, MARK_END, "\003");
  g_autofree char *clean = gs_cli_escape (marked);
  g_autofree char *opened = replace (clean, "\\x02", bold ? "\033[1m" : "");

  return replace (opened, "\\x03", bold ? "\033[0m" : "");
}

static void
put_hit (const GsSearchHit *hit)
{
  g_autofree char *title = gs_cli_escape (hit->title != NULL ? hit->title : "");
  g_autofree char *snippet = render_snippet (hit->snippet != NULL ? hit->snippet : "");

  gs_cli_putf ("%s  %s  %s\n    %s\n", hit->uuid, hit->kind, title, snippet);
}

static int
search (GsCli *self, GsWorkspace *workspace, guint limit)
{
  static const char *const columns[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = gs_workspace_search (workspace, self->args[1], limit, &error);
  g_autoptr (GsCliTable) table = NULL;

  if (hits == NULL)
    return gs_cli_fail (self, self->args[0], error);

  if (self->json)
    table = gs_cli_table_new (self, &gs_search_hit_type, columns);

  for (guint i = 0; i < hits->len; i++)
    {
      if (table != NULL)
        gs_cli_table_add (table, hits->pdata[i]);
      else
        put_hit (hits->pdata[i]);
    }

  return gs_cli_status (self);
}

static int
run (GsCli *self)
{
  int limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = {
    { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many, the best"), N_ ("N") },
    { NULL },
  };
  g_autoptr (GsWorkspace) workspace = NULL;
  int status = GS_CLI_DONE;

  if (!gs_cli_parse (self, entries, &status))
    return status;
  if (limit < 1)
    return gs_cli_usage (self, _ ("--limit is less than one"));
  if ((workspace = gs_cli_open (self, FALSE, &status)) != NULL)
    status = search (self, workspace, (guint) limit);

  return status;
}

const GsCliCommand gs_cmd_search = {
  "search",
  "WORKSPACE QUERY",
  N_ ("Find words in articles and claims"),
  N_ ("QUERY is words, all of which must occur, a \"phrase in quotes\", or a prefix*."),
  2,
  2,
  1,
  run,
};
