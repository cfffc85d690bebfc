internal import Checking
package import DocumentModel
package import Files
package import Mapping
package import MappingFiles
package import MappingModel
internal import Normalizing
internal import Proofreading
internal import Reading
package import ReportModel
internal import Segmenting
internal import TextLibraries
internal import Writing

/// The order of the stages: bytes to a document, its matching form, its sections, its report.
package struct Converter: Sendable {
  private let normalizer = DocumentNormalizer()
  private let segmenter: Segmenter
  private let mapper: ReportMapper

  private let checker: ReportChecker
  private let proofreader: Proofreader
  private let functions: Classification

  /// What reports may be read with.
  package let layouts: [Layout]
  /// What is wrong with the layouts that are left out.
  package private(set) var brokenLayouts: [MappingError] = []

  /// A converter that maps and asks no checks.
  package init(mapping: MappingSet) { self.init(mapping: mapping, rules: [], remarks: []) }

  private init(mapping: MappingSet, rules: [CheckRule], remarks: [RemarkRule]) {
    layouts = mapping.layouts
    segmenter = Segmenter(vocabulary: .standard)
    mapper = ReportMapper(mapping: mapping)
    checker = ReportChecker(rules: rules)
    proofreader = Proofreader(rules: remarks)
    functions = mapping.functions
  }

  /// With the mapping files of a folder; throws what is wrong with them.
  package init(mappingFolder: String) throws {
    try self.init(mappings: MappingFolder(mappingFolder))
  }

  /// The same from a folder whose files may have been read before. With a `layout` that is the only one
  /// that reports are read with; else their headings tell.
  package init(mappings: MappingFolder, layout: String? = nil) throws {
    var (mapping, broken) = try MappingSet.loadWhatHolds(from: mappings)
    if let layout { mapping = try mapping.only(layout, of: mappings.path) }
    self.init(
      mapping: mapping,
      rules: try CheckFiles.rules(
        in: mappings, concepts: mapping.concepts, namedChecks: Self.namedChecks),
      remarks: try RemarkFiles.rules(in: mappings, namedTests: Self.namedTests))
    brokenLayouts = broken
  }

  /// The checks that are not formulas, which check files name.
  package static let namedChecks = ReportChecker.namedChecks
  /// The tests that no pattern states, which remark files name.
  package static let namedTests = Proofreader.namedTests

  /// What every stage made of one file.
  package struct Stages: Sendable {
    /// With the matching form of each text.
    package var normalized: NormalizedDocument
    /// Cut into sections and tables.
    package var segmented: SegmentedReport
    /// What the mapping files make of it.
    package var report: Report

    /// What the reader gave.
    package var document: Document { normalized.document }
  }

  /// One file through all stages; `name` is its name without folders, which `folders` names from the
  /// one that was given on.
  package func stages(
    of bytes: [UInt8], named name: String, in folders: [String] = []
  ) throws(FileError) -> Stages {
    try stages(of: bytes, named: name, in: folders) { _ in }
  }

  /// The same; `finish` hears the name of each stage as it ends.
  package func stages(
    of bytes: [UInt8], named name: String, in folders: [String] = [], finish: (String) -> Void
  ) throws(FileError) -> Stages {
    let document: Document
    do {
      document = try Formats.read(bytes, named: name)
    } catch {
      throw FileError(error)
    }
    finish("read")
    let normalized = normalizer.normalize(document)
    finish("normalize")
    let segmented = segmenter.segment(
      normalized, source: SourceName(file: name, folders: folders))
    finish("segment")
    let file = SourceFile(
      file: name, format: document.format, encoding: document.encoding,
      sha256: Digest(of: bytes).hexadecimal, bytes: bytes.count, pages: document.pageCount)
    let mapped = mapper.map(segmented, in: normalized, file: file)
    finish("map")
    var report = checker.check(mapped)
    finish("check")
    let proofread = proofreader.remarks(
      on: ProofText(
        normalized, segmented: segmented, contents: mapper.sectionContents(of: segmented),
        report: report, functions: functions))
    report.remarks = proofread.remarks
    report.notes += proofread.notes
    finish("proofread")
    return Stages(normalized: normalized, segmented: segmented, report: report)
  }

  /// The layout that a report was read with.
  package func layout(of stages: Stages) -> Layout { mapper.layout(of: stages.segmented) }

  /// Per section of a report, the rule that knew its heading; nil where none did.
  package func sectionRules(of stages: Stages) -> [String?] {
    mapper.sectionRules(of: stages.segmented)
  }

  /// A text in the form in which labels are matched.
  package func matchingForm(of text: String) -> String {
    normalizer.normalize(Document(paragraphs: [text])).string(ofLeaf: 0)
  }

  /// What the lexicon and a layout's labels make of a phrase; nil where there is no such layout.
  package func account(ofPhrase phrase: String, layout id: String) -> PhraseAccount? {
    mapper.account(ofPhrase: Array(matchingForm(of: phrase).utf8), layout: id)
  }

  /// What the mapping makes of paragraphs as if they stood in a section of a report: the cases of a
  /// mapping file. Nil where the layout has no such section.
  package func facts(
    of paragraphs: [String], section: String, layout: Layout, fiscalYear: Int?
  ) -> (facts: [Fact], doubtful: [DoubtfulFigure], unmapped: [UnmappedFigure])? {
    mapper.facts(
      of: normalizer.normalize(Document(paragraphs: paragraphs)), section: section, layout: layout,
      fiscalYear: fiscalYear)
  }

  /// One file as canonical JSON.
  package func convert(_ bytes: [UInt8], named name: String) throws(FileError) -> [UInt8] {
    try convertAndSummarize(bytes, named: name).json
  }

  /// One file as canonical JSON, and what is in it.
  package func convertAndSummarize(
    _ bytes: [UInt8], named name: String, in folders: [String] = []
  ) throws(FileError) -> (json: [UInt8], summary: ReportSummary) {
    let report = try stages(of: bytes, named: name, in: folders).report
    return (JSONEmitter().emit(report), ReportSummary(report))
  }
}
