/* gs-account-text.c: an account as text, and back.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-account.h"

#include <string.h>

/* Fields are ended by U+001F and lists by U+001E, which are taken out of what
 * is written, so that every text reads as it was written. */
static void
put_text (GString *out, const char *text)
{
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    g_string_append_c (out, *p == '\x1e' || *p == '\x1f' ? ' ' : *p);
  g_string_append_c (out, '\x1f');
}

static void
put_texts (GString *out, char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    put_text (out, texts[i]);
  g_string_append_c (out, '\x1e');
}

static void
put_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  put_text (out, g_ascii_dtostr (buffer, sizeof buffer, value));
}

/**
 * gs_account_to_text:
 * @self: an account
 *
 * Returns: (transfer full): the account as text, the same for all claims that have the
 *   same account; article and UUID are left out
 */
char *
gs_account_to_text (const GsAccount *self)
{
  char *const *lists[] = { self->scope,  self->actions, self->actors, self->objects, self->recipients,
                           self->places, self->extents, self->others, self->chain };
  GString *out = g_string_new (NULL);

  put_text (out, self->question);
  put_text (out, self->value);
  put_text (out, self->ladder);
  g_string_append_printf (out, "%d\x1f%d\x1f%d\x1f%d\x1f%d\x1f%d\x1f", self->stance, self->certainty, self->status,
                          (int) CLAMP (self->stage_lo, 0, 1000), (int) CLAMP (self->stage_hi, 0, 1000),
                          self->qualified);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    put_texts (out, lists[i]);
  g_string_append_printf (out, "%d\x1f%d\x1f%d\x1f%d\x1f", self->has_time, self->has_onset, self->has_event,
                          self->is_event);
  put_number (out, self->first);
  put_number (out, self->last);
  put_number (out, self->onset_first);
  put_number (out, self->onset_last);
  for (guint i = 0; i < self->n_quantities; i++)
    {
      put_text (out, self->quantities[i].unit);
      put_text (out, self->quantities[i].measure);
      put_number (out, self->quantities[i].lo);
      put_number (out, self->quantities[i].hi);
      put_number (out, self->quantities[i].amount);
    }

  return g_string_free (out, FALSE);
}

/* The next field; what is damaged reads as absent. */
static const char *
take_field (const char **p, gsize *length)
{
  const char *field = *p, *end = strchr (field, '\x1f');

  *length = end != NULL ? (gsize) (end - field) : strlen (field);
  *p = end != NULL ? end + 1 : field + *length;

  return field;
}

static char *
take_text (const char **p)
{
  gsize length;
  const char *field = take_field (p, &length);

  return length > 0 ? g_strndup (field, length) : NULL;
}

static double
take_number (const char **p)
{
  gsize unused;

  return g_ascii_strtod (take_field (p, &unused), NULL);
}

static int
take_int (const char **p)
{
  gsize unused;

  return (int) strtol (take_field (p, &unused), NULL, 10);
}

static char **
take_list (const char **p)
{
  GPtrArray *texts = g_ptr_array_new ();

  while (**p != '\0' && **p != '\x1e')
    {
      gsize length;
      const char *field = take_field (p, &length);

      g_ptr_array_add (texts, g_strndup (field, length));
    }
  if (**p == '\x1e')
    (*p)++;
  g_ptr_array_add (texts, NULL);

  return (char **) g_ptr_array_free (texts, FALSE);
}

/**
 * gs_account_from_text:
 * @text: as gs_account_to_text() wrote it
 *
 * Returns: (transfer full): the account, that of no claim in particular
 */
GsAccount *
gs_account_from_text (const char *text)
{
  GsAccount *self = g_new0 (GsAccount, 1);
  g_autoptr (GArray) quantities = g_array_new (FALSE, FALSE, sizeof (GsAccountQuantity));
  char ***lists[] = { &self->scope,  &self->actions, &self->actors, &self->objects, &self->recipients,
                      &self->places, &self->extents, &self->others, &self->chain };
  const char *p = text;

  self->question = take_text (&p);
  self->value = take_text (&p);
  self->ladder = take_text (&p);
  self->stance = take_int (&p);
  self->certainty = take_int (&p);
  self->status = take_int (&p);
  self->stage_lo = take_int (&p);
  self->stage_hi = take_int (&p);
  self->qualified = take_int (&p);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = take_list (&p);
  self->has_time = take_int (&p);
  self->has_onset = take_int (&p);
  self->has_event = take_int (&p);
  self->is_event = take_int (&p);
  self->first = take_number (&p);
  self->last = take_number (&p);
  self->onset_first = take_number (&p);
  self->onset_last = take_number (&p);
  while (*p != '\0')
    {
      GsAccountQuantity quantity;

      quantity.unit = take_text (&p);
      quantity.measure = take_text (&p);
      quantity.lo = take_number (&p);
      quantity.hi = take_number (&p);
      quantity.amount = (int) take_number (&p);
      g_array_append_val (quantities, quantity);
    }
  self->n_quantities = quantities->len;
  self->quantities = (GsAccountQuantity *) (void *) g_array_free (g_steal_pointer (&quantities), FALSE);

  return self;
}
