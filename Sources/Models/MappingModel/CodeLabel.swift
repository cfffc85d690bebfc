/// What one code of a scheme means, in both languages.
package struct CodeLabel: Sendable, Equatable {
  /// `aspect`, `unit`, `fund`, `kind` …
  package var scheme: String
  /// The code itself: what an output says.
  package var code: String
  /// What it is called in Chinese.
  package var zh: String
  /// What it is called in English.
  package var en: String

  /// A label with all it tells.
  package init(scheme: String, code: String, zh: String, en: String) {
    self.scheme = scheme
    self.code = code
    self.zh = zh
    self.en = en
  }
}
