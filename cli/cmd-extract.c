/* cmd-extract.c: gainsayctl extract: what import would find.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-file.h"
#include "gs-cli-output.h"
#include "gs-extract.h"
#include "gs-main-text.h"

/* One date, or the interval as ISO 8601 writes it. */
static char *
published_text (const GsArticleRecord *article)
{
  if (article->published_lo != NULL && article->published_hi != NULL
      && !g_str_equal (article->published_lo, article->published_hi))
    return g_strconcat (article->published_lo, "/", article->published_hi, NULL);

  return g_strdup (article->published_lo != NULL ? article->published_lo : article->published_hi);
}

/* The whole text with all its zones, or the article proper: zones are always
 * offsets into the text beside them. */
static void
set_text (JsonObject *object, const GsArticleRecord *article, gboolean whole)
{
  g_autoptr (GPtrArray) zones = gs_record_array_new (&gs_zone_type);
  g_autofree char *text = article != NULL && !whole ? gs_main_text (article, zones) : NULL;

  gs_json_set_text (object, "text", article != NULL && whole ? article->text : text);
  json_object_set_member (object, "zones",
                          gs_records_to_json (&gs_zone_type, article != NULL && whole ? article->zones : zones));
}

/* Only where the file has pages, and the offsets are those of the whole text. */
static void
set_pages (JsonObject *object, const GsArticleRecord *article)
{
  if (article != NULL && article->pages->len > 0)
    json_object_set_member (object, "pages", gs_records_to_json (&gs_page_type, article->pages));
}

/* One line per article, or per file that is refused. */
static void
put_line (const char *path, const GsArticleRecord *article, gboolean whole, const char *reason)
{
  g_autofree char *display = g_filename_display_name (path);
  g_autofree char *published = article != NULL ? published_text (article) : NULL;
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  gs_json_set_text (object, "path", display);
  gs_json_set_text (object, "title", article != NULL ? article->title : NULL);
  gs_json_set_text (object, "byline", article != NULL ? article->byline : NULL);
  gs_json_set_text (object, "published", published);
  gs_json_set_text (object, "language", article != NULL ? article->language : NULL);
  gs_json_set_text (object, "publisher", article != NULL ? article->outlet : NULL);
  gs_json_set_text (object, "agency", article != NULL ? article->agency : NULL);
  gs_json_set_text (object, "url", article != NULL ? article->url : NULL);
  gs_json_set_text (object, "media_type", article != NULL ? article->media_type : NULL);
  set_text (object, article, whole);
  if (whole)
    set_pages (object, article);
  gs_json_set_text (object, "reason", reason);
  json_node_take_object (node, object);
  gs_cli_put_json (node, FALSE);
  (void) gs_cli_flush ();
}

static void
extract (GsCli *self, const char *path, gboolean whole)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = gs_cli_read_file (path, gs_extract_limits_default.max_bytes, &error);
  g_autoptr (GPtrArray) articles = bytes != NULL ? gs_extract_all (bytes, path, NULL, &error) : NULL;

  if (articles == NULL)
    {
      put_line (path, NULL, whole, error->message);
      gs_cli_refuse (self, path, error->message);
      return;
    }

  for (guint i = 0; i < articles->len; i++)
    {
      g_autofree char *part = articles->len > 1 ? g_strdup_printf ("%s#%u", path, i + 1) : g_strdup (path);

      put_line (part, articles->pdata[i], whole, NULL);
    }
}

static int
run (GsCli *self)
{
  gboolean whole = FALSE;
  const GOptionEntry entries[] = {
    { "zones", 0, 0, G_OPTION_ARG_NONE, &whole, N_ ("Write the whole text and all its zones"), NULL },
    { NULL },
  };
  int status = GS_CLI_DONE;

  if (!gs_cli_parse (self, entries, &status))
    return status;

  for (guint i = 0; i < self->n_args; i++)
    extract (self, self->args[i], whole);

  return gs_cli_status (self);
}

const GsCliCommand gs_cmd_extract = {
  "extract",
  "FILE…",
  N_ ("Show what import would find"),
  N_ ("Needs no workspace. Writes one line of JSON per file, in their order: path, title,\n"
      "byline, published, language, publisher, text, zones, and reason when it was refused.\n"
      "The text is the article alone, or with --zones all that stands in the file.\n"
      "Each article of a mailbox or feed has a line of its own, with FILE#NUMBER as path."),
  1,
  G_MAXUINT,
  G_MAXUINT,
  run,
};
