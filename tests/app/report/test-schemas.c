/* test-schemas.c: reports keep to the schemas, and the schemas are strict.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "check-schemas.h"
#include "gs-test.h"
#include "memory-report.h"

/* Every field of every record is in both: random records fill them all. */
static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GsMemoryReport) report = gs_memory_report_random (rand, 5);
      g_autoptr (GBytes) xml = gs_memory_report_write (report, "xml");
      g_autoptr (GBytes) json = gs_memory_report_write (report, "json");

      g_assert_cmpstr (gs_check_xml_schema (xml), ==, NULL);
      g_assert_cmpstr (gs_check_json_schema (json), ==, NULL);
    }
}

/* The dossier that comes with the program. */
static void
test_sample (void)
{
  g_autofree char *path = gs_test_data ("../resources/sample/sample.json");
  g_autoptr (GBytes) json = gs_test_read (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GsMemoryReport) report = gs_memory_report_read (json, "json", &error);
  g_autoptr (GBytes) xml = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (gs_check_json_schema (json), ==, NULL);
  xml = gs_memory_report_write (report, "xml");
  g_assert_cmpstr (gs_check_xml_schema (xml), ==, NULL);
}

#define A "00000000-0000-4000-8000-000000000001"
#define B "00000000-0000-4000-8000-000000000002"
#define ROOT "<gainsay-report xmlns='https://gainsay.org/report/1' version='1'>"
#define AFTER "<sources/><questions/><articles/><claims/><links/></gainsay-report>"

typedef struct
{
  const char *what;
  const char *text;
  gboolean good;
} Example;

static const Example xml_examples[] = {
  { "empty", ROOT "<annotators/><tags/>" AFTER, TRUE },
  { "text", ROOT "<annotators><annotator uuid='" A "'><name>a</name></annotator></annotators><tags/>" AFTER, TRUE },
  { "escaped",
    ROOT "<annotators><annotator uuid='" A "'><name escaped='true'>a</name></annotator></annotators><tags/>" AFTER,
    TRUE },
  { "escaped otherwise",
    ROOT "<annotators><annotator uuid='" A "'><name escaped='yes'>a</name></annotator></annotators><tags/>" AFTER,
    FALSE },
  { "no version", "<gainsay-report xmlns='https://gainsay.org/report/1'><annotators/><tags/>" AFTER, FALSE },
  { "other version", "<gainsay-report xmlns='https://gainsay.org/report/1' version='2'><annotators/><tags/>" AFTER,
    FALSE },
  { "section missing", ROOT "<annotators/>" AFTER, FALSE },
  { "sections in disorder", ROOT "<tags/><annotators/>" AFTER, FALSE },
  { "unknown element", ROOT "<annotators/><tags><tag uuid='" A "'><x/></tag></tags>" AFTER, FALSE },
  { "unknown attribute", ROOT "<annotators/><tags><tag uuid='" A "' x=''/></tags>" AFTER, FALSE },
  { "no uuid", ROOT "<annotators/><tags><tag/></tags>" AFTER, FALSE },
  { "bad uuid", ROOT "<annotators/><tags><tag uuid='x'/></tags>" AFTER, FALSE },
  { "one uuid twice", ROOT "<annotators/><tags><tag uuid='" A "'/><tag uuid='" A "'/></tags>" AFTER, FALSE },
  { "parent", ROOT "<annotators/><tags><tag uuid='" A "'/><tag uuid='" B "' parent='" A "'/></tags>" AFTER, TRUE },
  { "parent missing", ROOT "<annotators/><tags><tag uuid='" B "' parent='" A "'/></tags>" AFTER, FALSE },
};

static const Example json_examples[] = {
  { "empty",
    "{'format':'gainsay-report','version':1,'annotators':[],'tags':[],'sources':[],'questions':[],'articles':[],"
    "'claims':[],'links':[]}",
    TRUE },
  { "section missing", "{'format':'gainsay-report','version':1,'annotators':[]}", FALSE },
  { "other version",
    "{'format':'gainsay-report','version':2,'annotators':[],'tags':[],'sources':[],'questions':[],'articles':[],"
    "'claims':[],'links':[]}",
    FALSE },
  { "unknown member",
    "{'format':'gainsay-report','version':1,'annotators':[],'tags':[],'sources':[],'questions':[],'articles':[],"
    "'claims':[],'links':[],'x':1}",
    FALSE },
  { "unknown field",
    "{'format':'gainsay-report','version':1,'annotators':[{'uuid':'" A "','x':1}],'tags':[],'sources':[],"
    "'questions':[],'articles':[],'claims':[],'links':[]}",
    FALSE },
  { "no uuid",
    "{'format':'gainsay-report','version':1,'annotators':[{'name':'a'}],'tags':[],'sources':[],"
    "'questions':[],'articles':[],'claims':[],'links':[]}",
    FALSE },
  { "bad uuid",
    "{'format':'gainsay-report','version':1,'annotators':[{'uuid':'a'}],'tags':[],'sources':[],"
    "'questions':[],'articles':[],'claims':[],'links':[]}",
    FALSE },
  { "wrong type",
    "{'format':'gainsay-report','version':1,'annotators':[{'uuid':'" A "','name':1}],'tags':[],'sources':[],"
    "'questions':[],'articles':[],'claims':[],'links':[]}",
    FALSE },
  { "unknown word",
    "{'format':'gainsay-report','version':1,'annotators':[],'tags':[],'sources':[{'uuid':'" A "','kind':'x'}],"
    "'questions':[],'articles':[],'claims':[],'links':[]}",
    FALSE },
  { "negative",
    "{'format':'gainsay-report','version':1,'annotators':[],'tags':[],'sources':[],"
    "'questions':[],'articles':[{'uuid':'" A "','zones':[{'kind':'title','start':-1,'end':2}]}],'claims':[],"
    "'links':[]}",
    FALSE },
};

static void
check_examples (const Example *examples, guint n_examples, char *(*check) (GBytes *) )
{
  for (guint i = 0; i < n_examples; i++)
    {
      g_autofree char *text = g_strdelimit (g_strdup (examples[i].text), "'", '"');
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autofree char *wrong = check (bytes);

      g_test_message ("%s: %s", examples[i].what, wrong != NULL ? wrong : "good");
      g_assert_cmpint (wrong == NULL, ==, examples[i].good);
    }
}

static void
test_xml_strict (void)
{
  check_examples (xml_examples, G_N_ELEMENTS (xml_examples), gs_check_xml_schema);
}

static void
test_json_strict (void)
{
  check_examples (json_examples, G_N_ELEMENTS (json_examples), gs_check_json_schema);
}

/* Every property of the schema says what it is. */
static void
test_documented (void)
{
  g_autofree char *path = gs_test_data ("../resources/report.schema.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObjectIter iter, inner;
  const char *type, *name;
  JsonNode *node, *property;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  json_object_iter_init (&iter,
                         json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "$defs"));
  while (json_object_iter_next (&iter, &type, &node))
    {
      JsonObject *def = json_node_get_object (node);

      g_assert_true (json_object_has_member (def, "description"));
      if (!json_object_has_member (def, "properties"))
        continue;

      json_object_iter_init (&inner, json_object_get_object_member (def, "properties"));
      while (json_object_iter_next (&inner, &name, &property))
        g_assert_true (json_object_has_member (json_node_get_object (property), "description"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/schemas/random", test_random);
  g_test_add_func ("/report/schemas/sample", test_sample);
  g_test_add_func ("/report/schemas/xml-strict", test_xml_strict);
  g_test_add_func ("/report/schemas/json-strict", test_json_strict);
  g_test_add_func ("/report/schemas/documented", test_documented);

  return g_test_run ();
}
