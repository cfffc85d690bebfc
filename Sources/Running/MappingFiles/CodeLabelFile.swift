package import MappingModel

/// Reads `labels.tsv`: scheme, code, Chinese and English label, one code a line.
package enum CodeLabelFile {
  /// A folder without the file has no such labels.
  ///
  /// - Throws: where a line has not four fields that say something, or a code comes twice.
  package static func read(in folder: MappingFolder) throws(MappingError) -> [CodeLabel] {
    let file = "labels.tsv"
    guard folder.has(file) else { return [] }
    let path = folder.path(of: file)
    var labels: [CodeLabel] = []
    var seen: Set<[String]> = []
    let lines = try folder.bytes(of: file).split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard fields.count == 4, fields.allSatisfy({ !$0.isEmpty }) else {
        throw MappingError(
          file: path, line: index + 1, message: "needs scheme, code, zh and en between tabs")
      }
      guard seen.insert([fields[0], fields[1]]).inserted else {
        throw MappingError(
          file: path, line: index + 1, message: "«\(fields[1])» of \(fields[0]) comes twice")
      }
      labels.append(
        CodeLabel(scheme: fields[0], code: fields[1], zh: fields[2], en: fields[3]))
    }
    return labels
  }
}
