package import DocumentModel

extension NormalizedDocument {
  /// A document whose texts are in matching form already.
  package init(unchanged document: Document) {
    self.init(
      document: document, text: document.text, ranges: document.leaves.map(\.range),
      edits: EditList())
  }
}
