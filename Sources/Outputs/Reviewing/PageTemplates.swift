import FoundationEssentials
import Mustache
import TextLibraries

/// The templates of pages, with the style sheet and scripts that stand in them.
package struct PageTemplates: Sendable {
  private let library: MustacheLibrary

  /// - Throws: where a template is not well formed, which a test would have found.
  package init() throws {
    HTMLEscaping.register()
    // The engine gives partials its own escaping again, so each names ours.
    let mark = "{{% CONTENT_TYPE: \(HTMLEscaping.name) }}"
    let sources: [(String, [UInt8])] = [
      ("report", PackageResources.report_mustache), ("index", PackageResources.index_mustache),
      ("segments", PackageResources.segments_mustache), ("field", PackageResources.field_mustache),
      ("statement", PackageResources.statement_mustache),
      ("evaluation", PackageResources.evaluation_mustache),
      ("checks", PackageResources.checks_mustache), ("chart", PackageResources.chart_mustache),
    ]
    var library = MustacheLibrary()
    for (name, text) in sources {
      try library.register(mark + String(decoding: text, as: UTF8.self), named: name)
    }
    self.library = library
  }

  /// A page by one of the templates `report` and `index`, its style and script in it.
  func page(_ name: String, _ view: View) -> [UInt8] {
    let style = PackageResources.page_css
    let script = name == "report" ? PackageResources.report_js : PackageResources.index_js
    var view = view
    view["style"] = String(decoding: style, as: UTF8.self)
    view["script"] = String(decoding: script, as: UTF8.self)
    // The policy of the page allows these two and nothing else: no text of a report can become a
    // script, whatever it holds.
    view["styleDigest"] = Self.digest(style)
    view["scriptDigest"] = Self.digest(script)
    return Array((library.render(view, withTemplate: name) ?? "").utf8)
  }

  private static func digest(_ bytes: [UInt8]) -> String {
    Data(Digest(of: bytes).bytes).base64EncodedString()
  }
}
