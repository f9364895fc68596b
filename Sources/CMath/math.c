// See baton_math.h.

#include "baton_math.h"

#include <math.h>
#include <stdio.h>

double baton_pow(double x, double y) { return pow(x, y); }

int baton_significant(double x, int digits, char *buffer, int size) {
  return snprintf(buffer, (size_t)size, "%.*e", digits - 1, x);
}
