#ifndef BATON_CLIBQRENCODE_SHIM_H
#define BATON_CLIBQRENCODE_SHIM_H

#include <qrencode.h>

#endif
