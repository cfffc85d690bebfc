#ifndef CTK_ZIP_H
#define CTK_ZIP_H
#include <stddef.h>
#include <stdint.h>
#endif
