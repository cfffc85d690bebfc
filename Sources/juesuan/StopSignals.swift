import Glibc

/// Ctrl-C and its like, asked for rather than suffered: the run ends in order.
struct StopSignals {
  private var signals = sigset_t()

  init() {
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    sigprocmask(SIG_BLOCK, &signals, nil)
  }

  /// Whether one has come.
  func haveCome() -> Bool {
    var signals = signals
    var now = timespec()
    return sigtimedwait(&signals, nil, &now) > 0
  }
}
