/* check-writers.c: is what was written well formed, and is every claim in it?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check-writers.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <string.h>

GPtrArray *
gs_check_claims (GsMemoryReport *report)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      if (gs_workspace_types[i] == &gs_claim_type)
        return report->records[i];
    }

  g_assert_not_reached ();
}

/* One cell of RFC 4180 from @p on; moves @p behind it. */
static char *
read_cell (const char **p, const char *end)
{
  GString *cell = g_string_new (NULL);
  const char *c = *p;

  if (c < end && *c == '"')
    {
      for (c++; c < end && (*c != '"' || c[1] == '"'); c++)
        {
          g_string_append_c (cell, *c);
          if (*c == '"')
            c++;
        }
      g_assert_cmpint (*c, ==, '"');
      c++;
    }
  else
    {
      for (; c < end && *c != ',' && *c != '\r'; c++)
        {
          g_assert_false (*c == '"' || *c == '\n');
          g_string_append_c (cell, *c);
        }
    }
  *p = c;

  return g_string_free (cell, FALSE);
}

static GPtrArray *
read_row (const char **p, const char *end)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      g_ptr_array_add (row, read_cell (p, end));
      g_assert_true (*p < end);
      if (**p == ',')
        (*p)++;
      else
        break;
    }
  g_assert_true (g_str_has_prefix (*p, "\r\n"));
  *p += 2;

  return row;
}

GPtrArray *
gs_check_csv_rows (GBytes *bytes)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gsize length;
  const char *p = g_bytes_get_data (bytes, &length);
  const char *end = p + length;

  while (p < end)
    g_ptr_array_add (rows, read_row (&p, end));

  return rows;
}

void
gs_check_csv (GBytes *bytes, GsMemoryReport *report)
{
  gsize length;
  const char *p = g_bytes_get_data (bytes, &length);
  const char *end = p + length;
  g_autoptr (GPtrArray) head = read_row (&p, end);
  GPtrArray *claims = gs_check_claims (report);

  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimRecord *claim = claims->pdata[i];
      g_autoptr (GPtrArray) row = read_row (&p, end);

      g_assert_cmpuint (row->len, ==, head->len);
      g_assert_cmpstr (row->pdata[0], ==, claim->uuid);
      for (guint j = 0; j < row->len; j++)
        g_assert_null (strchr ("=+-@\t\r\n", *(const char *) row->pdata[j] ?: 'x'));
    }
  g_assert_true (p == end);
}

static void
check_table (GBytes *bytes, GPtrArray *records)
{
  gsize length;
  const char *p = g_bytes_get_data (bytes, &length);
  const char *end = p + length;
  g_autoptr (GPtrArray) head = read_row (&p, end);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GPtrArray) row = read_row (&p, end);

      g_assert_cmpuint (row->len, ==, head->len);
      g_assert_cmpstr (row->pdata[0], ==, ((GsAnnotatorRecord *) records->pdata[i])->uuid);
      for (guint j = 0; j < row->len; j++)
        g_assert_null (strchr ("=+-@\t\r\n", *(const char *) row->pdata[j] ?: 'x'));
    }
  g_assert_true (p == end);
}

void
gs_check_csv_links (GBytes *bytes, GsMemoryReport *report)
{
  check_table (bytes, report->records[6]);
}

void
gs_check_csv_sources (GBytes *bytes, GsMemoryReport *report)
{
  check_table (bytes, report->records[2]);
}

static guint
count_nodes (xmlXPathContext *context, const char *path)
{
  xmlXPathObject *found = xmlXPathEvalExpression ((const xmlChar *) path, context);
  guint n;

  g_assert_nonnull (found);
  n = found->nodesetval != NULL ? (guint) found->nodesetval->nodeNr : 0;
  xmlXPathFreeObject (found);

  return n;
}

/* Whatever an article says, the page stays a tree of these elements, and does
 * nothing and asks for nothing. */
static void
assert_inert (xmlXPathContext *context)
{
  static const char elements[] =
    " html head meta title style body header main section article nav h1 h2 h3 h4 p div "
    "span small sup a bdi cite mark blockquote ol li dl dt dd br table caption thead tbody "
    "tr th td figure svg desc rect line path text ";
  static const char attributes[] =
    " xmlns lang charset http-equiv content name class id href rel dir scope aria-label "
    "role aria-labelledby viewBox width height x y x1 y1 x2 y2 rx d fill font-size font-family "
    "text-anchor stroke-width ";
  xmlXPathObject *found = xmlXPathEvalExpression ((const xmlChar *) "//*", context);

  for (int i = 0; i < found->nodesetval->nodeNr; i++)
    {
      xmlNode *node = found->nodesetval->nodeTab[i];
      g_autofree char *word = g_strdup_printf (" %s ", node->name);

      g_assert_nonnull (strstr (elements, word));
      for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
        {
          g_autofree char *name = g_strdup_printf (" %s ", attribute->name);

          g_assert_nonnull (strstr (attributes, name));
        }
    }
  xmlXPathFreeObject (found);

  g_assert_cmpuint (count_nodes (context, "//*[@href][not (starts-with (@href, '#') or starts-with (@href, 'http://') "
                                          "or starts-with (@href, 'https://'))]"),
                    ==, 0);
  g_assert_cmpuint (count_nodes (context, "//h:table[not (h:caption)]"), ==, 0);
}

/* The page is well-formed XML too, which says more than that a browser copes. */
void
gs_check_html (GBytes *bytes, GsMemoryReport *report)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  xmlDoc *document = xmlReadMemory (data, (int) length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  GPtrArray *claims = gs_check_claims (report);
  xmlXPathContext *context;

  g_assert_nonnull (document);
  context = xmlXPathNewContext (document);
  xmlXPathRegisterNs (context, (const xmlChar *) "h", (const xmlChar *) "http://www.w3.org/1999/xhtml");
  assert_inert (context);

  g_assert_cmpuint (count_nodes (context, "//h:li[starts-with (@class, 'claim')]"), ==, claims->len);
  g_assert_cmpuint (count_nodes (context, "//h:li[starts-with (@id, 'n')]"), ==, claims->len);
  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimRecord *claim = claims->pdata[i];
      g_autofree char *path = g_strdup_printf ("//h:li[@id = 'c-%s']", claim->uuid);

      g_assert_cmpuint (count_nodes (context, path), ==, 1);
    }
  /* Every link within the page leads somewhere. */
  g_assert_cmpuint (count_nodes (context, "//h:a[starts-with (@href, '#')][not (substring (@href, 2) = //@id)]"), ==,
                    0);

  xmlXPathFreeContext (context);
  xmlFreeDoc (document);
}

/* Whole, and nothing in it that does anything. */
void
gs_check_pdf (GBytes *bytes, GsMemoryReport *report)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  static const char *const active[] = { "/JavaScript", "/Launch", "/EmbeddedFile", "/OpenAction" };

  g_assert_cmpuint (length, >, 1000);
  g_assert_true (memcmp (data, "%PDF-1.", 7) == 0);
  g_assert_true (memcmp (data + length - 6, "%%EOF\n", 6) == 0);
  for (guint i = 0; i < G_N_ELEMENTS (active); i++)
    {
      for (gsize j = 0; j + strlen (active[i]) <= length; j++)
        g_assert_false (memcmp (data + j, active[i], strlen (active[i])) == 0);
    }
}

/* An archive that says what it is in its first bytes, of well-formed parts, with
 * a place to go to for each claim. */
/* Escapes of characters that XML cannot hold. */
static char *
unescape (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      guint c;

      if (p[0] == '_' && p[1] == 'x' && strlen (p) >= 7 && p[6] == '_' && sscanf (p + 2, "%4x", &c) == 1)
        {
          g_string_append_unichar (plain, c);
          p += 6;
        }
      else
        g_string_append_c (plain, *p);
    }

  return g_string_free (plain, FALSE);
}

/* As much of @text as a cell holds. */
static void
assert_cell (xmlXPathContext *context, char column, guint row, const char *text)
{
  g_autofree char *path = g_strdup_printf ("string (//*[@r = '%c%u'])", column, row);
  xmlXPathObject *found = xmlXPathEvalExpression ((const xmlChar *) path, context);
  g_autofree char *cell = unescape ((const char *) found->stringval);
  gsize length = strlen (cell);

  if (g_str_has_suffix (cell, "…") && strlen (text != NULL ? text : "") > length)
    g_assert_true (strncmp (cell, text, length - strlen ("…")) == 0);
  else
    g_assert_cmpstr (cell, ==, text != NULL ? text : "");
  xmlXPathFreeObject (found);
}

static void
check_sheet (GHashTable *files, guint number, GPtrArray *records)
{
  g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", number);
  GBytes *sheet = g_hash_table_lookup (files, name);
  xmlXPathContext *context;
  xmlDoc *document;

  g_assert_nonnull (sheet);
  document = xmlReadMemory (g_bytes_get_data (sheet, NULL), (int) g_bytes_get_size (sheet), NULL, NULL,
                            XML_PARSE_NONET | XML_PARSE_HUGE);
  g_assert_nonnull (document);
  context = xmlXPathNewContext (document);
  g_assert_cmpuint (count_nodes (context, "//*[local-name () = 'row']"), ==, records->len + 1);
  g_assert_cmpuint (count_nodes (context, "//*[local-name () = 'f']"), ==, 0);
  g_assert_cmpuint (count_nodes (context, "//*[local-name () = 'is'][string-length (.) > 33000]"), ==, 0);
  for (guint i = 0; i < records->len; i++)
    {
      assert_cell (context, 'A', i + 2, ((GsAnnotatorRecord *) records->pdata[i])->uuid);
      if (number == 1)
        assert_cell (context, 'E', i + 2, ((GsClaimRecord *) records->pdata[i])->summary);
    }
  xmlXPathFreeContext (context);
  xmlFreeDoc (document);
}

void
gs_check_xlsx (GBytes *bytes, GsMemoryReport *report)
{
  g_autoptr (GHashTable) files = gs_check_unzip (bytes);

  check_sheet (files, 1, report->records[5]);
  check_sheet (files, 2, report->records[6]);
  check_sheet (files, 3, report->records[2]);
}

void
gs_check_odt (GBytes *bytes, GsMemoryReport *report)
{
  static const char start[] = "mimetypeapplication/vnd.oasis.opendocument.text";
  g_autoptr (GHashTable) files = gs_check_unzip (bytes);
  GPtrArray *claims = gs_check_claims (report);
  GHashTableIter iter;
  gpointer name, file;

  g_assert_true (memcmp ((const char *) g_bytes_get_data (bytes, NULL) + 30, start, sizeof start - 1) == 0);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &file))
    {
      gsize length;
      const char *data = g_bytes_get_data (file, &length);
      xmlDoc *document;
      xmlXPathContext *context;

      if (g_str_equal (name, "mimetype"))
        continue;
      document = xmlReadMemory (data, (int) length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
      g_assert_nonnull (document);
      context = xmlXPathNewContext (document);
      if (g_str_equal (name, "content.xml"))
        g_assert_cmpuint (
          count_nodes (context, "//*[local-name () = 'bookmark'][starts-with (@*[local-name () = 'name'], 'c-')]"), ==,
          claims->len);
      xmlXPathFreeContext (context);
      xmlFreeDoc (document);
    }
}
