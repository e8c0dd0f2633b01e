/* gs-news.c: NITF, NewsML 1.2 and NewsML-G2.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The three hold each other (NewsML's content is often NITF, or XHTML), and
 * their names do not clash: so one reader goes by local names.
 */

#include "config.h"

#include "gs-news.h"

#include <string.h>

#include "gs-flow.h"
#include "gs-sax.h"
#include "gs-slice.h"
#include "gs-zones.h"

/* Days in the order of belief. */
typedef enum
{
  DAY_ISSUED,
  DAY_CREATED,
  DAY_VERSION,
  N_DAYS,
} Day;

typedef struct
{
  GsDocument *document;
  GsFlow flow;
  guint content;  /* depth of elements whose content is the article */
  GString *value; /* of the element under way */
  GString *raw;   /* text that stands in the content without paragraphs */
  guint by;       /* inside of a G2 creator */
  guint provider;
  char *days[N_DAYS];
} News;

static const struct
{
  const char *name;
  guint flags;
  guint level;
  int kind;
} blocks[] = {
  { "p", 0, 0, GS_ZONE_BODY },
  { "li", GS_BLOCK_LIST, 0, GS_ZONE_BODY },
  { "td", 0, 0, GS_ZONE_BODY },
  { "th", 0, 0, GS_ZONE_BODY },
  { "dt", 0, 0, GS_ZONE_BODY },
  { "dd", 0, 0, GS_ZONE_BODY },
  { "pre", 0, 0, GS_ZONE_BODY },
  { "hl1", GS_BLOCK_HEADING, 1, GS_ZONE_TITLE },
  { "h1", 0, 1, GS_ZONE_BODY },
  { "hl2", 0, 2, GS_ZONE_SUBHEAD },
  { "h2", 0, 2, GS_ZONE_BODY },
  { "h3", 0, 3, GS_ZONE_BODY },
  { "h4", 0, 4, GS_ZONE_BODY },
  { "byline", 0, 0, GS_ZONE_CREDIT },
  { "dateline", 0, 0, GS_ZONE_CREDIT },
  { "distributor", 0, 0, GS_ZONE_CREDIT },
  { "tagline", 0, 0, GS_ZONE_CREDIT },
  { "media-caption", 0, 0, GS_ZONE_CAPTION },
  { "figcaption", 0, 0, GS_ZONE_CAPTION },
  { "media-producer", 0, 0, GS_ZONE_CREDIT },
};

static gboolean
is_content (const char *name)
{
  return strcmp (name, "body.head") == 0 || strcmp (name, "body.content") == 0 || strcmp (name, "body.end") == 0
         || strcmp (name, "inlineXML") == 0 || strcmp (name, "inlineData") == 0 || strcmp (name, "DataContent") == 0;
}

static int
find_block (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      if (strcmp (name, blocks[i].name) == 0)
        return (int) i;
    }

  return -1;
}

static void
take (char **place, char *value)
{
  g_autofree char *owned = value;

  if (*place == NULL)
    *place = gs_intake_clean (owned);
}

static void
take_day (News *self, Day day, char *value)
{
  take (&self->days[day], value);
}

/* NITF and NewsML 1.2 have most of it in attributes. */
static void
read_attributes (News *self, const char *name, const GsSaxAttributes *attributes)
{
  GsArticleRecord *article = self->document->article;

  if (strcmp (name, "date.issue") == 0)
    take_day (self, DAY_ISSUED, gs_sax_attribute (attributes, "norm"));
  else if (strcmp (name, "story.date") == 0 || strcmp (name, "date.release") == 0)
    take_day (self, DAY_CREATED, gs_sax_attribute (attributes, "norm"));
  else if (strcmp (name, "pubdata") == 0)
    take (&article->outlet, gs_sax_attribute (attributes, "name"));
  else if (strcmp (name, "doc.copyright") == 0)
    take (&article->outlet, gs_sax_attribute (attributes, "holder"));
  else if (strcmp (name, "language") == 0)
    take (&article->language, gs_sax_attribute (attributes, "tag"));
  else if (strcmp (name, "Language") == 0)
    take (&article->language, gs_sax_attribute (attributes, "FormalName"));
  else if (strcmp (name, "Party") == 0 && self->provider > 0)
    take (&article->outlet, gs_sax_attribute (attributes, "FormalName"));
}

static void
start_cb (gpointer data, const char *name, const char *ns, const GsSaxAttributes *attributes)
{
  News *self = data;
  int block = self->content > 0 ? find_block (name) : -1;

  g_string_truncate (self->value, 0);
  self->by += strcmp (name, "by") == 0 || strcmp (name, "creator") == 0;
  self->provider += strcmp (name, "provider") == 0 || strcmp (name, "Provider") == 0;
  self->content += is_content (name);
  read_attributes (self, name, attributes);
  if (block >= 0)
    {
      gs_flow_begin (&self->flow);
      gs_flow_mark (&self->flow, blocks[block].flags, blocks[block].level, blocks[block].kind);
    }
  else if (strcmp (name, "br") == 0)
    {
      gs_flow_text (&self->flow, " ", 1);
    }
}

/* Text alone: paragraphs are what blank lines part, or else lines. */
static void
end_raw (News *self)
{
  const char *mark = strstr (self->raw->str, "\n\n") != NULL ? "\n\n" : "\n";
  g_auto (GStrv) paragraphs = g_strsplit (self->raw->str, mark, -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      gs_flow_begin (&self->flow);
      gs_flow_text (&self->flow, paragraphs[i], strlen (paragraphs[i]));
      gs_flow_end (&self->flow);
    }
  g_string_truncate (self->raw, 0);
}

static void
take_value (News *self, const char *name)
{
  GsArticleRecord *article = self->document->article;
  char *value = g_strdup (self->value->str);

  if (strcmp (name, "headline") == 0 || strcmp (name, "HeadLine") == 0)
    take (&article->title, value);
  else if (strcmp (name, "ByLine") == 0 || (strcmp (name, "name") == 0 && self->by > 0))
    take (&article->byline, value);
  else if (strcmp (name, "name") == 0 && self->provider > 0)
    take (&article->outlet, value);
  else if (strcmp (name, "contentCreated") == 0 || strcmp (name, "FirstCreated") == 0)
    take_day (self, DAY_CREATED, value);
  else if (strcmp (name, "versionCreated") == 0 || strcmp (name, "ThisRevisionCreated") == 0)
    take_day (self, DAY_VERSION, value);
  else
    g_free (value);
}

/* NITF's byline and agency stand in the text; the record has them bare. */
static void
take_block (News *self, const char *name)
{
  GsArticleRecord *article = self->document->article;

  if (strcmp (name, "byline") == 0 || strcmp (name, "person") == 0)
    {
      const char *value = self->value->str + strspn (self->value->str, " \t\n");

      take (&article->byline, g_strdup (g_ascii_strncasecmp (value, "by ", 3) == 0 ? value + 3 : value));
    }
  else if (strcmp (name, "distributor") == 0 || strcmp (name, "org") == 0)
    {
      take (&article->agency, g_strdup (self->value->str));
    }
}

static void
end_cb (gpointer data, const char *name)
{
  News *self = data;

  if (self->content == 0)
    take_value (self, name);
  else if (self->document->blocks->len < 12)
    take_block (self, name);
  self->by -= strcmp (name, "by") == 0 || strcmp (name, "creator") == 0;
  self->provider -= strcmp (name, "provider") == 0 || strcmp (name, "Provider") == 0;
  if (self->content > 0 && find_block (name) >= 0)
    gs_flow_end (&self->flow);
  if (is_content (name))
    {
      if (self->raw->len > 0)
        end_raw (self);
      self->content--;
    }
  g_string_truncate (self->value, 0);
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  News *self = data;

  if (self->value->len < 4000)
    g_string_append_len (self->value, text, (gssize) length);
  if (self->flow.open->len > 0)
    gs_flow_text (&self->flow, text, length);
  else if (self->content > 0)
    g_string_append_len (self->raw, text, (gssize) length);
}

static gboolean
parse (GsIntake *intake, GBytes *item, GsDocument *document, GError **error)
{
  const GsSaxHandler handler = { start_cb, end_cb, text_cb };
  News self = { .document = document };
  gboolean done;

  gs_flow_init (&self.flow, document);
  self.value = g_string_new (NULL);
  self.raw = g_string_new (NULL);
  done = gs_sax_parse (item, &handler, &self, intake->limits, error);
  gs_flow_finish (&self.flow);
  for (guint i = 0; i < N_DAYS; i++)
    {
      if (self.days[i] != NULL)
        gs_intake_set_day (document->article, self.days[i]);
      g_free (self.days[i]);
    }
  gs_flow_clear (&self.flow);
  g_string_free (self.value, TRUE);
  g_string_free (self.raw, TRUE);

  return done;
}

static gboolean
read_item (GsIntake *intake, GBytes *item, GBytes *original, GError **error)
{
  g_autoptr (GsDocument) document = gs_document_new ();

  if (!parse (intake, item, document, error))
    return FALSE;

  gs_zones_classify (document);
  gs_intake_finish (intake, g_steal_pointer (&document), original, "application/xml");

  return TRUE;
}

/**
 * gs_news_read:
 * @intake: gets an article for each news item
 * @bytes: NITF, NewsML or a message of several items
 *
 * Several in one message each keep their own XML as original.
 *
 * Returns: %FALSE with %GS_ERROR_UNREADABLE or %GS_ERROR_LIMIT
 */
gboolean
gs_news_read (GsIntake *intake, GBytes *bytes, GError **error)
{
  static const char *const names[] = { "newsItem", "NewsItem", "nitf", NULL };
  const GsSaxHandler nothing = { NULL, NULL, NULL };
  g_auto (GsDecoded) decoded = { 0 };
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize at = 0;
  gsize start = 0;
  gsize end = 0;

  if (!gs_sax_parse (bytes, &nothing, NULL, intake->limits, error))
    return FALSE;

  gs_decode (data, size, &decoded);
  while (gs_slice_next (decoded.text, decoded.length, &at, names, &start, &end))
    {
      g_ptr_array_add (items, g_bytes_new (decoded.text + start, end - start));
      if (!gs_intake_may_take (intake, items->len, error))
        return FALSE;
    }

  for (guint i = 0; i < items->len; i++)
    {
      if (!read_item (intake, items->pdata[i], items->len == 1 ? bytes : items->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}
