/* cmd-origins.c: gainsayctl origins: how many independent origins stand behind what is said.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"
#include "gs-origins.h"

/* JSON ------------------------------------------------------------------------------ */

static JsonObject *
source_to_json (const GsOriginSource *source)
{
  JsonObject *object = json_object_new ();

  gs_json_set_text (object, "source", source->uuid);
  gs_json_set_text (object, "name", source->name);
  gs_json_set_text (object, "kind", gs_word_to_nick (&gs_source_kinds, source->kind));

  return object;
}

static JsonArray *
sources_to_json (const GPtrArray *sources)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < sources->len; i++)
    json_array_add_object_element (array, source_to_json (sources->pdata[i]));

  return array;
}

static JsonObject *
origin_to_json (const GsOrigin *origin)
{
  JsonObject *object = json_object_new ();

  gs_json_set_text (object, "name", origin->name);
  gs_json_set_text (object, "kind", gs_word_to_nick (&gs_origin_kinds, origin->kind));
  json_object_set_int_member (object, "group", origin->group);
  json_object_set_int_member (object, "claims", origin->claims);
  json_object_set_array_member (object, "sources", sources_to_json (origin->sources));

  return object;
}

static JsonObject *
chain_to_json (const GsOriginChain *chain)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "origin", chain->origin);
  json_object_set_array_member (object, "hops", sources_to_json (chain->hops));
  json_object_set_member (object, "claims", gs_texts_to_json (chain->claims));
  json_object_set_int_member (object, "count", chain->count);
  gs_json_set_text (object, "from", chain->from);
  gs_json_set_text (object, "to", chain->to);

  return object;
}

static JsonObject *
union_to_json (const GsOriginUnion *united)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "a", united->a);
  json_object_set_int_member (object, "b", united->b);
  json_object_set_boolean_member (object, "certain", united->certain);
  gs_json_set_text (object, "rule", gs_word_to_nick (&gs_union_rules, united->rule));
  gs_json_set_text (object, "explanation", united->explanation);

  return object;
}

static JsonArray *
circles_to_json (const GPtrArray *circles)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < circles->len; i++)
    json_array_add_array_element (array, sources_to_json (circles->pdata[i]));

  return array;
}

static JsonArray *
counts_to_json (const GPtrArray *counts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < counts->len; i++)
    {
      const GsOriginCount *count = counts->pdata[i];
      JsonObject *object = json_object_new ();

      gs_json_set_text (object, "stance", gs_word_to_nick (&gs_stances, count->stance));
      gs_json_set_text (object, "value", count->value);
      json_object_set_int_member (object, "lower", count->lower);
      json_object_set_int_member (object, "upper", count->upper);
      json_object_set_int_member (object, "outlets", count->outlets);
      json_object_set_int_member (object, "claims", count->claims);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
put_json (const GsOrigins *origins, const GPtrArray *counts)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *list;

  json_object_set_int_member (object, "lower", origins->lower);
  json_object_set_int_member (object, "upper", origins->upper);
  json_object_set_int_member (object, "outlets", origins->outlets);
  json_object_set_int_member (object, "claims", origins->claims);
  list = json_array_new ();
  for (guint i = 0; i < origins->origins->len; i++)
    json_array_add_object_element (list, origin_to_json (origins->origins->pdata[i]));
  json_object_set_array_member (object, "origins", list);
  list = json_array_new ();
  for (guint i = 0; i < origins->chains->len; i++)
    json_array_add_object_element (list, chain_to_json (origins->chains->pdata[i]));
  json_object_set_array_member (object, "chains", list);
  list = json_array_new ();
  for (guint i = 0; i < origins->unions->len; i++)
    json_array_add_object_element (list, union_to_json (origins->unions->pdata[i]));
  json_object_set_array_member (object, "unions", list);
  json_object_set_array_member (object, "bottlenecks", sources_to_json (origins->bottlenecks));
  json_object_set_array_member (object, "circular", circles_to_json (origins->circles));
  if (counts != NULL)
    json_object_set_array_member (object, "positions", counts_to_json (counts));
  json_node_take_object (node, object);
  gs_cli_put_json (node, TRUE);
}

/* Text ------------------------------------------------------------------------------ */

static char *
join_names (const GPtrArray *sources, const char *separator)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? separator : "", ((GsOriginSource *) sources->pdata[i])->name);

  return g_string_free (names, FALSE);
}

static void
put_line (const char *indent, const char *text)
{
  g_autofree char *line = gs_cli_escape (text);

  gs_cli_putf ("%s%s\n", indent, line);
}

static void
put_origin (const GsOrigins *origins, guint place)
{
  const GsOrigin *origin = origins->origins->pdata[place];
  g_autofree char *name = gs_cli_escape (origin->name);

  gs_cli_putf ("%s  %s  %" G_GINT64_FORMAT "\n", name, gs_word_to_nick (&gs_origin_kinds, origin->kind),
               origin->claims);
  for (guint i = 0; i < origins->chains->len; i++)
    {
      const GsOriginChain *chain = origins->chains->pdata[i];

      if (chain->origin == place)
        {
          g_autofree char *names = join_names (chain->hops, GS_CHAIN_ARROW);
          g_autofree char *line = g_strdup_printf ("%5" G_GINT64_FORMAT "  %s", chain->count, names);

          put_line ("", line);
        }
    }
}

static void
put_text (const GsOrigins *origins)
{
  g_autofree char *counted = gs_origins_describe (origins->lower, origins->upper, origins->outlets);

  gs_cli_putf ("%s\n", counted);
  for (guint i = 0; i < origins->origins->len; i++)
    put_origin (origins, i);
  for (guint i = 0; i < origins->unions->len; i++)
    put_line ("    ", ((GsOriginUnion *) origins->unions->pdata[i])->explanation);
  if (origins->bottlenecks->len > 0)
    {
      g_autofree char *names = join_names (origins->bottlenecks, ", ");
      g_autofree char *line = g_strdup_printf (_ ("All of it came through %s."), names);

      put_line ("    ", line);
    }
  for (guint i = 0; i < origins->circles->len; i++)
    {
      g_autofree char *names = join_names (origins->circles->pdata[i], ", ");
      g_autofree char *line = g_strdup_printf (_ ("Circular: %s cite each other."), names);

      put_line ("    ", line);
    }
}

/* What is asked --------------------------------------------------------------------- */

/* The UUID of a question, NULL without status when @id is none. */
static char *
find_question (GsWorkspace *workspace, const char *id)
{
  g_autofree char *claim = gs_workspace_resolve (workspace, &gs_claim_type, id, NULL);

  return claim == NULL ? gs_workspace_resolve (workspace, &gs_question_type, id, NULL) : NULL;
}

static GsOrigins *
find_of_claims (GsCli *self, GsWorkspace *workspace, int *status, GError **error)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 1; i < self->n_args; i++)
    {
      char *claim = gs_cli_resolve (self, workspace, &gs_claim_type, self->args[i], status);

      if (claim == NULL)
        return NULL;
      g_ptr_array_add (claims, claim);
    }

  return claims->len == 1 ? gs_origins_of_claim (workspace, claims->pdata[0], error)
                          : gs_origins_of_claims (workspace, claims, error);
}

static int
put_origins (GsCli *self, GsWorkspace *workspace)
{
  g_autofree char *question = self->n_args == 2 ? find_question (workspace, self->args[1]) : NULL;
  g_autoptr (GsOrigins) origins = NULL;
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GError) error = NULL;
  int status = GS_CLI_DONE;

  if (question != NULL)
    {
      origins = gs_origins_on_question (workspace, question, &error);
      counts = origins != NULL ? gs_origins_count (workspace, question, &error) : NULL;
    }
  else
    origins = find_of_claims (self, workspace, &status, &error);

  if (error != NULL)
    return gs_cli_fail (self, self->args[1], error);
  if (origins == NULL)
    return status;

  if (self->json)
    put_json (origins, counts);
  else
    put_text (origins);

  return gs_cli_status (self);
}

static int
run (GsCli *self)
{
  g_autoptr (GsWorkspace) workspace = NULL;
  int status = GS_CLI_DONE;

  if (gs_cli_parse (self, NULL, &status) && (workspace = gs_cli_open (self, FALSE, &status)) != NULL)
    status = put_origins (self, workspace);

  return status;
}

const GsCliCommand gs_cmd_origins = {
  "origins",
  "WORKSPACE QUESTION|CLAIM…",
  N_ ("Count the independent origins of what is said"),
  N_ ("Of all claims on a QUESTION, of whatever asserts the same as one CLAIM, or of the\n"
      "CLAIMs given. “link … same-origin …” and “link … independent-origin …” assert what\n"
      "the rules cannot know."),
  2,
  G_MAXUINT,
  1,
  run,
};
