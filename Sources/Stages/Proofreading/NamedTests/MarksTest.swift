internal import DocumentModel
internal import MappingModel

/// A bracket or a quotation mark that is opened and not closed, or closed and not opened.
///
/// Each argument is a kind of marks: as many that open as close («（(）)»). A mark that another paragraph closes is
/// none: laws and plans are quoted over several.
struct MarksTest: NamedRemarkTest {
  let id: NamedCheckID = "unbalanced_marks"

  /// So many paragraphs further on a mark may still be closed.
  private static let reach = 30

  private struct Stray {
    var leaf: Int
    var offset: Int
    var length: Int
    var opens: Bool
    /// Whether its paragraph ends with a full stop; another may go on elsewhere.
    var isWhole = true
  }

  func findings(
    of rule: RemarkRule, _ matches: [PatternMatch], in text: ProofText
  ) -> [TextFinding] {
    let leaves = text.leaves(in: rule.places)
    return rule.arguments.flatMap { marks in
      let scalars = Array(marks.unicodeScalars)
      let opening = Set(scalars.prefix(scalars.count / 2))
      let closing = Set(scalars.dropFirst(scalars.count / 2))
      var strays: [Stray] = []
      for leaf in leaves {
        strays += Self.strays(leaf, text.normalized.document, opening, closing)
      }
      return Self.unanswered(strays).filter(\.isWhole).map { stray in
        TextFinding(range: stray.offset..<stray.offset + stray.length)
      }
    }
  }

  /// The marks of one paragraph that it does not answer itself.
  private static func strays(
    _ leaf: Int, _ document: Document, _ opening: Set<Unicode.Scalar>,
    _ closing: Set<Unicode.Scalar>
  ) -> [Stray] {
    let range = document.leaves[leaf].range
    var open: [Stray] = []
    var strays: [Stray] = []
    var offset = range.lowerBound
    var before: Unicode.Scalar?
    var last: Unicode.Scalar?
    for scalar in String(decoding: document.text[range], as: UTF8.self).unicodeScalars {
      let length = UTF8.width(scalar)
      if opening.contains(scalar) {
        open.append(Stray(leaf: leaf, offset: offset, length: length, opens: true))
      } else if closing.contains(scalar) {
        // «1)» and «甲）» number an item.
        if open.popLast() == nil, !(before.map(isNumber) ?? true) {
          strays.append(Stray(leaf: leaf, offset: offset, length: length, opens: false))
        }
      }
      offset += length
      if !scalar.properties.isWhitespace {
        before = scalar
        last = scalar
      }
    }
    return (strays + open).map { stray in
      var stray = stray
      stray.isWhole = last == "。"
      return stray
    }
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil || scalar.isASCII && scalar.properties.isAlphabetic
      || "一二三四五六七八九十甲乙丙丁".unicodeScalars.contains(scalar)
  }

  private static func unanswered(_ strays: [Stray]) -> [Stray] {
    var left: [Stray] = []
    for stray in strays.sorted(by: { $0.offset < $1.offset }) {
      if !stray.opens, let partner = left.lastIndex(where: \.opens),
        stray.leaf - left[partner].leaf <= reach, stray.leaf > left[partner].leaf
      {
        left.remove(at: partner)
      } else {
        left.append(stray)
      }
    }
    return left
  }
}
