/// Which names of files are those of reports.
package struct ReportNames: Sendable {
  /// With the dot, in lower case.
  private let endings: [String]

  /// For names with these extensions (without the dot).
  package init(extensions: [String]) { endings = extensions.map { "." + $0 } }

  /// Whether a name, in whatever letter case, is one of a report.
  package func isReport(_ name: String) -> Bool {
    let name = name.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }

  /// «.pdf, .html, .txt».
  package var list: String { endings.joined(separator: ", ") }

  /// «.pdf, .html or .txt».
  var alternatives: String {
    "\(endings.dropLast().joined(separator: ", ")) or \(endings.last ?? "")"
  }
}
