package import ValueModel

/// Which report this is and where it came from.
package struct ReportIdentity: Sendable, Equatable {
  /// The first 16 hexadecimal digits of the source's SHA-256.
  package var id: String
  /// `institution/year/kind`: groups several publications of one report.
  package var key: String
  /// The title as printed; nil where none was found.
  package var title: String?
  /// The body that reports, as printed; nil where nothing names it.
  package var institution: String?
  /// The year that is reported on; nil where nothing tells it.
  package var fiscalYear: Int?
  /// What kind of document it is.
  package var kind: ReportKind
  /// The mapping layout it was read with.
  package var layout: LayoutMatch
  /// The file it was read from.
  package var source: SourceFile

  /// An identity with all it tells.
  package init(
    id: String, key: String, title: String?, institution: String?, fiscalYear: Int?,
    kind: ReportKind,
    layout: LayoutMatch, source: SourceFile
  ) {
    self.id = id
    self.key = key
    self.title = title
    self.institution = institution
    self.fiscalYear = fiscalYear
    self.kind = kind
    self.layout = layout
    self.source = source
  }
}

/// The mapping layout that was taken, and how well the report fits it.
package struct LayoutMatch: Sendable, Equatable {
  /// The layout's id.
  package var id: String
  /// 0…1 with two decimals: the share of the layout's expected headings that were seen.
  package var score: Amount
  /// The headings by which it was recognized.
  package var seen: [String]

  /// A layout and how well it fits.
  package init(id: String, score: Amount, seen: [String] = []) {
    self.id = id
    self.score = score
    self.seen = seen
  }
}

/// The file a report was read from.
package struct SourceFile: Sendable, Equatable {
  /// The file's name without its folder, so that outputs do not depend on where it lay.
  package var file: String
  /// The format it is in.
  package var format: SourceFormat
  /// «UTF-8», «GB18030» …; nil where the format leaves no choice.
  package var encoding: String?
  /// Its SHA-256 in hexadecimal digits.
  package var sha256: String
  /// Its size.
  package var bytes: Int
  /// Number of pages; nil where the format has none.
  package var pages: Int?

  /// A file with all that is told of it.
  package init(
    file: String, format: SourceFormat, encoding: String?, sha256: String, bytes: Int, pages: Int?
  ) {
    self.file = file
    self.format = format
    self.encoding = encoding
    self.sha256 = sha256
    self.bytes = bytes
    self.pages = pages
  }
}
