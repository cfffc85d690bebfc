import MappingFiles
import MappingModel
import PhraseModel
import ReportModel
import Testing
import ValueModel

/// The words that pages, databases and exports take from the mapping folder.
@Suite("Labels of concepts and codes")
struct LabelTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Mappings"

  private func codes(_ scheme: String) throws -> Set<String> {
    Set(
      try CodeLabelFile.read(in: MappingFolder(Self.folder)).filter { $0.scheme == scheme }
        .map(\.code))
  }

  @Test func `every concept has an English label that is more than its id`() throws {
    for concept in try MappingSet.load(from: Self.folder).concepts.values {
      let words = concept.id.split { $0 == "." || $0 == "_" }.joined(separator: " ")
      #expect(![concept.id, words].contains(concept.labelEn), "\(concept.id)")
      #expect(concept.labelEn.utf8.allSatisfy { $0 < 0x80 }, "\(concept.id)")
    }
  }

  @Test func `every code that outputs tell has its words`() throws {
    let mapping = try MappingSet.load(from: Self.folder)
    let lexicon = mapping.lexicon
    let families = mapping.concepts.keys.compactMap { $0.split(separator: ".").first }
    let told: [(scheme: String, codes: [String])] = [
      ("aspect", Aspect.allCases.map(\.rawValue)), ("unit", Unit.allCases.map(\.rawValue)),
      ("kind", ReportKind.allCases.map(\.rawValue)),
      ("check_status", CheckStatus.allCases.map(\.rawValue)),
      ("check_severity", CheckSeverity.allCases.map(\.rawValue)),
      ("slip", Suspect.Slip.allCases.map(\.rawValue)),
      ("fund", lexicon.values(.fund, in: lexicon.all(.fund))),
      ("vehicle_use", lexicon.frames.compactMap { $0.dimensions["vehicle_use"] }),
      ("statement", mapping.layouts.flatMap(\.statements).map(\.id)),
      ("unmapped_reason", UnmappedReason.allCases.map(\.rawValue)),
      ("doubt_reason", DoubtReason.allCases.map(\.rawValue)),
      ("trust_grade", Trust.Grade.allCases.map(\.rawValue)),
      ("footing", Footing.allCases.map(\.rawValue)),
      ("trust_feature", ["structure", "concept", "fund", "aspect", "year", "unit"]),
      ("side", Statement.Side.allCases.map(\.rawValue)),
      ("performance_field", PerformanceEvaluation.FundField.allCases.map(\.rawValue)),
      ("concept_family", families.map(String.init)),
    ]
    for (scheme, codes) in told {
      let missing = Set(codes).subtracting(try self.codes(scheme))
      #expect(!codes.isEmpty && missing.isEmpty, "\(scheme): \(missing.sorted())")
    }
  }
}
