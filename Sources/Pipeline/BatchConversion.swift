/// Converts many files into a folder, several at a time; what one file gives never depends on the
/// others.
package struct BatchConversion: Sendable {
  private let converter: Converter
  private let output: String
  private let jobs: Int

  /// - Parameters:
  ///   - converter: with the mapping files loaded.
  ///   - output: the folder for the JSON files.
  ///   - jobs: how many files are converted at a time.
  package init(converter: Converter, output: String, jobs: Int) {
    self.converter = converter
    self.output = output
    self.jobs = max(1, jobs)
  }

  /// What became of one file.
  package struct Outcome: Sendable {
    package var input: String
    package var output: String
    package var result: Result<ReportSummary, ConversionError>
  }

  /// What became of each file, in the order of the inputs; each success with what was found.
  package func run(_ inputs: [InputFiles.Input]) async -> [Outcome] {
    let outputs = inputs.map { output + "/" + $0.relativePath + ".json" }
    let counts = Dictionary(outputs.map { ($0, 1) }, uniquingKeysWith: +)
    return await withTaskGroup(of: (Int, Outcome).self) { group in
      var outcomes = [Outcome?](repeating: nil, count: inputs.count)
      var next = 0
      func start() {
        guard next < inputs.count else { return }
        let index = next
        let isUnique = counts[outputs[index]] == 1
        next += 1
        group.addTask {
          (index, outcome(of: inputs[index], to: outputs[index], isUnique: isUnique))
        }
      }
      for _ in 0..<jobs { start() }
      while let (index, outcome) = await group.next() {
        outcomes[index] = outcome
        start()
      }
      return outcomes.compactMap(\.self)
    }
  }

  private func outcome(
    of input: InputFiles.Input, to path: String, isUnique: Bool
  ) -> Outcome {
    do throws(ConversionError) {
      guard isUnique else { throw ConversionError.sameOutput(path) }
      let name = input.path.split(separator: "/").last.map(String.init) ?? input.path
      let (json, summary) = try converter.convertAndSummarize(
        InputFile.read(input.path), named: name)
      try OutputFile.write(json, to: path)
      return Outcome(input: input.path, output: path, result: .success(summary))
    } catch {
      return Outcome(input: input.path, output: path, result: .failure(error))
    }
  }
}

extension ConversionError {
  fileprivate static func sameOutput(_ path: String) -> ConversionError {
    ConversionError(
      what: "two inputs would both be written to \(path)",
      remedy: "convert them into different folders, or give the folder that holds both")
  }
}
