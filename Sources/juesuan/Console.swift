import ArgumentParser
import Files
import Glibc

/// Standard output for data, standard error for talk.
enum Console {
  /// Writes data. That the reader of a pipe has gone is no error: it has seen enough.
  static func print(_ bytes: [UInt8]) throws {
    signal(SIGPIPE, SIG_IGN)
    switch WholeWrite.write(bytes, to: STDOUT_FILENO) {
    case 0: break
    case EPIPE: throw ExitCode.success
    default:
      say("juesuan: cannot write the data out; check the disk")
      throw ExitCode.failure
    }
  }

  /// A name as it can be shown: what would move the cursor or begin a line is written out.
  static func visible(_ name: String) -> String { visible(name, keeping: []) }

  /// Lines as they can be shown, whatever names and words of reports stand in them.
  private static func visible(lines: String) -> String { visible(lines, keeping: ["\n", "\t"]) }

  private static func visible(_ text: String, keeping kept: Set<Unicode.Scalar>) -> String {
    func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.generalCategory == .control && !kept.contains(scalar)
    }
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    return text.unicodeScalars.reduce(into: "") { shown, scalar in
      if isHarmful(scalar) {
        shown += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
  }

  /// Writes lines for people to standard output.
  static func print(lines: String) throws { try print(Array(visible(lines: lines).utf8)) }

  /// Tells people something; whether they listen does not matter.
  static func say(_ message: String) { write(visible(lines: message) + "\n") }

  /// The same without a line feed.
  static func write(_ message: String) {
    signal(SIGPIPE, SIG_IGN)
    _ = WholeWrite.write(Array(message.utf8), to: STDERR_FILENO)
  }
}
