internal import ReportModel
internal import ValueModel

extension Shape where Value == ReportIdentity {
  /// Which report this is.
  static var identity: Shape<ReportIdentity> {
    .record(
      "identity", "Which report this is and what it was read from.",
      [
        Property(
          "id", "First 16 hexadecimal digits of the file's SHA-256.", .pattern("^[0-9a-f]{16}$")
        ) {
          $0.id
        },
        Property("key", "institution/year/kind: groups publications of one report.", .string) {
          $0.key
        },
        .nullable("title", "The title as printed.", .string) { $0.title },
        .nullable("institution", "The body that reports.", .string) { $0.institution },
        .nullable("fiscalYear", "The year that is reported on.", .count) { $0.fiscalYear },
        Property("kind", "What kind of document it is.", .rawValue) { $0.kind },
        Property("layout", "The mapping layout that was taken.", .layout) { $0.layout },
        Property("source", "The file it was read from.", .file) { $0.source },
      ])
  }
}

extension Shape where Value == LayoutMatch {
  /// The layout that was taken.
  static var layout: Shape<LayoutMatch> {
    .record(
      "layout", "A mapping layout and how well the report fits it.", oneLine: true,
      [
        Property("id", "The layout's id.", .string) { $0.id },
        Property("score", "Share of the expected headings that were seen, 0 to 1.", .amount) {
          $0.score
        },
        .list("seen", "The headings by which it was recognized.", .string) { $0.seen },
      ])
  }
}

extension Shape where Value == SourceFile {
  /// The file a report was read from.
  static var file: Shape<SourceFile> {
    .record(
      "file", "The file a report was read from.",
      [
        Property("file", "Its name without folders.", .string) { $0.file },
        Property("format", "Its format.", .string) { $0.format.rawValue },
        .nullable(
          "encoding", "Its character encoding; null where the format leaves no choice.",
          .string
        ) {
          $0.encoding
        },
        Property("sha256", "Its SHA-256.", .pattern("^[0-9a-f]{64}$")) { $0.sha256 },
        Property("bytes", "Its size.", .count) { $0.bytes },
        .nullable("pages", "Number of pages; null where the format has none.", .count) {
          $0.pages
        },
      ])
  }
}
