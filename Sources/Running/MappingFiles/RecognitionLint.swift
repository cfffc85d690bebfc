import MappingModel

/// Looks for layouts that no report is read with, or that take another's reports.
enum RecognitionLint {
  static func problems(_ files: [LayoutFile]) -> [MappingLint.Problem] {
    var problems: [MappingLint.Problem] = []
    for (index, file) in files.enumerated() where file.id != "common" {
      let headings = file.layout.recognizedBy
      guard !headings.isEmpty else {
        problems.append(
          problem(
            true, file,
            "has no «recognize», so that no report is ever read with it; name three to eight headings"
          ))
        continue
      }
      for other in files[..<index] where other.id != "common" {
        if Set(other.layout.recognizedBy) == Set(headings) {
          problems.append(
            problem(
              true, file,
              "is recognized by the same headings as «\(other.id)», so that its reports are taken for "
                + "that one's; name one that only its own reports have"))
        }
      }
    }
    return problems
  }

  private static func problem(
    _ isError: Bool, _ file: LayoutFile, _ message: String
  ) -> MappingLint.Problem {
    MappingLint.Problem(
      isError: isError, error: MappingError(file: file.path, message: message))
  }
}
