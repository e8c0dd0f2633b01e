/* test-questions.c: questions are edited, merged, and counted by who answers them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-ladder-editor.h"
#include "gs-question-form.h"
#include "gs-question-matrix.h"
#include "gs-questions-dialog.h"
#include "gs-reference.h"

#include "gs-ui-fixture.h"
#include "gs-ui-test.h"

#define WHEN "When was the first delivery?"
#define HOW_MANY "How many were delivered?"

typedef struct
{
  GsWorkspace *workspace;
  GtkWindow *window;
  char *when; /* UUIDs */
  char *how_many;
  char *herald;
  char *shown_question;
  char *shown_source;
} Fixture;

static char *
find (Fixture *fixture, const GsRecordType *type, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *uuid = gs_workspace_resolve (fixture->workspace, type, name, &error);

  g_assert_no_error (error);

  return uuid;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *article = NULL;
  g_autofree char *a = NULL, *b = NULL, *c = NULL;

  fixture->workspace = gs_fixture_workspace ();
  article = gs_fixture_add_article (fixture->workspace, "Minister admits", "Herald", gs_fixture_text_a);
  a = gs_fixture_add_claim (fixture->workspace, article, "a limited number", "Some", GS_STANCE_ASSERTS, HOW_MANY,
                            "Minister", NULL);
  b = gs_fixture_add_claim (fixture->workspace, article, "months before the war", "Before", GS_STANCE_ASSERTS, WHEN,
                            "Minister", NULL);
  c = gs_fixture_add_claim (fixture->workspace, article, "it took no side", "Never", GS_STANCE_DENIES, WHEN, "Herald",
                            NULL);
  fixture->when = find (fixture, &gs_question_type, WHEN);
  fixture->how_many = find (fixture, &gs_question_type, HOW_MANY);
  fixture->herald = find (fixture, &gs_source_type, "Herald");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  gs_ui_test_settle ();
  gs_workspace_close (fixture->workspace);
  gs_ui_test_settle ();
  gs_ui_test_finalize (fixture->workspace);
  g_free (fixture->when);
  g_free (fixture->how_many);
  g_free (fixture->herald);
  g_free (fixture->shown_question);
  g_free (fixture->shown_source);
}

static gboolean
is_shown (gpointer data)
{
  return gs_question_form_get_question (data) != NULL;
}

static GsQuestionForm *
show_form (Fixture *fixture, const char *question)
{
  GsQuestionForm *form = GS_QUESTION_FORM (gs_question_form_new (fixture->workspace));

  fixture->window = gs_ui_test_show (GTK_WIDGET (form), 480, 760);
  gs_question_form_show (form, question);
  gs_test_pump_until (is_shown, form, 10.0);

  return form;
}

static gboolean
has_stages (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GsQuestionRecord) question =
    gs_workspace_load (fixture->workspace, &gs_question_type, fixture->when, NULL);

  return question != NULL && question->ladder->len == 2;
}

/* Stages put in order by key; saved as one step that undo takes back. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  GsQuestionForm *form = show_form (fixture, fixture->when);
  GsLadderEditor *ladder = GS_LADDER_EDITOR (gs_ui_test_find (GTK_WIDGET (form), GS_TYPE_LADDER_EDITOR));
  GtkSwitch *exclusive = GTK_SWITCH (gs_ui_test_find (GTK_WIDGET (form), GTK_TYPE_SWITCH));
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GsQuestionRecord) question = NULL;
  g_autoptr (GsQuestionRecord) undone = NULL;

  g_ptr_array_add (stages, (gpointer) "delivered");
  g_ptr_array_add (stages, (gpointer) " ");
  g_ptr_array_add (stages, (gpointer) "negotiating");
  gs_ladder_editor_set_stages (ladder, stages);
  gs_ladder_editor_move (ladder, 2, 0);
  gtk_switch_set_active (exclusive, TRUE);
  gs_ui_test_shot (GTK_WIDGET (fixture->window), "question-form");
  gs_question_form_save (form);
  gs_test_pump_until (has_stages, fixture, 10.0);

  question = gs_workspace_load (fixture->workspace, &gs_question_type, fixture->when, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (question->ladder->pdata[0], ==, "negotiating");
  g_assert_cmpstr (question->ladder->pdata[1], ==, "delivered");
  g_assert_true (question->exclusive);
  g_assert_cmpstr (question->text, ==, WHEN);

  gs_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  undone = gs_workspace_load (fixture->workspace, &gs_question_type, fixture->when, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->ladder->len, ==, 0);
}

static gint64
count_on (Fixture *fixture, const char *question)
{
  GsListFilter filter = { .question = (char *) question };
  g_autoptr (GError) error = NULL;
  gint64 n = gs_workspace_list_count (fixture->workspace, &gs_claim_listing_type, &filter, &error);

  g_assert_no_error (error);

  return n;
}

/* The claims of one go to the other, and come back by undo. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsAction) action = gs_question_merge (fixture->workspace, fixture->how_many, fixture->when, &error);

  g_assert_no_error (error);
  gs_workspace_perform (fixture->workspace, action, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_question_type, &error), ==, 1);
  g_assert_cmpint (count_on (fixture, fixture->when), ==, 3);
  gs_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_question_type, &error), ==, 2);
  g_assert_cmpint (count_on (fixture, fixture->when), ==, 2);
  g_assert_cmpint (count_on (fixture, fixture->how_many), ==, 1);
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new ();
  g_autoptr (GPtrArray) cells = NULL;
  g_autoptr (GError) error = NULL;
  const GsMatrixCell *cell;

  g_ptr_array_add (questions, fixture->when);
  g_ptr_array_add (questions, fixture->how_many);
  cells = gs_workspace_question_matrix (fixture->workspace, questions, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cells->len, ==, 3);
  cell = cells->pdata[0];
  g_assert_cmpstr (cell->source_name, ==, "Herald");
  g_assert_cmpint (cell->asserted, ==, 0);
  g_assert_cmpint (cell->denied, ==, 1);
  cell = cells->pdata[2];
  g_assert_cmpstr (cell->question, ==, fixture->how_many);
  g_assert_cmpint (cell->asserted, ==, 1);
}

static void
show_claims_cb (Fixture *fixture, const char *question, const char *source)
{
  fixture->shown_question = g_strdup (question);
  fixture->shown_source = g_strdup (source);
}

static GtkWidget *
find_cell (Fixture *fixture)
{
  GtkWidget *matrix = gs_ui_test_find (GTK_WIDGET (fixture->window), GS_TYPE_QUESTION_MATRIX);

  return gs_question_matrix_find (GS_QUESTION_MATRIX (matrix), fixture->when, fixture->herald);
}

static gboolean
has_cell (gpointer data)
{
  return find_cell (data) != NULL;
}

/* A cell leads to its claims. */
static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = gs_questions_dialog_new (NULL, fixture->workspace);

  fixture->window = GTK_WINDOW (dialog);
  g_signal_connect_swapped (dialog, "show-claims", G_CALLBACK (show_claims_cb), fixture);
  gtk_window_present (fixture->window);
  gs_test_pump_until (has_cell, fixture, 10.0);
  gs_ui_test_settle ();
  g_signal_emit_by_name (find_cell (fixture), "clicked");
  fixture->window = NULL;
  gs_ui_test_settle ();
  g_assert_cmpstr (fixture->shown_question, ==, fixture->when);
  g_assert_cmpstr (fixture->shown_source, ==, fixture->herald);
}

/* Pictures of the reference, for whoever looks at them. */
static void
test_reference (void)
{
  const char *seeds = g_getenv ("GAINSAY_SEEDS");
  g_autoptr (GError) error = NULL;
  Fixture fixture = { 0 };

  if (seeds == NULL || g_getenv ("GAINSAY_SHOTS") == NULL)
    {
      g_test_skip ("No seed articles, or nobody who looks.");
      return;
    }

  fixture.workspace = gs_fixture_workspace ();
  gs_reference_load (fixture.workspace, seeds, &error);
  g_assert_no_error (error);
  fixture.window = GTK_WINDOW (gs_questions_dialog_new (NULL, fixture.workspace));
  gtk_window_present (fixture.window);
  gs_ui_test_settle ();
  gs_ui_test_shot (GTK_WIDGET (fixture.window), "questions-list");
  gs_questions_dialog_show_tab (GS_QUESTIONS_DIALOG (fixture.window), "matrix");
  gs_ui_test_shot (GTK_WIDGET (fixture.window), "questions-matrix");
  tear_down (&fixture, NULL);
}

#define ADD(name, func) g_test_add ("/questions/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

  ADD ("edit", test_edit);
  ADD ("merge", test_merge);
  ADD ("cells", test_cells);
  ADD ("dialog", test_dialog);
  g_test_add_func ("/questions/reference", test_reference);

  return g_test_run ();
}
