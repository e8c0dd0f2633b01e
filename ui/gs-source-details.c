/* gs-source-details.c: the page of one source.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-source-details.h"

#include <glib/gi18n.h>

#include "gs-labels.h"
#include "gs-notify.h"
#include "gs-source-dialogs.h"
#include "gs-source-groups.h"
#include "gs-source-standing.h"

struct _GsSourceDetails
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  GCancellable *reading;
  GsSourceStanding *standing; /* as it is shown */
  char *source;

  GtkWidget *stack;
  GtkLabel *name;
  GtkLabel *summary;
  GtkWidget *said;  /* holds one group */
  GtkWidget *facts; /* holds the others */
};

enum
{
  OPEN_CLAIM,
  SHOW_ORIGINS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsSourceDetails, gs_source_details, GTK_TYPE_WIDGET)

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* "Person · B – Usually reliable · 12 claims · contradicted 4 times" */
static char *
describe (const GsSourceStanding *standing)
{
  GString *text = g_string_new (gs_label (&gs_source_kinds, standing->source->kind));

  for (guint i = standing->source->ratings->len; i > 0; i--)
    {
      const GsRatingRecord *rating = standing->source->ratings->pdata[i - 1];

      if (rating->topic != NULL || rating->grade == GS_GRADE_NONE)
        continue;
      g_string_append_printf (text, " · %s", gs_label (&gs_grades, rating->grade));
      break;
    }
  g_string_append (text, " · ");
  g_string_append_printf (text, g_dngettext (NULL, "%'d claim", "%'d claims", (gulong) standing->claims),
                          (int) standing->claims);
  if (standing->contradicted > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text,
                              g_dngettext (NULL, "contradicted by others %d time", "contradicted by others %d times",
                                           (gulong) standing->contradicted),
                              (int) standing->contradicted);
    }
  if (standing->by_itself > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text,
                              g_dngettext (NULL, "contradicts itself %d time", "contradicts itself %d times",
                                           (gulong) standing->by_itself),
                              (int) standing->by_itself);
    }

  return g_string_free (text, FALSE);
}

static void
show_facts (GsSourceDetails *self, const GsSourceStanding *standing)
{
  empty (self->facts);
  gtk_box_append (GTK_BOX (self->facts), gs_source_groups_reliability (self->workspace, standing));
  gtk_box_append (GTK_BOX (self->facts), gs_source_groups_names (self->workspace, standing));
  gtk_box_append (GTK_BOX (self->facts), gs_source_groups_belonging (self->workspace, standing));
  gtk_box_append (GTK_BOX (self->facts), gs_source_groups_note (self->workspace, standing));
}

static gboolean
same_parties (const GsSourceStanding *a, const GsSourceStanding *b)
{
  if (a->party_names->len != b->party_names->len)
    return FALSE;
  for (guint i = 0; i < a->party_names->len; i++)
    {
      if (g_strcmp0 (a->party_names->pdata[i], b->party_names->pdata[i]) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
same_said (const GsSourceStanding *a, const GsSourceStanding *b)
{
  if (a->said->len != b->said->len || a->all != b->all)
    return FALSE;
  for (guint i = 0; i < a->said->len; i++)
    {
      const GsStandingOn *x = a->said->pdata[i], *y = b->said->pdata[i];

      if (g_strcmp0 (x->question, y->question) != 0 || g_strcmp0 (x->text, y->text) != 0 || x->asserted != y->asserted
          || x->denied != y->denied || x->contradicted != y->contradicted || x->by_itself != y->by_itself)
        return FALSE;
    }

  return TRUE;
}

/* Claims are only seen where a question is opened. */
static gboolean
is_opened (GtkWidget *widget)
{
  gboolean opened = ADW_IS_EXPANDER_ROW (widget) && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !opened;
       child = gtk_widget_get_next_sibling (child))
    opened = is_opened (child);

  return opened;
}

static void
show_said (GsSourceDetails *self, const GsSourceStanding *standing)
{
  empty (self->said);
  gtk_box_append (GTK_BOX (self->said), gs_source_groups_said (self->workspace, standing));
}

/* What is being typed in a row stays there while something else changes. */
static void
take_standing (GsSourceDetails *self, GsSourceStanding *standing)
{
  gboolean same = self->standing != NULL && gs_record_equal (&gs_source_type, self->standing->source, standing->source)
                  && same_parties (self->standing, standing);
  g_autofree char *summary = describe (standing);

  gtk_label_set_label (self->name, standing->source->name != NULL ? standing->source->name : _ ("Nameless"));
  gtk_label_set_label (self->summary, summary);
  if (!same)
    show_facts (self, standing);
  if (self->standing == NULL || g_strcmp0 (self->standing->source->uuid, standing->source->uuid) != 0
      || !same_said (self->standing, standing) || is_opened (self->said))
    show_said (self, standing);
  g_clear_pointer (&self->standing, gs_source_standing_free);
  self->standing = standing;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "source");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.merge", !gs_workspace_is_read_only (self->workspace));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.split", !gs_workspace_is_read_only (self->workspace));
}

static gpointer
read_source (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_source_standing_read (workspace, data, error);
}

static void
source_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsSourceDetails) self = user_data;
  g_autoptr (GError) error = NULL;
  GsSourceStanding *standing = gs_workspace_read_aside_finish (GS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace != GS_WORKSPACE (source))
    {
      gs_source_standing_free (standing);
      return;
    }

  g_clear_object (&self->reading);
  if (standing != NULL)
    {
      take_standing (self, standing);
      return;
    }
  if (!g_error_matches (error, GS_ERROR, GS_ERROR_NOT_FOUND))
    gs_notify_error (GTK_WIDGET (self), _ ("The source could not be read"), error);
  gs_source_details_show (self, NULL);
}

static void
read_anew (GsSourceDetails *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->source == NULL || self->workspace == NULL)
    return;

  self->reading = g_cancellable_new ();
  gs_workspace_read_aside_async (self->workspace, read_source, g_strdup (self->source), g_free,
                                 (GDestroyNotify) gs_source_standing_free, self->reading, source_read_cb,
                                 g_object_ref (self));
}

static void
open_claim (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const char *article, *claim;

  g_variant_get (parameter, "(&s&s)", &article, &claim);
  g_signal_emit (widget, signals[OPEN_CLAIM], 0, article, claim);
}

static void
show_origins (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SHOW_ORIGINS], 0, g_variant_get_string (parameter, NULL));
}

static void
merge (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsSourceDetails *self = GS_SOURCE_DETAILS (widget);

  if (self->standing != NULL)
    gs_source_merge_dialog_present (widget, self->workspace, self->standing->source);
}

static void
split (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsSourceDetails *self = GS_SOURCE_DETAILS (widget);

  if (self->standing != NULL)
    gs_source_split_dialog_present (widget, self->workspace, self->standing->source);
}

static void
gs_source_details_dispose (GObject *object)
{
  GsSourceDetails *self = GS_SOURCE_DETAILS (object);

  if (self->workspace != NULL)
    gs_source_details_set_workspace (self, NULL);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_source_details_parent_class)->dispose (object);
}

static void
gs_source_details_finalize (GObject *object)
{
  GsSourceDetails *self = GS_SOURCE_DETAILS (object);

  g_clear_pointer (&self->standing, gs_source_standing_free);
  g_free (self->source);

  G_OBJECT_CLASS (gs_source_details_parent_class)->finalize (object);
}

static void
gs_source_details_class_init (GsSourceDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_source_details_dispose;
  G_OBJECT_CLASS (klass)->finalize = gs_source_details_finalize;

  signals[OPEN_CLAIM] = g_signal_new ("open-claim", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SHOW_ORIGINS] = g_signal_new ("show-origins", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "source.open-claim", "(ss)", open_claim);
  gtk_widget_class_install_action (widget_class, "source.show-origins", "s", show_origins);
  gtk_widget_class_install_action (widget_class, "source.merge", NULL, merge);
  gtk_widget_class_install_action (widget_class, "source.split", NULL, split);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-source-details.ui");
  gtk_widget_class_bind_template_child (widget_class, GsSourceDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, GsSourceDetails, name);
  gtk_widget_class_bind_template_child (widget_class, GsSourceDetails, summary);
  gtk_widget_class_bind_template_child (widget_class, GsSourceDetails, said);
  gtk_widget_class_bind_template_child (widget_class, GsSourceDetails, facts);
}

static void
gs_source_details_init (GsSourceDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gs_source_details_set_workspace:
 * @self: a #GsSourceDetails
 * @workspace: (nullable): %NULL shows nothing
 */
void
gs_source_details_set_workspace (GsSourceDetails *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_SOURCE_DETAILS (self));

  if (self->workspace == workspace)
    return;
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, read_anew, self);
  gs_source_details_show (self, NULL);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (read_anew), self, G_CONNECT_SWAPPED);
}

/**
 * gs_source_details_show:
 * @self: a #GsSourceDetails
 * @source: (nullable): UUID; %NULL shows none
 *
 * Returns at once; it is read aside.
 */
void
gs_source_details_show (GsSourceDetails *self, const char *source)
{
  g_return_if_fail (GS_IS_SOURCE_DETAILS (self));

  if (g_strcmp0 (source, self->source) == 0 && source != NULL)
    return;
  g_free (self->source);
  self->source = g_strdup (source);
  if (source == NULL)
    {
      g_clear_pointer (&self->standing, gs_source_standing_free);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
    }
  read_anew (self);
}

/**
 * gs_source_details_is_settled:
 * @self: a #GsSourceDetails
 *
 * Returns: whether what it shows has been read
 */
gboolean
gs_source_details_is_settled (GsSourceDetails *self)
{
  g_return_val_if_fail (GS_IS_SOURCE_DETAILS (self), FALSE);

  return self->reading == NULL;
}
