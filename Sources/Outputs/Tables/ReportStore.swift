/// A database that reports are put into.
package protocol ReportStore: AnyObject {
  /// Of each report that is there, the digest of the JSON it was read from, by its id.
  func digests() throws(StoreError) -> [String: String]

  /// Puts reports in the place of those with the same ids, all or none of them.
  func replace(_ reports: [ReportRows]) throws(StoreError)

  /// Puts a vocabulary in the place of the one that is there.
  func replace(_ vocabulary: Vocabulary) throws(StoreError)

  /// What is best done once, after many reports.
  func finish() throws(StoreError)
}

/// Why a database does not take something.
package struct StoreError: Error, Sendable, Equatable {
  package var what: String
  package var remedy: String
  /// The rows themselves are at fault (they contradict each other), not the database.
  package var concernsRows: Bool

  package init(what: String, remedy: String, concernsRows: Bool = false) {
    self.what = what
    self.remedy = remedy
    self.concernsRows = concernsRows
  }
}

/// What codes mean, in the order of the columns of ``ReportTables/concepts`` and
/// ``ReportTables/codes``; booleans are `true` and `false`.
package struct Vocabulary: Sendable, Equatable {
  package var concepts: [[String?]]
  package var codes: [[String?]]

  package init(concepts: [[String?]], codes: [[String?]]) {
    self.concepts = concepts
    self.codes = codes
  }

  /// Rows by table, in the order of ``ReportTables/vocabularyTables``.
  package var rows: [[[String?]]] { [concepts, codes] }
}
