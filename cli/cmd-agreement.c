/* cmd-agreement.c: gainsayctl agreement: how far annotators agree.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "gs-agreement.h"
#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"

static void
set_number (JsonObject *object, const char *name, double number)
{
  if (isnan (number))
    json_object_set_null_member (object, name);
  else
    json_object_set_double_member (object, name, number);
}

static JsonObject *
row_to_json (const GsAgreement *row)
{
  JsonObject *object = json_object_new ();

  gs_json_set_text (object, "tag", row->tag);
  gs_json_set_text (object, "path", row->tag != NULL ? row->path : NULL);
  json_object_set_int_member (object, "articles", row->articles);
  json_object_set_int_member (object, "spans", row->spans);
  set_number (object, "kappa", row->kappa);
  set_number (object, "alpha", row->alpha);
  set_number (object, "units", row->units);
  set_number (object, "edges", row->edges);

  return object;
}

static void
put_json (const GsAgreementReport *report)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *annotators = json_array_new (), *rows = json_array_new ();

  for (guint i = 0; i < report->annotators->len; i++)
    json_array_add_string_element (annotators, report->annotators->pdata[i]);
  for (guint i = 0; i < report->rows->len; i++)
    json_array_add_object_element (rows, row_to_json (report->rows->pdata[i]));
  json_object_set_array_member (object, "annotators", annotators);
  json_object_set_int_member (object, "articles", report->articles);
  json_object_set_array_member (object, "tags", rows);
  json_node_take_object (node, object);
  gs_cli_put_json (node, TRUE);
}

static char *
number_to_text (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (isnan (number) ? "–" : g_ascii_formatd (buffer, sizeof buffer, "%.3f", number));
}

static void
put_text (const GsAgreementReport *report)
{
  gs_cli_putf (g_dngettext (NULL, "%u article that several have worked on\n",
                            "%u articles that several have worked on\n", report->articles),
               report->articles);
  if (report->rows->len > 0)
    gs_cli_putf ("%8s  %8s  %8s  %8s  %6s\n", "kappa", "alpha", "units", "edges", "spans");
  for (guint i = 0; i < report->rows->len; i++)
    {
      const GsAgreement *row = report->rows->pdata[i];
      g_autofree char *kappa = number_to_text (row->kappa);
      g_autofree char *alpha = number_to_text (row->alpha);
      g_autofree char *units = number_to_text (row->units);
      g_autofree char *edges = number_to_text (row->edges);
      g_autofree char *path = gs_cli_escape (row->tag != NULL ? row->path : _ ("any claim"));

      gs_cli_putf ("%8s  %8s  %8s  %8s  %6u  %s\n", kappa, alpha, units, edges, row->spans, path);
    }
}

static int
run (GsCli *self)
{
  g_autofree char *named = NULL;
  const GOptionEntry entries[] = {
    { "tag", 0, 0, G_OPTION_ARG_STRING, &named, N_ ("Only this tag"), "TAG" },
    { NULL },
  };
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autoptr (GsAgreementReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *tag = NULL;
  int status = GS_CLI_DONE;

  if (!gs_cli_parse (self, entries, &status) || (workspace = gs_cli_open (self, FALSE, &status)) == NULL)
    return status;
  if (named != NULL && (tag = gs_cli_resolve (self, workspace, &gs_tag_type, named, &status)) == NULL)
    return status;

  report = gs_agreement_report (workspace, tag, NULL, &error);
  if (report == NULL)
    return gs_cli_fail (self, self->args[0], error);

  if (self->json)
    put_json (report);
  else
    put_text (report);

  return gs_cli_status (self);
}

const GsCliCommand gs_cmd_agreement = {
  "agreement",
  "WORKSPACE",
  N_ ("Say how far annotators agree, tag by tag"),
  N_ ("Counted are the characters of articles on which several annotators have made claims.\n"
      "kappa: Cohen's, the mean over pairs of annotators; alpha: Krippendorff's, for nominal\n"
      "data; units: his alpha for unitizing, of where spans begin and end; edges: the share of\n"
      "ends of spans that have one of the other within 3 characters."),
  1,
  1,
  1,
  run,
};
