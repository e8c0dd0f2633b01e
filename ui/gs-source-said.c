/* gs-source-said.c: everything a source said, by question.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-labels.h"
#include "gs-drag-out.h"
#include "gs-isolate.h"
#include "gs-notify.h"
#include "gs-source-groups.h"

/* Questions shown at once; the rest when they are asked for. */
#define MAX_AT_ONCE 8

/* Claims shown below a question when it is opened. */
#define MAX_CLAIMS 50

typedef struct
{
  char *source;
  char *question;
  GsWorkspace *workspace;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  g_object_unref (self->workspace);
  g_free (self->source);
  g_free (self->question);
  g_free (self);
}

static Wanted *
wanted_new (GsWorkspace *workspace, const char *source, const char *question)
{
  Wanted *self = g_new0 (Wanted, 1);

  self->workspace = g_object_ref (workspace);
  self->source = g_strdup (source);
  self->question = g_strdup (question);

  return self;
}

static gpointer
read_claims (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (GsListFilter) filter = gs_record_new (&gs_list_filter_type);

  filter->source = g_strdup (wanted->source);
  filter->question = g_strdup (wanted->question);
  filter->unanswering = wanted->question == NULL;

  return gs_workspace_list_page (workspace, &gs_claim_listing_type, filter, 0, MAX_CLAIMS, error);
}

static GtkWidget *
new_claim_row (const GsClaimListing *claim)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *chain = gs_isolate_parts (claim->chain, GS_CHAIN_ARROW);
  g_autofree char *subtitle =
    gs_compose ("%s · %s", gs_label (&gs_stances, claim->stance), claim->chain != NULL ? chain : claim->article_title);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), claim->summary);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  if (claim->article != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "source.open-claim");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", claim->article, claim->uuid);
      gs_drag_out_add_claim (row, claim);
    }

  return row;
}

static void
claims_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwExpanderRow) row = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (claims == NULL)
    {
      gs_notify_error (GTK_WIDGET (row), _ ("The claims could not be read"), error);
      return;
    }

  for (guint i = 0; i < claims->len; i++)
    adw_expander_row_add_row (row, new_claim_row (claims->pdata[i]));
}

/* Claims are read when they are looked at. */
static void
expanded_cb (AdwExpanderRow *row)
{
  Wanted *wanted = g_object_get_data (G_OBJECT (row), "wanted");

  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "asked") != NULL)
    return;

  g_object_set_data (G_OBJECT (row), "asked", row);
  gs_workspace_call_async (wanted->workspace, read_claims,
                           wanted_new (wanted->workspace, wanted->source, wanted->question), wanted_free,
                           (GDestroyNotify) g_ptr_array_unref, NULL, claims_read_cb, g_object_ref (row));
}

/* "asserts 3, denies 1 · contradicted 4 times, by itself once" */
static char *
describe (const GsStandingOn *on)
{
  GString *text = g_string_new (NULL);

  if (on->asserted > 0)
    g_string_append_printf (text, _ ("asserts %d"), (int) on->asserted);
  if (on->asserted > 0 && on->denied > 0)
    g_string_append (text, ", ");
  if (on->denied > 0)
    g_string_append_printf (text, _ ("denies %d"), (int) on->denied);
  if (on->contradicted > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text,
                              g_dngettext (NULL, "contradicted by others %d time", "contradicted by others %d times",
                                           (gulong) on->contradicted),
                              (int) on->contradicted);
    }
  if (on->by_itself > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text,
                              g_dngettext (NULL, "contradicts itself %d time", "contradicts itself %d times",
                                           (gulong) on->by_itself),
                              (int) on->by_itself);
    }

  return g_string_free (text, FALSE);
}

static GtkWidget *
new_question_row (GsWorkspace *workspace, const char *source, const GsStandingOn *on)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *described = describe (on);
  g_autofree char *escaped = g_markup_escape_text (described, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), on->text != NULL ? on->text : _ ("On no question"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), escaped);
  if (on->question != NULL)
    {
      GtkWidget *origins = gtk_button_new_from_icon_name ("gs-origins-symbolic");

      gtk_widget_set_valign (origins, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (origins, "flat");
      gtk_widget_set_tooltip_text (origins, _ ("Origins of What Is Said on This"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (origins), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Origins of What Is Said on This"), -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (origins), "source.show-origins");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (origins), "s", on->question);
      adw_expander_row_add_action (ADW_EXPANDER_ROW (row), origins);
    }
  g_object_set_data_full (G_OBJECT (row), "wanted", wanted_new (workspace, source, on->question), wanted_free);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), NULL);

  return row;
}

static void
more_cb (GtkWidget *more)
{
  for (GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_parent (more)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, row != more);
}

static GtkWidget *
new_more_row (guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf (_ ("Show All %u Questions"), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (more_cb), NULL);

  return row;
}

/**
 * gs_source_groups_said:
 * @workspace: a workspace
 * @standing: the source
 *
 * Returns: (transfer floating): a row for each question it said something on
 */
GtkWidget *
gs_source_groups_said (GsWorkspace *workspace, const GsSourceStanding *standing)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("What It Said"));
  if (standing->said->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("Nothing yet."));
  else if (!standing->all)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _ ("It said so much that only part of it was compared."));
  for (guint i = 0; i < standing->said->len; i++)
    {
      GtkWidget *row = new_question_row (workspace, standing->source->uuid, standing->said->pdata[i]);

      gtk_widget_set_visible (row, i < MAX_AT_ONCE);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  if (standing->said->len > MAX_AT_ONCE)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_more_row (standing->said->len));

  return group;
}
