#ifndef CTK_HTML_H
#define CTK_HTML_H
#include <stddef.h>
#include <stdint.h>
#endif
