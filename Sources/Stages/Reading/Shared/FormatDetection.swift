package import DocumentModel

/// Tells what a file is by its content; the name decides only where the content leaves a choice.
package enum FormatDetection {
  /// The format of a file, or why no reader takes it: what it looks like and what to do.
  package static func detect(_ bytes: [UInt8], fileName: String) throws(ReadError) -> Format {
    if bytes.isEmpty { throw .empty }
    let name = fileName.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let fileExtension =
      name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    if name.hasPrefix("~$") || isOwnerLock(bytes) {
      throw .unsupportedFormat(
        what: "the lock file that an office program leaves beside an open document",
        remedy: "give the document itself (the file whose name has no «~$»)")
    }
    if ZipContents.isZip(bytes) {
      let names = try ZipContents.names(in: bytes)
      return try format(orElse: .archive(of: names)) { $0.isFound(inEntries: names) }
    }
    if let format = try format(where: { $0.isFound(in: bytes) }) { return format }
    let decoded = try TextDecoding.decode(Array(bytes.prefix(sampleLength(of: bytes))))
    let sample = TextSample(decoded.text, fileExtension: fileExtension)
    try refuseMisnamed(sample)
    return try format { $0.isFound(in: sample) } ?? .txt
  }

  /// The format whose sign is found; throws where only a kind that is not read has it.
  private static func format(
    where isFound: (FormatSign) -> Bool
  ) throws(ReadError) -> Format? {
    if let format = Formats.all.first(where: { isFound($0.sign) }) { return format }
    if let kind = UnsupportedFormat.all.first(where: { isFound($0.sign) }) { throw kind.error }
    return nil
  }

  private static func format(
    orElse kind: UnsupportedFormat, where isFound: (FormatSign) -> Bool
  ) throws(ReadError) -> Format {
    guard let format = try format(where: isFound) else { throw kind.error }
    return format
  }

  /// Text that stands where another file was promised.
  private static func refuseMisnamed(_ sample: TextSample) throws(ReadError) {
    if sample.begins(with: "version https://git-lfs.github.com/") {
      throw .unsupportedFormat(
        what: "a pointer of git-lfs, not the file itself",
        remedy: "fetch the real file with «git lfs pull»")
    }
    let fileExtension = sample.fileExtension
    if namesOfOthers.contains(fileExtension) {
      let text = sample.lowercased
      let isPage = ["<html", "<table"].contains { TextSample.contains($0, in: text[...]) }
      let likely = isPage ? Format.html : Format.txt
      throw .unsupportedFormat(
        what: "\(likely.title) under the name of a .\(fileExtension) file",
        remedy: "get the real file again (a failed download often leaves such a file); if this is "
          + "the report, name it .\(likely.extensions.first ?? "")")
    }
    if UnsupportedFormat.dataExtensions.contains(fileExtension) {
      throw .unsupportedFormat(what: "a .\(fileExtension) file", remedy: Formats.remedy)
    }
  }

  /// The endings of names that promise something else than text.
  private static let namesOfOthers = Set(
    Formats.all.filter { !$0.sign.isOfText }.flatMap(\.extensions)
      + UnsupportedFormat.all.flatMap(\.extensions) + ["zip"])

  /// Enough to know the encoding, ended behind a line so that no character is cut.
  private static func sampleLength(of bytes: [UInt8]) -> Int {
    let limit = 65_536
    guard bytes.count > limit else { return bytes.count }
    let end = bytes[..<limit].lastIndex(of: 0x0A).map { $0 + 1 } ?? limit
    // A line feed of UTF-16 takes two bytes; an even length never cuts one.
    return max(2, end - end % 2)
  }

  /// Office's owner file: 54 or 55 bytes of name and the name again in UTF-16, 162 or 165 in all.
  private static func isOwnerLock(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 165 || bytes.count == 162, let length = bytes.first else { return false }
    return (1...54).contains(length)
      && bytes.dropFirst(Int(length) + 1).prefix(54 - Int(length))
        .allSatisfy { $0 == 0x20 || $0 == 0 }
  }
}

extension UnsupportedFormat {
  /// Why a file of this kind is not read.
  fileprivate var error: ReadError { .unsupportedFormat(what: what, remedy: remedy) }
}
