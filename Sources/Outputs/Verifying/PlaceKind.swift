internal import OutputReading

/// A kind of places, and how a source is opened to look them up.
///
/// The places of an output tell themselves of which kind they are, so that a new format of reports whose
/// places are of a known kind is verified without a change here. A new kind is one entry of ``all``.
struct PlaceKind: Sendable {
  /// Whether a place is of this kind.
  let holds: @Sendable (Output.Place) -> Bool
  /// Opens a source of which these places are told; nil where it cannot be read as such.
  let open:
    @Sendable (
      _ source: [UInt8], _ encoding: String?, _ places: [QuotedPlace]
    ) -> (any OriginalText)?

  static let all = [
    // Bytes of a text file.
    PlaceKind(holds: { $0.bytes != nil }) { source, encoding, _ in
      PlainSource(bytes: source, encoding: encoding ?? "UTF-8")
    },
    // Elements of a part of a package: «word/document.xml#/body/p[3]».
    PlaceKind(holds: { $0.path.map { !$0.hasPrefix("/") } ?? false }) { source, _, places in
      MarkupSource(docx: source, paths: paths(of: places))
    },
    // Elements of a page: «/html/body/p[3]».
    PlaceKind(holds: { $0.path?.hasPrefix("/") ?? false }) { source, encoding, places in
      MarkupSource(html: source, encoding: encoding ?? "UTF-8", paths: paths(of: places))
    },
    // Cells of a workbook.
    PlaceKind(holds: { $0.sheet != nil }) { source, _, _ in SpreadsheetSource(source) },
    // Boxes on pages.
    PlaceKind(holds: { $0.page != nil }) { source, _, _ in PageSource(source) },
  ]

  private static func paths(of places: [QuotedPlace]) -> Set<String> {
    Set(places.compactMap(\.place.path))
  }

  /// The source of an output's places, opened as the first of them asks for; nil where no place is of a
  /// known kind, or where the source cannot be read as such.
  static func source(
    _ bytes: [UInt8], encoding: String?, of places: [QuotedPlace]
  ) -> (any OriginalText)? {
    for place in places {
      if let kind = all.first(where: { $0.holds(place.place) }) {
        return kind.open(bytes, encoding, places)
      }
    }
    return nil
  }
}
