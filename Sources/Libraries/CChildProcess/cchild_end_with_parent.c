#include "CChildProcess.h"
#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

int32_t cchild_end_with_parent(int32_t parent) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) {
    return errno;
  }
  return getppid() == parent ? 0 : ESRCH;
}
