import ArgumentParser
import Files
import Glibc

/// Standard output for data, standard error for talk.
enum Console {
  /// Writes data. That the reader of a pipe has gone is no error: it has seen enough.
  static func print(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) throws {
    signal(SIGPIPE, SIG_IGN)
    switch WholeWrite.write(bytes, to: descriptor) {
    case 0: break
    case EPIPE: throw ExitCode.success
    default:
      say("juesuan: cannot write the data out; check the disk")
      throw ExitCode.failure
    }
  }

  /// A name as it can be shown: what would move the cursor or begin a line is written out.
  static func visible(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return name
    }
    return name.unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.properties.generalCategory == .control {
        text += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Tells people something; whether they listen does not matter.
  static func say(_ message: String) { write(message + "\n") }

  /// The same without a line feed.
  static func write(_ message: String) {
    signal(SIGPIPE, SIG_IGN)
    _ = WholeWrite.write(Array(message.utf8), to: STDERR_FILENO)
  }
}
