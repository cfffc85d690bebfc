import DocumentModel
import ValueModel

/// Tells whose report a document is, of which year and of what kind, from all that speaks for it, and
/// notes where it is not the title that says so.
struct IdentityFinder {
  let normalized: NormalizedDocument
  let source: SourceName?

  /// Fills in the identity of a report whose sections and tables are there.
  func identify(_ report: inout SegmentedReport, paragraphs: [Int]) {
    let words = AccountsWords(normalized.text[...])
    let evidence = KindEvidence(words: words, headings: headings(of: report))
    report.title =
      TitleFinder(normalized: normalized, evidence: evidence).title(in: paragraphs)
      ?? titleBesideBody(evidence)
    setKind(evidence, in: &report)
    setInstitution(paragraphs, in: &report)
    setYear(in: &report)
  }

  // MARK: Kind

  private func setKind(_ evidence: KindEvidence, in report: inout SegmentedReport) {
    let nature = DocumentNature(normalized: normalized, words: evidence.words)
    if nature.isNoReport(title: report.title, tables: report.tables) {
      report.kind = .notAReport
      report.note(
        .notAReport, .warning,
        "the document is no report: it has no figures of accounts and no sentence about them; it "
          + "gives no facts")
      return
    }
    report.kind = report.title?.kind ?? .unknown
    if report.kind == .unknown {
      report.kind = evidence.kindWithoutTitle()
      if report.kind != .unknown {
        report.note(
          .kindFromText, .note,
          "no title says what kind of document it is; its headings and text do: \(report.kind)")
      }
    }
  }

  /// The words of the headings and of the titles of tables.
  private func headings(of report: SegmentedReport) -> AccountsWords {
    var text: [UInt8] = []
    for section in report.sections { text += Array((section.heading + "\n").utf8) }
    for leaf in report.tables.flatMap(\.captions) {
      text += normalized.text[normalized.ranges[leaf]] + [0x0A]
    }
    return AccountsWords(text[...])
  }

  /// A page may print its title where its navigation or its page head stands.
  private func titleBesideBody(_ evidence: KindEvidence) -> ReportTitle? {
    var leaves: [Int] = []
    for block in normalized.document.blocks where block.region != .body {
      switch block.content {
      case .paragraph(let paragraph): leaves.append(paragraph.leaf)
      case .table(let table): leaves += table.cells.map(\.leaf)
      }
      if leaves.count > 400 { break }
    }
    return TitleFinder(normalized: normalized, evidence: evidence).line(in: leaves)
  }

  // MARK: Institution

  private func setInstitution(_ paragraphs: [Int], in report: inout SegmentedReport) {
    let key = report.title?.institutionKey ?? []
    let isArea = BodyName.isArea(key[...]) && report.kind.isOfBody
    if !key.isEmpty, !isArea, BodyName.isBody(key[...]) {
      take(InstitutionEvidence.Name(text: report.title?.institution ?? "", key: key), in: &report)
      return
    }
    let evidence = InstitutionEvidence(normalized: normalized)
    if let name = evidence.labelled(report.performanceTables) {
      take(name, in: &report)
      report.note(
        .institutionFromLabel, .note, "no title names the body; the labels of the tables do")
    } else if let name = evidence.inHeadings(report.sections) {
      take(name, in: &report)
      report.note(.institutionFromText, .note, "no title names the body; the headings do")
    } else if let name = evidence.inSentences(paragraphs) {
      take(name, in: &report)
      report.note(.institutionFromText, .note, "no title names the body; the sentences do")
    } else if !key.isEmpty {
      take(InstitutionEvidence.Name(text: report.title?.institution ?? "", key: key), in: &report)
    } else if report.kind != .notAReport, let (name, isFolder) = source?.evidence {
      report.institution = name
      report.institutionKey = Array(name.utf8)
      report.note(
        isFolder ? .institutionFromFolder : .institutionFromFileName, .warning,
        "nothing in the document names the body; «\(name)» stands in the name of "
          + (isFolder ? "a folder above it" : "the file"))
    } else {
      report.institution = nil
      report.institutionKey = []
    }
  }

  private func take(_ name: InstitutionEvidence.Name, in report: inout SegmentedReport) {
    report.institution = name.text
    report.institutionKey = name.key
  }

  // MARK: Year

  private func setYear(in report: inout SegmentedReport) {
    let title = report.title
    let years = YearEvidence(
      normalized.text, without: title.map { normalized.ranges[$0.leaf] })
    if let printed = title?.fiscalYear {
      report.fiscalYear = printed
      if let rival = years.rival(of: printed) {
        report.fiscalYear = rival
        report.note(
          .yearContradiction, .warning,
          "the title prints \(printed), but text and tables speak of \(rival); \(rival) was taken",
          leaf: title?.leaf)
      }
    } else {
      report.fiscalYear = years.strongest(isBudget: report.kind.isBudget)
      if report.fiscalYear == nil, report.kind != .notAReport, title?.kind != .template,
        let year = source?.year
      {
        report.fiscalYear = year
        report.note(
          .yearFromFileName, .warning,
          "nothing in the document names its year; \(year) stands in the name of the file")
      }
    }
    findWrongYears(in: &report)
  }

  /// A heading's year against all that stands under it.
  private func findWrongYears(in report: inout SegmentedReport) {
    guard let year = report.fiscalYear else { return }
    for (index, section) in report.sections.enumerated() {
      let heading = Array(section.heading.utf8)
      guard let leaf = section.headingLeaf,
        let printed = TitleText.yearPlace(in: heading[...])?.year,
        printed != year
      else { continue }
      var text: [UInt8] = []
      for item in section.items {
        guard case .paragraph(let leaf, let start) = item else { continue }
        let range = normalized.ranges[leaf]
        text += normalized.text[min(range.lowerBound + start, range.upperBound)..<range.upperBound]
        text.append(0x0A)
      }
      guard YearEvidence(text).speaks(for: year, against: printed) else { continue }
      report.sectionsOfWrongYear.insert(index)
      report.note(
        .yearContradiction, .warning,
        "a heading prints \(printed), but the text under it speaks of \(year); \(year) was taken",
        leaf: leaf)
    }
  }
}

extension SegmentedReport {
  fileprivate mutating func note(
    _ code: NoticeCode, _ severity: NoticeSeverity, _ message: String, leaf: Int? = nil
  ) {
    findings.append(Finding(severity: severity, code: code, message: message, leaf: leaf))
  }
}

/// What the Segment stage notices.
extension NoticeCode {
  fileprivate static let notAReport = NoticeCode(rawValue: "kind.not_a_report")
  fileprivate static let kindFromText = NoticeCode(rawValue: "kind.from_text")
  fileprivate static let institutionFromLabel = NoticeCode(rawValue: "institution.from_label")
  fileprivate static let institutionFromText = NoticeCode(rawValue: "institution.from_text")
  fileprivate static let institutionFromFileName = NoticeCode(
    rawValue: "institution.from_file_name")
  fileprivate static let institutionFromFolder = NoticeCode(rawValue: "institution.from_folder")
  fileprivate static let yearFromFileName = NoticeCode(rawValue: "year.from_file_name")
  fileprivate static let yearContradiction = NoticeCode(rawValue: "year.contradiction")
}
