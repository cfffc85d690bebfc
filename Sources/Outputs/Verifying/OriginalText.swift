internal import OutputReading

/// Gives what really stands at a place of a file, by means of its own and not those of the reader whose
/// places are proved.
protocol OriginalText {
  /// What stands in the paragraph, cell or range at a place, in each way in which it may be read, with
  /// and without what is hidden; none where there is no such place.
  func passages(at place: Output.Place) -> [Passage]

  /// Whether a text that stands at a place is printed as another one: a workbook stores 0.125 and prints
  /// «12.5 %».
  func prints(_ stored: String, as printed: String) -> Bool
}

extension OriginalText {
  /// What stands there is what is printed.
  func prints(_ stored: String, as printed: String) -> Bool { false }
}
