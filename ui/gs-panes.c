/* gs-panes.c: from one pane of a page to the next.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * F6 by GtkPaned alone ends on whatever comes first in a pane, which is a
 * filter or a button, and forgets where one has been. A pane here is what a
 * GtkPaned has beside its handle, however deep they are nested.
 */

#include "config.h"

#include "gs-panes.h"

/* What takes the focus when nothing in the pane has had it. */
#define MAIN_KEY "gs-pane-main"
/* Set when that had nothing in it yet. */
#define WANTED_KEY "gs-pane-wanted"
/* What had it when the pane was left. */
#define LEFT_KEY "gs-pane-left"

/**
 * gs_panes_set_main:
 * @pane: a pane, or a page without panes
 * @main: (transfer none): what is worked with in it; lives as long as it does
 */
void
gs_panes_set_main (GtkWidget *pane, GtkWidget *main)
{
  g_return_if_fail (GTK_IS_WIDGET (pane));
  g_return_if_fail (GTK_IS_WIDGET (main));

  g_object_set_data (G_OBJECT (pane), MAIN_KEY, main);
}

static void
add_panes (GPtrArray *panes, GtkWidget *widget)
{
  if (widget == NULL || !gtk_widget_get_mapped (widget))
    return;

  if (!GTK_IS_PANED (widget))
    {
      g_ptr_array_add (panes, widget);
      return;
    }
  add_panes (panes, gtk_paned_get_start_child (GTK_PANED (widget)));
  add_panes (panes, gtk_paned_get_end_child (GTK_PANED (widget)));
}

static GtkWidget *
find_paned (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_PANED (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_paned (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* (transfer full) (element-type GtkWidget): in order, at least one */
static GPtrArray *
list_panes (GtkWidget *page)
{
  GPtrArray *panes = g_ptr_array_new ();
  GtkWidget *paned = find_paned (page);

  if (paned != NULL)
    add_panes (panes, paned);
  if (panes->len == 0)
    g_ptr_array_add (panes, page);

  return panes;
}

static void
weak_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
remember (GtkWidget *pane, GtkWidget *focus)
{
  GWeakRef *left = g_new0 (GWeakRef, 1);

  g_weak_ref_init (left, focus);
  g_object_set_data_full (G_OBJECT (pane), LEFT_KEY, left, weak_free);
}

static gboolean
focus_left (GtkWidget *pane)
{
  GWeakRef *left = g_object_get_data (G_OBJECT (pane), LEFT_KEY);
  g_autoptr (GtkWidget) widget = left != NULL ? g_weak_ref_get (left) : NULL;

  return widget != NULL && gtk_widget_is_ancestor (widget, pane) && gtk_widget_get_mapped (widget)
         && gtk_widget_grab_focus (widget);
}

static gboolean
focus_main (GtkWidget *pane)
{
  GtkWidget *main = g_object_get_data (G_OBJECT (pane), MAIN_KEY);

  if (main == NULL || !gtk_widget_get_mapped (main))
    return FALSE;

  return gtk_widget_child_focus (main, GTK_DIR_TAB_FORWARD) || gtk_widget_grab_focus (main);
}

static gboolean
focus_pane (GtkWidget *pane)
{
  return focus_left (pane) || focus_main (pane) || gtk_widget_grab_focus (pane)
         || gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

static int
index_of_focus (GPtrArray *panes, GtkWidget *focus)
{
  for (guint i = 0; focus != NULL && i < panes->len; i++)
    {
      if (focus == panes->pdata[i] || gtk_widget_is_ancestor (focus, panes->pdata[i]))
        return (int) i;
    }

  return -1;
}

static GtkWidget *
get_focus (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/**
 * gs_panes_want:
 * @pane: a pane with a main widget that is about to be filled
 *
 * Has gs_panes_ready() put the focus there.
 */
void
gs_panes_want (GtkWidget *pane)
{
  g_return_if_fail (GTK_IS_WIDGET (pane));

  g_object_set_data (G_OBJECT (pane), WANTED_KEY, pane);
}

/**
 * gs_panes_ready:
 * @pane: a pane with a main widget, which now has something in it
 *
 * Puts the focus there if it was wanted there before there was anything.
 */
void
gs_panes_ready (GtkWidget *pane)
{
  gboolean wanted = FALSE;

  g_return_if_fail (GTK_IS_WIDGET (pane));

  /* By the page, when its panes were not in sight yet. */
  for (GtkWidget *at = pane; at != NULL; at = gtk_widget_get_parent (at))
    wanted |= g_object_steal_data (G_OBJECT (at), WANTED_KEY) != NULL;
  if (wanted)
    focus_main (pane);
}

/**
 * gs_panes_focus:
 * @page: a page that is shown
 *
 * Puts the focus to work: into the first pane that takes it, unless another one
 * has it already. A main widget that is still being filled gets it when it is.
 */
void
gs_panes_focus (GtkWidget *page)
{
  g_autoptr (GPtrArray) panes = NULL;

  g_return_if_fail (GTK_IS_WIDGET (page));

  panes = list_panes (page);
  /* A stack that shows a page for the first time puts the focus on what comes
   * first in it; later, to where it was. */
  if (index_of_focus (panes, get_focus (page)) > 0)
    return;

  for (guint i = 0; i < panes->len; i++)
    {
      GtkWidget *pane = panes->pdata[i];

      if (focus_left (pane) || focus_main (pane))
        return;
      if (g_object_get_data (G_OBJECT (pane), MAIN_KEY) != NULL)
        gs_panes_want (pane);
      if (focus_pane (pane))
        return;
    }
  gs_panes_want (page);
}

/**
 * gs_panes_cycle:
 * @page: a page that is shown
 * @backwards: to the pane before rather than behind
 *
 * Moves the focus to the next pane, to where it was when that was left.
 */
void
gs_panes_cycle (GtkWidget *page, gboolean backwards)
{
  g_autoptr (GPtrArray) panes = NULL;
  GtkWidget *focus;
  int n;
  int from;

  g_return_if_fail (GTK_IS_WIDGET (page));

  panes = list_panes (page);
  n = (int) panes->len;
  focus = get_focus (page);
  from = index_of_focus (panes, focus);
  if (from >= 0)
    remember (panes->pdata[from], focus);
  else
    from = backwards ? n : -1;

  for (int i = 1; i <= n; i++)
    {
      int to = (from + (backwards ? -i : i) + 2 * n) % n;

      if (focus_pane (panes->pdata[to]))
        return;
    }
}
