#ifndef BATON_CLIBXLSXWRITER_SHIM_H
#define BATON_CLIBXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
