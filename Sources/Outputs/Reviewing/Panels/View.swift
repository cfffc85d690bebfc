internal import DocumentModel
internal import ReportModel

/// What a template is given, by the names that it uses.
///
/// A name that is missing is looked for further out by the engine, so names of different levels
/// differ, or the template says «.name».
typealias View = [String: Any]

/// What every panel is made with.
struct PanelContext {
  var language: ReviewLanguage
  var labels: ReviewLabels
  var claims = ClaimList()

  /// One of two wordings.
  func say(_ zh: String, _ en: String) -> String { language.pick(zh, en) }

  /// A word for a code of a scheme; the code itself where it has none.
  func word(_ scheme: ReviewLabels.Scheme, _ code: String) -> String {
    labels.word(scheme, for: code, language)
  }

  /// What amounts told in a scale are told in.
  func name(of scale: Money.Scale) -> String { word(.unit, scale.unit.rawValue) }

  /// A place in few words: a path by its end, which the reader sees first.
  func brief(_ locator: Locator) -> String {
    guard case .path(let path) = locator else { return words(for: locator) }
    let inner = path.split(separator: "#").last.map(String.init) ?? path
    return inner.split(separator: "/").suffix(3).joined(separator: "/")
  }

  /// A page in words.
  func words(forPage page: Int) -> String { say("第\(page)页", "page \(page)") }

  /// A place in words.
  func words(for locator: Locator) -> String {
    switch locator {
    case .text(let line, _): say("第\(line)行", "line \(line)")
    case .page(let page, _): words(forPage: page)
    case .sheet(let sheet, let cell): "\(sheet)!\(cell)"
    case .path(let path): path
    }
  }
}
