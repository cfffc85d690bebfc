/// What one code of a scheme means, in both languages.
package struct CodeLabel: Sendable, Equatable {
  /// `aspect`, `unit`, `fund`, `kind` …
  package var scheme: String
  package var code: String
  package var zh: String
  package var en: String

  package init(scheme: String, code: String, zh: String, en: String) {
    self.scheme = scheme
    self.code = code
    self.zh = zh
    self.en = en
  }
}
