/* The whole C boundary. Only <stdint.h> and <stddef.h> may be included below this line: headers of
   ICU, libxml2 and libzip clash with Foundation's own ICU when Swift sees them. */
#ifndef CTEXTLIBRARIES_H
#define CTEXTLIBRARIES_H
#include "ctk_charset.h"
#include "ctk_digest.h"
#include "ctk_html.h"
#include "ctk_normalize.h"
#include "ctk_sax.h"
#include "ctk_regex.h"
#include "ctk_search.h"
#include "ctk_xml.h"
#include "ctk_yaml.h"
#include "ctk_zip.h"
#endif
