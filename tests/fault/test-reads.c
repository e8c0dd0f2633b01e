/* test-reads.c: the disk does not give what is asked for, and no answer is wrong.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever a page or a command asks of a workspace, for each call that SQLite
 * makes of the system or for memory meanwhile: where that call fails, the
 * answer is the right one, or there is an error, in words. Never half of an
 * answer, and never “nothing” for what could not be read. GAINSAY_FAULTS=all
 * tries every call, up to some thousands, otherwise a few;
 * GAINSAY_ANSWER=pairs one question.
 */

#include "config.h"

#include "gs-fault-answers.h"
#include "gs-fault-vfs.h"
#include "gs-report.h"
#include "gs-test.h"

/* Points of each question and kind of fault: in the ordinary run, and at most. */
#define FEW 1
#define MOST 300

static const GsFault faults[] = { GS_FAULT_READ, GS_FAULT_MEMORY, GS_FAULT_LOCK, GS_FAULT_SHARE, GS_FAULT_WRITE };

static struct
{
  char *folder;
  char *sample;
  GBytes *content; /* of a workspace with the sample dossier */
  guint n_points;
  guint n_told;
  guint n_wrong;
} run;

static gboolean
is_told (const GError *error)
{
  return error != NULL && (error->domain == GS_ERROR || error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR)
         && *error->message != '\0' && g_utf8_validate (error->message, -1, NULL);
}

/* The answer of a program that has just opened the workspace: NULL with error. */
static char *
ask (guint which, GsFault fault, guint64 n, gboolean lasting, guint64 *calls, GError **error)
{
  g_autofree char *path = g_build_filename (run.folder, "reads.gainsay", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GsWorkspace) workspace = NULL;
  GError *local = NULL;
  gboolean answered;

  gs_fault_vfs_forget ();
  gs_test_write (path, g_bytes_get_data (run.content, NULL), (gssize) g_bytes_get_size (run.content));
  workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &local);
  g_assert_no_error (local);

  gs_fault_vfs_arm (fault, n, lasting);
  answered = gs_fault_answer (which, workspace, text, &local);
  *calls = gs_fault_vfs_count (fault);
  run.n_points += gs_fault_vfs_fired ();
  gs_fault_vfs_disarm ();
  gs_workspace_close (workspace);

  /* One or the other, never both and never neither. */
  if (answered && local != NULL)
    g_string_append_printf (text, "and yet: %s", local->message);
  if (answered)
    g_clear_error (&local);
  if (local != NULL)
    g_propagate_error (error, local);

  return answered ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* Where an answer begins to differ. */
static const char *
differs (const char *answer, const char *right)
{
  if (answer == NULL)
    return "neither an answer nor an error";
  while (*answer != '\0' && *answer == *right)
    {
      answer++;
      right++;
    }

  return *answer != '\0' ? answer : "the end is missing";
}

static void
try_point (guint which, GsFault fault, guint64 n, gboolean lasting, const char *right)
{
  g_autoptr (GError) error = NULL;
  guint64 calls;
  g_autofree char *answer = ask (which, fault, n, lasting, &calls, &error);

  if (answer == NULL ? is_told (error) : g_str_equal (answer, right))
    {
      run.n_told += answer == NULL;
      return;
    }

  run.n_wrong++;
  g_test_message ("%s, %s %" G_GUINT64_FORMAT "%s: %.80s", gs_fault_answer_name (which), gs_fault_name (fault), n,
                  lasting ? " and all after it" : "", error != NULL ? error->message : differs (answer, right));
}

static void
try_fault (guint which, GsFault fault, const char *right, guint64 calls)
{
  gboolean all = g_strcmp0 (g_getenv ("GAINSAY_FAULTS"), "all") == 0;
  guint64 step = MAX (calls / (all ? MOST : FEW), 1);

  for (guint64 n = (step + 1) / 2; n <= calls; n += step)
    {
      try_point (which, fault, n, FALSE, right);
      try_point (which, fault, n, TRUE, right);
    }
}

static void
test_answer (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  guint n_before = run.n_points;

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      guint64 calls;
      g_autofree char *right = ask (which, faults[i], 0, FALSE, &calls, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (right, !=, "");
      try_fault (which, faults[i], right, calls);
    }
  g_test_message ("%s: %u points", gs_fault_answer_name (which), run.n_points - n_before);
}

static void
test_no_answer_wrong (void)
{
  g_test_message ("%u points, %u answers wrong (%u told of an error)", run.n_points, run.n_wrong, run.n_told);
  g_assert_cmpuint (run.n_told, >, 0);
  g_assert_cmpuint (run.n_wrong, ==, 0);
}

/* With the board as it is kept in the file, as the window leaves it. */
static void
make_content (void)
{
  g_autofree char *path = g_build_filename (run.folder, "sample.gainsay", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sample = gs_test_read (run.sample);
  g_autoptr (GsWorkspace) workspace = NULL;

  gs_workspace_create (path, "Reads", &error);
  g_assert_no_error (error);
  workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  gs_report_import (workspace, sample, "sample.json", NULL, &error);
  g_assert_no_error (error);
  gs_fault_answers_learn (workspace);
  gs_workspace_close (workspace);
  run.content = gs_test_read (path);
}

int
main (int argc, char **argv)
{
  const char *only = g_getenv ("GAINSAY_ANSWER");
  int status;

  g_test_init (&argc, &argv, NULL);
  gs_fault_vfs_install ();
  run.folder = gs_test_make_folder ();
  run.sample = gs_test_data ("../resources/sample/sample.json");
  make_content ();

  for (guint i = 0; i < gs_fault_n_answers (); i++)
    {
      g_autofree char *name = g_strdup (gs_fault_answer_name (i));
      g_autofree char *path = g_strdup_printf ("/fault/reads/%s", g_strdelimit (name, " ", '-'));

      if (only == NULL || g_str_equal (only, gs_fault_answer_name (i)))
        g_test_add_data_func (path, GUINT_TO_POINTER (i), test_answer);
    }
  g_test_add_func ("/fault/reads/no-answer-wrong", test_no_answer_wrong);
  status = g_test_run ();

  gs_fault_answers_forget ();
  g_bytes_unref (run.content);
  g_free (run.sample);
  gs_test_remove_folder (run.folder);

  return status;
}
