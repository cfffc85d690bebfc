/// What an element of a page means for the reader.
struct HTMLElement {
  enum Kind {
    case lineBreak, paragraph, preformatted, heading(Int), orderedList, list, item, link, table,
      row,
      cell
    /// Another document within the page.
    case embedded
    case struck, raised, lowered, backwards, font, picture, formula, formulaStructure
    case other
  }

  /// What the reader does at elements of this name, besides what their kind says.
  struct Traits: OptionSet {
    let rawValue: UInt8
    static let skipped = Traits(rawValue: 1)
    static let block = Traits(rawValue: 2)
    static let container = Traits(rawValue: 4)
  }

  let kind: Kind
  let traits: Traits

  init(named name: String) {
    kind =
      switch name {
      case "br": .lineBreak
      case "p": .paragraph
      case "pre": .preformatted
      case "h1": .heading(1)
      case "h2": .heading(2)
      case "h3": .heading(3)
      case "h4": .heading(4)
      case "h5": .heading(5)
      case "h6": .heading(6)
      case "ol": .orderedList
      case "ul": .list
      case "li": .item
      case "a": .link
      case "table": .table
      case "tr": .row
      case "td", "th": .cell
      case "iframe", "object": .embedded
      case "s", "strike", "del": .struck
      case "sup": .raised
      case "sub": .lowered
      case "bdo": .backwards
      case "font": .font
      case "img": .picture
      case "math": .formula
      case "msup", "msub", "msubsup", "mfrac", "msqrt", "mroot", "mover", "munder", "munderover",
        "mmultiscripts", "mtable", "menclose":
        .formulaStructure
      default: .other
      }
    var traits: Traits = []
    if Self.skipped.contains(name) { traits.insert(.skipped) }
    if Self.blocks.contains(name) { traits.insert(.block) }
    if Self.containers.contains(name) { traits.insert(.container) }
    self.traits = traits
  }

  private static let skipped: Set<String> = [
    "script", "style", "noscript", "template", "head", "select", "option", "button", "textarea",
    "svg", "object", "iframe", "audio", "video", "rt", "rp", "rtc", "annotation",
    "annotation-xml",
  ]
  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "section",
    "article", "header", "footer", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption",
    "pre", "blockquote", "center", "form", "hr", "address", "fieldset", "main", "nav", "aside",
    "figure", "body", "html", "title",
  ]
  private static let containers: Set<String> = [
    "div", "td", "section", "article", "main", "form", "center", "body", "blockquote",
  ]
}
