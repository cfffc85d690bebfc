import DocumentModel
import TextLibraries

/// The parts of a workbook's ZIP container, each streamed into its handler.
final class XLSXPackage {
  private let archive: ZipArchive
  /// What all parts together may still unpack to. Real reports stay far below; more is a bomb,
  /// whatever its headers declare. One budget for all, since entries can share the same packed
  /// bytes, and a part that is read twice counts twice.
  private var budget: Int
  /// The archive's names by their plain form, made when a name is not found as it is written.
  private lazy var names: [String: String] = Dictionary(
    archive.names.map { (Self.plain($0), $0) }, uniquingKeysWith: { first, _ in first })

  init(_ bytes: [UInt8]) throws(ReadError) {
    do {
      archive = try ZipArchive(bytes)
    } catch {
      throw .damaged(what: "the ZIP container is cut off or broken", place: "the end of the file")
    }
    budget = min(256 << 20, max(64 << 20, 50 * bytes.count))
  }

  /// Streams a part into its handler.
  ///
  /// - Returns: false where there is no such part.
  /// - Throws: `damaged`, `refused` or `limitExceeded` with the part's name.
  @discardableResult
  func parse(_ name: String, with part: some XLSXPart) throws(ReadError) -> Bool {
    let stream = XMLStream(handler: part)
    var failure: XMLStreamError?
    func feed(_ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Bool {
      do throws(XMLStreamError) {
        try stream.feed(chunk, isLast: isLast)
        return part.error == nil
      } catch {
        failure = error
        return false
      }
    }
    let found = try read(name) { feed($0, isLast: false) }
    guard found else { return false }
    if failure == nil, part.error == nil {
      // Safe: empty.
      _ = feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    }
    if let error = part.error { throw error }
    if let failure { throw failure.readError(part: name) }
    return true
  }

  /// Streams a part's bytes; false where there is no such part under its name, or under one that
  /// differs in letter case or in the direction of its slashes, as some exporters write them.
  private func read(
    _ name: String, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(ReadError) -> Bool {
    var unpacked = 0
    defer { budget -= unpacked }
    func stream(_ entry: String) throws(ZipError) {
      try archive.read(entry, limit: budget) {
        unpacked += $0.count
        return body($0)
      }
    }
    do throws(ZipError) {
      try stream(name)
      return true
    } catch {
      guard error == .noEntry else { throw Self.readError(error, part: name) }
    }
    guard let other = names[Self.plain(name)] else { return false }
    do throws(ZipError) {
      try stream(other)
      return true
    } catch {
      throw Self.readError(error, part: other)
    }
  }

  private static func plain(_ name: String) -> String {
    let slashes = name.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    return String(decoding: slashes.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self).lowercased()
  }

  private static func readError(_ error: ZipError, part: String) -> ReadError {
    switch error {
    case .encrypted: .refused(what: "encryption; save the workbook without a password", place: part)
    case .tooLarge(let limit):
      .limitExceeded(
        what: "the unpacked size of all parts, reached in \(part)", limit: "\(limit >> 20) MB left")
    case .notAnArchive, .damaged, .noEntry:
      .damaged(what: "the packed data is broken", place: part)
    case .outOfMemory: .limitExceeded(what: "memory for \(part)", limit: "what is free")
    }
  }
}

/// A part's handler. Once it has an error (a limit was passed), the parse stops.
protocol XLSXPart: MarkupEventHandler {
  var error: ReadError? { get }
}

extension MarkupAttributes {
  /// An attribute's text. libxml2 leaves an ampersand escaped where it replaces no entities.
  func text(_ name: StaticString) -> String? {
    guard let value = self[name] else { return nil }
    guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
    let escaped = Array("&#38;".utf8)
    var plain: [UInt8] = []
    var rest = Array(value.utf8)[...]
    while let byte = rest.first {
      plain.append(byte)
      rest = rest.dropFirst(rest.starts(with: escaped) ? escaped.count : 1)
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// A whole number; nil where there is none.
  func number(_ name: StaticString) -> Int? { self[name].flatMap { Int($0) } }

  /// «1» or «true».
  func isTrue(_ name: StaticString) -> Bool {
    switch self[name] {
    case "1", "true": true
    default: false
    }
  }
}
