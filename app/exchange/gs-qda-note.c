/* gs-qda-note.c: a claim as the text of a note, and back.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-qda-note.h"

#include <string.h>

#include "gs-field-text.h"
#include "gs-quantity.h"
#include "gs-time.h"

static void
put_line (GString *text, const char *name, const char *value)
{
  g_autoptr (GString) folded = g_string_new (value);

  /* XML knows one kind of line end. */
  g_string_replace (folded, "\r\n", "\n", 0);
  g_string_replace (folded, "\r", "\n", 0);
  g_string_replace (folded, "\n", "\n\t", 0);
  g_string_append_printf (text, "%s: %s\n", name, folded->str);
}

/* The head and what has a place elsewhere in the project. */
static gboolean
is_told (const GsField *field)
{
  static const char *const elsewhere[] = { "uuid", "created", "modified", NULL };

  return field->kind != GS_FIELD_REF && field->kind != GS_FIELD_REFS && field->kind != GS_FIELD_LIST
         && field->kind != GS_FIELD_TEXTS && field->kind != GS_FIELD_BYTES && !g_strv_contains (elsewhere, field->name);
}

static void
put_fields (GString *text, const GsClaimRecord *claim)
{
  for (guint i = 0; i < gs_claim_type.n_fields; i++)
    {
      const GsField *field = &gs_claim_type.fields[i];
      g_autofree char *value = NULL;

      if (!is_told (field) || !gs_field_is_written (field, claim))
        continue;
      value = gs_field_to_text (field, claim, NULL);
      if (value != NULL)
        put_line (text, field->name, value);
    }
}

/* "act | mode | count | date | cue": what stands after a source in the chain. */
static void
put_hops (GString *text, const GsClaimRecord *claim, const char **sources)
{
  for (guint i = 0; i < claim->hops->len; i++)
    {
      const GsHopRecord *hop = claim->hops->pdata[i];
      g_autofree char *count = hop->count != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, hop->count) : g_strdup ("");
      const char *mode = hop->mode != GS_MODE_UNKNOWN ? gs_word_to_nick (&gs_hop_modes, hop->mode) : "";
      g_autofree char *value =
        g_strjoin (" | ", sources != NULL && sources[i] != NULL ? sources[i] : "", hop->act != NULL ? hop->act : "",
                   mode, count, hop->date != NULL ? hop->date : "", hop->cue != NULL ? hop->cue : "", NULL);

      put_line (text, "said by", value);
    }
}

static void
put_orphans (GString *text, const GsClaimRecord *claim)
{
  for (guint i = 0; i < claim->spans->len; i++)
    {
      const GsSpanRecord *span = claim->spans->pdata[i];
      g_autofree char *value = NULL;

      if (claim->article != NULL && !span->orphaned && span->start >= 0 && span->end > span->start)
        continue;
      value = g_strdup_printf ("%s %s %" G_GINT64_FORMAT "..%" G_GINT64_FORMAT " %s", span->uuid,
                               gs_word_to_nick (&gs_span_roles, span->role), span->start, span->end,
                               span->exact != NULL ? span->exact : "");
      put_line (text, "lost place", value);
    }
}

/* In the notation of the window, where that can say it. */
static void
put_slots (GString *text, const GsClaimRecord *claim)
{
  for (guint i = 0; i < claim->quantities->len; i++)
    {
      g_autofree char *value = gs_quantity_format (claim->quantities->pdata[i]);
      GsQuantityRecord *back = gs_quantity_parse (value, NULL);

      if (back != NULL)
        put_line (text, "quantity", value);
      gs_record_free (&gs_quantity_type, back);
    }

  for (guint i = 0; i < claim->times->len; i++)
    {
      g_autofree char *value = gs_time_format (claim->times->pdata[i]);
      GsTimeRecord *back = gs_time_parse (value, NULL);

      if (back != NULL)
        put_line (text, "time", value);
      gs_record_free (&gs_time_type, back);
    }
}

/**
 * gs_qda_note_format:
 * @claim: a claim
 * @names: names of what it refers to
 *
 * Returns: (transfer full): the text of its note
 */
char *
gs_qda_note_format (const GsClaimRecord *claim, const GsQdaNames *names)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const GsSpanRecord *quote = gs_claim_record_quote (claim);

  put_fields (text, claim);
  if (names->question != NULL && *names->question != '\0')
    put_line (text, "question", names->question);
  put_hops (text, claim, names->sources);
  put_slots (text, claim);
  if (quote != NULL && quote->exact != NULL)
    put_line (text, "quote", quote->exact);
  put_orphans (text, claim);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Back ------------------------------------------------------------------------------- */

static void
take_hop (GsClaimRecord *claim, GsQdaNamed *named, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, " | ", 6);
  GsHopRecord *hop = gs_record_append (claim->hops, &gs_hop_type);
  char **fields[] = { NULL, &hop->act, NULL, NULL, &hop->date, &hop->cue };

  g_ptr_array_add (named->sources, g_strdup (parts[0] != NULL ? parts[0] : ""));
  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      if (*parts[i] == '\0')
        continue;
      if (i == 2)
        (void) gs_word_from_nick (&gs_hop_modes, parts[i], &hop->mode);
      else if (i == 3)
        hop->count = MAX (g_ascii_strtoll (parts[i], NULL, 10), 0);
      else
        *fields[i] = g_strdup (parts[i]);
    }
}

static gboolean
take_orphan (GsClaimRecord *claim, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, " ", 4);
  const char *dots;
  GsSpanRecord *span;
  int role;

  if (g_strv_length (parts) != 4 || !g_uuid_string_is_valid (parts[0])
      || !gs_word_from_nick (&gs_span_roles, parts[1], &role) || (dots = strstr (parts[2], "..")) == NULL)
    return FALSE;

  span = gs_record_append (claim->spans, &gs_span_type);
  g_free (span->uuid);
  span->uuid = g_strdup (parts[0]);
  span->role = role;
  span->start = g_ascii_strtoll (parts[2], NULL, 10);
  span->end = g_ascii_strtoll (dots + 2, NULL, 10);
  span->exact = *parts[3] != '\0' ? g_strdup (parts[3]) : NULL;
  span->orphaned = TRUE;

  return TRUE;
}

static gboolean
take_quantity (GsClaimRecord *claim, const char *value)
{
  GsQuantityRecord *quantity = gs_quantity_parse (value, NULL);

  if (quantity == NULL)
    return FALSE;
  g_ptr_array_add (claim->quantities, quantity);

  return TRUE;
}

static gboolean
take_time (GsClaimRecord *claim, const char *value)
{
  GsTimeRecord *time = gs_time_parse (value, NULL);

  if (time == NULL)
    return FALSE;
  g_ptr_array_add (claim->times, time);

  return TRUE;
}

static gboolean
take_field (GsClaimRecord *claim, const char *name, const char *value)
{
  const GsField *field = gs_record_type_find_field (&gs_claim_type, name);

  return field != NULL && is_told (field) && gs_field_is_default (field, claim)
         && gs_field_from_text (field, claim, value, NULL);
}

static gboolean
take_value (GsClaimRecord *claim, GsQdaNamed *named, const char *name, const char *value)
{
  if (g_str_equal (name, "question"))
    {
      g_free (named->question);
      named->question = g_strdup (value);
      return TRUE;
    }
  if (g_str_equal (name, "said by"))
    {
      take_hop (claim, named, value);
      return TRUE;
    }
  if (g_str_equal (name, "quantity"))
    return take_quantity (claim, value);
  if (g_str_equal (name, "time"))
    return take_time (claim, value);
  if (g_str_equal (name, "lost place"))
    return take_orphan (claim, value);
  /* For people: it stands in the text. */
  if (g_str_equal (name, "quote"))
    return TRUE;

  return take_field (claim, name, value);
}

static void
take_line (GsClaimRecord *claim, GsQdaNamed *named, const GString *line, GString *rest)
{
  const char *colon = strstr (line->str, ": ");
  g_autofree char *name = colon != NULL ? g_strndup (line->str, (gsize) (colon - line->str)) : NULL;

  if (name == NULL || !take_value (claim, named, name, colon + 2))
    g_string_append_printf (rest, "%s%s", rest->len > 0 ? "\n" : "", line->str);
}

/**
 * gs_qda_note_parse:
 * @text: the text of a note
 * @claim: an empty claim; gets what the note says
 * @named: (out): names that it refers to
 *
 * What somebody added to the note in another program is added to the claim's note.
 */
void
gs_qda_note_parse (const char *text, GsClaimRecord *claim, GsQdaNamed *named)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) rest = g_string_new (NULL);

  *named = (GsQdaNamed){ NULL, g_ptr_array_new_with_free_func (g_free) };
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append (line, lines[i]);
      if (lines[i + 1] != NULL && lines[i + 1][0] == '\t')
        {
          g_string_append_c (line, '\n');
          memmove (lines[i + 1], lines[i + 1] + 1, strlen (lines[i + 1]));
          continue;
        }
      if (line->len > 0)
        take_line (claim, named, line, rest);
      g_string_truncate (line, 0);
    }

  if (rest->len > 0)
    {
      char *both = claim->note != NULL ? g_strconcat (claim->note, "\n\n", rest->str, NULL) : g_strdup (rest->str);

      g_free (claim->note);
      claim->note = both;
    }
}

/**
 * gs_qda_named_clear:
 * @named: names
 *
 * Frees what it holds.
 */
void
gs_qda_named_clear (GsQdaNamed *named)
{
  g_clear_pointer (&named->question, g_free);
  g_clear_pointer (&named->sources, g_ptr_array_unref);
}
