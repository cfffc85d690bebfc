import ArgumentParser
import Glibc

/// A list of paths from a file or from standard input.
enum FileList {
  /// No list of real reports is larger.
  private static let sizeLimit = 64 << 20

  /// The paths in a file (`-` for standard input), one a line, or between NUL characters where there
  /// is one.
  static func read(_ path: String) throws -> [String] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      Console.say("\(Console.visible(path)): the list of files cannot be read; check the path")
      throw ExitCode(2)
    }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= sizeLimit {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    guard bytes.count <= sizeLimit else {
      Console.say(
        "\(Console.visible(path)): the list of files is larger than \(sizeLimit >> 20) MB; split it"
      )
      throw ExitCode(2)
    }
    let separator: UInt8 = bytes.contains(0) ? 0 : UInt8(ascii: "\n")
    return bytes.split(separator: separator).map { line in
      let isCRLF = separator != 0 && line.last == UInt8(ascii: "\r")
      return String(decoding: isCRLF ? line.dropLast() : line, as: UTF8.self)
    }.filter { !$0.isEmpty }
  }
}
