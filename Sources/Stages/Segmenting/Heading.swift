/// A paragraph that opens a section.
struct Heading {
  /// How it is numbered, from 1 for «第一部分» to 6 for what stands below «(1)» or has no number.
  var level: Int
  /// The number as printed, in matching form.
  var ordinal: String
  /// The text behind the number, in matching form.
  var text: String
  /// Where content begins in the leaf's normalized text, when heading and text share a paragraph.
  var contentStart: Int?
}
