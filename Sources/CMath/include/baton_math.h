// The one function of <math.h> that Swift's standard library has no word for. A module of its own, because the
// C library's module would also give the floors below the command the clock, the locale and files.

#ifndef BATON_MATH_H
#define BATON_MATH_H

/// x to the power of y, as C rounds it.
double baton_pow(double x, double y);

#endif
