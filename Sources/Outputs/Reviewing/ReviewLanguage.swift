/// The language of a page's own words. What is quoted stays as it is printed.
package enum ReviewLanguage: String, Sendable, CaseIterable {
  case zh, en

  /// One of two wordings.
  func pick(_ zh: String, _ en: String) -> String { self == .zh ? zh : en }
}
