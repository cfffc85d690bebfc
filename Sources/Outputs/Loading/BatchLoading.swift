internal import Files

/// Loads the outputs of files and folders, several at a time.
package enum BatchLoading {
  /// What cannot be read is told in the summary; the others are loaded.
  ///
  /// - Throws: where the database cannot be written to.
  package static func load(
    _ files: [String], into loading: ReportLoading, jobs: Int
  ) async throws -> ReportLoading.Summary {
    try await withThrowingTaskGroup(of: Void.self) { group in
      var rest = files[...]
      func start() {
        guard let file = rest.popFirst() else { return }
        group.addTask {
          do throws(FileError) {
            try loading.load(json: InputFile.read(file), named: file)
          } catch {
            guard !error.concernsOutput else { throw error }
            loading.fail(file, error)
          }
        }
      }
      for _ in 0..<max(1, jobs) { start() }
      while try await group.next() != nil { start() }
    }
    return try loading.finish()
  }
}
