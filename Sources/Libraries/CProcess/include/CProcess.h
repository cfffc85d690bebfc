/* What Swift cannot call of the system: functions with variable arguments. */
#ifndef CPROCESS_H
#define CPROCESS_H
#include <stdint.h>

/* The kernel kills the calling process when the process that forked it ends, however that ends. Returns 0, or an
   error number; ESRCH where the parent, of process id `parent`, has ended already. */
int32_t cprocess_die_with_parent(int32_t parent);

#endif
