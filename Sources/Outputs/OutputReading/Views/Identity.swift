extension Output {
  /// Which report an output is of and what it was read from.
  package struct Identity: Sendable {
    private let node: OutputNode?

    init(_ node: OutputNode?) { self.node = node }

    /// Sixteen hexadecimal digits.
    package var id: String { node?.words("id") ?? "" }
    /// The title as printed.
    package var title: String? { node?["title"]?.text }
    /// The body that reports.
    package var institution: String? { node?["institution"]?.text }
    /// The year that is reported on.
    package var fiscalYear: Int? { node?["fiscalYear"]?.integer }
    /// What kind of document it is.
    package var kind: String { node?["kind"]?.text ?? "unknown" }
    /// The id of the mapping layout that was taken.
    package var layout: String { node?["layout"]?.words("id") ?? "" }
    /// The file it was read from.
    package var source: SourceFile { SourceFile(node?["source"]) }
  }

  /// The file a report was read from.
  package struct SourceFile: Sendable {
    private let node: OutputNode?

    init(_ node: OutputNode?) { self.node = node }

    /// Its name without folders.
    package var file: String? { node?["file"]?.text }
    /// Its format.
    package var format: String { node?.words("format") ?? "" }
    /// Its character encoding; nil where the format leaves no choice.
    package var encoding: String? { node?["encoding"]?.text }
    /// In hexadecimal digits.
    package var sha256: String? { node?["sha256"]?.text }
    /// Number of pages; nil where the format has none.
    package var pages: Int? { node?["pages"]?.integer }
  }
}
