/* cmd-show.c: gainsayctl show: one thing, whole.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"

static const GsRecordType *
find_type (GsCli *self, const char *kind, int *status)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      const GsRecordType *type = gs_workspace_types[i];

      if (g_str_equal (type->name, kind))
        return type;
      g_string_append_printf (kinds, "%s%s", i > 0 ? ", " : "", type->name);
    }

  *status = gs_cli_usage (self, _ ("“%s” is none of: %s"), kind, kinds->str);

  return NULL;
}

/* (transfer full) (nullable): the page on which a claim's quote stands, where
 * its article has pages. */
static char *
find_page (GsWorkspace *workspace, const GsClaimRecord *claim)
{
  const GsSpanRecord *quote = gs_claim_record_quote (claim);
  g_autoptr (GsArticleRecord) article = NULL;

  if (quote == NULL || quote->orphaned || claim->article == NULL)
    return NULL;

  article = gs_workspace_load (workspace, &gs_article_type, claim->article, NULL);

  return article != NULL ? g_strdup (gs_article_record_page_at (article, quote->start)) : NULL;
}

static void
put (GsCli *self, GsWorkspace *workspace, const GsRecordType *type, gconstpointer record)
{
  g_autofree char *page = type == &gs_claim_type ? find_page (workspace, record) : NULL;
  JsonNode *node;

  if (!self->json)
    {
      g_autofree char *safe = page != NULL ? gs_cli_escape (page) : NULL;

      gs_cli_put_record (workspace, type, record);
      if (safe != NULL)
        gs_cli_putf ("page: %s\n", safe);
      return;
    }

  node = gs_record_to_json (type, record);
  if (page != NULL)
    json_object_set_string_member (json_node_get_object (node), "page", page);
  gs_cli_put_json (node, TRUE);
}

static int
show (GsCli *self, GsWorkspace *workspace, const GsRecordType *type)
{
  g_autoptr (GError) error = NULL;
  int status = GS_CLI_DONE;
  g_autofree char *uuid = gs_cli_resolve (self, workspace, type, self->args[2], &status);
  gpointer record;

  if (uuid == NULL)
    return status;

  record = gs_workspace_load (workspace, type, uuid, &error);
  if (record == NULL)
    return gs_cli_fail (self, self->args[2], error);

  put (self, workspace, type, record);
  gs_record_free (type, record);

  return gs_cli_status (self);
}

static int
run (GsCli *self)
{
  g_autoptr (GsWorkspace) workspace = NULL;
  const GsRecordType *type;
  int status = GS_CLI_DONE;

  if (gs_cli_parse (self, NULL, &status) && (type = find_type (self, self->args[1], &status)) != NULL
      && (workspace = gs_cli_open (self, FALSE, &status)) != NULL)
    status = show (self, workspace, type);

  return status;
}

const GsCliCommand gs_cmd_show = {
  "show",
  "WORKSPACE KIND ID",
  N_ ("Show one thing whole"),
  N_ ("KIND is article, claim, source, tag, question, link or annotator. ID is a UUID,\n"
      "the beginning of one, or a name."),
  3,
  3,
  1,
  run,
};
