/* gs-origins.c: how many independent origins there are behind what is said.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-origins.h"

#include "gs-conflict-rules.h"
#include "gs-gettext.h"
#include "gs-origins-private.h"
#include "gs-proposition.h"

static const char *const origin_kind_nicks[] = { "named", "anonymous", "generic", "unresolved", NULL };
const GsWordList gs_origin_kinds = { "origin kind", origin_kind_nicks };

static const char *const union_rule_nicks[] = { "asserted", "party",       "republished", "translated", "one-outlet",
                                                "one-name", "party-dates", "any",         NULL };
const GsWordList gs_union_rules = { "union", union_rule_nicks };

/**
 * gs_origin_source_free:
 * @self: (nullable) (transfer full): a source
 */
void
gs_origin_source_free (GsOriginSource *self)
{
  if (self == NULL)
    return;

  g_free (self->uuid);
  g_free (self->name);
  g_free (self);
}

/**
 * gs_origins_free:
 * @self: (nullable) (transfer full): origins
 */
void
gs_origins_free (GsOrigins *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->origins);
  g_ptr_array_unref (self->chains);
  g_ptr_array_unref (self->unions);
  g_ptr_array_unref (self->bottlenecks);
  g_ptr_array_unref (self->circles);
  g_free (self);
}

/**
 * gs_origin_count_free:
 * @self: (nullable) (transfer full): a count
 */
void
gs_origin_count_free (GsOriginCount *self)
{
  if (self == NULL)
    return;

  g_free (self->value);
  g_free (self);
}

/* Which strands --------------------------------------------------------------------- */

typedef gboolean (*Wanted) (const GsStrand *strand, gconstpointer data);

static GArray *
pick (const GsStrands *strands, Wanted wanted, gconstpointer data)
{
  GArray *picked = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < strands->strands->len; i++)
    {
      if (wanted == NULL || wanted (gs_strands_get (strands, i), data))
        g_array_append_val (picked, i);
    }

  return picked;
}

typedef struct
{
  int stance;
  char *value; /* folded, NULL for any */
} Position;

static gboolean
has_position (const GsStrand *strand, gconstpointer data)
{
  const Position *position = data;
  g_autofree char *value = NULL;

  if (strand->stance != position->stance)
    return FALSE;
  if (position->value == NULL)
    return TRUE;
  value = gs_account_fold (strand->value);

  return g_strcmp0 (value, position->value) == 0;
}

/**
 * gs_origins_on_question:
 * @workspace: a workspace
 * @question: UUID
 * @error: why it could not be read
 *
 * Blocks for one pass over the claims of the question.
 *
 * Returns: (transfer full): the origins of all of them, whatever they answer, or %NULL with @error
 */
GsOrigins *
gs_origins_on_question (GsWorkspace *workspace, const char *question, GError **error)
{
  g_autoptr (GsStrands) strands = gs_workspace_strands_on_question (workspace, question, error);
  g_autoptr (GArray) picked = strands != NULL ? pick (strands, NULL, NULL) : NULL;

  return picked != NULL ? gs_origins_find (strands, picked) : NULL;
}

/**
 * gs_origins_of_position:
 * @workspace: a workspace
 * @question: UUID
 * @stance: #GsStance
 * @value: (nullable): the answer that the claims give; any, when absent
 * @error: why it could not be read
 *
 * Blocks for one pass over the claims of the question.
 *
 * Returns: (transfer full): the origins of those that take this position, or %NULL with @error
 */
GsOrigins *
gs_origins_of_position (GsWorkspace *workspace, const char *question, int stance, const char *value, GError **error)
{
  g_autoptr (GsStrands) strands = gs_workspace_strands_on_question (workspace, question, error);
  g_autofree char *folded = gs_account_fold (value);
  Position position = { stance, folded };
  g_autoptr (GArray) picked = strands != NULL ? pick (strands, has_position, &position) : NULL;

  return picked != NULL ? gs_origins_find (strands, picked) : NULL;
}

/**
 * gs_origins_of_claims:
 * @workspace: a workspace
 * @claims: (element-type utf8): UUIDs; one that is there twice counts once
 * @error: why they could not be read
 *
 * Blocks.
 *
 * Returns: (transfer full): the origins of these claims, or %NULL with @error
 */
GsOrigins *
gs_origins_of_claims (GsWorkspace *workspace, const GPtrArray *claims, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) once = g_ptr_array_new ();
  g_autoptr (GsStrands) strands = NULL;
  g_autoptr (GArray) picked = NULL;

  for (guint i = 0; i < claims->len; i++)
    {
      if (g_hash_table_add (known, claims->pdata[i]))
        g_ptr_array_add (once, claims->pdata[i]);
    }
  strands = gs_workspace_strands_of_claims (workspace, once, error);
  picked = strands != NULL ? pick (strands, NULL, NULL) : NULL;

  return picked != NULL ? gs_origins_find (strands, picked) : NULL;
}

/**
 * gs_origins_of_claim:
 * @workspace: a workspace
 * @claim: UUID
 * @error: GS_ERROR_NOT_FOUND
 *
 * Blocks.
 *
 * Returns: (transfer full): the origins of all claims that assert the same proposition, or %NULL with @error
 */
GsOrigins *
gs_origins_of_claim (GsWorkspace *workspace, const char *claim, GError **error)
{
  g_autoptr (GPtrArray) claims = gs_proposition_claims (workspace, claim, error);

  return claims != NULL ? gs_origins_of_claims (workspace, claims, error) : NULL;
}

/* Counts ---------------------------------------------------------------------------- */

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const GsOriginCount *x = *(const GsOriginCount *const *) a, *y = *(const GsOriginCount *const *) b;

  return x->stance != y->stance ? x->stance - y->stance : g_strcmp0 (x->value, y->value);
}

/* Strands by position: (element-type GArray of guint), by "0" or "0=value". */
static GHashTable *
sort_strands (const GsStrands *strands, gboolean exclusive, GPtrArray *counts)
{
  GHashTable *picked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < strands->strands->len; i++)
    {
      const GsStrand *strand = gs_strands_get (strands, i);
      g_autofree char *value = exclusive ? gs_account_fold (strand->value) : NULL;
      char *key = g_strdup_printf ("%d%s%s", strand->stance, value != NULL ? "=" : "", value != NULL ? value : "");
      GArray *list = g_hash_table_lookup (picked, key);
      GsOriginCount *count;

      if (list != NULL)
        g_free (key);
      else
        {
          count = g_new0 (GsOriginCount, 1);
          count->stance = strand->stance;
          count->value = value != NULL ? g_strstrip (g_strdup (strand->value)) : NULL;
          g_ptr_array_add (counts, count);
          list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (picked, key, list);
        }
      g_array_append_val (list, i);
    }

  return picked;
}

/**
 * gs_origins_count:
 * @workspace: a workspace
 * @question: UUID
 * @error: GS_ERROR_NOT_FOUND
 *
 * Blocks for one pass over the claims of the question.
 *
 * Returns: (transfer full) (element-type GsOriginCount): of each position, by stance and value, or %NULL with @error
 */
GPtrArray *
gs_origins_count (GsWorkspace *workspace, const char *question, GError **error)
{
  g_autoptr (GsQuestionRecord) record = gs_workspace_load (workspace, &gs_question_type, question, error);
  g_autoptr (GsStrands) strands = record != NULL ? gs_workspace_strands_on_question (workspace, question, error) : NULL;
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_origin_count_free);
  g_autoptr (GHashTable) picked = NULL;

  if (strands == NULL)
    return NULL;

  picked = sort_strands (strands, record->exclusive, counts);
  for (guint i = 0; i < counts->len; i++)
    {
      GsOriginCount *count = counts->pdata[i];
      g_autofree char *value = gs_account_fold (count->value);
      g_autofree char *key =
        g_strdup_printf ("%d%s%s", count->stance, value != NULL ? "=" : "", value != NULL ? value : "");

      gs_origins_count_strands (strands, g_hash_table_lookup (picked, key), count);
    }
  g_ptr_array_sort (counts, compare_counts);

  return g_steal_pointer (&counts);
}

/**
 * gs_origins_count_claims:
 * @workspace: a workspace
 * @claims: (element-type utf8): UUIDs of claims that say the same
 * @error: why they could not be read
 *
 * Blocks. For the few numbers of a list; gs_origins_of_claims() tells who they are.
 *
 * Returns: (transfer full): from how many origins they come, or %NULL with @error
 */
GsOriginCount *
gs_origins_count_claims (GsWorkspace *workspace, const GPtrArray *claims, GError **error)
{
  g_autoptr (GsStrands) strands = gs_workspace_strands_of_claims (workspace, claims, error);
  g_autoptr (GArray) picked = g_array_new (FALSE, FALSE, sizeof (guint));
  GsOriginCount *count;

  if (strands == NULL)
    return NULL;

  for (guint i = 0; i < strands->strands->len; i++)
    g_array_append_val (picked, i);
  count = g_new0 (GsOriginCount, 1);
  gs_origins_count_strands (strands, picked, count);

  return count;
}

/**
 * gs_origins_describe:
 * @lower: how many at least
 * @upper: how many at most
 * @outlets: through how many outlets
 *
 * Returns: (transfer full): "1–2 independent origins (5 outlets)", translated
 */
char *
gs_origins_describe (guint lower, guint upper, guint outlets)
{
  g_autofree char *through = g_strdup_printf (ngettext ("%u outlet", "%u outlets", outlets), outlets);

  /* Translators: the second is “3 outlets”. */
  if (lower == upper)
    return g_strdup_printf (ngettext ("%u independent origin (%s)", "%u independent origins (%s)", upper), upper,
                            through);

  /* Translators: between so many and so many; the third is “3 outlets”. */
  return g_strdup_printf (_ ("%u–%u independent origins (%s)"), lower, upper, through);
}
