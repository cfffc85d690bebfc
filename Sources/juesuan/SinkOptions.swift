import ArgumentParser
import Exporting

/// The options that ask for files of some kind, one for each of ``TableSinks``.
///
/// ArgumentParser looks for options among what a mirror shows of a value. Here it shows one for each
/// sink of the list, where other types have properties.
struct SinkOptions: ParsableArguments, CustomReflectable {
  /// The sinks that are asked for and where they are to write to, in the order of the list.
  private(set) var chosen: [(sink: any TableSink.Type, path: String)] = []

  init() {}

  init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: Name.self)
    for sink in TableSinks.all {
      let option = try options.decode(Option<String?>.self, forKey: Name(stringValue: sink.name))
      if let path = option.wrappedValue { chosen.append((sink, path)) }
    }
  }

  var customMirror: Mirror {
    let options = TableSinks.all.map { sink in
      let help = ArgumentHelp(sink.help, valueName: sink.destination.valueName)
      return (
        label: Optional(sink.name),
        value: Option<String?>(name: .customLong(sink.name), help: help) as Any
      )
    }
    return Mirror(self, children: options)
  }

  func validate() throws {
    guard !chosen.isEmpty else {
      let ways = TableSinks.all.map { sink in
        "--\(sink.name) \(sink.destination.valueName.uppercased())"
      }
      throw ValidationError("Give \(ways.joined(separator: " or ")).")
    }
    for (sink, path) in chosen where path.isEmpty {
      throw ValidationError("--\(sink.name) must name a \(sink.destination).")
    }
  }

  /// The name of an option.
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
