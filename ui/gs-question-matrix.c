/* gs-question-matrix.c: who answers which question, as a table.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for each question, a column for each source that answers any of them;
 * in the cells how often it asserts and denies. Only the most answered
 * questions and the most talkative sources: a table is read by people.
 */

#include "config.h"

#include "gs-question-matrix.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "gs-isolate.h"
#include "gs-tooltip.h"

#define MOST_QUESTIONS 60
#define MOST_SOURCES 24

struct _GsQuestionMatrix
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  GtkWidget *stack; /* "table", "empty" */
  GtkWidget *grid;
  GtkWidget *rest; /* what is left out */
  guint generation;
};

G_DEFINE_FINAL_TYPE (GsQuestionMatrix, gs_question_matrix, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  GPtrArray *questions; /* GsQuestionListing, owned */
  GPtrArray *cells;     /* GsMatrixCell */
} Matrix;

static void
matrix_free (gpointer data)
{
  Matrix *matrix = data;

  g_clear_pointer (&matrix->questions, g_ptr_array_unref);
  g_clear_pointer (&matrix->cells, g_ptr_array_unref);
  g_free (matrix);
}

static gpointer
read_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  GsListFilter filter = { 0 };
  Matrix *matrix = g_new0 (Matrix, 1);
  g_autoptr (GPtrArray) uuids = g_ptr_array_new ();

  matrix->questions = gs_workspace_list_page (workspace, &gs_question_listing_type, &filter, 0, MOST_QUESTIONS, error);
  for (guint i = 0; matrix->questions != NULL && i < matrix->questions->len; i++)
    g_ptr_array_add (uuids, ((const GsQuestionListing *) matrix->questions->pdata[i])->uuid);
  if (matrix->questions != NULL)
    matrix->cells = gs_workspace_question_matrix (workspace, uuids, error);
  if (matrix->cells == NULL)
    g_clear_pointer (&matrix, matrix_free);

  return matrix;
}

/* Columns -------------------------------------------------------------------- */

typedef struct
{
  const char *uuid;
  const char *name;
  gint64 claims;
} Column;

static int
more_first (gconstpointer a, gconstpointer b)
{
  const Column *first = a;
  const Column *second = b;

  if (first->claims != second->claims)
    return first->claims > second->claims ? -1 : 1;

  return strcmp (first->name, second->name);
}

/* (element-type Column): whoever speaks in the cells, the most talkative first. */
static GArray *
find_columns (const GPtrArray *cells)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < cells->len; i++)
    {
      const GsMatrixCell *cell = cells->pdata[i];
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, cell->source));

      if (place == 0)
        {
          Column column = { cell->source, cell->source_name, 0 };

          g_array_append_val (columns, column);
          place = columns->len;
          g_hash_table_insert (places, cell->source, GUINT_TO_POINTER (place));
        }
      g_array_index (columns, Column, place - 1).claims += cell->asserted + cell->denied;
    }
  g_array_sort (columns, more_first);

  return columns;
}

/* Widgets --------------------------------------------------------------------- */

static void
clicked_cb (GtkWidget *button, GsQuestionMatrix *self)
{
  g_autofree char *question = g_strdup (g_object_get_data (G_OBJECT (button), "question"));
  g_autofree char *source = g_strdup (g_object_get_data (G_OBJECT (button), "source"));

  g_signal_emit (self, signals[CHOSEN], 0, question, source);
}

static GtkWidget *
new_label (const char *text, gboolean heading)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), heading ? 0.5f : 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_width_chars (GTK_LABEL (label), heading ? 10 : 24);
  gtk_label_set_max_width_chars (GTK_LABEL (label), heading ? 10 : 32);
  gs_tooltip_set (label, text);
  gtk_widget_set_valign (label, heading ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
  if (heading)
    gtk_widget_add_css_class (label, "caption-heading");

  return label;
}

/* "3 + 1": said by figure and by colour, and in words to screen readers. */
static GtkWidget *
new_cell (GsQuestionMatrix *self, const GsMatrixCell *cell, const char *question)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *asserted = g_strdup_printf ("+%d", (int) cell->asserted);
  g_autofree char *denied = g_strdup_printf ("−%d", (int) cell->denied);
  /* Translators: a source, a question, and how often the source asserts and denies something on it */
  g_autofree char *spoken = gs_compose (_ ("%s on “%s”: asserts %d, denies %d"), cell->source_name, question,
                                        (int) cell->asserted, (int) cell->denied);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  if (cell->asserted > 0)
    {
      GtkWidget *label = gtk_label_new (asserted);

      gtk_widget_add_css_class (label, "badge");
      gtk_widget_add_css_class (label, "accent");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (cell->denied > 0)
    {
      GtkWidget *label = gtk_label_new (denied);

      gtk_widget_add_css_class (label, "badge");
      gtk_widget_add_css_class (label, "error");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gs_tooltip_set (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "question", g_strdup (cell->question), g_free);
  g_object_set_data_full (G_OBJECT (button), "source", g_strdup (cell->source), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);

  return button;
}

static void
clear (GsQuestionMatrix *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

static void
show_cells (GsQuestionMatrix *self, const Matrix *matrix, const GArray *columns)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < columns->len && i < MOST_SOURCES; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);

      g_hash_table_insert (places, (gpointer) column->uuid, GUINT_TO_POINTER (i + 1));
      gtk_grid_attach (GTK_GRID (self->grid), new_label (column->name, TRUE), (int) i + 1, 0, 1, 1);
    }
  for (guint i = 0; i < matrix->questions->len; i++)
    {
      const GsQuestionListing *question = matrix->questions->pdata[i];

      g_hash_table_insert (rows, question->uuid, GUINT_TO_POINTER (i + 1));
      gtk_grid_attach (GTK_GRID (self->grid), new_label (question->text, FALSE), 0, (int) i + 1, 1, 1);
    }
  for (guint i = 0; i < matrix->cells->len; i++)
    {
      const GsMatrixCell *cell = matrix->cells->pdata[i];
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, cell->question));
      guint column = GPOINTER_TO_UINT (g_hash_table_lookup (places, cell->source));

      if (row > 0 && column > 0)
        gtk_grid_attach (GTK_GRID (self->grid),
                         new_cell (self, cell, ((const GsQuestionListing *) matrix->questions->pdata[row - 1])->text),
                         (int) column, (int) row, 1, 1);
    }
}

typedef struct
{
  GsQuestionMatrix *matrix;
  guint generation;
} Asked;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (GsQuestionMatrix) self = asked->matrix;
  Matrix *matrix = gs_workspace_call_finish (GS_WORKSPACE (source), result, NULL);
  g_autoptr (GArray) columns = NULL;

  if (matrix != NULL && asked->generation == self->generation && self->stack != NULL)
    {
      columns = find_columns (matrix->cells);
      clear (self);
      show_cells (self, matrix, columns);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), columns->len > 0 ? "table" : "empty");
      gtk_widget_set_visible (self->rest, matrix->questions->len == MOST_QUESTIONS || columns->len > MOST_SOURCES);
    }
  g_clear_pointer (&matrix, matrix_free);
}

/**
 * gs_question_matrix_read:
 * @self: a #GsQuestionMatrix
 *
 * Reads it anew; returns at once.
 */
void
gs_question_matrix_read (GsQuestionMatrix *self)
{
  Asked *asked;

  g_return_if_fail (GS_IS_QUESTION_MATRIX (self));

  asked = g_new0 (Asked, 1);
  asked->matrix = g_object_ref (self);
  asked->generation = ++self->generation;
  gs_workspace_call_async (self->workspace, read_func, NULL, NULL, matrix_free, NULL, read_cb, asked);
}

/**
 * gs_question_matrix_find:
 * @self: a #GsQuestionMatrix
 * @question: UUID
 * @source: UUID
 *
 * Returns: (transfer none) (nullable): the button of that cell; %NULL when the source says
 *   nothing on the question, or the table has no place for it
 */
GtkWidget *
gs_question_matrix_find (GsQuestionMatrix *self, const char *question, const char *source)
{
  g_return_val_if_fail (GS_IS_QUESTION_MATRIX (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (self->grid); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_strcmp0 (g_object_get_data (G_OBJECT (child), "question"), question) == 0
          && g_strcmp0 (g_object_get_data (G_OBJECT (child), "source"), source) == 0)
        return child;
    }

  return NULL;
}

/**
 * gs_question_matrix_new:
 * @workspace: a workspace
 *
 * Returns: (transfer floating): the table, being read
 */
GtkWidget *
gs_question_matrix_new (GsWorkspace *workspace)
{
  GsQuestionMatrix *self = g_object_new (GS_TYPE_QUESTION_MATRIX, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (gs_question_matrix_read), self, G_CONNECT_SWAPPED);
  gs_question_matrix_read (self);

  return GTK_WIDGET (self);
}

static void
gs_question_matrix_dispose (GObject *object)
{
  GsQuestionMatrix *self = GS_QUESTION_MATRIX (object);

  self->generation++;
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_question_matrix_parent_class)->dispose (object);
}

static void
gs_question_matrix_class_init (GsQuestionMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gs_question_matrix_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
gs_question_matrix_init (GsQuestionMatrix *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *empty = adw_status_page_new ();

  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 3);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  self->rest = gtk_label_new (_ ("The most answered questions and the sources that say most are shown."));
  gtk_widget_add_css_class (self->rest, "dim-label");
  gtk_widget_set_halign (self->rest, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (self->rest), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->rest), 0.f);
  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_box_append (GTK_BOX (box), self->rest);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);

  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("No Answers Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _ ("Claims that answer a question and say who says so are counted here."));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "table");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}
