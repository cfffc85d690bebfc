/// What kind of thing a stage noticed and went on with: stable, for machines (`pdf.needs_ocr`).
///
/// It is open: each stage, and each format, names its codes beside the code that notices them, so
/// that a new one is added in one place. Those that another stage asks for stand here.
package struct NoticeCode: RawRepresentable, Sendable, Hashable {
  /// What the output says.
  package let rawValue: String

  /// A code by what the output says.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// The publisher says that figures may differ by rounding, so checks allow twice as much.
  package static let roundingNote = NoticeCode(rawValue: "rounding_note")
  /// More figures of the report are doubtful than understood.
  package static let layoutNotUnderstood = NoticeCode(rawValue: "layout_not_understood")
}

/// How grave it is what a stage noticed; the raw value is what the output says.
package enum NoticeSeverity: String, Sendable, CaseIterable {
  /// Good to know.
  case note
  /// Something may be missing or wrong.
  case warning
  /// Something is wrong.
  case error
}

extension NoticeCode: CustomStringConvertible {
  /// What the output says.
  package var description: String { rawValue }
}

extension NoticeSeverity: CustomStringConvertible {
  /// What the output says.
  package var description: String { rawValue }
}
