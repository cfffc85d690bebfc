/// A table as it stands in lines of text.
struct TextTable {
  /// One cell; a continuation of the cell above (`isMerged`) has no text of its own.
  struct Cell: Equatable {
    var range: Range<Int>
    /// Index of the line on which its text starts.
    var line: Int
    var column = 0
    var columnSpan = 1
    var isMerged = false
  }

  /// Which lines it takes.
  var lines: Range<Int>
  var columns: Int
  var rows: [[Cell]]
}

/// What a search for a table came to.
struct TextTableSearch {
  var table: TextTable?
  /// Behind the lines that were looked at, whether they are a table or not.
  var end: Int
}
