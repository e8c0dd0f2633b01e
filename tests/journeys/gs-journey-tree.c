/* gs-journey-tree.c: everything the program shows, read at once.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK tells all the objects it has told somebody about in one answer, names,
 * roles and states included. That answer is long. So whoever has children nobody
 * has asked for yet is asked for them first, and they for theirs, which is few
 * once the tree has been read; then there is another long answer.
 */

#include "config.h"

#include "gs-journey-private.h"

#include <string.h>

#define CACHE "/org/a11y/atspi/cache"
#define ROOT "/org/a11y/atspi/accessible/root"

/* What is asked for may come into being while it is asked for. */
#define MOST_ROUNDS 10

typedef struct
{
  GVariant *item; /* whose the texts are */
  const char *path;
  const char *parent;
  const char *name;
  guint role;
  guint64 states;
  int index;           /* among its siblings */
  int n_children;      /* that it says it has */
  GPtrArray *children; /* Node, unowned */
} Node;

static void
node_free (gpointer data)
{
  Node *self = data;

  g_variant_unref (self->item);
  g_ptr_array_unref (self->children);
  g_free (self);
}

static gboolean
has_state (const Node *self, AtspiStateType state)
{
  return (self->states & (G_GUINT64_CONSTANT (1) << state)) != 0;
}

/* @item: (transfer full) */
static Node *
node_new (GVariant *item)
{
  Node *self = g_new0 (Node, 1);
  g_autoptr (GVariant) states = NULL;

  self->item = item;
  g_variant_get (item, "((&s&o)(&s&o)(&s&o)iias&su&s@au)", NULL, &self->path, NULL, NULL, NULL, &self->parent,
                 &self->index, &self->n_children, NULL, &self->name, &self->role, NULL, &states);
  for (gsize i = 0; i < MIN (2, g_variant_n_children (states)); i++)
    {
      guint32 part;

      g_variant_get_child (states, i, "u", &part);
      self->states |= (guint64) part << (32 * i);
    }
  self->children = g_ptr_array_new ();

  return self;
}

static int
compare_index (gconstpointer a, gconstpointer b)
{
  const Node *first = *(Node *const *) a;
  const Node *second = *(Node *const *) b;

  return first->index - second->index;
}

/* What has been told so far. (transfer full): Node by path */
static GHashTable *
read_known (GsJourney *self)
{
  GHashTable *nodes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, node_free);
  g_autoptr (GVariant) reply = gs_journey_call (self, CACHE, "Cache", "GetItems", NULL, "(a((so)(so)(so)iiassusau))");
  g_autoptr (GVariant) items = reply != NULL ? g_variant_get_child_value (reply, 0) : NULL;
  gsize n_items = items != NULL ? g_variant_n_children (items) : 0;
  GHashTableIter iter;
  gpointer value;

  for (gsize i = 0; i < n_items; i++)
    {
      Node *node = node_new (g_variant_get_child_value (items, i));

      g_hash_table_insert (nodes, (gpointer) node->path, node);
    }

  g_hash_table_iter_init (&iter, nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Node *node = value;
      Node *parent = g_hash_table_lookup (nodes, node->parent);

      if (parent != NULL)
        g_ptr_array_add (parent->children, node);
    }
  g_hash_table_iter_init (&iter, nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_sort (((Node *) value)->children, compare_index);

  return nodes;
}

/* Those below @node that have children nobody has asked for, unless they are in @asked:
 * some never tell. */
static void
find_untold (const Node *node, GHashTable *asked, GPtrArray *untold)
{
  if ((int) node->children->len < node->n_children && g_hash_table_add (asked, g_strdup (node->path)))
    g_ptr_array_add (untold, g_strdup (node->path));
  for (guint i = 0; i < node->children->len; i++)
    find_untold (node->children->pdata[i], asked, untold);
}

/* Asks them for their children, and those for theirs. Takes @untold. */
static void
ask_below (GsJourney *self, GHashTable *nodes, GPtrArray *untold)
{
  while (untold->len > 0)
    {
      g_autoptr (GPtrArray) asked = untold;
      g_autoptr (GPtrArray) children = gs_journey_ask_children (self, asked);

      untold = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < children->len; i++)
        {
          if (!g_hash_table_contains (nodes, children->pdata[i]))
            g_ptr_array_add (untold, g_strdup (children->pdata[i]));
        }
    }
  g_ptr_array_unref (untold);
}

static GHashTable *
read_tree (GsJourney *self)
{
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTable *nodes = read_known (self);

  for (guint i = 0; i < MOST_ROUNDS; i++)
    {
      GPtrArray *untold = g_ptr_array_new_with_free_func (g_free);
      const Node *root = g_hash_table_lookup (nodes, ROOT);

      if (root != NULL)
        find_untold (root, asked, untold);
      else
        g_ptr_array_add (untold, g_strdup (ROOT));
      if (untold->len == 0)
        {
          g_ptr_array_unref (untold);
          break;
        }
      ask_below (self, nodes, untold);
      g_hash_table_unref (nodes);
      nodes = read_known (self);
    }

  return nodes;
}

/* Up the tree from @node to @path, or to the window when that is NULL. */
static const Node *
find_above (GHashTable *nodes, const Node *node, const char *path)
{
  while (node != NULL)
    {
      if (path != NULL
            ? g_str_equal (node->path, path)
            : node->role == ATSPI_ROLE_FRAME || node->role == ATSPI_ROLE_DIALOG || g_str_equal (node->parent, ROOT))
        return node;
      node = g_hash_table_lookup (nodes, node->parent);
    }

  return NULL;
}

static gboolean
get_extents (GsJourney *self, const char *path, GsJourneyRect *rect)
{
  g_autoptr (GVariant) reply =
    gs_journey_call (self, path, "Component", "GetExtents", g_variant_new ("(u)", ATSPI_COORD_TYPE_WINDOW), "((iiii))");

  if (reply == NULL)
    return FALSE;

  g_variant_get (reply, "((iiii))", &rect->x, &rect->y, &rect->width, &rect->height);

  return rect->width > 0 && rect->height > 0;
}

/* GTK 4.8 says of everything that it is visible, also of what lies on a page
 * that is not on top. So the window is asked what stands at that place: in the
 * middle and near the edge, since it knows no answer for parts that have no
 * accessible object of their own. */
static gboolean
is_showing (GsJourney *self, GHashTable *nodes, const Node *node)
{
  const Node *window = find_above (nodes, node, NULL);
  GsJourneyRect rect;

  if (window == NULL || !get_extents (self, node->path, &rect))
    return FALSE;
  if (window == node)
    return TRUE;

  for (guint i = 0; i < 2; i++)
    {
      int x = rect.x + (i == 0 ? rect.width / 2 : 2);
      int y = rect.y + rect.height / 2;
      g_autoptr (GVariant) reply = gs_journey_call (self, window->path, "Component", "GetAccessibleAtPoint",
                                                    g_variant_new ("(iiu)", x, y, ATSPI_COORD_TYPE_WINDOW), "((so))");
      const Node *hit;
      const char *path;

      if (reply == NULL)
        continue;
      g_variant_get (reply, "((&s&o))", NULL, &path);
      hit = g_hash_table_lookup (nodes, path);
      if (hit != NULL)
        return find_above (nodes, hit, node->path) != NULL || find_above (nodes, node, hit->path) != NULL;
    }

  return TRUE;
}

static gboolean
name_matches (const char *name, const char *pattern)
{
  if (pattern == NULL)
    return TRUE;

  return strchr (pattern, '*') != NULL ? g_pattern_match_simple (pattern, name) : g_str_equal (name, pattern);
}

/* In the order in which the window has them. */
static const Node *
look_below (GsJourney *self, GHashTable *nodes, const Node *node, AtspiRole role, const char *pattern)
{
  if (node->role == role && name_matches (node->name, pattern) && is_showing (self, nodes, node))
    return node;

  for (guint i = 0; i < node->children->len; i++)
    {
      const Node *found = look_below (self, nodes, node->children->pdata[i], role, pattern);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GsJourneyObject *
object_new (GsJourney *journey, GHashTable *nodes, const Node *node)
{
  const Node *window = find_above (nodes, node, NULL);
  GsJourneyObject *self = g_new0 (GsJourneyObject, 1);

  self->journey = journey;
  self->path = g_strdup (node->path);
  self->window = window != NULL ? g_strdup (window->path) : NULL;
  self->sensitive = has_state (node, ATSPI_STATE_SENSITIVE);

  return self;
}

GsJourneyObject *
gs_journey_look (GsJourney *self, AtspiRole role, const char *name)
{
  g_autoptr (GHashTable) nodes = read_tree (self);
  const Node *root = g_hash_table_lookup (nodes, ROOT);
  const Node *found = root != NULL ? look_below (self, nodes, root, role, name) : NULL;

  return found != NULL ? object_new (self, nodes, found) : NULL;
}

void
gs_journey_object_free (GsJourneyObject *self)
{
  g_free (self->path);
  g_free (self->window);
  g_free (self);
}

/* What has the focus is in sight: popovers need not be felt for. */
GsJourneyObject *
gs_journey_look_focused (GsJourney *self, AtspiRole role, const char *name)
{
  g_autoptr (GHashTable) nodes = read_tree (self);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Node *node = value;

      if (node->role == role && has_state (node, ATSPI_STATE_FOCUSED) && name_matches (node->name, name))
        return object_new (self, nodes, node);
    }

  return NULL;
}

void
gs_journey_extents (GsJourneyObject *self, GsJourneyRect *rect)
{
  GsJourneyRect inside;
  GsJourneyRect outside;

  g_assert_true (get_extents (self->journey, self->path, rect));
  g_assert_true (get_extents (self->journey, self->window, &inside));

  /* The program does not know where its window is on the screen; X does. The
   * window's frame is not part of what it measures. */
  gs_journey_window_extents (self->journey, &inside, &outside);
  rect->x += outside.x + (outside.width - inside.width) / 2;
  rect->y += outside.y + (outside.height - inside.height) / 2;
}

static void
append_node (GString *text, const Node *node, int depth)
{
  g_string_append_printf (text, "%*s%u “%s”%s%s\n", depth * 2, "", node->role, node->name,
                          has_state (node, ATSPI_STATE_FOCUSED) ? " (focused)" : "",
                          has_state (node, ATSPI_STATE_SENSITIVE) ? "" : " (insensitive)");
  for (guint i = 0; i < node->children->len; i++)
    append_node (text, node->children->pdata[i], depth + 1);
}

char *
gs_journey_describe (GsJourney *self)
{
  g_autoptr (GHashTable) nodes = read_tree (self);
  const Node *root = g_hash_table_lookup (nodes, ROOT);
  GString *text = g_string_new (NULL);

  if (root != NULL)
    append_node (text, root, 0);

  return g_string_free (text, FALSE);
}
