/* gs-conflict-rows.c: how a conflict and a pair look in a list.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflict-rows.h"

#include <glib/gi18n.h>

#include "gs-isolate.h"
#include "gs-labels.h"
#include "gs-tooltip.h"

static GtkWidget *
label_new (const char *text, const char *css_class, int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gs_tooltip_when_cut (label);
  if (lines > 1)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), lines);
    }
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
dim_label_new (const char *text, int lines)
{
  GtkWidget *label = label_new (text, "caption", lines);

  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

/* A row that is named by @name for screen readers. */
static GtkWidget *
row_new (GtkWidget *child, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (child, "conflict-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

/**
 * gs_conflict_describe:
 * @conflict: a conflict
 *
 * Returns: (transfer full): what it is about, in a few words
 */
char *
gs_conflict_describe (const GsConflict *conflict)
{
  guint n = conflict->positions->len;

  /* Translators: number of positions, then what kind of conflict it is. */
  return g_strdup_printf (g_dngettext (NULL, "%u position · %s", "%u positions · %s", n), n,
                          gs_conflicts_rule_label (conflict->kind));
}

/**
 * gs_conflict_describe_whole:
 * @conflict: a conflict
 *
 * Returns: (transfer full): all its rules, and whom they set against whom
 */
char *
gs_conflict_describe_whole (const GsConflict *conflict)
{
  guint n = conflict->positions->len;
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, g_dngettext (NULL, "%u position", "%u positions", n), n);
  for (guint i = 0; conflict->rules != NULL && i < conflict->rules->len; i++)
    g_string_append_printf (line, " · %s", gs_conflicts_rule_label (conflict->rules->pdata[i]));
  if (conflict->self_contradiction)
    g_string_append_printf (line, " · ↺ %s", _ ("contradicts itself"));
  if (conflict->cross_language)
    g_string_append_printf (line, " · %s", _ ("across languages"));

  return g_string_free (line, FALSE);
}

static GtkWidget *
badge_new (const char *text, const char *css_class, const char *tooltip)
{
  GtkWidget *badge = gtk_label_new (text);

  gtk_widget_add_css_class (badge, "badge");
  if (css_class != NULL)
    gtk_widget_add_css_class (badge, css_class);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (badge, tooltip);

  return badge;
}

/* What the badges say is said to those who do not see them, too. */
static char *
name_conflict (const GsConflict *conflict)
{
  GString *name = g_string_new (conflict->text);

  g_string_append_printf (name, ", %s", gs_conflicts_rule_label (conflict->kind));
  if (conflict->self_contradiction)
    g_string_append_printf (name, ", %s", _ ("contradicts itself"));
  if (conflict->undecided > 0)
    {
      g_string_append (name, ", ");
      g_string_append_printf (name, _ ("%u undecided"), (guint) conflict->undecided);
    }

  return g_string_free (name, FALSE);
}

/**
 * gs_conflict_row_new:
 * @conflict: copied as needed
 *
 * Returns: (transfer floating): a row for a #GtkListBox
 */
GtkWidget *
gs_conflict_row_new (const GsConflict *conflict)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *kind = gs_conflict_describe (conflict);
  g_autofree char *name = name_conflict (conflict);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), label_new (conflict->text, NULL, 3));
  gtk_box_append (GTK_BOX (texts), dim_label_new (kind, 1));
  gtk_box_append (GTK_BOX (box), texts);

  if (conflict->self_contradiction)
    gtk_box_append (GTK_BOX (box), badge_new ("↺", NULL, _ ("Somebody contradicts themselves")));
  if (conflict->undecided > 0)
    {
      g_autofree char *count =
        g_strdup_printf (conflict->partial ? "%" G_GINT64_FORMAT "+" : "%" G_GINT64_FORMAT, conflict->undecided);
      GtkWidget *badge = badge_new (count, "warning", _ ("Pairs without a verdict"));

      gtk_widget_add_css_class (badge, "numeric");
      gtk_box_append (GTK_BOX (box), badge);
    }

  return row_new (box, name);
}

static GtkWidget *
verdict_new (const GsPair *pair)
{
  const char *text = pair->stale ? _ ("Judge again") : gs_label (&gs_verdicts, pair->verdict);
  const char *css_class = pair->stale || pair->verdict == GS_VERDICT_UNDECIDED ? "warning"
                          : pair->verdict == GS_VERDICT_CONFIRMED              ? "error"
                                                                               : NULL;

  return badge_new (text, css_class, pair->stale ? _ ("What was judged has changed since") : pair->reason);
}

/**
 * gs_pair_row_new:
 * @pair: copied as needed
 *
 * Returns: (transfer floating): a row for a #GtkListBox
 */
GtkWidget *
gs_pair_row_new (const GsPair *pair)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *score = g_strdup_printf ("%.0f", pair->score);
  g_autofree char *explanation = gs_isolate_runs (pair->explanation);
  g_autofree char *kind = NULL;
  GtkWidget *score_label = dim_label_new (score, 1);

  /* Translators: whether two claims contradict, by which rule, and between whom. */
  kind = g_strdup_printf (_ ("%s · %s · %s"), gs_label (&gs_link_kinds, pair->type),
                          gs_conflicts_rule_label (pair->rule), gs_label (&gs_conflict_classes, pair->conflict_class));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), dim_label_new (kind, 1));
  gtk_box_append (GTK_BOX (texts), label_new (explanation, NULL, 3));
  if (pair->note != NULL && *pair->note != '\0')
    {
      g_autofree char *note = gs_compose (_ ("Note: %s"), pair->note);

      gtk_box_append (GTK_BOX (texts), dim_label_new (note, 2));
    }

  gtk_widget_add_css_class (score_label, "numeric");
  gtk_widget_set_tooltip_text (score_label, pair->addends != NULL ? pair->addends : _ ("Rank among the pairs"));

  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), score_label);
  gtk_box_append (GTK_BOX (box), verdict_new (pair));

  return row_new (box, pair->explanation != NULL ? pair->explanation : kind);
}
