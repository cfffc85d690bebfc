import DocumentModel
import ValueModel

/// Tells what is no report at all: it has no figures of accounts, and no sentence about them.
///
/// A page that was not found, a list of attachments, news about something else, a law and an empty
/// page are told by what they lack, so that a part of a report is never taken for one.
struct DocumentNature {
  let normalized: NormalizedDocument
  let words: AccountsWords
  private static let mostArticles = 5

  /// Whether a document with such a title and such tables is none.
  func isNoReport(title: ReportTitle?, tables: [LogicalTable]) -> Bool {
    let document = normalized.document
    // What could not be read may be anything.
    if words.any == 0, document.findings.contains(where: { $0.severity != .note }) { return false }
    if title?.kind == .template { return false }
    if title == nil, articles >= Self.mostArticles { return true }
    if words.any > 0,
      words.amounts > 0 || tables.contains(where: { $0.unit != nil }) || hasTableOfFigures
    {
      return false
    }
    // A report may say that there was nothing to report, and an excerpt may only count vehicles and people.
    return title == nil || !(hasSentence || hasCount)
  }

  /// «第一条» … as laws count.
  private var articles: Int {
    paragraphs { text in
      guard text.starts(with: "第".utf8),
        let end = text.prefix(24).indices.first(where: {
          text[$0...].starts(with: "条".utf8)
        })
      else { return false }
      return end > text.startIndex + 3
    }
  }

  private var hasSentence: Bool {
    paragraphs { text in
      ByteRun.contains("。", in: text)
        && ["收入", "支出", "经费", "拨款"].contains { ByteRun.contains($0, in: text) }
    } > 0
  }

  /// «公务用车保有量3辆», «国内公务接待12批次»: what such reports count beside money.
  private var hasCount: Bool {
    paragraphs { text in
      Self.counted.contains { things, words in
        things.contains { ByteRun.contains($0, in: text) }
          && words.contains { word in
            text.indices.dropFirst().contains {
              (0x30...0x39).contains(text[$0 - 1]) && text[$0...].starts(with: word.utf8)
            }
          }
      }
    } > 0
  }

  private static let counted: [(things: [String], words: [String])] = [
    (["用车", "车辆", "公车"], ["辆", "台"]), (["接待"], ["批", "人", "次", "个"]),
    (["出国", "团组"], ["个", "人", "批", "团"]), (["在职", "编制", "退休", "离休", "实有人"], ["人", "名"]),
  ]

  private func paragraphs(where isSo: (ArraySlice<UInt8>) -> Bool) -> Int {
    normalized.document.blocks.reduce(0) { count, block in
      guard case .paragraph(let paragraph) = block.content else { return count }
      return count + (isSo(normalized.text[normalized.ranges[paragraph.leaf]]) ? 1 : 0)
    }
  }

  /// Numbers may stand in cells without a unit. Those of a list («1», «2») are none.
  private var hasTableOfFigures: Bool {
    normalized.document.blocks.contains { block in
      guard case .table(let table) = block.content else { return false }
      return table.cells.contains { cell in
        let text = normalized.text[normalized.ranges[cell.leaf]]
        let digits = text.count { (0x30...0x39).contains($0) }
        return digits > 1 && text.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
      }
    }
  }
}
