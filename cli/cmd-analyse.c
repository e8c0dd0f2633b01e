/* cmd-analyse.c: gainsayctl analyse: numbers, quantities, dates and speakers in texts.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gs-analysis.h"
#include "gs-cli-commands.h"
#include "gs-cli-file.h"
#include "gs-cli-output.h"
#include "gs-json-strict.h"

/* Longer lines and files are refused, not truncated. */
#define MAX_BYTES (64 << 20)
#define MAX_DEPTH 32

/* Where the lines come from, for what is said about them. */
typedef struct
{
  GsCli *cli;
  const char *name;
  guint line;
} Input;

static void
refuse_line (Input *input, const char *reason)
{
  g_autofree char *where = g_strdup_printf ("%s:%u", input->name, input->line);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  gs_cli_refuse (input->cli, where, reason);

  /* Answers and lines pair up, whatever becomes of a line. */
  json_object_set_int_member (object, "line", input->line);
  gs_json_set_text (object, "error", reason);
  json_node_take_object (node, object);
  gs_cli_put_json (node, FALSE);
}

/* JSON has no infinity: an absent bound is none. */
static void
set_number (JsonObject *object, const char *name, double value)
{
  if (isfinite (value))
    json_object_set_double_member (object, name, value);
}

static void
set_present (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    gs_json_set_text (object, name, text);
}

static JsonObject *
finding_to_json (const GsFinding *finding, const char *first, gsize n_bytes)
{
  JsonObject *object = json_object_new ();
  g_autofree char *text = g_strndup (first, n_bytes);

  json_object_set_int_member (object, "start", finding->start);
  json_object_set_int_member (object, "end", finding->end);
  gs_json_set_text (object, "text", text);
  set_number (object, "value", finding->value);
  set_present (object, "unit", finding->unit);
  if (finding->hedge != NULL)
    {
      set_number (object, "lo", finding->lo);
      set_number (object, "hi", finding->hi);
    }
  set_present (object, "hedge", finding->hedge);
  set_present (object, "from", finding->from);
  set_present (object, "to", finding->to);

  return object;
}

/* The findings are sorted, so the text is walked once. */
static void
set_findings (JsonObject *answer, const char *name, const GArray *findings, const char *text)
{
  JsonArray *array = json_array_new ();
  const char *p = text;
  guint at = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const GsFinding *finding = &g_array_index (findings, GsFinding, i);
      const char *end;

      p = g_utf8_offset_to_pointer (p, finding->start - at);
      end = g_utf8_offset_to_pointer (p, finding->end - finding->start);
      json_array_add_object_element (array, finding_to_json (finding, p, (gsize) (end - p)));
      p = end;
      at = finding->end;
    }
  json_object_set_array_member (answer, name, array);
}

/* The text of a member; @problem: (inout): set when it is there and no text. */
static const char *
text_member (JsonObject *object, const char *name, const char **problem)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_is_null (node))
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);

  *problem = _ ("The members must be texts.");
  return NULL;
}

static void
answer_object (Input *input, JsonObject *asked)
{
  const char *problem = NULL;
  const char *text = text_member (asked, "text", &problem);
  const char *language = text_member (asked, "language", &problem);
  const char *reference = text_member (asked, "reference", &problem);
  g_autoptr (GsAnalysis) analysis = NULL;
  JsonNode *node;
  JsonObject *answer;

  if (problem == NULL && text == NULL)
    problem = _ ("The member “text” is missing.");
  if (problem == NULL && !gs_analysis_knows (language))
    problem = _ ("The member “language” must be en, nl or de.");
  if (problem != NULL)
    {
      refuse_line (input, problem);
      return;
    }

  analysis = gs_analyse (text, -1, language, reference);
  node = json_node_new (JSON_NODE_OBJECT);
  answer = json_object_new ();
  set_findings (answer, "numbers", analysis->numbers, text);
  set_findings (answer, "quantities", analysis->quantities, text);
  set_findings (answer, "dates", analysis->dates, text);
  set_findings (answer, "speakers", analysis->speakers, text);
  json_node_take_object (node, answer);
  gs_cli_put_json (node, FALSE);
}

static void
answer_line (Input *input, const char *line, gsize length)
{
  g_autoptr (JsonNode) root = NULL;

  input->line++;
  if (length == 0)
    return;

  if (!g_utf8_validate (line, (gssize) length, NULL))
    refuse_line (input, _ ("The line is not UTF-8."));
  else if ((root = gs_json_parse (line, length, MAX_DEPTH)) == NULL)
    refuse_line (input, _ ("The line is not JSON."));
  else if (!JSON_NODE_HOLDS_OBJECT (root))
    refuse_line (input, _ ("The line is not a JSON object."));
  else
    answer_object (input, json_node_get_object (root));
}

static void
answer_file (GsCli *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = gs_cli_read_file (path, MAX_BYTES, &error);
  Input input = { self, path, 0 };
  const char *p;
  const char *end;
  gsize size;

  if (bytes == NULL)
    {
      gs_cli_refuse (self, path, error->message);
      return;
    }

  p = g_bytes_get_data (bytes, &size);
  for (end = p + size; size > 0 && p < end;)
    {
      const char *newline = memchr (p, '\n', (gsize) (end - p));
      const char *stop = newline != NULL ? newline : end;

      answer_line (&input, p, (gsize) (stop - p));
      p = stop + 1;
    }
}

/* Line by line, so that a program can ask and wait for each answer. */
static void
answer_input (GsCli *self)
{
  Input input = { self, "-", 0 };
  char *line = NULL;
  size_t room = 0;
  ssize_t length;

  while ((length = getline (&line, &room, stdin)) >= 0)
    {
      if (length > 0 && line[length - 1] == '\n')
        length--;
      if (length > MAX_BYTES)
        {
          input.line++;
          refuse_line (&input, _ ("The line is too long."));
        }
      else
        answer_line (&input, line, (gsize) length);
      (void) gs_cli_flush ();
    }
  if (ferror (stdin))
    gs_cli_refuse (self, "-", g_strerror (errno));
  free (line);
}

static int
run (GsCli *self)
{
  int status = GS_CLI_DONE;

  if (!gs_cli_parse (self, NULL, &status))
    return status;

  for (guint i = 0; i < self->n_args; i++)
    answer_file (self, self->args[i]);
  if (self->n_args == 0)
    answer_input (self);

  return gs_cli_status (self);
}

const GsCliCommand gs_cmd_analyse = {
  "analyse",
  "[FILE…]",
  N_ ("Find numbers, quantities, dates and speakers"),
  N_ ("Reads one JSON object per line, from standard input or from files: text, language\n"
      "(en, nl or de) and reference, the date that “yesterday” is relative to. Answers one\n"
      "line each: numbers, quantities, dates and speakers, with places in code points."),
  0,
  G_MAXUINT,
  G_MAXUINT,
  run,
};
