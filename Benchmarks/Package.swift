// swift-tools-version: 6.2
import PackageDescription

// What the libraries below the tool need by themselves: no conversion of the same bytes with them can
// be faster. A package of its own, so that nobody builds it who does not measure.
let package = Package(
  name: "juesuan-benchmarks",
  products: [.executable(name: "floors", targets: ["Floors"])],
  targets: [
    .systemLibrary(name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0"),
    .executableTarget(
      name: "Floors", dependencies: ["CLibXML2"],
      linkerSettings: [
        .linkedLibrary("zip"), .linkedLibrary("icuuc"), .linkedLibrary("icudata"),
      ]),
  ]
)
