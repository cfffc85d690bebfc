/// Work on many inputs, several at a time, whose results are taken in the order of the inputs.
package enum OrderedTasks {
  /// Results that wait for an earlier one are few: no more than four for each job.
  package static func run<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], jobs: Int, work: @escaping @Sendable (Input) -> Output,
    then take: (Input, Output) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
      var waiting: [Int: Output] = [:]
      var started = 0
      var running = 0
      var taken = 0
      while taken < inputs.count {
        while started < inputs.count, running < max(1, jobs), started - taken < 4 * max(1, jobs) {
          let index = started
          let input = inputs[index]
          group.addTask { (index, work(input)) }
          started += 1
          running += 1
        }
        if let output = waiting.removeValue(forKey: taken) {
          try take(inputs[taken], output)
          taken += 1
        } else if let (index, output) = try await group.next() {
          waiting[index] = output
          running -= 1
        }
      }
    }
  }
}
