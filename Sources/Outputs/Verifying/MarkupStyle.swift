/// What the paths of a format are made of, and which of its elements are read in which way.
struct MarkupStyle {
  /// What paths begin with.
  var root: String
  /// Elements that paths name; nil for all.
  var named: Set<String>?
  /// Elements written without a number.
  var single: Set<String>
  /// Elements whose content is not part of the text.
  var skipped: Set<String>
  /// The only element whose text counts; nil for all.
  var textElement: String?
  /// Elements whose content a person may see or not see as a part of the text: notes, struck words.
  var marked: Set<String>
  /// Elements in whose properties a run is said to be hidden, struck out or raised.
  var marks: Set<String>
  /// Elements whose content is a text of its own within another one.
  var separate: Set<String>
  /// What elements print by themselves.
  var printed: [String: UInt8]
  /// Elements that do not part the words before them from those behind; nil: none of them does.
  var inline: Set<String>?

  /// A part of a WordprocessingML package.
  static func docx(part: String) -> MarkupStyle {
    MarkupStyle(
      root: part + "#",
      named: [
        "p", "tbl", "tr", "tc", "body", "hdr", "ftr", "footnotes", "endnotes", "footnote",
        "endnote", "txbxContent",
      ], single: ["body", "hdr", "ftr", "footnotes", "endnotes"],
      skipped: ["del", "moveFrom", "Fallback", "tabs"], textElement: "t", marked: [],
      marks: ["vanish", "strike", "dstrike", "vertAlign"], separate: ["txbxContent"],
      printed: [
        "br": 0x0A, "cr": 0x0A, "tab": 0x20, "ptab": 0x20, "noBreakHyphen": 0x2D, "p": 0x0A,
      ],
      inline: nil)
  }

  /// A page.
  static let html = MarkupStyle(
    root: "", named: nil, single: ["html", "body", "head"],
    skipped: [
      "script", "style", "noscript", "template", "head", "select", "option", "button", "textarea",
      "svg", "object", "iframe", "audio", "video",
    ], textElement: nil, marked: ["sup", "sub", "del", "s", "strike", "rt", "rp"], marks: [],
    separate: [], printed: [:],
    inline: [
      "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins",
      "label",
      "mark", "o:p", "p:s", "q", "s", "small", "span", "st1:chmetcnv", "strike", "strong", "sub",
      "sup", "tt", "u", "var", "wbr",
    ])
}
