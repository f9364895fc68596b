#ifndef BATON_CLIBXML2_SHIM_H
#define BATON_CLIBXML2_SHIM_H

// libxml2's headers pull in ICU's where it was built with it, and those clash with the ICU inside Foundation when
// a module sees both. Nothing here uses what they declare.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>

#endif
