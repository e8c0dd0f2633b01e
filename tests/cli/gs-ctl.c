/* gs-ctl.c: running the real gainsayctl in tests.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-ctl.h"

#include <string.h>

static const char *locale;

void
gs_ctl_set_locale (const char *name)
{
  locale = name;
}

const char *
gs_ctl_path (void)
{
  const char *path = g_getenv ("GAINSAYCTL");

  g_assert_nonnull (path);

  return path;
}

static char *
take_utf8 (GBytes *bytes)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (length == 0 || g_utf8_validate_len (data, length, NULL));

  return length > 0 ? g_strndup (data, length) : g_strdup ("");
}

GsCtlRun *
gs_ctl_runv (const char *const *args)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  GsCtlRun *run = g_new0 (GsCtlRun, 1);

  g_strv_builder_add (builder, gs_ctl_path ());
  g_strv_builder_addv (builder, (const char **) args);
  argv = g_strv_builder_end (builder);

  if (locale != NULL)
    g_subprocess_launcher_setenv (launcher, "LC_ALL", locale, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_async (process, NULL, NULL, gs_test_take_result_cb, &result);
  gs_test_wait_result (&result, GS_CTL_DEADLINE);
  g_subprocess_communicate_finish (process, result, &out, &err, &error);
  g_assert_no_error (error);

  run->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  run->out = take_utf8 (out);
  run->err = take_utf8 (err);

  return run;
}

static GsCtlRun *
run_list (const char *first, va_list rest)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new ();

  for (const char *arg = first; arg != NULL; arg = va_arg (rest, const char *))
    g_ptr_array_add (args, (gpointer) arg);
  g_ptr_array_add (args, NULL);

  return gs_ctl_runv ((const char *const *) args->pdata);
}

GsCtlRun *
gs_ctl_run (const char *first, ...)
{
  GsCtlRun *run;
  va_list rest;

  va_start (rest, first);
  run = run_list (first, rest);
  va_end (rest);

  return run;
}

char *
gs_ctl_expect (int status, const char *first, ...)
{
  g_autoptr (GsCtlRun) run = NULL;
  va_list rest;

  va_start (rest, first);
  run = run_list (first, rest);
  va_end (rest);

  if (run->status != status)
    g_test_message ("gainsayctl %s …: %s%s", first, run->out, run->err);
  g_assert_cmpint (run->status, ==, status);

  return g_steal_pointer (&run->out);
}

JsonNode *
gs_ctl_json (const char *first, ...)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  g_autoptr (GsCtlRun) run = NULL;
  va_list rest;

  g_ptr_array_add (args, (gpointer) "--json");
  va_start (rest, first);
  for (const char *arg = first; arg != NULL; arg = va_arg (rest, const char *))
    g_ptr_array_add (args, (gpointer) arg);
  va_end (rest);
  g_ptr_array_add (args, NULL);

  run = gs_ctl_runv ((const char *const *) args->pdata);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 0);

  return gs_ctl_parse (run->out);
}

void
gs_ctl_run_free (GsCtlRun *run)
{
  g_free (run->out);
  g_free (run->err);
  g_free (run);
}

JsonNode *
gs_ctl_parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);

  return node;
}

GPtrArray *
gs_ctl_parse_lines (const char *text)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0')
        g_ptr_array_add (nodes, gs_ctl_parse (lines[i]));
    }

  return nodes;
}

const char *
gs_ctl_text (JsonNode *object, const char *member)
{
  JsonNode *node;

  g_assert_true (JSON_NODE_HOLDS_OBJECT (object));
  if (!json_object_has_member (json_node_get_object (object), member))
    g_error ("there is no member “%s”", member);
  node = json_object_get_member (json_node_get_object (object), member);

  return json_node_is_null (node) ? NULL : json_node_get_string (node);
}

JsonNode *
gs_ctl_element (JsonNode *array, guint index)
{
  g_assert_true (JSON_NODE_HOLDS_ARRAY (array));
  g_assert_cmpuint (index, <, json_array_get_length (json_node_get_array (array)));

  return json_array_get_element (json_node_get_array (array), index);
}

guint
gs_ctl_length (JsonNode *array)
{
  g_assert_true (JSON_NODE_HOLDS_ARRAY (array));

  return json_array_get_length (json_node_get_array (array));
}

guint
gs_ctl_count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n' ? 1 : 0;

  return n;
}

char *
gs_ctl_new_workspace (const char *folder)
{
  char *path = g_build_filename (folder, "w.gainsay", NULL);
  g_autofree char *out = gs_ctl_expect (0, "new", path, NULL);

  return path;
}

char *
gs_ctl_import_text (const char *workspace, const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (JsonNode) line = NULL;

  gs_test_write (path, text, -1);
  line = gs_ctl_json ("import", workspace, path, NULL);
  g_assert_cmpstr (gs_ctl_text (line, "status"), ==, "imported");

  return g_strdup (gs_ctl_text (line, "article"));
}
