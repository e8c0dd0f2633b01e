/* gs-phrase.c: words of a report to read, with how they look and where they lead.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-page.h"

static void
run_clear (gpointer data)
{
  GsRun *run = data;

  g_free (run->text);
  g_free (run->language);
  g_free (run->target);
  g_free (run->label);
}

/**
 * gs_phrase_new:
 *
 * Returns: (transfer full): a phrase without words
 */
GsPhrase *
gs_phrase_new (void)
{
  GsPhrase *self = g_new0 (GsPhrase, 1);

  self->runs = g_array_new (FALSE, TRUE, sizeof (GsRun));
  g_array_set_clear_func (self->runs, run_clear);

  return self;
}

/**
 * gs_phrase_of:
 * @style: how the words look
 * @text: (nullable): our words
 *
 * Returns: (transfer full): a phrase of these words
 */
GsPhrase *
gs_phrase_of (GsRunStyle style, const char *text)
{
  GsPhrase *self = gs_phrase_new ();

  gs_phrase_say (self, style, text);

  return self;
}

/**
 * gs_phrase_free:
 * @self: (transfer full) (nullable): a phrase
 */
void
gs_phrase_free (GsPhrase *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->runs);
  g_free (self);
}

/**
 * gs_phrase_say:
 * @self: a phrase
 * @style: how the words look
 * @text: (nullable): our words; nothing is added for %NULL
 */
void
gs_phrase_say (GsPhrase *self, GsRunStyle style, const char *text)
{
  GsRun run = { .text = g_strdup (text), .style = style };

  if (text != NULL)
    g_array_append_val (self->runs, run);
}

/**
 * gs_phrase_quote:
 * @self: a phrase
 * @style: how the words look
 * @language: (nullable): BCP 47
 * @text: (nullable): what an article or the analyst says; nothing is added for %NULL
 */
void
gs_phrase_quote (GsPhrase *self, GsRunStyle style, const char *language, const char *text)
{
  GsRun run = { .text = g_strdup (text), .style = style, .foreign = TRUE, .language = g_strdup (language) };

  if (text != NULL)
    g_array_append_val (self->runs, run);
  else
    g_free (run.language);
}

/**
 * gs_phrase_link:
 * @self: a phrase that has a run
 * @prefix: "#" and how the anchor begins, or ""
 * @id: the rest of the anchor, or an address on the web
 * @label: (nullable): a name for those who do not see where it stands
 *
 * Makes the last run lead there.
 */
void
gs_phrase_link (GsPhrase *self, const char *prefix, const char *id, const char *label)
{
  GsRun *run = &g_array_index (self->runs, GsRun, self->runs->len - 1);

  g_free (run->target);
  g_free (run->label);
  run->target = g_strconcat (prefix, id, NULL);
  run->label = g_strdup (label);
}
