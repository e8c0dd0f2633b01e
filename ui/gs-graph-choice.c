/* gs-graph-choice.c: which sources a graph draws.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-graph-choice.h"

#include <string.h>

static void
count (GHashTable *choices, const char *source, const char *name, int kind, gint64 claims)
{
  GsGraphChoice *choice = g_hash_table_lookup (choices, source);

  if (choice == NULL)
    {
      choice = g_new0 (GsGraphChoice, 1);
      choice->source = source;
      choice->name = name;
      choice->kind = kind;
      g_hash_table_insert (choices, (gpointer) source, choice);
    }
  choice->claims += claims;
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const GsGraphChoice *x = *(const GsGraphChoice *const *) a, *y = *(const GsGraphChoice *const *) b;

  if (x->claims != y->claims)
    return x->claims > y->claims ? -1 : 1;

  return strcmp (x->source, y->source);
}

/**
 * gs_graph_choice_list:
 * @relays: (element-type GsRelay): who relays whom
 *
 * Returns: (transfer full) (element-type GsGraphChoice): every source in @relays, those with most claims first; its
 *   texts are those of @relays
 */
GPtrArray *
gs_graph_choice_list (const GPtrArray *relays)
{
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer choice;

  for (guint i = 0; i < relays->len; i++)
    {
      const GsRelay *relay = relays->pdata[i];

      count (choices, relay->outer, relay->outer_name, relay->outer_kind, relay->claims);
      count (choices, relay->inner, relay->inner_name, relay->inner_kind, relay->claims);
    }
  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, NULL, &choice))
    g_ptr_array_add (sorted, choice);
  g_ptr_array_sort (sorted, compare_choices);

  return sorted;
}
