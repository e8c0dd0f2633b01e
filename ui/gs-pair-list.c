/* gs-pair-list.c: the pairs of a question, to be judged one after the other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-pair-list-private.h"

#include <glib/gi18n.h>

#include "gs-conflict-rows.h"
#include "gs-list-box.h"
#include "gs-notify.h"

/* How many are read at once. */
#define PAGE 50

enum
{
  COMPARE,
  EXHAUSTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsPairList, gs_pair_list, GTK_TYPE_WIDGET)

int
gs_pair_list_get_chosen (GsPairList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  return index < (int) self->pairs->len ? index : -1;
}

const GsPair *
gs_pair_list_get_pair (GsPairList *self)
{
  int index = gs_pair_list_get_chosen (self);

  return index >= 0 ? self->pairs->pdata[index] : NULL;
}

static gboolean
has_focus (GsPairList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

void
gs_pair_list_remember_note (GsPairList *self, const char *note)
{
  int index = gs_pair_list_get_chosen (self);
  GsPair *pair = index >= 0 ? self->pairs->pdata[index] : NULL;

  if (pair == NULL)
    return;

  g_free (pair->note);
  pair->note = g_strdup (note);
}

void
gs_pair_list_choose (GsPairList *self, int index, gboolean focus)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Reading ---------------------------------------------------------------------------- */

typedef struct
{
  char *question;
  guint offset;
  guint limit;
} Wanted;

static void
wanted_free (gpointer data)
{
  g_free (((Wanted *) data)->question);
  g_free (data);
}

static gpointer
read_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  return gs_conflicts_pairs (workspace, wanted->question, wanted->offset, wanted->limit, error);
}

static void
empty (GsPairList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->pairs, 0);
}

static void
choose_wanted (GsPairList *self, int before, gboolean focus)
{
  int index = -1;

  for (guint i = 0; i < self->pairs->len && index < 0; i++)
    {
      const GsPair *pair = self->pairs->pdata[i];

      if (g_strcmp0 (pair->link, self->wanted) == 0)
        index = (int) i;
    }
  if (index < 0)
    index = CLAMP (before, 0, (int) self->pairs->len - 1);

  g_clear_pointer (&self->wanted, g_free);
  gs_pair_list_choose (self, index, focus);
}

static GtkWidget *
make_row (gconstpointer pair)
{
  return gs_pair_row_new (pair);
}

static void
append_pairs (GsPairList *self, GPtrArray *pairs)
{
  while (pairs->len > 0)
    {
      GsPair *pair = g_ptr_array_steal_index (pairs, 0);

      g_ptr_array_add (self->pairs, pair);
      gtk_list_box_append (self->list, gs_pair_row_new (pair));
    }
}

static void
take_pairs (GsPairList *self, GPtrArray *pairs)
{
  gboolean focus = has_focus (self) || self->focus_wanted;
  gboolean anew = self->anew;
  int before = gs_pair_list_get_chosen (self);

  if (anew)
    {
      gs_list_box_update (self->list, self->pairs, pairs, (GEqualFunc) gs_pair_equal, make_row);
      choose_wanted (self, before, focus);
    }
  else
    append_pairs (self, pairs);
  self->anew = FALSE;
  self->focus_wanted = FALSE;
  gs_pair_list_update_actions (self);
  if (self->next_wanted)
    gs_pair_list_choose_next (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsPairList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pairs = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace != GS_WORKSPACE (source))
    return;

  g_clear_object (&self->reading);
  if (pairs == NULL)
    {
      gs_notify_error (GTK_WIDGET (self), _ ("The pairs could not be read"), error);
      return;
    }

  self->more = pairs->len > 0 && pairs->len % PAGE == 0;
  take_pairs (self, pairs);
}

static void
cancel_reading (GsPairList *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_pairs (GsPairList *self, guint offset, guint limit)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->question = g_strdup (self->question);
  wanted->offset = offset;
  wanted->limit = limit;
  cancel_reading (self);
  self->reading = g_cancellable_new ();
  gs_workspace_call_async (self->workspace, read_func, wanted, wanted_free, (GDestroyNotify) g_ptr_array_unref,
                           self->reading, read_cb, g_object_ref (self));
}

/**
 * gs_pair_list_show:
 * @self: a #GsPairList
 * @question: UUID
 *
 * Reads the pairs anew, as many as were shown if it is the same question.
 */
void
gs_pair_list_show (GsPairList *self, const char *question)
{
  g_return_if_fail (GS_IS_PAIR_LIST (self));
  g_return_if_fail (self->workspace != NULL && question != NULL);

  if (g_strcmp0 (self->question, question) != 0)
    {
      empty (self);
      g_clear_pointer (&self->wanted, g_free);
      g_free (self->question);
      self->question = g_strdup (question);
    }
  else if (self->wanted == NULL && gs_pair_list_get_pair (self) != NULL)
    self->wanted = g_strdup (gs_pair_list_get_pair (self)->link);

  self->anew = TRUE;
  read_pairs (self, 0, MAX (PAGE, (self->pairs->len + PAGE - 1) / PAGE * PAGE));
}

/**
 * gs_pair_list_read_more:
 * @self: a #GsPairList
 *
 * Reads the next pairs, if there are any and none are being read.
 */
void
gs_pair_list_read_more (GsPairList *self)
{
  g_return_if_fail (GS_IS_PAIR_LIST (self));

  if (self->more && self->reading == NULL)
    read_pairs (self, self->pairs->len, PAGE);
}

/**
 * gs_pair_list_set_workspace:
 * @self: a #GsPairList
 * @workspace: (nullable): another one; empties the list
 */
void
gs_pair_list_set_workspace (GsPairList *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_PAIR_LIST (self));

  cancel_reading (self);
  empty (self);
  g_clear_pointer (&self->question, g_free);
  g_clear_pointer (&self->wanted, g_free);
  g_set_object (&self->workspace, workspace);
  gs_pair_list_update_actions (self);
}

/**
 * gs_pair_list_focus:
 * @self: a #GsPairList
 *
 * Puts the focus on the chosen pair, as soon as there is one.
 */
void
gs_pair_list_focus (GsPairList *self)
{
  g_return_if_fail (GS_IS_PAIR_LIST (self));

  self->focus_wanted = self->reading != NULL && self->anew;
  if (!self->focus_wanted)
    gs_pair_list_choose (self, MAX (gs_pair_list_get_chosen (self), 0), TRUE);
}

/**
 * gs_pair_list_is_settled:
 * @self: a #GsPairList
 *
 * Returns: whether nothing is being read
 */
gboolean
gs_pair_list_is_settled (GsPairList *self)
{
  g_return_val_if_fail (GS_IS_PAIR_LIST (self), FALSE);

  return self->reading == NULL;
}

static void
judge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (GS_PAIR_LIST (widget)->question != NULL)
    g_signal_emit (widget, signals[COMPARE], 0, NULL);
}

static void
row_activated_cb (GsPairList *self, GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);

  if (index < self->pairs->len)
    g_signal_emit (self, signals[COMPARE], 0, ((const GsPair *) self->pairs->pdata[index])->link);
}

static void
row_selected_cb (GsPairList *self, GtkListBoxRow *row)
{
  gs_pair_list_update_actions (self);
}

static void
gs_pair_list_dispose (GObject *object)
{
  GsPairList *self = GS_PAIR_LIST (object);
  GtkWidget *child;

  cancel_reading (self);
  g_clear_object (&self->workspace);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gs_pair_list_parent_class)->dispose (object);
}

static void
gs_pair_list_finalize (GObject *object)
{
  GsPairList *self = GS_PAIR_LIST (object);

  g_ptr_array_unref (self->pairs);
  g_free (self->question);
  g_free (self->wanted);

  G_OBJECT_CLASS (gs_pair_list_parent_class)->finalize (object);
}

static void
gs_pair_list_class_init (GsPairListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gs_pair_list_dispose;
  object_class->finalize = gs_pair_list_finalize;

  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[EXHAUSTED] =
    g_signal_new ("exhausted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gs_pair_list_class_install_triage (widget_class);
  gtk_widget_class_install_action (widget_class, "pairs.judge", NULL, judge_action);

  g_type_ensure (GS_TYPE_ASK_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-pair-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GsPairList, tools);
  gtk_widget_class_bind_template_child (widget_class, GsPairList, list);
  gtk_widget_class_bind_template_child (widget_class, GsPairList, dismissal);
  gtk_widget_class_bind_template_child (widget_class, GsPairList, annotation);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, gs_pair_list_dismissed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gs_pair_list_noted_cb);
}

static void
gs_pair_list_init (GsPairList *self)
{
  self->pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_pair_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gs_pair_list_init_triage (self);
  gs_pair_list_update_actions (self);
}
