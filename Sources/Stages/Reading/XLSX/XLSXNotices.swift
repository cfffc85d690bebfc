import DocumentModel
import ValueModel

/// What is to be told of a sheet's cells; of each kind the first cells by themselves, the rest as a
/// number.
struct XLSXNotices {
  enum Kind: Equatable {
    case error([UInt8])
    case notANumber
    case missingString
    case noResult
    case outside
    case format(XLSXNumberFormat.Printed.Note)

    var code: NoticeCode {
      switch self {
      case .error: NoticeCode(rawValue: "xlsx.error_value")
      case .notANumber: NoticeCode(rawValue: "xlsx.not_a_number")
      case .missingString: NoticeCode(rawValue: "xlsx.missing_string")
      case .noResult: NoticeCode(rawValue: "xlsx.no_result")
      case .outside: NoticeCode(rawValue: "xlsx.outside_sheet")
      case .format(.signAdded): NoticeCode(rawValue: "xlsx.sign_added")
      case .format(.hidden): NoticeCode(rawValue: "xlsx.hidden_value")
      case .format(.unsupported): NoticeCode(rawValue: "xlsx.number_format")
      }
    }

    var severity: NoticeSeverity {
      switch self {
      case .format(.unsupported), .format(.signAdded): .note
      default: .warning
      }
    }

    var message: String {
      switch self {
      case .error(let value):
        "holds the error value \(String(decoding: value.prefix(32), as: UTF8.self)), kept as text"
      case .notANumber: "is said to hold a number and does not; its text was kept"
      case .missingString: "refers to a shared string that is not there; it was left empty"
      case .noResult:
        "holds a formula without a result; open the workbook in Excel and save it to get one"
      case .outside: "stands beyond the last row or column of a sheet; it was left out"
      case .format(.signAdded):
        "is negative and its number format tells that by colour at most; a minus was added"
      case .format(.hidden):
        "holds a value that its number format does not show; it was left empty"
      case .format(.unsupported):
        "has a number format that is not printed here; the number stands with its own digits"
      }
    }
  }

  struct Notice {
    var kind: Kind
    var cell: XLSXAddress
  }

  private static let mostPerKind = 20

  private(set) var notices: [Notice] = []
  private var counts: [NoticeCode: Int] = [:]

  mutating func add(_ kind: Kind, at cell: XLSXAddress) {
    counts[kind.code, default: 0] += 1
    if counts[kind.code, default: 0] <= Self.mostPerKind {
      notices.append(Notice(kind: kind, cell: cell))
    }
  }

  /// What was noticed, in words; `leaf` leads from a cell to its leaf, where it has one.
  func findings(ofSheet sheet: String, leaf: (XLSXAddress) -> Int?) -> [Finding] {
    var findings = notices.map { notice in
      Finding(
        severity: notice.kind.severity, code: notice.kind.code,
        message: "cell \(notice.cell.text) of sheet «\(sheet)» \(notice.kind.message)",
        leaf: leaf(notice.cell))
    }
    for (code, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where count > Self.mostPerKind {
      findings.append(
        Finding(
          severity: .note, code: code,
          message: "\(count - Self.mostPerKind) further cells of sheet «\(sheet)» like those told"))
    }
    return findings
  }
}
