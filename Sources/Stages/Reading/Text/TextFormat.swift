internal import ValueModel

extension Format {
  /// Plain text.
  static let txt = Format(
    id: .txt, title: "plain text", extensions: ["txt"], sign: .otherText, read: TextReader.read)
}
