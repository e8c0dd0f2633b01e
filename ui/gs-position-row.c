/* gs-position-row.c: an answer to a question, opened into the claims that give it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-position-row.h"

#include <glib/gi18n.h>

#include "gs-drag-out.h"
#include "gs-isolate.h"
#include "gs-notify.h"

struct _GsPositionRow
{
  AdwExpanderRow parent_instance;

  GsWorkspace *workspace;
  GPtrArray *claims; /* UUIDs; NULL once they have been asked for */
  gint64 count;      /* of claims, which may be more */
  int stance;
  char *value;
};

G_DEFINE_FINAL_TYPE (GsPositionRow, gs_position_row, ADW_TYPE_EXPANDER_ROW)

static GtkWidget *
plain_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);

  return row;
}

static GtkWidget *
claim_row_new (const GsClaimListing *claim)
{
  g_autofree char *chain = gs_isolate_parts (claim->chain, GS_CHAIN_ARROW);
  g_autofree char *where = claim->chain != NULL && *claim->chain != '\0'
                             /* Translators: who says it, and the title of the article. */
                             ? gs_compose (_ ("%s · %s"), chain, claim->article_title)
                             : g_strdup (claim->article_title);
  GtkWidget *row = plain_row_new (claim->summary, where);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "conflicts.open-claim");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", claim->article, claim->uuid);
  gs_drag_out_add_claim (row, claim);

  return row;
}

static gpointer
read_claims (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const GPtrArray *uuids = data;
  g_autoptr (GPtrArray) claims = gs_record_array_new (&gs_claim_listing_type);

  for (guint i = 0; i < uuids->len; i++)
    {
      g_autoptr (GError) local_error = NULL;
      gpointer claim = gs_workspace_list_row (workspace, &gs_claim_listing_type, uuids->pdata[i], &local_error);

      if (claim != NULL)
        {
          g_ptr_array_add (claims, claim);
        }
      else if (!g_error_matches (local_error, GS_ERROR, GS_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }

  return g_steal_pointer (&claims);
}

static void
claims_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsPositionRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    return;
  if (claims == NULL)
    {
      gs_notify_error (GTK_WIDGET (self), _ ("The claims could not be read"), error);
      return;
    }

  for (guint i = 0; i < claims->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), claim_row_new (claims->pdata[i]));
  if (self->count > (gint64) claims->len)
    {
      gulong more = (gulong) (self->count - (gint64) claims->len);
      g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "and %'lu more", "and %'lu more", more), more);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), plain_row_new (text, ""));
    }
}

/* Most positions are never opened: their claims are read when they are. */
static void
expanded_cb (GsPositionRow *self)
{
  if (self->claims != NULL && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    gs_workspace_call_async (self->workspace, read_claims, g_steal_pointer (&self->claims),
                             (GDestroyNotify) g_ptr_array_unref, (GDestroyNotify) g_ptr_array_unref, NULL,
                             claims_read_cb, g_object_ref (self));
}

static void
gs_position_row_dispose (GObject *object)
{
  GsPositionRow *self = GS_POSITION_ROW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->value, g_free);

  G_OBJECT_CLASS (gs_position_row_parent_class)->dispose (object);
}

static void
gs_position_row_class_init (GsPositionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gs_position_row_dispose;
}

static void
gs_position_row_init (GsPositionRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

static char *
join_voices (const GsPosition *position)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < position->voices->len; i++)
    {
      g_autofree char *voice = gs_isolate (position->voices->pdata[i]);

      g_string_append_printf (line, "%s%s", i > 0 ? ", " : "", voice);
    }
  if (line->len == 0)
    g_string_append (line, _ ("No source named"));

  return g_string_free (line, FALSE);
}

static char *
make_title (const GsPosition *position)
{
  if (position->value == NULL)
    return g_strdup (position->stance == GS_STANCE_DENIES ? _ ("Denied") : _ ("Asserted"));

  return position->stance == GS_STANCE_DENIES
           /* Translators: a value that somebody denies. */
           ? gs_compose (_ ("Denied: %s"), position->value)
           : g_strdup (position->value);
}

/**
 * gs_position_weigh:
 * @position: an answer and who gives it
 *
 * What is printed often is not true more often: origins count, and voices
 * until they are known. Never articles.
 *
 * Returns: how much stands behind it
 */
gint64
gs_position_weigh (const GsPosition *position)
{
  return position->origins_upper > 0 ? position->origins_upper : MAX ((gint64) position->voices->len, 1);
}

static char *
label_weight (const GsPosition *position)
{
  gulong upper = (gulong) gs_position_weigh (position);

  if (position->origins_upper == 0)
    return g_strdup_printf (g_dngettext (NULL, "%lu voice", "%lu voices", upper), upper);
  if (position->partial)
    {
      gulong lower = (gulong) position->origins_lower;

      /* Translators: independent origins, of more claims than are counted. */
      return g_strdup_printf (g_dngettext (NULL, "at least %lu origin", "at least %lu origins", lower), lower);
    }
  if (position->origins_lower == position->origins_upper)
    return g_strdup_printf (g_dngettext (NULL, "%lu origin", "%lu origins", upper), upper);

  /* Translators: independent origins, at least and at most. */
  return g_strdup_printf (_ ("%lu–%lu origins"), (gulong) position->origins_lower, upper);
}

static GtkWidget *
count_label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (label), 11);
  gtk_label_set_xalign (GTK_LABEL (label), 1.0f);

  return label;
}

static void
add_count (GsPositionRow *self, const GsPosition *position, gint64 most)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *counts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *bar = gtk_level_bar_new ();
  g_autofree char *weight = label_weight (position);
  g_autofree char *count = g_strdup_printf (g_dngettext (NULL, "%'lu claim", "%'lu claims", (gulong) position->count),
                                            (gulong) position->count);
  GtkWidget *claims = count_label_new (count);

  gtk_level_bar_set_max_value (GTK_LEVEL_BAR (bar), (double) MAX (most, 1));
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), (double) gs_position_weigh (position));
  gtk_widget_set_size_request (bar, 80, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, position->stance == GS_STANCE_DENIES ? "denies" : "asserts");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, weight, -1);
  gtk_widget_add_css_class (claims, "dim-label");
  gtk_widget_set_valign (counts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (counts), count_label_new (weight));
  gtk_box_append (GTK_BOX (counts), claims);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), counts);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), box);
}

/**
 * gs_position_row_new:
 * @workspace: where the claims of @position are
 * @position: an answer and who gives it
 * @most: what gs_position_weigh() gives for the strongest one, for the bar
 *
 * A claim's row activates "conflicts.open-claim" (ss) with its article and itself.
 *
 * Returns: (transfer floating): a row that opens into the claims
 */
GtkWidget *
gs_position_row_new (GsWorkspace *workspace, const GsPosition *position, gint64 most)
{
  GsPositionRow *self = g_object_new (GS_TYPE_POSITION_ROW, NULL);
  g_autofree char *title = make_title (position);
  g_autofree char *voices = join_voices (position);

  self->workspace = g_object_ref (workspace);
  self->claims = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < position->claims->len; i++)
    g_ptr_array_add (self->claims, g_strdup (position->claims->pdata[i]));
  self->count = position->count;
  self->stance = position->stance;
  self->value = g_strdup (position->value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), voices);
  add_count (self, position, most);

  return GTK_WIDGET (self);
}

/**
 * gs_position_row_equal:
 * @self: a #GsPositionRow
 * @other: a #GsPositionRow
 *
 * Returns: whether both stand for the same answer, however many give it
 */
gboolean
gs_position_row_equal (GsPositionRow *self, GsPositionRow *other)
{
  g_return_val_if_fail (GS_IS_POSITION_ROW (self) && GS_IS_POSITION_ROW (other), FALSE);

  return self->stance == other->stance && g_strcmp0 (self->value, other->value) == 0;
}
