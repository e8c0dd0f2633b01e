/* gs-kill.c: what the tests share that kill programs, and the programs that they kill.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-kill.h"

#include <string.h>
#include <unistd.h>

#include "gs-ctl.h"

void
gs_kill_say (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    _exit (1);
}

char *
gs_kill_make_text (GRand *random, const char *title, guint shipment)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "Report %s\n\nThe ministry confirmed shipment %u.\n\n", title, shipment);
  for (int i = g_rand_int_range (random, 0, 400); i > 0; i--)
    g_string_append_printf (text, "Paragraph %d of report %s says little that is new.\n\n", i, title);

  return g_string_free (text, FALSE);
}

GsClaimDraft *
gs_kill_draft_claim (GRand *random, const char *article, const char *summary)
{
  GsClaimDraft *draft = g_new0 (GsClaimDraft, 1);

  draft->article = g_strdup (article);
  draft->start = 0;
  draft->end = 6;
  draft->summary = g_strdup (summary);
  draft->question = g_strdup_printf ("Was shipment %d confirmed?", g_rand_int_range (random, 0, 5));
  draft->stance = g_rand_boolean (random) ? GS_STANCE_DENIES : GS_STANCE_ASSERTS;
  draft->tags = g_ptr_array_new_with_free_func (g_free);
  draft->sources = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (draft->tags, g_strdup_printf ("shipment/%d", g_rand_int_range (random, 0, 5)));
  g_ptr_array_add (draft->sources, g_strdup ("The Courier"));
  g_ptr_array_add (draft->sources, g_strdup_printf ("Official %d", g_rand_int_range (random, 0, 9)));

  return draft;
}

char *
gs_kill_read_line (GDataInputStream *lines)
{
  g_autoptr (GError) error = NULL;
  char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);

  g_assert_no_error (error);

  return line;
}

GHashTable *
gs_kill_state_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

gboolean
gs_kill_state_matches (GHashTable *found, GHashTable *wanted, guint n_more)
{
  GHashTableIter iter;
  gpointer key;
  gpointer note;

  if (g_hash_table_size (found) != g_hash_table_size (wanted) + n_more)
    return FALSE;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &key, &note))
    {
      if (g_strcmp0 (g_hash_table_lookup (found, key), note) != 0)
        return FALSE;
    }

  return TRUE;
}

gboolean
gs_kill_is_clean (const char *workspace)
{
  g_autoptr (GsCtlRun) checked = gs_ctl_run ("check", workspace, NULL);

  if (checked->status != 0)
    g_test_message ("%s%s", checked->out, checked->err);

  return checked->status == 0;
}
