/* gs-agreement-dialog.c: how far annotators agree, and a walk through where they do not.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One view has the measures, the other one disagreement at a time: what both
 * have marked, and who is right. Each decision is a step of the history.
 */

#include "config.h"

#include "gs-agreement-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "gs-agreement.h"
#include "gs-closing.h"
#include "gs-isolate.h"

/* A walk is made anew after so many. */
#define MAX_WALK 500

struct _GsAgreementDialog
{
  AdwWindow parent_instance;

  GsWorkspace *workspace;
  GCancellable *cancellable;
  GPtrArray *walk;   /* GsDisagreement */
  GHashTable *paths; /* UUID of a tag → its path */
  guint at;

  AdwViewStack *views;
  AdwPreferencesPage *measures;
  GtkStack *walk_stack;
  GtkLabel *place; /* “3 of 12 · title” */
  GtkWidget *sides[2];
  GtkLabel *names[2];
  GtkLabel *quotes[2];
  GtkLabel *tags[2];
  GtkWidget *accept[2];
  GtkWidget *neither;
  GtkWidget *skip;
  AdwStatusPage *empty;
};

G_DEFINE_FINAL_TYPE (GsAgreementDialog, gs_agreement_dialog, ADW_TYPE_WINDOW)

/* Measures ---------------------------------------------------------------------------------- */

static char *
describe_number (const char *name, double number)
{
  return isnan (number) ? g_strdup_printf ("%s –", name)
                        : g_strdup_printf ("%s %.2f", name, fabs (number) < 0.005 ? 0.0 : number);
}

static GtkWidget *
measure_row_new (const GsAgreement *row)
{
  GtkWidget *widget = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (row->tag != NULL ? row->path : _ ("Any claim"), -1);
  g_autofree char *kappa = describe_number ("κ", row->kappa);
  g_autofree char *alpha = describe_number ("α", row->alpha);
  g_autofree char *edges =
    isnan (row->edges) ? g_strdup ("") : g_strdup_printf (_ (" · %.0f %% of the edges"), row->edges * 100.0);
  g_autofree char *spans =
    g_strdup_printf (g_dngettext (NULL, "%'u place%s", "%'u places%s", row->spans), row->spans, edges);
  g_autofree char *units = describe_number ("uα", row->units);
  g_autofree char *all = g_strdup_printf ("%s   %s   %s", kappa, alpha, units);
  GtkWidget *label = gtk_label_new (all);

  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), spans);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), label);

  return widget;
}

static GtkWidget *
nothing_to_measure_new (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "system-users-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("One Annotator"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("No article has claims of two annotators yet. Merge the workspace of another "
                                      "analyst first."));

  return page;
}

static void
show_measures (GsAgreementDialog *self, const GsAgreementReport *report)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  if (report->rows->len == 0)
    {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), nothing_to_measure_new ());
      adw_preferences_page_add (self->measures, ADW_PREFERENCES_GROUP (group));
      return;
    }

  g_ptr_array_add (report->annotators, NULL);
  names = g_strjoinv (", ", (char **) report->annotators->pdata);
  g_ptr_array_set_size (report->annotators, (int) report->annotators->len - 1);
  text = gs_compose (
    g_dngettext (NULL,
                 "%s, on %'u article. κ is Cohen's kappa, α Krippendorff's alpha, both by characters: 1 is agreement, "
                 "0 is chance. uα is his alpha for where places begin and end; edges are those that meet within three "
                 "characters.",
                 "%s, on %'u articles. κ is Cohen's kappa, α Krippendorff's alpha, both by characters: 1 is agreement, "
                 "0 is chance. uα is his alpha for where places begin and end; edges are those that meet within three "
                 "characters.",
                 report->articles),
    names, report->articles);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Tags"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
  for (guint i = 0; i < report->rows->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), measure_row_new (report->rows->pdata[i]));
  adw_preferences_page_add (self->measures, ADW_PREFERENCES_GROUP (group));
}

/* The walk ------------------------------------------------------------------------------------ */

static char *
describe_tags (GsAgreementDialog *self, const GsClaimRecord *claim)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < claim->tags->len; i++)
    {
      const char *path = g_hash_table_lookup (self->paths, claim->tags->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", path != NULL ? path : "?");
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (_ ("no tag"));
}

/* The quote among the words around it, itself in bold. */
static void
show_quote (GtkLabel *label, const GsSpanRecord *span)
{
  g_autofree char *prefix = g_markup_escape_text (span->prefix != NULL ? span->prefix : "", -1);
  g_autofree char *exact = g_markup_escape_text (span->exact != NULL ? span->exact : "", -1);
  g_autofree char *suffix = g_markup_escape_text (span->suffix != NULL ? span->suffix : "", -1);
  g_autofree char *markup = g_strdup_printf ("…%s<b>%s</b>%s…", prefix, exact, suffix);

  gtk_label_set_markup (label, markup);
}

static void
show_side (GsAgreementDialog *self, guint side, const char *name, const GsClaimRecord *claim)
{
  g_autofree char *right = gs_compose (_ ("%s Is Right"), name);
  g_autofree char *tags = claim != NULL ? describe_tags (self, claim) : NULL;

  gtk_label_set_label (self->names[side], name);
  gtk_button_set_label (GTK_BUTTON (self->accept[side]), right);
  if (claim != NULL)
    show_quote (self->quotes[side], gs_claim_record_quote (claim));
  else
    gtk_label_set_label (self->quotes[side], _ ("has marked nothing here"));
  gtk_label_set_label (self->tags[side], tags != NULL ? tags : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tags[side]), claim != NULL);
}

static void
show_step (GsAgreementDialog *self)
{
  const GsDisagreement *one;
  g_autofree char *text = NULL;

  if (self->walk == NULL || self->at >= self->walk->len)
    {
      adw_status_page_set_title (self->empty, self->walk != NULL && self->walk->len > 0 ? _ ("That Was the Last One")
                                                                                        : _ ("No Disagreements"));
      gtk_stack_set_visible_child_name (self->walk_stack, "empty");
      return;
    }

  one = self->walk->pdata[self->at];
  text = gs_compose (_ ("%u of %u · %s"), self->at + 1, self->walk->len,
                     one->title != NULL ? one->title : _ ("Article without title"));
  gtk_label_set_label (self->place, text);
  show_side (self, 0, one->a_name, one->a);
  show_side (self, 1, one->b_name, one->b);
  gtk_widget_set_visible (self->neither, one->b != NULL);
  gtk_stack_set_visible_child_name (self->walk_stack, "step");
}

/* Reading and settling --------------------------------------------------------------------------- */

typedef struct
{
  GsAgreementReport *report;
  GPtrArray *walk;
  GHashTable *paths;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->report, gs_agreement_report_free);
  g_clear_pointer (&reading->walk, g_ptr_array_unref);
  g_clear_pointer (&reading->paths, g_hash_table_unref);
  g_free (reading);
}

static gpointer
read_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GPtrArray) tags = gs_workspace_list_page (workspace, &gs_tag_listing_type, NULL, 0, G_MAXINT32, error);

  reading->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      const GsTagListing *tag = tags->pdata[i];

      g_hash_table_insert (reading->paths, g_strdup (tag->uuid), g_strdup (tag->path));
    }
  if (tags != NULL)
    reading->report = gs_agreement_report (workspace, NULL, cancellable, error);
  if (reading->report != NULL)
    reading->walk = gs_disagreements_list (workspace, NULL, MAX_WALK, cancellable, error);
  if (reading->walk != NULL)
    return reading;

  reading_free (reading);

  return NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsAgreementDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading;

  if (gs_window_is_closed (self))
    return;

  reading = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);
  if (reading == NULL)
    {
      GtkWidget *group;

      group = adw_preferences_group_new ();
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), error->message);
      adw_preferences_page_add (self->measures, ADW_PREFERENCES_GROUP (group));
      return;
    }

  g_clear_pointer (&self->walk, g_ptr_array_unref);
  g_clear_pointer (&self->paths, g_hash_table_unref);
  self->walk = g_steal_pointer (&reading->walk);
  self->paths = g_steal_pointer (&reading->paths);
  self->at = 0;
  show_measures (self, reading->report);
  show_step (self);
  reading_free (reading);
}

static void
read_all (GsAgreementDialog *self)
{
  gs_workspace_call_async (self->workspace, read_func, NULL, NULL, reading_free, self->cancellable, read_cb,
                           g_object_ref (self));
}

typedef struct
{
  const GsDisagreement *disagreement; /* of the walk, which the dialog keeps */
  GsSettlement settlement;
} Settling;

static gpointer
settle_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Settling *settling = data;

  return gs_disagreement_settle (workspace, settling->disagreement, settling->settlement, error) ? data : NULL;
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsAgreementDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (gs_window_is_closed (self))
    return;

  if (gs_workspace_call_finish (GS_WORKSPACE (source), result, &error) != NULL)
    {
      self->at++;
      show_step (self);
      return;
    }

  /* Another window may have taken the claim away meanwhile. */
  gtk_label_set_label (self->place, error->message);
}

static void
settle (GsAgreementDialog *self, GsSettlement settlement)
{
  Settling *settling;

  if (self->walk == NULL || self->at >= self->walk->len)
    return;

  settling = g_new0 (Settling, 1);
  settling->disagreement = self->walk->pdata[self->at];
  settling->settlement = settlement;
  gs_workspace_call_async (self->workspace, settle_func, settling, g_free, NULL, NULL, settled_cb, g_object_ref (self));
}

static void
first_right_cb (GsAgreementDialog *self)
{
  settle (self, GS_SETTLE_A);
}

static void
second_right_cb (GsAgreementDialog *self)
{
  settle (self, GS_SETTLE_B);
}

static void
neither_right_cb (GsAgreementDialog *self)
{
  settle (self, GS_SETTLE_NONE);
}

static void
skipped_cb (GsAgreementDialog *self)
{
  self->at++;
  show_step (self);
}

/* The window --------------------------------------------------------------------------------------- */

static void
gs_agreement_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (GS_AGREEMENT_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (gs_agreement_dialog_parent_class)->dispose (object);
}

static void
gs_agreement_dialog_finalize (GObject *object)
{
  GsAgreementDialog *self = GS_AGREEMENT_DIALOG (object);

  g_clear_pointer (&self->walk, g_ptr_array_unref);
  g_clear_pointer (&self->paths, g_hash_table_unref);
  g_clear_object (&self->workspace);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (gs_agreement_dialog_parent_class)->finalize (object);
}

static void
gs_agreement_dialog_class_init (GsAgreementDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gs_agreement_dialog_dispose;
  object_class->finalize = gs_agreement_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkLabel *
wrapped_label_new (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  /* Two stand beside each other where there is room. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
set_margins (GtkWidget *widget, int pixels)
{
  gtk_widget_set_margin_top (widget, pixels);
  gtk_widget_set_margin_bottom (widget, pixels);
  gtk_widget_set_margin_start (widget, pixels);
  gtk_widget_set_margin_end (widget, pixels);
}

static GtkWidget *
side_new (GsAgreementDialog *self, guint side)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *filler = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  GtkWidget *card = gtk_frame_new (NULL);

  set_margins (box, 12);
  self->names[side] = wrapped_label_new (box, "heading");
  self->quotes[side] = wrapped_label_new (box, NULL);
  self->tags[side] = wrapped_label_new (box, "dim-label");
  gtk_widget_set_vexpand (filler, TRUE);
  gtk_box_append (GTK_BOX (box), filler);
  self->accept[side] = gtk_button_new ();
  gtk_box_append (GTK_BOX (box), self->accept[side]);
  g_signal_connect_object (self->accept[side], "clicked",
                           side == 0 ? G_CALLBACK (first_right_cb) : G_CALLBACK (second_right_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (card, "card");
  gtk_frame_set_child (GTK_FRAME (card), box);

  return card;
}

static GtkWidget *
step_new (GsAgreementDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *sides = gtk_flow_box_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  set_margins (box, 18);
  self->place = wrapped_label_new (box, "heading");
  gtk_label_set_max_width_chars (self->place, -1);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (sides), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (sides), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (sides), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (sides), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (sides), 12);
  for (guint side = 0; side < 2; side++)
    {
      self->sides[side] = side_new (self, side);
      gtk_widget_set_size_request (self->sides[side], 260, -1);
      gtk_flow_box_append (GTK_FLOW_BOX (sides), self->sides[side]);
      gtk_widget_set_focusable (gtk_widget_get_parent (self->sides[side]), FALSE);
    }
  gtk_box_append (GTK_BOX (box), sides);

  self->neither = gtk_button_new_with_mnemonic (_ ("_Neither Is Right"));
  self->skip = gtk_button_new_with_mnemonic (_ ("_Decide Later"));
  g_signal_connect_object (self->neither, "clicked", G_CALLBACK (neither_right_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skip, "clicked", G_CALLBACK (skipped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), self->neither);
  gtk_box_append (GTK_BOX (buttons), self->skip);
  gtk_box_append (GTK_BOX (box), buttons);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);

  return scrolled;
}

static GtkWidget *
walk_new (GsAgreementDialog *self)
{
  self->walk_stack = GTK_STACK (gtk_stack_new ());
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->empty, "object-select-symbolic");
  adw_status_page_set_title (self->empty, _ ("No Disagreements"));
  adw_status_page_set_description (self->empty,
                                   _ ("Claims of two annotators are compared where their quotes overlap."));
  gtk_stack_add_named (self->walk_stack, GTK_WIDGET (self->empty), "empty");
  gtk_stack_add_named (self->walk_stack, step_new (self), "step");

  return GTK_WIDGET (self->walk_stack);
}

static void
gs_agreement_dialog_init (GsAgreementDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *switcher = adw_view_switcher_title_new ();
  GtkWidget *bar = adw_view_switcher_bar_new ();

  self->cancellable = g_cancellable_new ();
  self->views = ADW_VIEW_STACK (adw_view_stack_new ());
  self->measures = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_view_stack_add_titled_with_icon (self->views, GTK_WIDGET (self->measures), "measures", _ ("Measures"),
                                       "view-list-symbolic");
  adw_view_stack_add_titled_with_icon (self->views, walk_new (self), "walk", _ ("Disagreements"), "view-dual-symbolic");
  gtk_widget_set_vexpand (GTK_WIDGET (self->views), TRUE);
  adw_view_switcher_title_set_stack (ADW_VIEW_SWITCHER_TITLE (switcher), self->views);
  adw_view_switcher_title_set_title (ADW_VIEW_SWITCHER_TITLE (switcher), _ ("Agreement"));
  adw_view_switcher_bar_set_stack (ADW_VIEW_SWITCHER_BAR (bar), self->views);
  g_object_bind_property (switcher, "title-visible", bar, "reveal", G_BINDING_SYNC_CREATE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), switcher);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->views));
  gtk_box_append (GTK_BOX (box), bar);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Agreement"));
  gtk_window_set_default_size (GTK_WINDOW (self), 680, 600);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * gs_agreement_dialog_new:
 * @parent: the window of the workspace
 * @workspace: a workspace
 *
 * Returns: (transfer none): a window to present
 */
GtkWidget *
gs_agreement_dialog_new (GtkWindow *parent, GsWorkspace *workspace)
{
  GsAgreementDialog *self = g_object_new (GS_TYPE_AGREEMENT_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  read_all (self);

  return GTK_WIDGET (self);
}
