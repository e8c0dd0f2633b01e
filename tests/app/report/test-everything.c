/* test-everything.c: what is unfinished, lost or dismissed is in every export that promises everything.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A workspace with known numbers of each is exported, and each export counted by
 * a reader that knows nothing of ours: libxml2, json-glib, a table of cells.
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

#include "check-writers.h"
#include "gs-conflicts.h"
#include "gs-similar.h"
#include "gs-test.h"
#include "naughty-report.h"

#define STIX_EXTENSION "extension-definition--6cf2aa04-3c1e-4d5b-9a55-5b0a3f6d2c11"

/* XML ---------------------------------------------------------------------------------- */

static guint
count_path (xmlXPathContext *context, const char *path)
{
  xmlXPathObject *found = xmlXPathEvalExpression ((const xmlChar *) path, context);
  guint n;

  g_assert_nonnull (found);
  n = found->nodesetval != NULL ? (guint) found->nodesetval->nodeNr : 0;
  xmlXPathFreeObject (found);

  return n;
}

typedef struct
{
  const char *articles, *tags, *claims, *spans, *links, *untagged, *sourceless, *orphaned, *dismissed;
} Paths;

static void
count_xml_paths (GBytes *bytes, const Paths *paths, GsNaughtyCounts *counts)
{
  xmlDoc *document = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL, NULL,
                                    XML_PARSE_NONET | XML_PARSE_HUGE);
  xmlXPathContext *context;

  g_assert_nonnull (document);
  context = xmlXPathNewContext (document);
  xmlXPathRegisterNs (context, (const xmlChar *) "g", (const xmlChar *) "https://gainsay.org/report/1");
  xmlXPathRegisterNs (context, (const xmlChar *) "q", (const xmlChar *) "urn:QDA-XML:project:1.0");
  counts->articles = count_path (context, paths->articles);
  counts->tags = count_path (context, paths->tags);
  counts->claims = count_path (context, paths->claims);
  counts->spans = count_path (context, paths->spans);
  counts->links = count_path (context, paths->links);
  counts->untagged = count_path (context, paths->untagged);
  counts->sourceless = count_path (context, paths->sourceless);
  counts->orphaned = count_path (context, paths->orphaned);
  counts->dismissed = count_path (context, paths->dismissed);
  xmlXPathFreeContext (context);
  xmlFreeDoc (document);
}

static void
count_xml (GBytes *bytes, GsNaughtyCounts *counts)
{
  static const Paths paths = {
    .articles = "/g:gainsay-report/g:articles/g:article",
    .tags = "/g:gainsay-report/g:tags/g:tag",
    .claims = "//g:claims/g:claim",
    .spans = "//g:claim/g:spans/g:span",
    .links = "//g:links/g:link",
    .untagged = "//g:claims/g:claim[not (g:tags/*)]",
    .sourceless = "//g:claims/g:claim[not (g:hops/g:hop)]",
    .orphaned = "//g:claims/g:claim[g:spans/g:span[@orphaned = 'true']]",
    .dismissed = "//g:links/g:link[@verdict = 'dismissed']",
  };

  count_xml_paths (bytes, &paths, counts);
}

/* A place that is lost and who says it are lines of the note; the tags of a claim are the
 * codings of its selection, or of the note where it has none. */
static void
count_qdpx (GBytes *bytes, GsNaughtyCounts *counts)
{
#define TEXT "[contains (concat ('\n', q:PlainTextContent), '\n"
  static const Paths paths = {
    .articles = "//q:TextSource",
    .tags = "//q:Code",
    .claims = "//q:Notes/q:Note",
    .spans = "//q:PlainTextSelection | //q:Note" TEXT "lost place: ')]",
    .links = "//q:Link",
    .untagged = "//q:Note[not (q:Coding) and not (@guid = //q:PlainTextSelection[q:Coding]/q:NoteRef/@targetGUID)]",
    .sourceless = "//q:Note[not (contains (concat ('\n', q:PlainTextContent), '\nsaid by: '))]",
    .orphaned = "//q:Note" TEXT "lost place: ')]",
    .dismissed = "//q:Link[contains (@name, ', dismissed')]",
  };
#undef TEXT
  g_autoptr (GHashTable) files = gs_check_unzip (bytes);

  count_xml_paths (g_hash_table_lookup (files, "project.qde"), &paths, counts);
}

/* JSON --------------------------------------------------------------------------------- */

static JsonParser *
parse (GBytes *bytes)
{
  JsonParser *parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  return parser;
}

/* Empty, too, where there is no such member. */
static GList *
members_of (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) ? json_array_get_elements (json_object_get_array_member (object, name))
                                               : NULL;
}

static guint
count_members (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) ? json_array_get_length (json_object_get_array_member (object, name))
                                               : 0;
}

static gboolean
says (JsonObject *object, const char *name, const char *value)
{
  return json_object_has_member (object, name) && g_str_equal (json_object_get_string_member (object, name), value);
}

static void
count_json_claim (JsonObject *claim, GsNaughtyCounts *counts)
{
  g_autoptr (GList) spans = members_of (claim, "spans");
  guint n_lost = 0;

  for (GList *l = spans; l != NULL; l = l->next)
    n_lost += json_object_get_boolean_member_with_default (json_node_get_object (l->data), "orphaned", FALSE);
  counts->claims++;
  counts->spans += count_members (claim, "spans");
  counts->untagged += count_members (claim, "tags") == 0;
  counts->sourceless += count_members (claim, "hops") == 0;
  counts->orphaned += n_lost > 0;
}

static void
count_json (GBytes *bytes, GsNaughtyCounts *counts)
{
  g_autoptr (JsonParser) parser = parse (bytes);
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  g_autoptr (GList) claims = members_of (root, "claims");
  g_autoptr (GList) links = members_of (root, "links");

  counts->articles = count_members (root, "articles");
  counts->tags = count_members (root, "tags");
  for (GList *l = claims; l != NULL; l = l->next)
    count_json_claim (json_node_get_object (l->data), counts);
  for (GList *l = links; l != NULL; l = l->next)
    {
      counts->links++;
      counts->dismissed += says (json_node_get_object (l->data), "verdict", "dismissed");
    }
}

static gboolean
has_body (JsonObject *annotation, const char *purpose, const char *value)
{
  g_autoptr (GList) bodies = members_of (annotation, "body");

  for (GList *l = bodies; l != NULL; l = l->next)
    {
      JsonObject *body = json_node_get_object (l->data);

      if (says (body, "purpose", purpose) && (value == NULL || says (body, "value", value)))
        return TRUE;
    }

  return FALSE;
}

/* A place that is lost is told by its words alone. */
static void
count_targets (JsonObject *annotation, GsNaughtyCounts *counts)
{
  g_autoptr (GList) targets = members_of (annotation, "target");
  guint n_lost = 0;

  for (GList *l = targets; l != NULL; l = l->next)
    {
      JsonObject *target = json_node_get_object (l->data);
      guint n_selectors = count_members (target, "selector");

      counts->spans += n_selectors > 0;
      n_lost += n_selectors == 1;
    }
  counts->orphaned += n_lost > 0;
}

static void
count_webanno (GBytes *bytes, GsNaughtyCounts *counts)
{
  g_autoptr (JsonParser) parser = parse (bytes);
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  g_autoptr (GList) items = members_of (json_object_get_object_member (root, "first"), "items");

  for (GList *l = items; l != NULL; l = l->next)
    {
      JsonObject *item = json_node_get_object (l->data);

      if (says (item, "motivation", "linking"))
        {
          counts->links++;
          counts->dismissed += has_body (item, "assessing", "dismissed");
          continue;
        }
      counts->claims++;
      counts->untagged += !has_body (item, "tagging", NULL);
      counts->sourceless += !json_object_has_member (item, "gainsay:chain");
      count_targets (item, counts);
    }
}

static void
count_stix (GBytes *bytes, GsNaughtyCounts *counts)
{
  g_autoptr (JsonParser) parser = parse (bytes);
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  g_autoptr (GList) objects = members_of (root, "objects");

  for (GList *l = objects; l != NULL; l = l->next)
    {
      JsonObject *object = json_node_get_object (l->data);
      JsonObject *own;

      counts->articles += says (object, "type", "report");
      counts->links += says (object, "type", "relationship");
      counts->dismissed += says (object, "opinion", "strongly-disagree");
      if (!says (object, "type", "note"))
        continue;
      own = json_object_get_object_member (json_object_get_object_member (object, "extensions"), STIX_EXTENSION);
      counts->claims++;
      counts->untagged += count_members (object, "labels") == 0;
      counts->sourceless += count_members (own, "chain") == 0;
      counts->spans += json_object_has_member (own, "quote");
      counts->orphaned += json_object_has_member (own, "quote") && !json_object_has_member (own, "quote_start");
    }
}

/* Tables ------------------------------------------------------------------------------- */

static const char *
cell_of (GPtrArray *rows, guint row, const char *column)
{
  guint i;

  g_assert_true (g_ptr_array_find_with_equal_func (rows->pdata[0], column, g_str_equal, &i));

  return ((GPtrArray *) rows->pdata[row])->pdata[i];
}

static void
count_csv (GBytes *bytes, GsNaughtyCounts *counts)
{
  g_autoptr (GPtrArray) rows = gs_check_csv_rows (bytes);

  for (guint i = 1; i < rows->len; i++)
    {
      counts->claims++;
      counts->untagged += *cell_of (rows, i, "tags") == '\0';
      counts->sourceless += *cell_of (rows, i, "chain") == '\0';
      counts->spans += *cell_of (rows, i, "quote") != '\0';
      counts->orphaned += g_str_equal (cell_of (rows, i, "orphaned"), "yes");
    }
}

static void
count_csv_links (GBytes *bytes, GsNaughtyCounts *counts)
{
  g_autoptr (GPtrArray) rows = gs_check_csv_rows (bytes);

  for (guint i = 1; i < rows->len; i++)
    {
      counts->links++;
      counts->dismissed += g_str_equal (cell_of (rows, i, "verdict"), "dismissed");
    }
}

/* -------------------------------------------------------------------------------------- */

typedef struct
{
  const char *nick;
  void (*count) (GBytes *bytes, GsNaughtyCounts *counts);
  gboolean articles, tags, claims, links; /* what it promises: docs/formats.md */
} Promise;

static const Promise promises[] = {
  { "xml", count_xml, .articles = TRUE, .tags = TRUE, .claims = TRUE, .links = TRUE },
  { "json", count_json, .articles = TRUE, .tags = TRUE, .claims = TRUE, .links = TRUE },
  { "qdpx", count_qdpx, .articles = TRUE, .tags = TRUE, .claims = TRUE, .links = TRUE },
  { "stix", count_stix, .articles = TRUE, .claims = TRUE, .links = TRUE },
  { "webanno", count_webanno, .claims = TRUE, .links = TRUE },
  { "csv", count_csv, .claims = TRUE },
  { "csv-links", count_csv_links, .links = TRUE },
};

static GBytes *
export_bytes (GsWorkspace *workspace, const char *nick)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  gs_report_write (workspace, gs_report_format_by_nick (nick), NULL, out, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (out, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static void
test_counts (gconstpointer data)
{
  const Promise *promise = data;
  GsNaughtyCounts there, counted = { 0 };
  g_autoptr (GsWorkspace) workspace = gs_naughty_workspace_new (&there);
  g_autoptr (GBytes) bytes = export_bytes (workspace, promise->nick);

  promise->count (bytes, &counted);
  if (promise->articles)
    g_assert_cmpuint (counted.articles, ==, there.articles);
  if (promise->tags)
    g_assert_cmpuint (counted.tags, ==, there.tags);
  if (promise->claims)
    {
      g_assert_cmpuint (counted.claims, ==, there.claims);
      g_assert_cmpuint (counted.spans, ==, there.spans);
      g_assert_cmpuint (counted.untagged, ==, there.untagged);
      g_assert_cmpuint (counted.sourceless, ==, there.sourceless);
      g_assert_cmpuint (counted.orphaned, ==, there.orphaned);
    }
  if (promise->links)
    {
      g_assert_cmpuint (counted.links, ==, there.links);
      g_assert_cmpuint (counted.dismissed, ==, there.dismissed);
    }
}

/* What follows from the records, and how they came about, is in no export: it is made
 * again. So it changes none, and the other workspace exports the same. */
static void
test_derived (gconstpointer nick)
{
  GsNaughtyCounts counts;
  g_autoptr (GsWorkspace) workspace = gs_naughty_workspace_new (&counts);
  g_autoptr (GsWorkspace) other = gs_workspace_new_in_memory (NULL);
  g_autoptr (GBytes) before = export_bytes (workspace, nick);
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 place = 0;
  gboolean more;

  /* Standpoints; sketches and likenesses; a history with something undone. */
  conflicts = gs_conflicts_list (workspace, NULL, 0, 10, &error);
  g_assert_no_error (error);
  g_assert_true (gs_similar_prepare (workspace, &place, 10, &more, &error));
  g_assert_true (gs_workspace_undo (workspace, NULL, &error));
  g_assert_true (gs_workspace_redo (workspace, NULL, &error));
  after = export_bytes (workspace, nick);
  gs_assert_bytes_equal (before, after);

  gs_report_import (other, after, NULL, NULL, &error);
  g_assert_no_error (error);
  again = export_bytes (other, nick);
  gs_assert_bytes_equal (before, again);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      g_autofree char *path = g_strconcat ("/report/everything/", promises[i].nick, NULL);

      g_test_add_data_func (path, &promises[i], test_counts);
    }

  g_test_add_data_func ("/report/everything/derived/xml", "xml", test_derived);
  g_test_add_data_func ("/report/everything/derived/json", "json", test_derived);

  return g_test_run ();
}
