package import ReportModel

/// Writes reports as `juesuan-report/2`, the same report always to the same bytes.
package struct JSONEmitter: Sendable {
  /// An emitter; it keeps nothing from one report to the next.
  package init() {}

  /// One report as JSON in UTF-8.
  package func emit(_ report: Report) -> [UInt8] {
    var writer = JSONWriter()
    ReportShape.root.write(report, &writer)
    return writer.finished()
  }

  /// The JSON Schema (draft 2020-12) that every emitted report is valid against.
  package func emitSchema() -> [UInt8] {
    let root = ReportShape.root
    let definitions = root.definitions.sorted { $0.key < $1.key }.map {
      JSONValue.Member($0.key, $0.value)
    }
    return JSONWriter.bytes(
      of: .object(
        [
          .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
          .init("$id", .string("urn:" + ReportShape.name.replacingSlash)),
          .init("title", .string(ReportShape.name)),
          .init("description", .string("One published Chinese final-accounts report.")),
        ] + root.schema + [.init("$defs", .object(definitions))]))
  }
}

extension String {
  /// A slash is not usual in the name of a URN.
  fileprivate var replacingSlash: String {
    String(decoding: utf8.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: ":") : $0 }, as: UTF8.self)
  }
}
