/* check-qdpx.c: a REFI-QDA project, unpacked with nothing of the writer's.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

#include "check-writers.h"

static guint
read_number (const guint8 *data, guint n_bytes)
{
  guint number = 0;

  for (guint i = n_bytes; i > 0; i--)
    number = number << 8 | data[i - 1];

  return number;
}

/* What lies deflated at @data, @length bytes of it, @size when it is inflated. */
static GBytes *
inflate (const guint8 *data, gsize length, gsize size)
{
  g_autoptr (GConverter) inflater = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  g_autoptr (GInputStream) deflated = g_memory_input_stream_new_from_data (data, (gssize) length, NULL);
  g_autoptr (GInputStream) in = g_converter_input_stream_new (deflated, inflater);
  g_autoptr (GError) error = NULL;
  char *content = g_malloc (size + 1);
  gsize n_read;

  g_input_stream_read_all (in, content, size + 1, &n_read, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_read, ==, size);

  return g_bytes_new_take (content, size);
}

GHashTable *
gs_check_unzip (GBytes *bytes)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const guint8 *end, *entry;
  guint n_entries;

  g_assert_cmpuint (length, >=, 22);
  end = data + length - 22;
  g_assert_cmpuint (read_number (end, 4), ==, 0x06054b50);
  n_entries = read_number (end + 10, 2);
  entry = data + read_number (end + 16, 4);

  for (guint i = 0; i < n_entries; i++)
    {
      guint compressed = read_number (entry + 20, 4);
      guint size = read_number (entry + 24, 4);
      guint name_length = read_number (entry + 28, 2);
      const guint8 *local = data + read_number (entry + 42, 4);
      const guint8 *content = local + 30 + name_length;

      g_assert_cmpuint (read_number (entry, 4), ==, 0x02014b50);
      g_assert_cmpuint (read_number (local, 4), ==, 0x04034b50);
      if (read_number (entry + 10, 2) == 0)
        {
          /* As it is; its sizes stand before it. */
          g_assert_cmpuint (compressed, ==, size);
          g_assert_cmpuint (read_number (local + 18, 4), ==, size);
          g_hash_table_insert (files, g_strndup ((const char *) entry + 46, name_length), g_bytes_new (content, size));
          entry += 46 + name_length;
          continue;
        }
      /* The sizes stand behind the content too. */
      g_assert_cmpuint (read_number (content + compressed, 4), ==, 0x08074b50);
      g_assert_cmpuint (read_number (content + compressed + 4, 4), ==, read_number (entry + 16, 4));
      g_assert_true (g_hash_table_insert (files, g_strndup ((const char *) entry + 46, name_length),
                                          inflate (content, compressed, size)));
      entry += 46 + name_length;
    }
  g_assert_true (entry == end);

  return files;
}

static char *
get_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

/* A selection lies within the text of its source. */
static void
check_selection (xmlNode *selection, GHashTable *files)
{
  g_autofree char *path = get_attribute (selection->parent, "plainTextPath");
  g_autofree char *name = g_strconcat ("sources/", path + strlen ("internal://"), NULL);
  g_autofree char *start = get_attribute (selection, "startPosition");
  g_autofree char *end = get_attribute (selection, "endPosition");
  GBytes *text = g_hash_table_lookup (files, name);
  gsize length;
  const char *data;

  g_assert_nonnull (text);
  data = g_bytes_get_data (text, &length);
  g_assert_cmpint (g_ascii_strtoll (start, NULL, 10), >=, 0);
  g_assert_cmpint (g_ascii_strtoll (start, NULL, 10), <=, g_ascii_strtoll (end, NULL, 10));
  g_assert_cmpint (g_ascii_strtoll (end, NULL, 10), <=, g_utf8_strlen (data, (gssize) length));
}

static guint
count (xmlXPathContext *context, const char *path)
{
  xmlXPathObject *found = xmlXPathEvalExpression ((const xmlChar *) path, context);
  guint n = found->nodesetval != NULL ? (guint) found->nodesetval->nodeNr : 0;

  xmlXPathFreeObject (found);

  return n;
}

void
gs_check_qdpx (GBytes *bytes, GsMemoryReport *report)
{
  g_autoptr (GHashTable) files = gs_check_unzip (bytes);
  GBytes *project = g_hash_table_lookup (files, "project.qde");
  GPtrArray *claims = gs_check_claims (report);
  xmlXPathContext *context;
  xmlXPathObject *selections;
  xmlDoc *document;

  g_assert_nonnull (project);
  document = xmlReadMemory (g_bytes_get_data (project, NULL), (int) g_bytes_get_size (project), NULL, NULL,
                            XML_PARSE_NONET | XML_PARSE_HUGE);
  g_assert_nonnull (document);
  context = xmlXPathNewContext (document);
  xmlXPathRegisterNs (context, (const xmlChar *) "q", (const xmlChar *) "urn:QDA-XML:project:1.0");

  g_assert_cmpuint (count (context, "//q:Note"), ==, claims->len);
  g_assert_cmpuint (count (context, "//q:CodeRef[not (@targetGUID = //q:Code/@guid)]"), ==, 0);
  g_assert_cmpuint (count (context, "//q:NoteRef[not (@targetGUID = //q:Note/@guid)]"), ==, 0);
  g_assert_cmpuint (count (context, "//q:Link[not (@originGUID = //q:Note/@guid and @targetGUID = //q:Note/@guid)]"),
                    ==, 0);
  g_assert_cmpuint (count (context, "//*[@creatingUser][not (@creatingUser = //q:User/@guid)]"), ==, 0);
  g_assert_cmpuint (count (context, "//q:TextSource") + 1, ==, g_hash_table_size (files));
  selections = xmlXPathEvalExpression ((const xmlChar *) "//q:PlainTextSelection", context);
  for (int i = 0; selections->nodesetval != NULL && i < selections->nodesetval->nodeNr; i++)
    check_selection (selections->nodesetval->nodeTab[i], files);

  xmlXPathFreeObject (selections);
  xmlXPathFreeContext (context);
  xmlFreeDoc (document);
}
