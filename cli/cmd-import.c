/* cmd-import.c: gainsayctl import: articles into the workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"
#include "gs-importer.h"

typedef struct
{
  GsCli *cli;
  GsImporter *importer;
  GMainLoop *loop;
  GCancellable *cancellable;
  GsImportProgress progress; /* as of the last input */
  GError *error;
} ImportRun;

static JsonArray *
texts_to_json (const char *const *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);

  return array;
}

static void
put_json_line (const GsImportResult *result)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  gs_json_set_text (object, "path", result->display_path);
  gs_json_set_text (object, "status", gs_word_to_nick (&gs_import_statuses, result->status));
  gs_json_set_text (object, "article", result->article);
  gs_json_set_text (object, "title", result->title);
  gs_json_set_text (object, "reason", result->reason);
  if (result->remarks != NULL)
    json_object_set_array_member (object, "remarks", texts_to_json (result->remarks));
  json_node_take_object (node, object);
  gs_cli_put_json (node, FALSE);
}

static void
put_text_line (const GsImportResult *result)
{
  g_autofree char *path = gs_cli_escape (result->display_path);
  g_autofree char *title = gs_cli_escape (result->title != NULL ? result->title : "");

  gs_cli_putf ("%-9s  %s  %s\n", gs_word_to_nick (&gs_import_statuses, result->status), path, title);
  for (guint i = 0; result->remarks != NULL && result->remarks[i] != NULL; i++)
    {
      g_autofree char *remark = gs_cli_escape (result->remarks[i]);

      gs_cli_putf ("           %s\n", remark);
    }
}

static void
input_done_cb (const GsImportResult *result, const GsImportProgress *progress, gpointer user_data)
{
  ImportRun *run = user_data;

  run->progress = *progress;

  if (run->cli->json)
    put_json_line (result);
  else if (result->status != GS_IMPORT_REFUSED)
    put_text_line (result);
  /* Whoever reads the pipe sees each input when it is done. */
  (void) gs_cli_flush ();

  if (result->status == GS_IMPORT_REFUSED)
    gs_cli_refuse (run->cli, result->path != NULL ? result->path : result->display_path, result->reason);
}

static void
import_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ImportRun *run = user_data;

  (void) gs_importer_run_finish (run->importer, result, &run->error);
  g_main_loop_quit (run->loop);
}

static gboolean
interrupted_cb (gpointer user_data)
{
  ImportRun *run = user_data;

  g_cancellable_cancel (run->cancellable);

  return G_SOURCE_CONTINUE;
}

/* Ctrl+C ends the import between two batches; what is stored stays. */
static void
run_until_done (ImportRun *run)
{
  guint on_interrupt = g_unix_signal_add (SIGINT, interrupted_cb, run);
  guint on_terminate = g_unix_signal_add (SIGTERM, interrupted_cb, run);

  gs_importer_run_async (run->importer, input_done_cb, run, run->cancellable, import_done_cb, run);
  g_main_loop_run (run->loop);
  g_source_remove (on_interrupt);
  g_source_remove (on_terminate);
}

static int
report_end (ImportRun *run)
{
  const GsImportProgress *progress = &run->progress;
  g_autofree char *reason = NULL;

  if (!run->cli->json)
    gs_cli_putf (_ ("%u imported, %u there already, %u refused\n"), progress->imported, progress->duplicates,
                 progress->refused);
  if (!run->cli->json && progress->revised > 0)
    gs_cli_putf (g_dngettext (NULL, "%u is a later version of an article that was there\n",
                              "%u are later versions of articles that were there\n", progress->revised),
                 progress->revised);

  if (run->error == NULL)
    return gs_cli_status (run->cli);
  if (!g_error_matches (run->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return gs_cli_fail (run->cli, run->cli->args[0], run->error);

  reason =
    g_strdup_printf (_ ("interrupted after %u of %u; import the same again to go on"), progress->done, progress->total);
  gs_cli_refuse (run->cli, run->cli->args[0], reason);

  return GS_CLI_REFUSED;
}

static int
import (GsCli *self, GsWorkspace *workspace, gboolean recursive, char **urls)
{
  g_autoptr (GsImporter) importer = gs_importer_new (workspace);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ImportRun run = { self, importer, loop, cancellable, { 0 }, NULL };
  int status;

  gs_importer_set_recursive (importer, recursive);
  for (guint i = 0; urls != NULL && urls[i] != NULL; i++)
    gs_importer_add_url (importer, urls[i]);
  for (guint i = 1; i < self->n_args; i++)
    gs_importer_add_path (importer, self->args[i]);

  run_until_done (&run);
  status = report_end (&run);
  g_clear_error (&run.error);

  return status;
}

static int
run (GsCli *self)
{
  gboolean recursive = FALSE;
  g_auto (GStrv) urls = NULL;
  const GOptionEntry entries[] = {
    { "recursive", 'r', 0, G_OPTION_ARG_NONE, &recursive, N_ ("Import what is in folders, too"), NULL },
    { "url", 'u', 0, G_OPTION_ARG_STRING_ARRAY, &urls, N_ ("Fetch a page from the web; may be repeated"), N_ ("URL") },
    { NULL },
  };
  g_autoptr (GsWorkspace) workspace = NULL;
  int status = GS_CLI_DONE;

  if (!gs_cli_parse (self, entries, &status))
    return status;
  if (self->n_args < 2 && urls == NULL)
    return gs_cli_usage (self, _ ("Name the files to import, or a web address with --url."));
  if ((workspace = gs_cli_open (self, TRUE, &status)) != NULL)
    status = import (self, workspace, recursive, urls);

  return status;
}

const GsCliCommand gs_cmd_import = {
  "import",
  "WORKSPACE [PATH…]",
  N_ ("Import articles"),
  N_ ("A file that cannot be imported is one line on standard error; the rest goes on.\n"
      "An article that is there already is not imported again. With --json, one line per\n"
      "input: path, status, article, title, reason. All of it is one step of the history."),
  1,
  G_MAXUINT,
  G_MAXUINT,
  run,
};
