/* cmd-questions.c: gainsayctl questions: what claims answer.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-list.h"
#include "gs-cli-output.h"
#include "gs-names.h"

static const char *const columns[] = { "uuid", "answer", "exclusive", "claims", "asserted", "denied", "text", NULL };

/* Options that make or change a question instead of listing. */
typedef struct
{
  char *add;
  char *set;
  char *exclusive;
  char *answer;
  char *text;
  char *note;
} QuestionEdit;

static void
question_edit_clear (QuestionEdit *edit)
{
  g_free (edit->add);
  g_free (edit->set);
  g_free (edit->exclusive);
  g_free (edit->answer);
  g_free (edit->text);
  g_free (edit->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuestionEdit, question_edit_clear)

static GsQuestionRecord *
load_or_new (GsCli *self, GsWorkspace *workspace, const QuestionEdit *edit, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;
  GsQuestionRecord *question;

  if (edit->set != NULL)
    uuid = gs_cli_resolve (self, workspace, &gs_question_type, edit->set, status);
  else
    uuid = gs_workspace_find_name (workspace, &gs_question_type, edit->add, &error);

  if (error != NULL)
    *status = gs_cli_fail (self, edit->add, error);
  if (error != NULL || (uuid == NULL && edit->set != NULL))
    return NULL;

  if (uuid == NULL)
    {
      question = gs_record_new (&gs_question_type);
      question->text = g_strstrip (g_strdup (edit->add));
      return question;
    }

  question = gs_workspace_load (workspace, &gs_question_type, uuid, &error);
  if (question == NULL)
    *status = gs_cli_fail (self, uuid, error);

  return question;
}

static gboolean
apply_edit (GsCli *self, const QuestionEdit *edit, GsQuestionRecord *question, int *status)
{
  static const char *const nicks[] = { "no", "yes", NULL };
  static const GsWordList yes_no = { "yes or no", nicks };

  if (edit->text != NULL)
    {
      g_free (question->text);
      question->text = g_strstrip (g_strdup (edit->text));
    }
  if (edit->note != NULL)
    {
      g_free (question->note);
      question->note = g_strdup (edit->note);
    }
  if (*question->text == '\0')
    {
      *status = gs_cli_usage (self, _ ("a question needs words"));
      return FALSE;
    }

  return gs_cli_word (self, &yes_no, "--exclusive", edit->exclusive, &question->exclusive, status)
         && gs_cli_word (self, &gs_answer_kinds, "--answer", edit->answer, &question->answer, status);
}

static int
save (GsCli *self, const QuestionEdit *edit)
{
  int status = GS_CLI_DONE;
  g_autoptr (GsWorkspace) workspace = gs_cli_open (self, TRUE, &status);
  g_autoptr (GsQuestionRecord) question = NULL;
  g_autoptr (GsAction) action = NULL;
  const char *uuid;

  if (workspace == NULL)
    return status;

  question = load_or_new (self, workspace, edit, &status);
  if (question == NULL || !apply_edit (self, edit, question, &status))
    return status;

  action = gs_action_new (question->uuid != NULL ? _ ("Change question") : _ ("Add question"));
  uuid = gs_action_save (action, &gs_question_type, question);
  if (!gs_cli_perform (self, workspace, action, &status))
    return status;

  if (self->json)
    gs_cli_put_pair ("question", uuid);
  else
    gs_cli_putf ("%s\n", uuid);

  return gs_cli_status (self);
}

static int
run (GsCli *self)
{
  g_auto (QuestionEdit) edit = { 0 };
  const GOptionEntry entries[] = {
    { "add", 0, 0, G_OPTION_ARG_STRING, &edit.add, N_ ("Add this question instead of listing"), N_ ("TEXT") },
    { "set", 0, 0, G_OPTION_ARG_STRING, &edit.set, N_ ("Change this question instead of listing"), N_ ("QUESTION") },
    { "exclusive", 0, 0, G_OPTION_ARG_STRING, &edit.exclusive, N_ ("Whether only one answer can be true"), "yes|no" },
    { "answer", 0, 0, G_OPTION_ARG_STRING, &edit.answer, N_ ("Answered by: free, yes-no, number, date, value"),
      N_ ("KIND") },
    { "reword", 0, 0, G_OPTION_ARG_STRING, &edit.text, N_ ("With --set: its new words"), N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &edit.note, N_ ("Its note"), N_ ("TEXT") },
    { NULL },
  };
  int status = GS_CLI_DONE;
  g_autoptr (GsCliList) list =
    gs_cli_list_parse (self, GS_CLI_BY_TEXT | GS_CLI_BY_CONFLICT | GS_CLI_BY_ORDER, entries, &status);

  if (list == NULL)
    return status;
  if (edit.add != NULL && edit.set != NULL)
    return gs_cli_usage (self, _ ("--add and --set exclude each other"));
  if (edit.add != NULL || edit.set != NULL)
    return save (self, &edit);
  if (edit.exclusive != NULL || edit.answer != NULL || edit.text != NULL || edit.note != NULL)
    return gs_cli_usage (self, _ ("say with --add or --set which question is meant"));

  return gs_cli_list_show (self, list, &gs_question_listing_type, columns);
}

const GsCliCommand gs_cmd_questions = {
  "questions",
  "WORKSPACE",
  N_ ("List questions; add or change one"),
  N_ ("Claims on one question are comparable. On a question marked exclusive only one\n"
      "answer can be true, so claims that give it different values contradict:\n"
      "  gainsayctl questions w.gainsay --set \"How many drones?\" --exclusive yes"),
  1,
  1,
  1,
  run,
};
