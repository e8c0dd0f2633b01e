/* test-thread-task.c: what a thread works for dies where it lives.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-test.h"
#include "gs-thread-task.h"

typedef struct
{
  GThread *here;
  gboolean answered;
  gboolean let_go; /* by whoever asked: the thread may end now; atomic */
  gboolean source_died;
  gboolean data_died;
} Course;

static void
source_died_cb (gpointer data, GObject *source)
{
  Course *course = data;

  g_assert_true (g_thread_self () == course->here);
  course->source_died = TRUE;
}

static void
data_free (gpointer data)
{
  Course *course = data;

  g_assert_true (g_thread_self () == course->here);
  course->data_died = TRUE;
}

static gpointer
let_go_late (gpointer data)
{
  GTask *task = data;
  Course *course = g_task_get_task_data (task);

  while (!g_atomic_int_get (&course->let_go))
    g_usleep (1000);
  g_object_unref (task);

  return NULL;
}

/* The thread of a task lets go of it after it has answered. How long after is
 * chance; here, another one holds it until the last. */
static void
answer_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_thread_unref (g_thread_new ("late", let_go_late, g_object_ref (task)));
  g_task_return_boolean (task, TRUE);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Course *course = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (G_IS_OBJECT (source));
  g_assert_true (g_task_propagate_boolean (G_TASK (result), &error));
  g_assert_no_error (error);
  course->answered = TRUE;
}

static gboolean
has_answered (gpointer data)
{
  return ((Course *) data)->answered;
}

static gboolean
is_over (gpointer data)
{
  const Course *course = data;

  return course->source_died && course->data_died;
}

static void
test_last_to_hold (void)
{
  Course course = { .here = g_thread_self () };
  GObject *source = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_weak_ref (source, source_died_cb, &course);
  gs_thread_task_run (source, NULL, answer_thread, &course, data_free, answered_cb, &course);
  gs_test_pump_until (has_answered, &course, 10);
  g_object_unref (source);
  g_assert_false (course.source_died);
  g_assert_false (course.data_died);

  g_atomic_int_set (&course.let_go, TRUE);
  gs_test_pump_until (is_over, &course, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/thread-task/last-to-hold", test_last_to_hold);

  return g_test_run ();
}
