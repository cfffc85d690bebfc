/// Printed labels for people: without the line ends and spaces of a narrow cell.
enum LabelText {
  static func onOneLine(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    // Nearly all that is printed lies beyond the last of the white space, which is 0x3000.
    for scalar in text.unicodeScalars
    where scalar.value > 0x3000 || !scalar.properties.isWhitespace {
      result.append(scalar)
    }
    return String(result)
  }
}
