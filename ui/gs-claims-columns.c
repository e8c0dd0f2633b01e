/* gs-claims-columns.c: the columns of the table of claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claims-columns.h"

#include <glib/gi18n.h>

#include "gs-drag-out.h"
#include "gs-instant.h"
#include "gs-isolate.h"
#include "gs-labels.h"
#include "gs-row-factory.h"

/* From who spoke to who passed it on. */
#define TOLD_TO " ‹ "

static char *
summary_text (gconstpointer record)
{
  return g_strdup (((const GsClaimListing *) record)->summary);
}

static char *
stance_text (gconstpointer record)
{
  return g_strdup (gs_label (&gs_stances, ((const GsClaimListing *) record)->stance));
}

static char *
question_text (gconstpointer record)
{
  return g_strdup (((const GsClaimListing *) record)->question_text);
}

/* Whoever spoke matters most, and comes first, where a narrow column shows it. */
static char *
chain_text (gconstpointer record)
{
  const char *chain = ((const GsClaimListing *) record)->chain;
  g_auto (GStrv) names = g_strsplit (chain != NULL ? chain : "", GS_CHAIN_ARROW, -1);
  guint n = g_strv_length (names);
  g_autofree char *line = NULL;

  for (guint i = 0; i < n / 2; i++)
    {
      char *name = names[i];

      names[i] = names[n - 1 - i];
      names[n - 1 - i] = name;
    }
  line = g_strjoinv (TOLD_TO, names);

  return gs_isolate_parts (line, TOLD_TO);
}

static char *
tags_text (gconstpointer record)
{
  return g_strdup (((const GsClaimListing *) record)->tags);
}

static char *
article_text (gconstpointer record)
{
  return g_strdup (((const GsClaimListing *) record)->article_title);
}

static char *
certainty_text (gconstpointer record)
{
  return g_strdup (gs_label (&gs_certainties, ((const GsClaimListing *) record)->certainty));
}

static char *
status_text (gconstpointer record)
{
  return g_strdup (gs_label (&gs_statuses, ((const GsClaimListing *) record)->status));
}

/* The day in local time. */
static char *
modified_text (gconstpointer record)
{
  return gs_instant_format (((const GsClaimListing *) record)->modified, "%x");
}

#define WIDE 180
/* Around the text of a cell. */
#define PADDING 26
/* Of the first column, where there is no room for the others. */
#define NARROW 200

static const struct
{
  const char *title;
  GsRowText text;
  int width;               /* pixels; those with sentences share what is left */
  int order;               /* GS_ORDER_NATURAL: cannot be sorted by */
  const GsWordList *words; /* (nullable): all that may stand in it */
} columns[] = {
  { N_ ("Claim"), summary_text, 300, GS_ORDER_TEXT },
  { N_ ("Stance"), stance_text, 92, GS_ORDER_NATURAL, &gs_stances },
  { N_ ("Question"), question_text, 190, GS_ORDER_QUESTION },
  { N_ ("Said By"), chain_text, 180, GS_ORDER_NATURAL },
  { N_ ("Tags"), tags_text, 120, GS_ORDER_NATURAL },
  { N_ ("Article"), article_text, 140, GS_ORDER_ARTICLE },
  { N_ ("Certainty"), certainty_text, 84, GS_ORDER_NATURAL, &gs_certainties },
  { N_ ("Status"), status_text, 118, GS_ORDER_NATURAL, &gs_statuses },
  { N_ ("Changed"), modified_text, 84, GS_ORDER_DATE },
};

/* The database sorts; the sorters of the columns only make their headers
 * clickable. GTK 4.8 does not tell which column is sorted by, but asks the
 * sorters in turn until one of them distinguishes two items: the first one
 * asked notes its order, and what becomes of "larger" is the direction. */
static int probed_order;

static int
probe_cb (gconstpointer a, gconstpointer b, gpointer order)
{
  probed_order = GPOINTER_TO_INT (order);

  return 1;
}

static int
measure_text (GtkWidget *view, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (view, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width + PADDING;
}

/* As wide as its heading and the words of its vocabulary, in every language and at every
 * size of the text. */
static int
measure_column (GtkWidget *view, guint i)
{
  int width = MAX (columns[i].width, measure_text (view, _ (columns[i].title)));

  for (int word = 0; columns[i].words != NULL && columns[i].words->nicks[word] != NULL; word++)
    width = MAX (width, measure_text (view, gs_label (columns[i].words, word)));

  return width;
}

/* Any cell drags the claim of its row. */
static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gs_drag_out_add_item (item);
}

/**
 * gs_claims_columns_add:
 * @view: a table without columns
 */
void
gs_claims_columns_add (GtkColumnView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gs_row_factory_new (columns[i].text, NULL, PANGO_ELLIPSIZE_END);
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_ (columns[i].title), factory);

      g_signal_connect_after (factory, "setup", G_CALLBACK (setup_cb), NULL);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_fixed_width (column, measure_column (GTK_WIDGET (view), i));
      gtk_column_view_column_set_expand (column, columns[i].width >= WIDE);
      if (columns[i].order != GS_ORDER_NATURAL)
        {
          g_autoptr (GtkSorter) sorter =
            GTK_SORTER (gtk_custom_sorter_new (probe_cb, GINT_TO_POINTER (columns[i].order), NULL));

          gtk_column_view_column_set_sorter (column, sorter);
        }
      gtk_column_view_append_column (view, column);
    }
}

/**
 * gs_claims_columns_fold:
 * @view: a table with the columns
 * @folded: whether there is room for two of them only: the claim and its stance
 */
void
gs_claims_columns_fold (GtkColumnView *view, gboolean folded)
{
  GListModel *list = gtk_column_view_get_columns (view);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);

      gtk_column_view_column_set_visible (column, !folded || i < 2);
      /* GTK 4.8 gives room to columns that expand although they are hidden. */
      gtk_column_view_column_set_expand (column, columns[i].width >= WIDE && (!folded || i == 0));
      /* It also counts their widths. */
      gtk_column_view_column_set_fixed_width (column, !folded  ? measure_column (GTK_WIDGET (view), i)
                                                      : i == 0 ? NARROW
                                                      : i == 1 ? measure_column (GTK_WIDGET (view), i)
                                                               : 0);
    }
}

/**
 * gs_claims_columns_show_sort:
 * @view: a table with the columns
 * @order: a #GsOrder; %GS_ORDER_NATURAL shows none
 * @descending: in which direction
 */
void
gs_claims_columns_show_sort (GtkColumnView *view, int order, gboolean descending)
{
  GListModel *list = gtk_column_view_get_columns (view);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);

      if (columns[i].order == order && order != GS_ORDER_NATURAL)
        gtk_column_view_sort_by_column (view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

/**
 * gs_claims_columns_get_sort:
 * @view: a table with the columns
 * @order: (out): the #GsOrder that its headers say
 * @descending: (out): in which direction
 */
void
gs_claims_columns_get_sort (GtkColumnView *view, int *order, gboolean *descending)
{
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering result;

  probed_order = GS_ORDER_NATURAL;
  result = gtk_sorter_compare (gtk_column_view_get_sorter (view), view, other);

  *order = probed_order;
  *descending = result == GTK_ORDERING_SMALLER;
}
