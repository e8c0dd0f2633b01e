/* cmd-merge.c: gainsayctl merge: the workspace of another analyst into this one.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"
#include "gs-merge.h"

static void
set_count (JsonObject *object, const char *name, guint n)
{
  json_object_set_int_member (object, name, n);
}

static JsonObject *
counts_to_json (GsMerge *merge)
{
  JsonObject *counts = json_object_new ();

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      const GsMergeCount *count = gs_merge_get_count (merge, gs_workspace_types[i]);
      JsonObject *object = json_object_new ();

      set_count (object, "added", count->added);
      set_count (object, "united", count->united);
      set_count (object, "taken", count->taken);
      set_count (object, "deleted", count->deleted);
      json_object_set_object_member (counts, gs_workspace_types[i]->plural, object);
    }

  return counts;
}

static JsonObject *
difference_to_json (const GsMergeDifference *difference)
{
  JsonObject *object = json_object_new ();

  gs_json_set_text (object, "kind", difference->type->name);
  gs_json_set_text (object, "uuid", difference->uuid);
  gs_json_set_text (object, "name", difference->name);
  gs_json_set_text (object, "field", difference->field->name);
  gs_json_set_text (object, "ours", difference->ours);
  gs_json_set_text (object, "ours_modified", difference->our_time);
  gs_json_set_text (object, "ours_by", difference->our_name);
  gs_json_set_text (object, "theirs", difference->theirs);
  gs_json_set_text (object, "theirs_modified", difference->their_time);
  gs_json_set_text (object, "theirs_by", difference->their_name);
  gs_json_set_text (object, "kept", difference->take_theirs ? "theirs" : "ours");

  return object;
}

static void
put_json (GsMerge *merge, guint n_changed)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *differing = json_array_new ();
  GPtrArray *differences = gs_merge_get_differences (merge);

  for (guint i = 0; i < differences->len; i++)
    json_array_add_object_element (differing, difference_to_json (differences->pdata[i]));
  json_object_set_int_member (object, "changed", n_changed);
  json_object_set_object_member (object, "records", counts_to_json (merge));
  json_object_set_array_member (object, "differing", differing);
  json_node_take_object (node, object);
  gs_cli_put_json (node, TRUE);
}

static void
put_text (GsMerge *merge, guint n_changed)
{
  GPtrArray *differences = gs_merge_get_differences (merge);

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      const GsMergeCount *count = gs_merge_get_count (merge, gs_workspace_types[i]);

      if (count->added + count->united + count->taken + count->deleted == 0)
        continue;
      gs_cli_putf (_ ("%s: %u added, %u united, %u taken over, %u stay deleted\n"), gs_workspace_types[i]->plural,
                   count->added, count->united, count->taken, count->deleted);
    }

  for (guint i = 0; i < differences->len; i++)
    {
      const GsMergeDifference *difference = differences->pdata[i];
      g_autofree char *name = gs_cli_escape (difference->name);
      g_autofree char *ours = gs_cli_escape (difference->ours);
      g_autofree char *theirs = gs_cli_escape (difference->theirs);

      gs_cli_putf ("%s %s “%s”\n", difference->type->name, difference->field->name, name);
      gs_cli_putf (difference->take_theirs ? _ ("    ours:   %s\n") : _ ("  * ours:   %s\n"), ours);
      gs_cli_putf (difference->take_theirs ? _ ("  * theirs: %s\n") : _ ("    theirs: %s\n"), theirs);
    }
  gs_cli_putf (g_dngettext (NULL, "%u record changed\n", "%u records changed\n", n_changed), n_changed);
}

static int
merge (GsCli *self, GsWorkspace *ours, GsWorkspace *theirs, int preference, gboolean dry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsMerge) found = gs_merge_compare (ours, theirs, preference, NULL, &error);
  guint n_changed = 0;

  if (found == NULL || (!dry && !gs_merge_perform (found, &n_changed, &error)))
    return gs_cli_fail (self, self->args[0], error);

  if (self->json)
    put_json (found, n_changed);
  else
    put_text (found, n_changed);

  return gs_cli_status (self);
}

static int
run (GsCli *self)
{
  g_autofree char *preferred = NULL;
  gboolean dry = FALSE;
  const GOptionEntry entries[] = {
    { "prefer", 0, 0, G_OPTION_ARG_STRING, &preferred,
      N_ ("What to keep where both have changed: ours (if nothing is said), theirs or newer"), "ours|theirs|newer" },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry, N_ ("Say what would be done, and do nothing"), NULL },
    { NULL },
  };
  g_autoptr (GsWorkspace) ours = NULL;
  g_autoptr (GsWorkspace) theirs = NULL;
  g_autoptr (GError) error = NULL;
  int preference = GS_MERGE_OURS, status = GS_CLI_DONE;

  if (!gs_cli_parse (self, entries, &status))
    return status;
  if (preferred != NULL && !gs_word_from_nick (&gs_merge_preferences, preferred, &preference))
    return gs_cli_usage (self, _ ("“%s” is not a preference: ours, theirs or newer"), preferred);

  ours = gs_cli_open (self, !dry, &status);
  if (ours == NULL)
    return status;
  theirs = gs_merge_open_theirs (self->args[1], &error);
  if (theirs == NULL)
    return gs_cli_fail (self, self->args[1], error);

  return merge (self, ours, theirs, preference, dry);
}

const GsCliCommand gs_cmd_merge = {
  "merge",
  "WORKSPACE OTHER",
  N_ ("Merge the workspace of another analyst into this one"),
  N_ ("What the other has more is added; where only one side has changed a record, that is\n"
      "kept; where both have, --prefer decides, and each such field is told. OTHER is never\n"
      "changed. All of it is one step of the history. Merging again changes nothing."),
  2,
  2,
  2,
  run,
};
