@testable import Checking
import MappingModel
import Testing

@Suite("Named checks")
struct NamedCheckListTests {
  @Test func `each has an id of its own, in the form that check files write`() {
    let ids = ReportChecker.namedChecks.map(\.rawValue)
    #expect(!ids.isEmpty)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }, "\(id)")
    }
  }

  @Test func `each is found by its id, and no other is`() {
    for id in ReportChecker.namedChecks { #expect(NamedChecks.check(id)?.id == id) }
    #expect(NamedChecks.check("same_valu") == nil)
  }
}
