/* gs-merge-fields.c: two states of a record, field by field.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-merge-private.h"

#include <string.h>

#include "gs-field-text.h"
#include "gs-gettext.h"

/* Who made it is not what it says; what was imported does not change. */
static gboolean
is_compared (const GsRecordType *type, const GsField *field, gboolean united)
{
  static const char *const stamps[] = { "uuid", "author", "created", "modified", "modified_by", NULL };
  static const char *const imported[] = { "text", "zones",     "original",   "sha256", "extractor",
                                          "path", "retrieved", "media_type", NULL };

  if (g_strv_contains (stamps, field->name))
    return FALSE;
  if (type == &gs_article_type && united && g_strv_contains (imported, field->name))
    return FALSE;

  return TRUE;
}

/* What a record of the same UUID has in the field, all else being default. */
static gboolean
equal_field (const GsField *field, gconstpointer a, gconstpointer b)
{
  const GsRecordType one = { "", "", 0, field, 1, NULL };

  return gs_record_equal (&one, a, b);
}

/* Values to show ------------------------------------------------------------------------- */

static char *
name_of_ref (GsMerge *self, const GsRecordType *type, const char *uuid)
{
  gpointer record = uuid != NULL ? gs_workspace_load (self->ours, type, uuid, NULL) : NULL;
  char *name;

  if (record == NULL && uuid != NULL)
    record = gs_workspace_load (self->theirs, type, uuid, NULL);
  name = record != NULL ? gs_merge_name_record (type, record) : g_strdup (uuid != NULL ? uuid : "");
  gs_record_free (type, record);

  return name;
}

static char *
name_of_member (GsMerge *self, const GsField *field, gpointer member)
{
  if (field->kind == GS_FIELD_TEXTS)
    return g_strdup (member);
  if (field->kind == GS_FIELD_REFS)
    return name_of_ref (self, field->type, member);
  if (field->type == &gs_span_type)
    return g_strdup (((GsSpanRecord *) member)->exact);
  if (field->type == &gs_hop_type)
    return name_of_ref (self, &gs_source_type, ((GsHopRecord *) member)->source);

  /* The fields that are there, one after the other. */
  {
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < field->type->n_fields; i++)
      {
        const GsField *part = &field->type->fields[i];
        g_autofree char *value = NULL;

        if (part->kind >= GS_FIELD_BYTES || !gs_field_is_written (part, member))
          continue;
        value = gs_field_to_text (part, member, NULL);
        if (value != NULL)
          g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", value);
      }

    return g_string_free (g_steal_pointer (&text), FALSE);
  }
}

static char *
show_value (GsMerge *self, const GsField *field, gconstpointer record)
{
  g_autoptr (GString) text = NULL;
  GPtrArray *list;
  char *value;

  if (field->kind == GS_FIELD_REF)
    return name_of_ref (self, field->type, GS_FIELD_VALUE (field, record, char *));
  if (field->kind == GS_FIELD_BYTES)
    return g_strdup ("");
  if (field->kind < GS_FIELD_BYTES)
    {
      value = gs_field_is_written (field, record) ? gs_field_to_text (field, record, NULL) : NULL;
      if (value == NULL && field->kind == GS_FIELD_WORD)
        value = g_strdup (gs_word_to_nick (field->words, GS_FIELD_VALUE (field, record, int)));
      return value != NULL ? value : g_strdup ("");
    }

  text = g_string_new (NULL);
  list = GS_FIELD_VALUE (field, record, GPtrArray *);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *member = name_of_member (self, field, list->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", member != NULL ? member : "");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * gs_merge_name_record:
 * @type: type of @record
 * @record: a record
 *
 * Returns: (transfer full): what to call it in a list
 */
char *
gs_merge_name_record (const GsRecordType *type, gconstpointer record)
{
  static const char *const names[] = { "name", "title", "text", "summary", "kind" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const GsField *field = gs_record_type_find_field (type, names[i]);
      const char *text;

      if (field == NULL || field->kind != GS_FIELD_TEXT)
        continue;
      text = GS_FIELD_VALUE (field, record, char *);
      if (text != NULL && *text != '\0')
        return g_utf8_strlen (text, -1) > 200 ? g_utf8_substring (text, 0, 200) : g_strdup (text);
    }

  if (type == &gs_claim_type && gs_claim_record_quote (record) != NULL)
    {
      const char *quote = gs_claim_record_quote (record)->exact;

      return g_strdup (quote != NULL ? quote : "");
    }
  if (type == &gs_link_type)
    return g_strdup (gs_word_to_nick (&gs_link_kinds, ((const GsLinkRecord *) record)->kind));

  return g_strdup (((const GsHeadRecord *) record)->uuid);
}

/* Comparing ------------------------------------------------------------------------------- */

static gboolean
is_theirs (GsMerge *self, const GsMergePair *pair)
{
  const GsHeadRecord *ours = pair->ours, *theirs = pair->theirs;

  if (self->preference != GS_MERGE_NEWER)
    return self->preference == GS_MERGE_THEIRS;
  if (gs_record_type_find_field (pair->type, "modified") == NULL)
    return FALSE;

  return g_strcmp0 (theirs->modified, ours->modified) > 0;
}

static void
note_difference (GsMerge *self, GsMergePair *pair, const GsField *field)
{
  GsMergeDifference *difference = g_new0 (GsMergeDifference, 1);
  const GsHeadRecord *ours = pair->ours, *theirs = pair->theirs;
  gboolean dated = gs_record_type_find_field (pair->type, "modified") != NULL;

  difference->type = pair->type;
  difference->field = field;
  difference->uuid = g_strdup (ours->uuid);
  difference->name = gs_merge_name_record (pair->type, ours);
  difference->ours = show_value (self, field, ours);
  difference->theirs = show_value (self, field, theirs);
  if (dated)
    {
      difference->our_time = g_strdup (ours->modified);
      difference->their_time = g_strdup (theirs->modified);
      difference->our_name = name_of_ref (self, &gs_annotator_type, ours->modified_by);
      difference->their_name = name_of_ref (self, &gs_annotator_type, theirs->modified_by);
    }
  difference->take_theirs = is_theirs (self, pair);
  g_ptr_array_add (self->differences, difference);
  g_ptr_array_add (pair->differences, difference);
}

/* Ours gets the members of theirs that it does not have; a register only grows. */
static gboolean
grow_list (const GsField *field, gpointer ours, gconstpointer theirs)
{
  GPtrArray *to = GS_FIELD_VALUE (field, ours, GPtrArray *);
  GPtrArray *from = GS_FIELD_VALUE (field, theirs, GPtrArray *);
  gboolean grown = FALSE;

  for (guint i = 0; i < from->len; i++)
    {
      gboolean there = FALSE;

      for (guint j = 0; j < to->len && !there; j++)
        there = gs_record_equal (field->type, to->pdata[j], from->pdata[i]);
      if (there)
        continue;
      g_ptr_array_add (to, gs_record_copy (field->type, from->pdata[i]));
      grown = TRUE;
    }

  return grown;
}

/* What ours lacks and theirs has, where the two were never one record. */
static gboolean
fill_text (const GsField *field, gpointer ours, gconstpointer theirs)
{
  char **to = GS_FIELD_PTR (field, ours, char *);

  if ((field->kind != GS_FIELD_TEXT && field->kind != GS_FIELD_REF) || *to != NULL)
    return FALSE;

  *to = g_strdup (GS_FIELD_VALUE (field, theirs, char *));

  return TRUE;
}

/**
 * gs_merge_compare_fields:
 * @self: a merge
 * @pair: two states of a record
 * @united: whether they came about apart from each other
 *
 * Notes each field that differs. Aliases, affiliations and ratings of a source only
 * grow; of records that came about apart, what one lacks is no difference.
 */
void
gs_merge_compare_fields (GsMerge *self, GsMergePair *pair, gboolean united)
{
  for (guint i = 0; i < pair->type->n_fields; i++)
    {
      const GsField *field = &pair->type->fields[i];

      if (!is_compared (pair->type, field, united) || equal_field (field, pair->ours, pair->theirs))
        continue;
      if (pair->type == &gs_source_type && field->kind == GS_FIELD_LIST)
        pair->grown |= grow_list (field, pair->ours, pair->theirs);
      else if (united && gs_field_is_default (field, pair->theirs))
        continue;
      else if (united && fill_text (field, pair->ours, pair->theirs))
        pair->grown = TRUE;
      else
        note_difference (self, pair, field);
    }
}
