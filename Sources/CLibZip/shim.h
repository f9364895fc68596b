#ifndef BATON_CLIBZIP_SHIM_H
#define BATON_CLIBZIP_SHIM_H

#include <zip.h>

#endif
