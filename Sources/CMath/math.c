// See baton_math.h.

#include "baton_math.h"

#include <math.h>

double baton_pow(double x, double y) { return pow(x, y); }
