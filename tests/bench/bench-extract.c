/* bench-extract.c: finding the article in web pages, against parsing alone.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The floor: libxml2's HTML parser makes a tree of each page and frees it.
 * Ours: gs_extract(), from bytes to text, zones and metadata. One thread, in
 * turns, the best of several rounds; processor time, not the clock's.
 */

#include "config.h"

#include "gs-extract.h"

#include <gio/gio.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <time.h>

#define MOST_TIMES_PARSING 2.5
#define LEAST_PAGES_PER_SECOND 200.0

static char *folder;
static int n_generated = 200;
static int n_rounds = 3;

static const GOptionEntry options[] = {
  { "pages", 0, 0, G_OPTION_ARG_FILENAME, &folder, "A folder of web pages instead of generated ones", "DIR" },
  { "generated", 0, 0, G_OPTION_ARG_INT, &n_generated, "How many pages to generate", "N" },
  { "rounds", 0, 0, G_OPTION_ARG_INT, &n_rounds, "How often each", "N" },
  { NULL }
};

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static GPtrArray *
read_pages (GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *content = NULL;
      gsize length = 0;

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;
      if (!g_file_get_contents (path, &content, &length, error))
        return NULL;
      g_ptr_array_add (pages, g_bytes_new_take (content, length));
    }

  return dir != NULL ? g_steal_pointer (&pages) : NULL;
}

static void
add_paragraph (GString *page, GRand *random)
{
  static const char *const words[] = { "the",    "harbour", "council", "said",   "that",   "a",       "ship",   "of",
                                       "crates", "had",     "arrived", "before", "night",  "and",     "nobody", "saw",
                                       "how",    "it",      "was",     "loaded", "before", "customs", "came",   "to" };

  g_string_append (page, "<p class=\"article-paragraph text-large\">");
  for (int i = 0; i < 60; i++)
    {
      const char *word = words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];

      if (i % 17 == 0)
        g_string_append_printf (page, "<a href=\"/t/%d\">%s</a> ", i, word);
      else
        g_string_append_printf (page, "%s ", word);
    }
  g_string_append (page, "end.</p>\n");
}

/* As much furniture, script and style around the text as news pages have. */
static GBytes *
generate_page (guint number)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (number + 1);
  GString *page = g_string_new ("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">");

  g_string_append_printf (page,
                          "<title>Ship number %1$u - The Quay Courier</title>"
                          "<meta property=\"og:title\" content=\"Ship number %1$u\">"
                          "<meta property=\"article:published_time\" content=\"2031-05-06T10:00:00Z\">"
                          "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Ship\"}"
                          "</script><style>",
                          number);
  for (int i = 0; i < 400; i++)
    g_string_append_printf (page, ".c%d { margin: %dpx; color: #123456 }\n", i, i);
  g_string_append (page, "</style></head><body><header><nav><ul>");
  for (int i = 0; i < 120; i++)
    g_string_append_printf (page, "<li class=\"menu-item\"><a href=\"/s/%d\"><span>Section %d</span></a></li>", i, i);
  g_string_append_printf (page, "</ul></nav></header><main><article><h1>Ship number %u</h1>", number);
  for (int i = 0; i < 20; i++)
    add_paragraph (page, random);
  g_string_append (page, "</article><section class=\"related\">");
  for (int i = 0; i < 60; i++)
    g_string_append_printf (page,
                            "<div class=\"card\"><div><a href=\"/a/%1$d\"><img src=\"%1$d.jpg\" alt=\"\">"
                            "<h3>Another story about ship %1$d</h3></a><p>Its first line.</p></div></div>",
                            i);
  g_string_append (page, "</section></main><script>");
  for (int i = 0; i < 600; i++)
    g_string_append_printf (page, "window.q.push([%d, \"set\", {\"a\": \"b\"}]);\n", i);
  g_string_append (page, "</script></body></html>");

  return g_string_free_to_bytes (page);
}

static double
time_parsing (GPtrArray *pages)
{
  double start = now ();

  for (guint i = 0; i < pages->len; i++)
    {
      gsize length = 0;
      const char *data = g_bytes_get_data (pages->pdata[i], &length);
      htmlDocPtr tree =
        htmlReadMemory (data, (int) length, NULL, NULL,
                        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);

      if (tree != NULL)
        xmlFreeDoc (tree);
    }

  return now () - start;
}

static double
time_extracting (GPtrArray *pages)
{
  double start = now ();

  for (guint i = 0; i < pages->len; i++)
    {
      g_autoptr (GError) error = NULL;
      GsArticleRecord *article = gs_extract (pages->pdata[i], NULL, NULL, &error);

      if (article != NULL)
        gs_article_record_free (article);
    }

  return now () - start;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GError) error = NULL;
  double parsing = G_MAXDOUBLE;
  double extracting = G_MAXDOUBLE;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)
      || (folder != NULL && (pages = read_pages (&error)) == NULL))
    {
      g_printerr ("bench-extract: %s\n", error->message);
      return 2;
    }
  if (pages == NULL)
    {
      pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      for (int i = 0; i < n_generated; i++)
        g_ptr_array_add (pages, generate_page ((guint) i));
    }

  for (int i = 0; i < n_rounds; i++)
    {
      parsing = MIN (parsing, time_parsing (pages));
      extracting = MIN (extracting, time_extracting (pages));
    }
  printf ("%u pages: parsing alone %.0f pages/s, extracting %.0f pages/s (at least %.0f), %.2f times (at most %.1f)\n",
          pages->len, pages->len / parsing, pages->len / extracting, LEAST_PAGES_PER_SECOND, extracting / parsing,
          MOST_TIMES_PARSING);

  return extracting <= parsing * MOST_TIMES_PARSING && pages->len / extracting >= LEAST_PAGES_PER_SECOND ? 0 : 1;
}
