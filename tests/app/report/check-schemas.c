/* check-schemas.c: does what was exported keep to the schemas?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check-schemas.h"

#include <json-glib/json-glib.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include "gs-test.h"
#include "json-schema.h"

static void
error_cb (void *context, xmlErrorPtr error)
{
  char **wrong = context;

  if (*wrong == NULL)
    *wrong = g_strdup_printf ("line %d: %s", error->line, error->message);
}

static xmlSchemaPtr
load_xml_schema (void)
{
  static xmlSchemaPtr schema;

  if (schema == NULL)
    {
      g_autofree char *path = gs_test_data ("../resources/report.xsd");
      xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt (path);
      char *wrong = NULL;

      xmlSchemaSetParserStructuredErrors (parser, error_cb, &wrong);
      schema = xmlSchemaParse (parser);
      g_assert_cmpstr (wrong, ==, NULL);
      g_assert_nonnull (schema);
      xmlSchemaFreeParserCtxt (parser);
    }

  return schema;
}

char *
gs_check_xml_schema (GBytes *xml)
{
  xmlSchemaValidCtxtPtr context = xmlSchemaNewValidCtxt (load_xml_schema ());
  gsize length;
  const char *data = g_bytes_get_data (xml, &length);
  xmlDocPtr doc = xmlReadMemory (data, (int) length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  char *wrong = NULL;
  int result;

  g_assert_nonnull (doc);
  xmlSchemaSetValidStructuredErrors (context, error_cb, &wrong);
  result = xmlSchemaValidateDoc (context, doc);
  g_assert_cmpint (result == 0, ==, wrong == NULL);
  xmlFreeDoc (doc);
  xmlSchemaFreeValidCtxt (context);

  return wrong;
}

char *
gs_check_json_schema (GBytes *json)
{
  g_autofree char *path = gs_test_data ("../resources/report.schema.json");
  g_autoptr (JsonParser) schema = json_parser_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (json, &length);

  json_parser_load_from_file (schema, path, &error);
  g_assert_no_error (error);
  json_parser_load_from_data (parser, data, (gssize) length, &error);
  g_assert_no_error (error);

  return gs_json_schema_validate (json_parser_get_root (schema), json_parser_get_root (parser));
}
