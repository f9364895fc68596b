// What Swift's standard library has no word for in <math.h> and <stdio.h>. A module of its own, because the C
// library's module would also give the floors below the command the clock, the locale and files.

#ifndef BATON_MATH_H
#define BATON_MATH_H

/// x to the power of y, as C rounds it.
double baton_pow(double x, double y);

/// Writes x with so many significant digits, correctly rounded: `1.5e+02`. Returns how many bytes it wrote.
int baton_significant(double x, int digits, char *buffer, int size);

#endif
