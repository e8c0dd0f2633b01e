/* cmd-similar.c: gainsayctl similar: articles that are copies or translations.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"
#include "gs-similar.h"

/* By GsLikenessKind. */
static const char *const kinds[] = { "distinct", "copy", "translation" };

static gboolean
find_kind (GsCli *self, const char *word, GsLikenessKind *kind, int *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i], word))
        {
          *kind = (GsLikenessKind) i;
          return TRUE;
        }
    }

  *status = gs_cli_usage (self, _ ("“%s” is none of copy, translation and distinct."), word);

  return FALSE;
}

static void
put_as_json (const GPtrArray *likenesses)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < likenesses->len; i++)
    {
      const GsLikeness *likeness = likenesses->pdata[i];
      JsonObject *object = json_object_new ();

      gs_json_set_text (object, "article", likeness->article);
      gs_json_set_text (object, "other", likeness->other);
      gs_json_set_text (object, "kind", kinds[likeness->kind]);
      json_object_set_double_member (object, "share", likeness->share);
      gs_json_set_text (object, "evidence", likeness->evidence);
      json_array_add_object_element (array, object);
    }
  json_node_take_array (node, array);
  gs_cli_put_json (node, TRUE);
}

static void
put_as_text (const GPtrArray *likenesses)
{
  for (guint i = 0; i < likenesses->len; i++)
    {
      const GsLikeness *likeness = likenesses->pdata[i];
      g_autofree char *article = gs_cli_escape (likeness->article_title != NULL ? likeness->article_title : "");
      g_autofree char *other = gs_cli_escape (likeness->other_title != NULL ? likeness->other_title : "");

      gs_cli_putf ("%s  %s  %s\n  %s  %s\n  %s\n", likeness->article, kinds[likeness->kind], article, likeness->other,
                   other, likeness->evidence);
    }
}

/* All that has not been compared yet, then what was found. */
static int
list (GsCli *self, GsWorkspace *workspace, const char *article)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) likenesses = NULL;
  gint64 place = 0;
  gboolean more = TRUE;

  while (more)
    {
      if (!gs_similar_prepare (workspace, &place, 1000, &more, &error))
        return gs_cli_fail (self, self->args[0], error);
    }

  likenesses = gs_similar_find (workspace, article, &error);
  if (likenesses == NULL)
    return gs_cli_fail (self, self->args[0], error);

  if (self->json)
    put_as_json (likenesses);
  else
    put_as_text (likenesses);

  return gs_cli_status (self);
}

static int
decide (GsCli *self, GsWorkspace *workspace, const char *article, GsLikenessKind kind, const char *other)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsAction) action = gs_similar_decide (workspace, article, other, kind, &error);
  int status = GS_CLI_DONE;

  if (action == NULL)
    return gs_cli_fail (self, self->args[1], error);
  if (!gs_cli_perform (self, workspace, action, &status))
    return status;

  if (self->json)
    gs_cli_put_pair ("article", article);

  return gs_cli_status (self);
}

static int
run_on (GsCli *self, GsWorkspace *workspace, GsLikenessKind kind)
{
  g_autofree char *article = NULL;
  g_autofree char *other = NULL;
  int status = GS_CLI_DONE;

  if (self->n_args > 1
      && (article = gs_cli_resolve (self, workspace, &gs_article_type, self->args[1], &status)) == NULL)
    return status;
  if (self->n_args == 4)
    {
      other = gs_cli_resolve (self, workspace, &gs_article_type, self->args[3], &status);
      return other != NULL ? decide (self, workspace, article, kind, other) : status;
    }

  return list (self, workspace, article);
}

static int
run (GsCli *self)
{
  GsLikenessKind kind = GS_LIKENESS_DISTINCT;
  g_autoptr (GsWorkspace) workspace = NULL;
  int status = GS_CLI_DONE;

  if (!gs_cli_parse (self, NULL, &status))
    return status;
  if (self->n_args == 3)
    return gs_cli_usage (self, _ ("Say of which other article it is a copy."));
  if (self->n_args == 4 && !find_kind (self, self->args[2], &kind, &status))
    return status;

  if ((workspace = gs_cli_open (self, TRUE, &status)) != NULL)
    status = run_on (self, workspace, kind);

  return status;
}

const GsCliCommand gs_cmd_similar = {
  "similar",
  "WORKSPACE [ARTICLE [copy|translation|distinct OTHER]]",
  N_ ("Find copies and translations among the articles"),
  N_ ("Articles that nobody has compared yet are compared first. With OTHER, records what you say ARTICLE is to it."),
  1,
  4,
  1,
  run,
};
