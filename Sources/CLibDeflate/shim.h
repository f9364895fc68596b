#ifndef BATON_CLIBDEFLATE_SHIM_H
#define BATON_CLIBDEFLATE_SHIM_H

#include <libdeflate.h>

#endif
