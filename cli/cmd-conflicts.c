/* cmd-conflicts.c: gainsayctl conflicts: where accounts contradict each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"
#include "gs-conflicts.h"

#define PAGE_ROWS 100

typedef struct
{
  GsWorkspace *workspace;
  char *question; /* UUID, NULL for all */
  gboolean pairs;
  gint64 limit; /* 0 for all */
  GsConflictFilter filter;
} ConflictQuery;

static void
set_bound (JsonObject *object, const char *name, gboolean known, double value)
{
  if (known && isfinite (value))
    json_object_set_double_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

/* What is not known is null. */
static void
set_details (JsonObject *object, const GsPosition *position)
{
  gs_json_set_text (object, "time_kind",
                    position->has_time ? gs_word_to_nick (&gs_time_kinds, position->time_kind) : NULL);
  gs_json_set_text (object, "from", position->from);
  gs_json_set_text (object, "to", position->to);
  set_bound (object, "lo", position->has_quantity, position->lo);
  set_bound (object, "hi", position->has_quantity, position->hi);
  gs_json_set_text (object, "unit", position->unit);
  gs_json_set_text (object, "ladder", position->ladder);
  gs_json_set_text (object, "stage", position->stage);
  json_object_set_int_member (object, "stage_lo", position->stage_lo);
  json_object_set_int_member (object, "stage_hi", position->stage_hi);
}

static JsonNode *
position_to_json (const GsPosition *position)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  gs_json_set_text (object, "stance", gs_word_to_nick (&gs_stances, position->stance));
  gs_json_set_text (object, "value", position->value);
  json_object_set_int_member (object, "count", position->count);
  json_object_set_int_member (object, "origins_lower", position->origins_lower);
  json_object_set_int_member (object, "origins_upper", position->origins_upper);
  json_object_set_boolean_member (object, "partial", position->partial);
  json_object_set_member (object, "claims", gs_texts_to_json (position->claims));
  json_object_set_member (object, "voices", gs_texts_to_json (position->voices));
  set_details (object, position);
  json_node_take_object (node, object);

  return node;
}

static JsonNode *
conflict_to_json (const GsConflict *conflict)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *positions = json_array_new ();

  for (guint i = 0; i < conflict->positions->len; i++)
    json_array_add_element (positions, position_to_json (conflict->positions->pdata[i]));

  gs_json_set_text (object, "question", conflict->question);
  gs_json_set_text (object, "text", conflict->text);
  gs_json_set_text (object, "kind", conflict->kind);
  json_object_set_member (object, "rules", gs_texts_to_json (conflict->rules));
  json_object_set_array_member (object, "positions", positions);
  json_object_set_int_member (object, "undecided", conflict->undecided);
  json_object_set_boolean_member (object, "cross_language", conflict->cross_language);
  json_object_set_boolean_member (object, "self_contradiction", conflict->self_contradiction);
  json_object_set_boolean_member (object, "partial", conflict->partial);
  json_node_take_object (node, object);

  return node;
}

static JsonNode *
pair_to_json (const GsPair *pair)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  gs_json_set_text (object, "a", pair->a);
  gs_json_set_text (object, "b", pair->b);
  gs_json_set_text (object, "question", pair->question);
  gs_json_set_text (object, "type", gs_word_to_nick (&gs_link_kinds, pair->type));
  gs_json_set_text (object, "class", gs_word_to_nick (&gs_conflict_classes, pair->conflict_class));
  gs_json_set_text (object, "rule", pair->rule);
  json_object_set_double_member (object, "score", pair->score);
  gs_json_set_text (object, "explanation", pair->explanation);
  gs_json_set_text (object, "comparable", pair->comparable);
  gs_json_set_text (object, "addends", pair->addends);
  gs_json_set_text (object, "reconcile", pair->reconcile);
  if (pair->days >= 0)
    json_object_set_int_member (object, "days", pair->days);
  else
    json_object_set_null_member (object, "days");
  json_object_set_boolean_member (object, "cross_language", pair->cross_language);
  gs_json_set_text (object, "link", pair->link);
  gs_json_set_text (object, "verdict", gs_word_to_nick (&gs_verdicts, pair->verdict));
  gs_json_set_text (object, "reason", pair->reason);
  gs_json_set_text (object, "note", pair->note);
  json_object_set_boolean_member (object, "stale", pair->stale);
  json_node_take_object (node, object);

  return node;
}

static void
put_line (const char *indent, const char *text)
{
  g_autofree char *line = gs_cli_escape (text != NULL ? text : "");

  if (*line != '\0')
    gs_cli_putf ("%s%s\n", indent, line);
}

/* How many origins, "1–2"; "≥3" of more than were counted; "-" where they were not. (transfer full) */
static char *
tell_origins (const GsPosition *position)
{
  if (position->origins_upper == 0)
    return g_strdup ("-");
  if (position->partial)
    return g_strdup_printf ("≥%" G_GINT64_FORMAT, position->origins_lower);
  if (position->origins_lower == position->origins_upper)
    return g_strdup_printf ("%" G_GINT64_FORMAT, position->origins_lower);

  return g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, position->origins_lower, position->origins_upper);
}

static void
put_conflict (const GsConflict *conflict)
{
  gs_cli_putf ("%s  %s  ", conflict->question, conflict->kind);
  put_line ("", conflict->text);

  for (guint i = 0; i < conflict->positions->len; i++)
    {
      const GsPosition *position = conflict->positions->pdata[i];
      g_autofree char *origins = tell_origins (position);
      g_autofree char *voices = NULL;
      g_autofree char *line = NULL;

      g_ptr_array_add (position->voices, NULL);
      voices = g_strjoinv (", ", (char **) position->voices->pdata);
      line =
        g_strdup_printf ("%*s%s  %5" G_GINT64_FORMAT "  %s%s%s  %s", MAX (5 - (int) g_utf8_strlen (origins, -1), 0), "",
                         origins, position->count, gs_word_to_nick (&gs_stances, position->stance),
                         position->value != NULL ? " " : "", position->value != NULL ? position->value : "", voices);
      put_line ("", line);
    }
}

static void
put_pair (const GsPair *pair)
{
  gs_cli_putf ("%s  %s  %s  %s  %.0f  %s\n", pair->link, gs_word_to_nick (&gs_link_kinds, pair->type),
               pair->rule != NULL ? pair->rule : "-", gs_word_to_nick (&gs_conflict_classes, pair->conflict_class),
               pair->score, gs_word_to_nick (&gs_verdicts, pair->verdict));
  put_line ("    ", pair->explanation);
  put_line ("    ", pair->reconcile);
}

static void
put (GsCli *self, const ConflictQuery *query, gpointer item, guint64 n_before)
{
  if (self->json)
    {
      g_autofree char *text = gs_cli_json_to_text (query->pairs ? pair_to_json (item) : conflict_to_json (item), FALSE);

      gs_cli_put (n_before == 0 ? "\n" : ",\n");
      gs_cli_put (text);
    }
  else if (query->pairs)
    put_pair (item);
  else
    put_conflict (item);
}

static GPtrArray *
one_conflict (const ConflictQuery *query, guint offset, GError **error)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_conflict_free);
  GError *failure = NULL;
  GsConflict *conflict;

  if (offset > 0)
    return g_steal_pointer (&page);

  conflict = gs_conflicts_of (query->workspace, query->question, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (conflict != NULL)
    g_ptr_array_add (page, conflict);

  return g_steal_pointer (&page);
}

static GPtrArray *
read_page (const ConflictQuery *query, guint offset, guint limit, GError **error)
{
  if (query->pairs)
    return gs_conflicts_pairs (query->workspace, query->question, offset, limit, error);
  if (query->question != NULL)
    return one_conflict (query, offset, error);

  return gs_conflicts_list (query->workspace, &query->filter, offset, limit, error);
}

static int
put_pages (GsCli *self, const ConflictQuery *query)
{
  guint64 n_put = 0;
  gboolean more = TRUE;

  if (self->json)
    gs_cli_put ("[");

  while (more)
    {
      guint wanted = query->limit > 0 ? (guint) MIN ((guint64) query->limit - n_put, PAGE_ROWS) : PAGE_ROWS;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) page = read_page (query, (guint) n_put, wanted, &error);

      if (page == NULL)
        return gs_cli_fail (self, self->args[0], error);

      for (guint i = 0; i < page->len; i++)
        put (self, query, page->pdata[i], n_put++);
      more = page->len == PAGE_ROWS && n_put != (guint64) query->limit;
    }

  if (self->json)
    gs_cli_put (n_put > 0 ? "\n]\n" : "]\n");

  return gs_cli_status (self);
}

static int
run (GsCli *self)
{
  ConflictQuery query = { 0 };
  g_autofree char *question = NULL;
  g_autofree char *uuid = NULL;
  gboolean anew = FALSE;
  const GOptionEntry entries[] = {
    { "question", 'q', 0, G_OPTION_ARG_STRING, &question, N_ ("Only on this question"), N_ ("QUESTION") },
    { "pairs", 0, 0, G_OPTION_ARG_NONE, &query.pairs, N_ ("The pairs of claims, with rule and explanation"), NULL },
    { "cross-language", 0, 0, G_OPTION_ARG_NONE, &query.filter.cross_language,
      N_ ("Only where articles of different languages oppose each other"), NULL },
    { "self-contradiction", 0, 0, G_OPTION_ARG_NONE, &query.filter.self_contradiction,
      N_ ("Only where somebody contradicts himself"), NULL },
    { "undecided", 0, 0, G_OPTION_ARG_NONE, &query.filter.undecided, N_ ("Only with pairs that nobody has judged"),
      NULL },
    { "rebuild", 0, 0, G_OPTION_ARG_NONE, &anew, N_ ("First work out anew what the workspace keeps of conflicts"),
      NULL },
    { "limit", 'n', 0, G_OPTION_ARG_INT64, &query.limit, N_ ("At most so many, the strongest"), N_ ("N") },
    { NULL },
  };
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  int status = GS_CLI_DONE;

  if (!gs_cli_parse (self, entries, &status))
    return status;
  if (query.limit < 0)
    return gs_cli_usage (self, _ ("--limit is less than nothing"));

  workspace = gs_cli_open_best (self, &status);
  if (workspace == NULL)
    return status;
  if (question != NULL && (uuid = gs_cli_resolve (self, workspace, &gs_question_type, question, &status)) == NULL)
    return status;

  if (anew && !gs_conflicts_rebuild (workspace, &error))
    return gs_cli_fail (self, self->args[0], error);

  query.workspace = workspace;
  query.question = uuid;

  return put_pages (self, &query);
}

const GsCliCommand gs_cmd_conflicts = {
  "conflicts",
  "WORKSPACE",
  N_ ("List where accounts contradict each other"),
  N_ ("A position begins with how many origins it has, and how many claims. The score\n"
      "of a pair is a rank, never a probability. “verdict” takes the UUID that a pair\n"
      "begins with."),
  1,
  1,
  1,
  run,
};
