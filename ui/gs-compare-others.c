/* gs-compare-others.c: what else is claimed on the question of a pair.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-compare-others.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "gs-isolate.h"
#include "gs-labels.h"
#include "gs-notify.h"

/* More are not read beside a pair; the table of claims has them all. */
#define MOST_CLAIMS 200

struct _GsCompareOthers
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkListBox *list;

  GCancellable *reading;
  char *a; /* seen anyway */
  char *b;
};

enum
{
  OPEN_CLAIM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsCompareOthers, gs_compare_others, GTK_TYPE_WIDGET)

static void
append_part (GString *line, const char *part)
{
  g_autofree char *isolated = gs_isolate (part);

  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, isolated);
}

static GtkWidget *
row_new (const GsClaimListing *claim)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) details = g_string_new (NULL);
  g_autofree char *chain = NULL;

  append_part (details, gs_label (&gs_stances, claim->stance));
  append_part (details, claim->value);
  chain = gs_isolate_parts (claim->chain, GS_CHAIN_ARROW);
  append_part (details, chain);
  append_part (details, claim->article_title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), claim->summary);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details->str);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "gs-claim", g_strdup (claim->uuid), g_free);
  g_object_set_data_full (G_OBJECT (row), "gs-article", g_strdup (claim->article), g_free);

  return row;
}

static void
empty (GsCompareOthers *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static gpointer
read_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  GsListFilter filter = { .question = data, .order = GS_ORDER_NATURAL };

  return gs_workspace_list_page (workspace, &gs_claim_listing_type, &filter, 0, MOST_CLAIMS, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsCompareOthers) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->list == NULL)
    return;

  g_clear_object (&self->reading);
  empty (self);
  if (claims == NULL)
    {
      gs_notify_error (GTK_WIDGET (self), _ ("The claims could not be read"), error);
      return;
    }

  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimListing *claim = claims->pdata[i];

      if (g_strcmp0 (claim->uuid, self->a) != 0 && g_strcmp0 (claim->uuid, self->b) != 0)
        gtk_list_box_append (self->list, row_new (claim));
    }
}

/**
 * gs_compare_others_show:
 * @self: a #GsCompareOthers
 * @workspace: where the claims are
 * @question: (nullable): UUID; %NULL for nothing
 * @a: UUID of a claim that is left out
 * @b: UUID of the other
 *
 * Returns at once; the claims follow.
 */
void
gs_compare_others_show (GsCompareOthers *self,
                        GsWorkspace *workspace,
                        const char *question,
                        const char *a,
                        const char *b)
{
  g_return_if_fail (GS_IS_COMPARE_OTHERS (self));

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_free (self->a);
  g_free (self->b);
  self->a = g_strdup (a);
  self->b = g_strdup (b);
  if (question == NULL)
    {
      empty (self);
      return;
    }

  self->reading = g_cancellable_new ();
  gs_workspace_call_async (workspace, read_func, g_strdup (question), g_free, (GDestroyNotify) g_ptr_array_unref,
                           self->reading, read_cb, g_object_ref (self));
}

/**
 * gs_compare_others_is_settled:
 * @self: a #GsCompareOthers
 *
 * Returns: whether nothing is being read
 */
gboolean
gs_compare_others_is_settled (GsCompareOthers *self)
{
  g_return_val_if_fail (GS_IS_COMPARE_OTHERS (self), FALSE);

  return self->reading == NULL;
}

static void
row_activated_cb (GsCompareOthers *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[OPEN_CLAIM], 0, g_object_get_data (G_OBJECT (row), "gs-article"),
                 g_object_get_data (G_OBJECT (row), "gs-claim"));
}

static void
gs_compare_others_dispose (GObject *object)
{
  GsCompareOthers *self = GS_COMPARE_OTHERS (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->list = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->a, g_free);
  g_clear_pointer (&self->b, g_free);

  G_OBJECT_CLASS (gs_compare_others_parent_class)->dispose (object);
}

static void
gs_compare_others_class_init (GsCompareOthersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_compare_others_dispose;
  signals[OPEN_CLAIM] = g_signal_new ("open-claim", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-compare-others.ui");
  gtk_widget_class_bind_template_child (widget_class, GsCompareOthers, box);
  gtk_widget_class_bind_template_child (widget_class, GsCompareOthers, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
gs_compare_others_init (GsCompareOthers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
