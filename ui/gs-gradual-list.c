/* gs-gradual-list.c: a list that comes in over several frames.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list view makes the widgets of some two hundred rows at once, however few
 * are seen. Here it gets those of one screen first and the others with the
 * frames that follow. It is a slice of the list that grows until it is all.
 */

#include "config.h"

#include "gs-gradual-list.h"

/* Rows that come with a frame: about as many as are seen. */
#define STEP 32
/* So many widgets GtkListView makes at most; more rows cost nothing. */
#define ENOUGH 256

/* Belongs to the slice. */
typedef struct
{
  GtkWidget *widget; /* weak */
  guint tick;
} Growth;

static Growth *
growth_of (GtkSliceListModel *slice)
{
  return g_object_get_data (G_OBJECT (slice), "growth");
}

static void
growth_stop (Growth *growth)
{
  if (growth->tick != 0 && growth->widget != NULL)
    gtk_widget_remove_tick_callback (growth->widget, growth->tick);
  growth->tick = 0;
}

static void
growth_free (gpointer data)
{
  Growth *growth = data;

  growth_stop (growth);
  g_clear_weak_pointer (&growth->widget);
  g_free (growth);
}

static guint
count_all (GtkSliceListModel *slice)
{
  return g_list_model_get_n_items (gtk_slice_list_model_get_model (slice));
}

static gboolean
grow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  GtkSliceListModel *slice = user_data;
  guint size = gtk_slice_list_model_get_size (slice) + STEP;

  if (size < ENOUGH && size < count_all (slice))
    {
      gtk_slice_list_model_set_size (slice, size);
      return G_SOURCE_CONTINUE;
    }

  growth_of (slice)->tick = 0;
  gtk_slice_list_model_set_size (slice, G_MAXUINT);

  return G_SOURCE_REMOVE;
}

/* Told after the slice has been. */
static void
items_changed_cb (GtkSliceListModel *slice)
{
  Growth *growth = growth_of (slice);
  guint n = count_all (slice);

  if (n == 0)
    {
      growth_stop (growth);
      gtk_slice_list_model_set_size (slice, STEP);
    }
  else if (n > gtk_slice_list_model_get_size (slice) && growth->tick == 0 && growth->widget != NULL)
    growth->tick = gtk_widget_add_tick_callback (growth->widget, grow_cb, slice, NULL);
}

/**
 * gs_gradual_list_new:
 * @model: (transfer none): the whole list
 * @widget: (transfer none): what shows it; rows come with its frames
 *
 * Returns: (transfer full): the first rows of @model, and soon all of them
 */
GListModel *
gs_gradual_list_new (GListModel *model, GtkWidget *widget)
{
  GtkSliceListModel *slice = gtk_slice_list_model_new (g_object_ref (model), 0, STEP);
  Growth *growth = g_new0 (Growth, 1);

  g_set_weak_pointer (&growth->widget, widget);
  g_object_set_data_full (G_OBJECT (slice), "growth", growth, growth_free);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), slice, G_CONNECT_SWAPPED);
  items_changed_cb (slice);

  return G_LIST_MODEL (slice);
}

/**
 * gs_gradual_list_reach:
 * @list: made by gs_gradual_list_new()
 * @position: of a row that is to be shown or selected now
 *
 * Does not wait for the frame with which that row would come.
 */
void
gs_gradual_list_reach (GListModel *list, guint position)
{
  GtkSliceListModel *slice = GTK_SLICE_LIST_MODEL (list);

  if (position < gtk_slice_list_model_get_size (slice))
    return;

  growth_stop (growth_of (slice));
  gtk_slice_list_model_set_size (slice, G_MAXUINT);
}
