/* gs-conflict-look.c: a conflict of the board as it is kept in the file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflicts-private.h"

#include "gs-gettext.h"

/* Tongue, question, rule, flags, undecided, rules and positions. The number is
 * that of this form: what has another is looked at again. */
#define FORM 1
#define LOOK \
  "(us"      \
  "s"        \
  "bbbx"     \
  "as"       \
  "a" POSITION ")"
#define POSITION \
  "(ims"         \
  "xb"           \
  "asas"         \
  "bimsms"       \
  "bddbbms"      \
  "msmsxx"       \
  "xx)"

/* Names of nobody in particular are told in the language of whoever looks. */
static const char *
get_tongue (void)
{
  return _ ("somebody");
}

static GVariant *
texts_to_variant (const GPtrArray *texts)
{
  return g_variant_new_strv ((const char *const *) texts->pdata, texts->len);
}

static GVariant *
position_to_variant (const GsPosition *position)
{
  return g_variant_new ("(imsxb@as@asbimsmsbddbbmsmsmsxxxx)", position->stance, position->value, position->count,
                        position->partial, texts_to_variant (position->claims), texts_to_variant (position->voices),
                        position->has_time, position->time_kind, position->from, position->to, position->has_quantity,
                        position->lo, position->hi, position->lo_open, position->hi_open, position->unit,
                        position->ladder, position->stage, position->stage_lo, position->stage_hi,
                        position->origins_lower, position->origins_upper);
}

/* Files go from machine to machine: numbers lie with the lowest byte first. */
static GVariant *
in_order (GVariant *variant)
{
  GVariant *swapped;

  if (G_BYTE_ORDER == G_LITTLE_ENDIAN)
    return variant;

  swapped = g_variant_byteswap (variant);
  g_variant_unref (variant);

  return swapped;
}

GBytes *
gs_conflict_to_bytes (const GsConflict *conflict)
{
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder positions;

  g_variant_builder_init (&positions, G_VARIANT_TYPE ("a" POSITION));
  for (guint i = 0; i < conflict->positions->len; i++)
    g_variant_builder_add_value (&positions, position_to_variant (conflict->positions->pdata[i]));

  variant = in_order (
    g_variant_ref_sink (g_variant_new ("(ussbbbx@asa" POSITION ")", (guint32) FORM, get_tongue (), conflict->question,
                                       conflict->cross_language, conflict->self_contradiction, conflict->partial,
                                       conflict->undecided, texts_to_variant (conflict->rules), &positions)));

  return g_variant_get_data_as_bytes (variant);
}

static GPtrArray *
texts_from_variant (GVariant *variant)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  gsize n = g_variant_n_children (variant);

  for (gsize i = 0; i < n; i++)
    {
      char *text;

      g_variant_get_child (variant, i, "s", &text);
      g_ptr_array_add (texts, text);
    }
  g_variant_unref (variant);

  return texts;
}

static GsPosition *
position_from_variant (GVariant *variant)
{
  GsPosition *position = g_new0 (GsPosition, 1);
  GVariant *claims, *voices;

  g_variant_get (variant, "(imsxb@as@asbimsmsbddbbmsmsmsxxxx)", &position->stance, &position->value, &position->count,
                 &position->partial, &claims, &voices, &position->has_time, &position->time_kind, &position->from,
                 &position->to, &position->has_quantity, &position->lo, &position->hi, &position->lo_open,
                 &position->hi_open, &position->unit, &position->ladder, &position->stage, &position->stage_lo,
                 &position->stage_hi, &position->origins_lower, &position->origins_upper);
  position->claims = texts_from_variant (claims);
  position->voices = texts_from_variant (voices);

  return position;
}

GsConflict *
gs_conflict_from_bytes (GBytes *bytes)
{
  g_autoptr (GVariant) variant =
    in_order (g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (LOOK), bytes, FALSE)));
  g_autoptr (GsConflict) conflict = g_new0 (GsConflict, 1);
  g_autoptr (GVariant) positions = NULL;
  GVariant *rules;
  const char *tongue;
  guint32 form;

  g_variant_get (variant, "(u&ssbbbx@as@a" POSITION ")", &form, &tongue, &conflict->question, &conflict->cross_language,
                 &conflict->self_contradiction, &conflict->partial, &conflict->undecided, &rules, &positions);
  conflict->rules = texts_from_variant (rules);
  conflict->positions = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_position_free);
  for (gsize i = 0; i < g_variant_n_children (positions); i++)
    {
      g_autoptr (GVariant) position = g_variant_get_child_value (positions, i);

      g_ptr_array_add (conflict->positions, position_from_variant (position));
    }
  for (guint i = 0; i < conflict->positions->len; i++)
    {
      const GsPosition *position = conflict->positions->pdata[i];

      if (gs_word_to_nick (&gs_stances, position->stance) == NULL
          || gs_word_to_nick (&gs_time_kinds, position->time_kind) == NULL)
        return NULL;
    }
  if (form != FORM || !g_str_equal (tongue, get_tongue ()) || conflict->rules->len == 0)
    return NULL;
  conflict->kind = g_strdup (conflict->rules->pdata[0]);

  return g_steal_pointer (&conflict);
}
