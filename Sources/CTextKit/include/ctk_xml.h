#ifndef CTK_XML_H
#define CTK_XML_H
#include <stddef.h>
#include <stdint.h>
#endif
