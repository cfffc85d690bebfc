import Testing
import TextLibraries

@Suite("Digest")
struct DigestTests {
  @Test func `the digests of FIPS 180 come out`() {
    #expect(
      Digest(of: []).hexadecimal
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      Digest(of: Array("abc".utf8)).hexadecimal
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
