/* gs-origin-rows.c: rows of the list of origins.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-origin-rows.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "gs-chain-strip.h"
#include "gs-isolate.h"

static const char *const kinds[] = { N_ ("Named"), N_ ("Anonymous"), N_ ("Generic: may be any of the others"),
                                     N_ ("Unresolved: may have it from any of the others") };

static void
empty (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static char *
join (const GPtrArray *sources, const char *separator)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *name = gs_isolate (((GsOriginSource *) sources->pdata[i])->name);

      g_string_append_printf (names, "%s%s", i > 0 ? separator : "", name);
    }

  return g_string_free (names, FALSE);
}

static GtkWidget *
new_chain_row (const GsOriginChain *chain)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree const char **names = g_new0 (const char *, chain->hops->len + 1);
  g_autofree char *count =
    g_strdup_printf (g_dngettext (NULL, "%'d claim", "%'d claims", (gulong) chain->count), (int) chain->count);
  GtkWidget *strip, *label = gtk_label_new (count);

  for (guint i = 0; i < chain->hops->len; i++)
    names[i] = ((GsOriginSource *) chain->hops->pdata[i])->name;
  strip = gs_chain_strip_new (names);
  gtk_widget_set_hexpand (strip, TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_box_append (GTK_BOX (box), strip);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static GtkWidget *
new_origin_row (const GsOrigins *origins, guint place)
{
  const GsOrigin *origin = origins->origins->pdata[place];
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *who = origin->sources->len > 1 ? join (origin->sources, ", ") : NULL;
  g_autofree char *count =
    g_strdup_printf (g_dngettext (NULL, "%'d claim", "%'d claims", (gulong) origin->claims), (int) origin->claims);
  g_autofree char *subtitle = g_strjoin (" · ", _ (kinds[origin->kind]), count, who, NULL);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), origin->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), escaped);
  for (guint i = 0; i < origins->chains->len; i++)
    {
      const GsOriginChain *chain = origins->chains->pdata[i];

      if (chain->origin == place)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_chain_row (chain));
    }
  /* A few are told at once. */
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), origins->origins->len <= 6);

  return row;
}

/**
 * gs_origin_rows_fill:
 * @list: an empty or filled list
 * @origins: what it is to show
 */
void
gs_origin_rows_fill (GtkListBox *list, const GsOrigins *origins)
{
  empty (list);
  for (guint i = 0; i < MIN (origins->origins->len, 200); i++)
    gtk_list_box_append (list, new_origin_row (origins, i));
}

/**
 * gs_origin_rows_fill_reasons:
 * @list: an empty or filled list
 * @origins: whose unions it is to show
 */
void
gs_origin_rows_fill_reasons (GtkListBox *list, const GsOrigins *origins)
{
  empty (list);
  for (guint i = 0; i < origins->unions->len; i++)
    {
      const GsOriginUnion *united = origins->unions->pdata[i];
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *explanation = gs_isolate_runs (united->explanation);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), explanation);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                   united->certain ? _ ("Certainly the same") : _ ("Perhaps the same"));
      gtk_list_box_append (list, row);
    }
}

/**
 * gs_origin_rows_warn:
 * @origins: origins
 *
 * Returns: (transfer full) (nullable): what is to be said of bottlenecks and circles
 */
char *
gs_origin_rows_warn (const GsOrigins *origins)
{
  GString *text = g_string_new (NULL);

  if (origins->bottlenecks->len > 0)
    {
      g_autofree char *names = join (origins->bottlenecks, ", ");

      g_string_append_printf (text, _ ("All of it came through %s."), names);
    }
  for (guint i = 0; i < origins->circles->len; i++)
    {
      g_autofree char *names = join (origins->circles->pdata[i], ", ");

      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Circular: %s cite each other."), names);
    }

  return g_string_free (text, text->len == 0);
}
