import Conversion
import Foundation
import Loading
import MappingFiles
import MappingModel
import Tables
import TestSupport
import Testing

/// Outputs to load: the project's own, and others made of them.
enum Outputs {
  /// What codes mean, as the project's own mapping files have it.
  static func vocabulary() throws -> Vocabulary {
    let folder = MappingFolder(Repository.mappings)
    return Vocabulary(
      try MappingSet.load(from: folder), labels: try CodeLabelFile.read(in: folder))
  }

  /// Some committed outputs of different layouts, with statements, evaluations and failed checks.
  static func some() throws -> [[UInt8]] {
    try [
      "xinjiang/0001/report.txt", "yunnan/0001/report.docx", "statements/0001/report.xlsx",
      "statements/0002/report.pdf", "anhui-three-public/0001/report.html",
      "new-province/0001/report.txt", "xinjiang/0002/report.txt",
    ].map { try Repository.bytes("Output/\($0).json") }
  }

  /// The same report converted by another version: one label and one number differ.
  static func older(_ json: [UInt8]) -> [UInt8] {
    var text = String(decoding: json, as: UTF8.self)
    if let range = text.range(of: #""label": ""#) {
      text.insert(contentsOf: "旧", at: range.upperBound)
    }
    if let range = text.range(of: #""reason": null"#) {
      text.replaceSubrange(range, with: #""reason": "以前的说法""#)
    }
    return Array(text.utf8)
  }
}

/// Loads in a random order, some reports several times, some first in an older form, over several runs.
struct RandomLoads {
  let seed: UInt64

  /// - Returns: what the runs said, in their order.
  func load(
    _ reports: [[UInt8]], into target: ReportLoading.Target
  ) throws -> [ReportLoading.Summary] {
    var generator = SeededGenerator(seed: seed)
    var runs: [[[UInt8]]] = []
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let part = reports.filter { _ in Bool.random(using: &generator) }
      runs.append(part.map { Bool.random(using: &generator) ? Outputs.older($0) : $0 })
    }
    var last = reports + reports.filter { _ in Bool.random(using: &generator) }
    last.shuffle(using: &generator)
    runs.append(last)
    return try runs.map { run in
      let loading = try ReportLoading(into: target, vocabulary: try Outputs.vocabulary())
      for (index, json) in run.enumerated() { try loading.load(json: json, named: "\(index)") }
      return try loading.finish()
    }
  }
}
