/* gs-office-core.c: what a document's properties say.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-dates.h"
#include "gs-office.h"
#include "gs-sax.h"

typedef struct
{
  GsArticleRecord *article;
  gboolean published;
  char *created;
  GString *value; /* of the element under way */
} Core;

static void
start_cb (gpointer data, const char *name, const char *ns, const GsSaxAttributes *attributes)
{
  Core *self = data;

  g_string_truncate (self->value, 0);
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  Core *self = data;

  if (self->value->len < 4000)
    g_string_append_len (self->value, text, (gssize) length);
}

static void
fill (char **place, const char *value)
{
  if (*place == NULL)
    *place = gs_intake_clean (value);
}

static void
add_author (GsArticleRecord *article, const char *value)
{
  g_autofree char *name = gs_intake_clean (value);
  g_autofree char *before = article->byline;

  article->byline = before == NULL || name == NULL ? g_strdup (before != NULL ? before : name)
                                                   : g_strdup_printf ("%s, %s", before, name);
}

static void
end_cb (gpointer data, const char *name)
{
  Core *self = data;
  const char *value = self->value->str;

  if (strcmp (name, "title") == 0)
    fill (&self->article->title, value);
  else if (strcmp (name, "creator") == 0 && (self->article->byline == NULL || self->published))
    add_author (self->article, value);
  else if (strcmp (name, "language") == 0)
    fill (&self->article->language, value);
  else if (strcmp (name, "publisher") == 0)
    fill (&self->article->outlet, value);
  else if (strcmp (name, "date") == 0 && self->published)
    gs_intake_set_day (self->article, value);
  else if ((strcmp (name, "created") == 0 || strcmp (name, "creation-date") == 0) && self->created == NULL)
    self->created = gs_dates_day_of (value);
  g_string_truncate (self->value, 0);
}

/**
 * gs_office_read_core:
 * @intake: whose limits hold
 * @part: (nullable): XML that holds Dublin Core elements; absent or broken it says
 *   nothing
 * @published: whether dc:date is the day of publication, as in books
 * @article: gets title, creator, language, date and publisher
 *
 * The day on which a file was made is not the day its text was published: it becomes a
 * note.
 */
void
gs_office_read_core (GsIntake *intake, GBytes *part, gboolean published, GsArticleRecord *article)
{
  const GsSaxHandler handler = { start_cb, end_cb, text_cb };
  Core self = { .article = article, .published = published, .value = g_string_new (NULL) };

  if (part != NULL)
    gs_sax_parse (part, &handler, &self, intake->limits, NULL);
  if (self.created != NULL)
    gs_intake_note (article, "The document was made on %s", self.created);
  g_free (self.created);
  g_string_free (self.value, TRUE);
}
