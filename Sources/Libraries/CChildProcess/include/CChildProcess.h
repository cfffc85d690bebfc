/* What a forked process asks of Linux by prctl(2), which Swift cannot call: its arguments are variable. */
#ifndef CCHILDPROCESS_H
#define CCHILDPROCESS_H
#include <stdint.h>

/* The kernel kills the calling process when the process that forked it ends, however that ends. Returns 0, or an
   error number; ESRCH where the parent, of process id `parent`, has ended already. */
int32_t cchild_end_with_parent(int32_t parent);

#endif
