#ifndef BATON_CLIBQPDF_SHIM_H
#define BATON_CLIBQPDF_SHIM_H

#include <qpdf/qpdf-c.h>

#endif
