/* gs-similar-bar.c: is the article that is being read a copy or translation?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-similar-bar.h"

#include <glib/gi18n.h>

#include "gs-isolate.h"
#include "gs-notify.h"
#include "gs-perform.h"
#include "gs-similar.h"

/* New articles that are compared before the workspace's thread gets to do
 * something else: some 20 milliseconds, which a page waits without notice. */
#define BATCH 5

struct _GsSimilarBar
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  char *article;
  GsLikeness *likeness; /* the surest that is open; NULL for none */
  gint64 place;         /* how far new articles have been compared */
  GCancellable *cancellable;

  GtkRevealer *revealer;
  GtkLabel *question;
  GtkLabel *evidence;
  GtkWidget *answers;
};

G_DEFINE_FINAL_TYPE (GsSimilarBar, gs_similar_bar, GTK_TYPE_WIDGET)

enum
{
  SHOW_ARTICLE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* What the workspace's thread is asked, and answers. */
typedef struct
{
  char *article;
  gint64 place;
  gboolean more;
  GsLikeness *surest; /* NULL for none */
} Question;

static void
question_free (Question *self)
{
  g_free (self->article);
  g_clear_pointer (&self->surest, gs_likeness_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* Asks for what is known so far; the rest is compared in further turns. The
 * answer is a copy: whoever asked keeps the question. */
static gpointer
ask_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *asked = data;
  g_autoptr (Question) answer = g_memdup2 (asked, sizeof *asked);
  g_autoptr (GPtrArray) open = NULL;

  answer->article = g_strdup (asked->article);
  if (!gs_similar_prepare (workspace, &answer->place, BATCH, &answer->more, error)
      || (open = gs_similar_find (workspace, answer->article, error)) == NULL)
    return NULL;

  if (open->len > 0)
    answer->surest = g_ptr_array_steal_index (open, 0);

  return g_steal_pointer (&answer);
}

static char *
name_of (const char *title)
{
  return title != NULL && *title != '\0' ? g_strdup (title) : g_strdup (_ ("an article without a title"));
}

/* The one that is read may be the later or the earlier of the two. */
static char *
tell_question (GsSimilarBar *self)
{
  const GsLikeness *likeness = self->likeness;
  gboolean later = g_strcmp0 (likeness->article, self->article) == 0;
  g_autofree char *other = name_of (later ? likeness->other_title : likeness->article_title);

  if (likeness->kind == GS_LIKENESS_COPY)
    return later ? gs_compose (_ ("Is this a copy of “%s”?"), other)
                 : gs_compose (_ ("Is “%s” a copy of this?"), other);

  return later ? gs_compose (_ ("Is this a translation of “%s”?"), other)
               : gs_compose (_ ("Is “%s” a translation of this?"), other);
}

static void
update (GsSimilarBar *self)
{
  g_autofree char *question = NULL;

  gtk_revealer_set_reveal_child (self->revealer, self->likeness != NULL);
  if (self->likeness == NULL)
    return;

  question = tell_question (self);
  gtk_label_set_text (self->question, question);
  gtk_label_set_text (self->evidence, self->likeness->evidence);
  gtk_widget_set_visible (self->answers, !gs_workspace_is_read_only (self->workspace));
}

static void ask (GsSimilarBar *self);

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsSimilarBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Question) answer = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || GS_WORKSPACE (source) != self->workspace)
    return;

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->likeness, gs_likeness_free);
  if (answer != NULL)
    {
      self->likeness = g_steal_pointer (&answer->surest);
      self->place = answer->more ? answer->place : 0;
    }
  else
    {
      gs_notify_error (GTK_WIDGET (self), _ ("Looking for copies of the article did not work"), error);
    }

  update (self);
  if (answer != NULL && answer->more)
    ask (self);
}

static void
cancel (GsSimilarBar *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ask (GsSimilarBar *self)
{
  Question *question = g_new0 (Question, 1);

  question->article = g_strdup (self->article);
  question->place = self->place;
  cancel (self);
  self->cancellable = g_cancellable_new ();
  gs_workspace_call_async (self->workspace, ask_func, question, (GDestroyNotify) question_free,
                           (GDestroyNotify) question_free, self->cancellable, asked_cb, g_object_ref (self));
}

/**
 * gs_similar_bar_show:
 * @self: a #GsSimilarBar
 * @workspace: (nullable): the workspace
 * @article: (nullable): UUID of the article that is read; NULL for none
 *
 * Returns at once; the bar shows itself when there is something to ask. Called
 * again for the same article, it looks whether that is still so.
 */
void
gs_similar_bar_show (GsSimilarBar *self, GsWorkspace *workspace, const char *article)
{
  g_return_if_fail (GS_IS_SIMILAR_BAR (self));

  if (g_strcmp0 (self->article, article) != 0 || self->workspace != workspace)
    {
      g_clear_pointer (&self->likeness, gs_likeness_free);
      self->place = self->workspace == workspace ? self->place : 0;
      g_set_object (&self->workspace, workspace);
      g_free (self->article);
      self->article = g_strdup (article);
      update (self);
    }

  cancel (self);
  if (workspace != NULL && article != NULL)
    ask (self);
}

static void
other_cb (GsSimilarBar *self)
{
  const char *other;

  if (self->likeness == NULL)
    return;

  other = g_strcmp0 (self->likeness->article, self->article) == 0 ? self->likeness->other : self->likeness->article;
  g_signal_emit (self, signals[SHOW_ARTICLE], 0, other);
}

/* What was decided, for the workspace's thread. */
typedef struct
{
  char *article;
  char *other;
  GsLikenessKind kind;
} Decision;

static void
decision_free (Decision *self)
{
  g_free (self->article);
  g_free (self->other);
  g_free (self);
}

static GsAction *
decide_func (GsWorkspace *workspace, gpointer data, GError **error)
{
  const Decision *decision = data;

  return gs_similar_decide (workspace, decision->article, decision->other, decision->kind, error);
}

static void
decide (GsSimilarBar *self, GsLikenessKind kind, const char *message)
{
  Decision *decision;

  if (self->likeness == NULL)
    return;

  decision = g_new0 (Decision, 1);
  decision->article = g_strdup (self->likeness->article);
  decision->other = g_strdup (self->likeness->other);
  decision->kind = kind;
  gs_perform_built (GTK_WIDGET (self), self->workspace, decide_func, decision, (GDestroyNotify) decision_free, message);
}

static void
yes_cb (GsSimilarBar *self)
{
  if (self->likeness == NULL)
    return;
  decide (self, self->likeness->kind,
          self->likeness->kind == GS_LIKENESS_COPY ? _ ("Marked as a copy") : _ ("Marked as a translation"));
}

static void
no_cb (GsSimilarBar *self)
{
  decide (self, GS_LIKENESS_DISTINCT, _ ("Marked as distinct"));
}

static void
gs_similar_bar_dispose (GObject *object)
{
  GsSimilarBar *self = GS_SIMILAR_BAR (object);

  cancel (self);
  g_clear_object (&self->workspace);
  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_similar_bar_parent_class)->dispose (object);
}

static void
gs_similar_bar_finalize (GObject *object)
{
  GsSimilarBar *self = GS_SIMILAR_BAR (object);

  g_free (self->article);
  g_clear_pointer (&self->likeness, gs_likeness_free);

  G_OBJECT_CLASS (gs_similar_bar_parent_class)->finalize (object);
}

static void
gs_similar_bar_class_init (GsSimilarBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gs_similar_bar_dispose;
  object_class->finalize = gs_similar_bar_finalize;

  signals[SHOW_ARTICLE] = g_signal_new ("show-article", GS_TYPE_SIMILAR_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-similar-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GsSimilarBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, GsSimilarBar, question);
  gtk_widget_class_bind_template_child (widget_class, GsSimilarBar, evidence);
  gtk_widget_class_bind_template_child (widget_class, GsSimilarBar, answers);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
  gtk_widget_class_bind_template_callback (widget_class, yes_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_cb);
}

static void
gs_similar_bar_init (GsSimilarBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
