/* gs-feed.c: RSS and Atom.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The feed is read once for what it says of itself, then entry by entry.
 * Formats mix elements of each other, so they are told by local names alone.
 */

#include "config.h"

#include "gs-feed.h"

#include <string.h>

#include "gs-sax.h"
#include "gs-slice.h"

static const char *const entry_names[] = { "item", "entry", NULL };

/* What to read of an element, best last. */
typedef enum
{
  TEXT_NONE,
  TEXT_SUMMARY,
  TEXT_CONTENT,
} TextRank;

typedef struct
{
  GsArticleRecord *article; /* of the entry, or what the feed says for all */
  GString *value;           /* of the element under way */
  guint depth;
  guint inline_from; /* depth of an element whose markup is its content, or 0 */
  gboolean in_entry; /* the feed's own pass goes no further */
  gboolean in_author;
  GString *html;
  TextRank rank;
  char *updated;
} Feed;

static TextRank
rank_of (const char *name)
{
  if (strcmp (name, "encoded") == 0 || strcmp (name, "content") == 0)
    return TEXT_CONTENT;

  return strcmp (name, "description") == 0 || strcmp (name, "summary") == 0 ? TEXT_SUMMARY : TEXT_NONE;
}

static void
read_link (Feed *self, const GsSaxAttributes *attributes)
{
  g_autofree char *href = gs_sax_attribute (attributes, "href");
  g_autofree char *rel = gs_sax_attribute (attributes, "rel");

  if (href != NULL && self->article->url == NULL && (rel == NULL || strcmp (rel, "alternate") == 0))
    self->article->url = gs_intake_clean (href);
}

static void
start_cb (gpointer data, const char *name, const char *ns, const GsSaxAttributes *attributes)
{
  Feed *self = data;
  g_autofree char *type = NULL;
  g_autofree char *language = NULL;

  self->depth++;
  if (self->inline_from > 0)
    {
      g_string_append_printf (self->value, "<%s>", name);
      return;
    }

  g_string_truncate (self->value, 0);
  if (self->depth > 1 && g_strv_contains (entry_names, name))
    self->in_entry = TRUE;
  if (strcmp (name, "author") == 0)
    self->in_author = TRUE;
  if (strcmp (name, "link") == 0 && !self->in_entry)
    read_link (self, attributes);
  language = gs_sax_attribute (attributes, "lang");
  if (language != NULL && self->article->language == NULL)
    self->article->language = gs_intake_clean (language);
  type = rank_of (name) != TEXT_NONE ? gs_sax_attribute (attributes, "type") : NULL;
  if (type != NULL && strcmp (type, "xhtml") == 0)
    self->inline_from = self->depth;
}

static void
fill (char **place, const char *value)
{
  if (*place == NULL)
    *place = gs_intake_clean (value);
}

static void
take_text (Feed *self, TextRank rank)
{
  if (rank <= self->rank || self->value->len == 0)
    return;
  self->rank = rank;
  g_string_assign (self->html, self->value->str);
}

static void
take_value (Feed *self, const char *name)
{
  GsArticleRecord *article = self->article;
  const char *value = self->value->str;

  if (strcmp (name, "title") == 0)
    fill (&article->title, value);
  else if (strcmp (name, "link") == 0)
    fill (&article->url, value);
  else if (strcmp (name, "language") == 0)
    fill (&article->language, value);
  else if (strcmp (name, "creator") == 0 || (strcmp (name, "name") == 0 && self->in_author))
    fill (&article->byline, value);
  else if (strcmp (name, "pubDate") == 0 || strcmp (name, "published") == 0 || strcmp (name, "date") == 0)
    gs_intake_set_day (article, value);
  else if (strcmp (name, "updated") == 0)
    fill (&self->updated, value);
  else
    take_text (self, rank_of (name));
}

static void
end_cb (gpointer data, const char *name)
{
  Feed *self = data;
  gboolean ends_inline = self->inline_from == self->depth;

  self->depth--;
  if (self->inline_from > 0 && !ends_inline)
    {
      g_string_append_printf (self->value, "</%s>", name);
      return;
    }

  self->inline_from = 0;
  if (!self->in_entry)
    take_value (self, name);
  if (strcmp (name, "author") == 0)
    {
      /* RSS has the author's address alone. */
      if (self->value->len > 0 && !self->in_entry)
        fill (&self->article->byline, self->value->str);
      self->in_author = FALSE;
    }
  g_string_truncate (self->value, 0);
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  Feed *self = data;
  g_autofree char *escaped = self->inline_from > 0 ? g_markup_escape_text (text, (gssize) length) : NULL;

  if (!self->in_entry && escaped != NULL)
    g_string_append (self->value, escaped);
  else if (!self->in_entry)
    g_string_append_len (self->value, text, (gssize) length);
}

static gboolean
parse (Feed *self, GsIntake *intake, GBytes *bytes, GsArticleRecord *article, GError **error)
{
  const GsSaxHandler handler = { start_cb, end_cb, text_cb };
  gboolean done;

  self->article = article;
  self->value = g_string_new (NULL);
  self->html = g_string_new (NULL);
  done = gs_sax_parse (bytes, &handler, self, intake->limits, error);
  if (self->updated != NULL)
    gs_intake_set_day (article, self->updated);

  return done;
}

static void
clear (Feed *self)
{
  g_string_free (self->value, TRUE);
  g_string_free (self->html, TRUE);
  g_free (self->updated);
}

static void
read_entry (GsIntake *intake, GBytes *entry, const GsArticleRecord *feed)
{
  g_autoptr (GsDocument) document = gs_document_new ();
  g_auto (GsDecoded) decoded = { 0 };
  g_autofree char *page = NULL;
  Feed self = { 0 };
  gboolean done = parse (&self, intake, entry, document->article, NULL) && self.rank != TEXT_NONE;

  if (done)
    {
      page = g_strdup_printf ("<html><body><article>%s</article></body></html>", self.html->str);
      gs_decode ((const guint8 *) page, strlen (page), &decoded);
      done = gs_intake_decoded (intake, document, GS_FORMAT_HTML, &decoded, NULL);
    }
  if (done)
    {
      GsArticleRecord *article = document->article;

      fill (&article->outlet, feed->title);
      fill (&article->language, feed->language);
      if (self.rank == TEXT_SUMMARY)
        gs_intake_note (article, "The feed's summary, perhaps not the whole article");
      gs_intake_finish (intake, g_steal_pointer (&document), entry, "application/xml");
    }
  else
    {
      intake->left_out++;
    }
  clear (&self);
}

/**
 * gs_feed_read:
 * @intake: gets an article for each entry
 * @bytes: a feed, RSS or Atom (RFC 4287)
 *
 * An entry's content is read as the HTML it is; or its summary, which the note then
 * says. The entry's XML is the original.
 *
 * Returns: %FALSE with %GS_ERROR_UNREADABLE or %GS_ERROR_LIMIT
 */
gboolean
gs_feed_read (GsIntake *intake, GBytes *bytes, GError **error)
{
  g_autoptr (GsDocument) feed = gs_document_new ();
  g_auto (GsDecoded) decoded = { 0 };
  Feed self = { 0 };
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean done = parse (&self, intake, bytes, feed->article, error);
  gsize at = 0;
  gsize start = 0;
  gsize end = 0;
  guint n = 0;

  clear (&self);
  if (!done)
    return FALSE;

  gs_decode (data, size, &decoded);
  while (gs_slice_next (decoded.text, decoded.length, &at, entry_names, &start, &end))
    {
      g_autoptr (GBytes) entry = g_bytes_new (decoded.text + start, end - start);

      if (!gs_intake_may_take (intake, ++n, error))
        return FALSE;
      read_entry (intake, entry, feed->article);
    }

  return TRUE;
}
