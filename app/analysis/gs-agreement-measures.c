/* gs-agreement-measures.c: Cohen's kappa and Krippendorff's alpha.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-agreement.h"

#include <math.h>

/* (agreement - chance) / (1 - chance) */
static double
beyond_chance (double observed, double expected)
{
  return expected < 1.0 ? (observed - expected) / (1.0 - expected) : NAN;
}

/**
 * gs_cohen_kappa:
 * @matrix: (array): counts, the categories of one annotator down, of the other across
 * @n: how many categories
 *
 * After Cohen (1960).
 *
 * Returns: the coefficient; NaN when there are no counts or nothing varies
 */
double
gs_cohen_kappa (const double *matrix, guint n)
{
  double total = 0.0, agreed = 0.0, chance = 0.0;

  for (guint i = 0; i < n * n; i++)
    total += matrix[i];
  if (!(total > 0.0))
    return NAN;

  for (guint i = 0; i < n; i++)
    {
      double row = 0.0, column = 0.0;

      for (guint j = 0; j < n; j++)
        {
          row += matrix[i * n + j];
          column += matrix[j * n + i];
        }
      agreed += matrix[i * n + i] / total;
      chance += row / total * (column / total);
    }

  return beyond_chance (agreed, chance);
}

/**
 * gs_alpha_add:
 * @coincidences: (array) (inout): counted on
 * @n: how many categories
 * @values: (array length=n_values): what the annotators say of one unit, -1 for nothing
 * @n_values: how many annotators
 * @weight: how many units of that kind
 */
void
gs_alpha_add (double *coincidences, guint n, const int *values, guint n_values, double weight)
{
  guint given = 0;

  for (guint i = 0; i < n_values; i++)
    given += values[i] >= 0;
  if (given < 2)
    return;

  for (guint i = 0; i < n_values; i++)
    {
      for (guint j = 0; j < n_values; j++)
        {
          if (i != j && values[i] >= 0 && values[j] >= 0)
            coincidences[(guint) values[i] * n + (guint) values[j]] += weight / (given - 1);
        }
    }
}

/**
 * gs_alpha:
 * @coincidences: (array): of pairs of values, from gs_alpha_add()
 * @n: how many categories
 *
 * For nominal data, after Krippendorff (2011), “Computing Krippendorff's
 * Alpha-Reliability”.
 *
 * Returns: the coefficient; NaN when there are no pairs or nothing varies
 */
double
gs_alpha (const double *coincidences, guint n)
{
  double total = 0.0, agreed = 0.0, chance = 0.0;

  for (guint i = 0; i < n * n; i++)
    total += coincidences[i];
  if (!(total > 1.0))
    return NAN;

  for (guint i = 0; i < n; i++)
    {
      double row = 0.0;

      for (guint j = 0; j < n; j++)
        row += coincidences[i * n + j];
      agreed += coincidences[i * n + i] / total;
      chance += row * (row - 1.0) / (total * (total - 1.0));
    }

  return beyond_chance (agreed, chance);
}
