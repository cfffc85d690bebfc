import DocumentModel
import ValueModel

extension Finding {
  /// Embedded parts and objects that are not read.
  static func embedded(_ count: Int) -> Finding {
    Finding(
      severity: .warning, code: NoticeCode(rawValue: "docx.embedded_part"),
      message:
        "\(count) parts or objects are embedded in the document as files of their own and were "
        + "not read; open it in Word, copy what they show into the text, and convert that")
  }

  /// Fields without an end.
  static func unclosedFields(_ count: Int) -> Finding {
    Finding(
      severity: .warning, code: NoticeCode(rawValue: "docx.unclosed_field"),
      message:
        "\(count) fields begin and do not end; what stands behind their beginning was read as "
        + "text. Compare with the document as Word shows it")
  }
}
