internal import DocumentModel
internal import OutputReading

/// The source with everything that is claimed of it marked.
struct SourcePane {
  let blocks: [View]
  let pages: [View]
  let notes: [View]

  /// Without a source, what the output quotes is shown; `remark` then says why.
  init(
    _ source: ShownSource?, _ remark: ShownSource.Note, _ claims: [Claim], _ context: PanelContext
  ) {
    var claims = claims
    let source = source ?? QuotedText.assemble(&claims, remark)
    var marks: [LeafKey: [(range: Range<Int>, claim: Int, kind: Claim.Kind)]] = [:]
    for (number, claim) in claims.enumerated() {
      marks[claim.place.leaf, default: []].append(
        (claim.place.start..<max(claim.place.start, claim.place.end), number, claim.kind))
    }
    let painter = BlockPainter(document: source.document, marks: marks, context: context)
    var sheet: String?
    blocks = source.document.blocks.enumerated().map { position, block in
      var view = painter.view(block, source.number(ofBlock: position))
      // Sheets of a workbook are told apart by their names.
      if let own = painter.sheet(of: block), own != sheet {
        sheet = own
        view["sheet"] = own
      }
      return view
    }
    pages = PagePane.views(of: source.pages, claims, context)
    notes = source.notes.map { ["note": Self.words(for: $0, context)] }
  }

  private static func words(for note: ShownSource.Note, _ context: PanelContext) -> String {
    switch note {
    case .quotesOnly:
      context.say(
        "没有原文件，只显示输出所引用的文字；“…”之处未引用。用 --sources 指明原文件的文件夹，可看到全文。",
        "Without the source only what the output quotes is shown; «…» stands for the rest. Give the "
          + "folder of the sources with --sources to see all of it.")
    case .differentFile:
      context.say(
        "找到的同名文件不是转换时的文件（SHA-256 不同），只显示引用的文字。",
        "The file found is not the one that was converted (its SHA-256 differs); only what is quoted "
          + "is shown.")
    case .unreadable:
      context.say("原文件无法读取，只显示引用的文字。", "The source cannot be read; only what is quoted is shown.")
    case .pagesWithoutPicture(let count):
      context.say("有 \(count) 页没有图像。", "\(count) pages have no picture.")
    }
  }
}
