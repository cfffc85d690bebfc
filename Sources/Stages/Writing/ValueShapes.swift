internal import ReportModel

extension Shape where Value == Amount {
  /// A number in the digits that were printed.
  static var amount: Shape<Amount> {
    Shape(schema: [.type("number")]) { $1.write($0) }
  }
}

extension Shape where Value: CaseIterable & RawRepresentable<String> & Sendable {
  /// One of the cases of an enumeration, by its raw value.
  static var rawValue: Shape<Value> {
    Shape(schema: [.type("string"), .enumeration(Value.allCases.map(\.rawValue))]) {
      $1.write($0.rawValue)
    }
  }
}

extension Shape where Value == SourceReference {
  /// The place of a text in the original; members that the format has no use for are left out.
  static var source: Shape<SourceReference> {
    .record(
      "source", "Where a text stands in the original file.", oneLine: true,
      [
        Property("block", "Index of the paragraph or table in reading order, from 0.", .count) {
          $0.block
        },
        .omissible("row", "Row of the cell, from 0; only for tables.", .count) { $0.row },
        .omissible("column", "Column of the cell, from 0; only for tables.", .count) { $0.column },
        Property("start", "Offset in the paragraph or cell, in Unicode code points.", .count) {
          $0.start
        },
        Property("end", "Offset behind the text, in Unicode code points.", .count) { $0.end },
        Property("text", "The text at that place as the original has it.", .string) { $0.text },
        .omissible("line", "Plain text: the line on which it begins, from 1.", .count) { $0.line },
        .omissible("bytes", "Plain text: first byte in the file, and the byte behind.", .span) {
          $0.bytes
        },
        .omissible("path", "DOCX and HTML: path of the paragraph or cell.", .string) { $0.path },
        .omissible("page", "PDF: the page, from 1.", .count) { $0.page },
        .omissible(
          "box", "PDF: left, top, right, bottom in tenths of a point from the page's top-left.",
          .box
        ) { $0.box },
        .omissible("sheet", "XLSX: name of the sheet.", .string) { $0.sheet },
        .omissible("cell", "XLSX: address of the cell.", .string) { $0.cell },
      ])
  }
}

extension Shape where Value == Range<Int> {
  /// A range as the list of its two bounds.
  static var span: Shape<Range<Int>> {
    var shape = Shape<Int>.count.list.of { (range: Range<Int>) in
      [range.lowerBound, range.upperBound]
    }
    shape.schema += [.init("minItems", .number("2")), .init("maxItems", .number("2"))]
    return shape
  }
}

extension Shape where Value == [Int] {
  /// Four numbers: left, top, right, bottom.
  static var box: Shape<[Int]> {
    var shape = Shape<Int>.count.list.of { (numbers: [Int]) in numbers }
    shape.schema += [.init("minItems", .number("4")), .init("maxItems", .number("4"))]
    return shape
  }
}

extension Shape where Value == [String: String] {
  /// Texts under names of a closed list, sorted by name; only those that there are.
  static func dimensions(_ names: [(name: String, description: String)]) -> Shape {
    let shape = Shape<[String: String]>.record(
      "dimensions", "What narrows a figure's concept down.", oneLine: true,
      names.map { entry in
        .omissible(entry.name, entry.description, .string) { $0[entry.name] }
      })
    return Shape(schema: shape.schema, definitions: shape.definitions) { dimensions, writer in
      writer.beginLine()
      writer.writeObject(dimensions) { $1.write($0) }
      writer.endLine()
    }
  }
}
