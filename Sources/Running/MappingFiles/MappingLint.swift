package import MappingModel

/// Looks over mapping files for everything that is wrong or of no use, not only for the first error.
package struct MappingLint {
  /// Something found.
  package struct Problem: Sendable, CustomStringConvertible {
    package var isError: Bool
    package var error: MappingError

    package var description: String { "\(isError ? "error" : "warning"): \(error)" }
  }

  /// Errors and warnings of a folder's files, in the order of the files. `matchingForm` gives the form
  /// in which texts are matched; a label in another form can never match. `namedChecks` are those that
  /// check files may name, `namedTests` those that remark files may.
  package static func problems(
    in folder: MappingFolder, namedChecks: [NamedCheckID], namedTests: [NamedCheckID],
    matchingForm: (String) -> String
  ) -> [Problem] {
    var problems: [Problem] = []
    var files: [LayoutFile] = []
    let concepts: [String: Concept]
    do {
      concepts = try MappingSet.concepts(in: folder)
    } catch {
      return [Problem(isError: true, error: error)]
    }
    do {
      let context = LayoutFile.Context(
        concepts: concepts, values: try dimensionValues(in: folder), refusesSpecificTexts: true)
      for name in try folder.yamlFiles(in: "layouts") {
        let path = folder.path(of: name)
        do {
          var found: [MappingError] = []
          files.append(
            LayoutFile(try folder.yaml(name), path: path, context: context, problems: &found))
          problems += found.map { Problem(isError: true, error: $0) }
        } catch {
          problems.append(Problem(isError: true, error: error))
        }
      }
    } catch {
      problems.append(Problem(isError: true, error: error))
    }
    problems += RecognitionLint.problems(files.filter { !$0.id.isEmpty })
    if problems.isEmpty {
      do {
        _ = try MappingSet.load(from: folder)
      } catch {
        problems.append(Problem(isError: true, error: error))
      }
    }
    do {
      _ = try CheckFiles.rules(in: folder, concepts: concepts, namedChecks: namedChecks)
    } catch {
      problems.append(Problem(isError: true, error: error))
    }
    do {
      _ = try RemarkFiles.rules(in: folder, namedTests: namedTests)
    } catch {
      problems.append(Problem(isError: true, error: error))
    }
    for file in files {
      let parent = files.first { $0.id == file.extends }?.layout
      problems += warnings(file, parent: parent, matchingForm)
    }
    do {
      let composition = LabelComposition(
        lexicon: try LexiconFile.read(try folder.yaml("lexicon.yaml"), concepts: concepts),
        concepts: concepts)
      for file in files { problems += composition.problems(file.layout.labels, in: file.path) }
    } catch {
      // Where the layouts are well the set was loaded, and its lexicon with it.
      if !problems.contains(where: { $0.error == error }) {
        problems.append(Problem(isError: true, error: error))
      }
    }
    return problems
  }

  /// The values of dimensions that are closed lists: those that have a label.
  private static func dimensionValues(
    in folder: MappingFolder
  ) throws(MappingError) -> [String: Set<String>] {
    let labels = try CodeLabelFile.read(in: folder)
    return Dictionary(grouping: labels.filter { ["fund", "vehicle_use"].contains($0.scheme) }) {
      $0.scheme
    }.mapValues { Set($0.map(\.code)) }
  }

  private static func warnings(
    _ file: LayoutFile, parent: Layout?, _ matchingForm: (String) -> String
  ) -> [Problem] {
    var messages: [String] = []
    let layout = file.layout
    for section in layout.sections {
      for heading in section.headings where matchingForm(heading) != heading {
        messages.append(
          "heading «\(heading)» of section «\(section.id)» is not in matching form and never matches; "
            + "write «\(matchingForm(heading))»")
      }
      // Another section that knows the very same heading, or all of them by shorter ones, takes it.
      for other in layout.sections where other.id != section.id {
        for heading in section.headings
        where other.headings.contains(heading) && other.id < section.id {
          messages.append(
            "heading «\(heading)» stands under «\(other.id)» and «\(section.id)»; only one can have it"
          )
        }
      }
      messages += labelWarnings(
        section.labels, parent: parent, "section «\(section.id)»", matchingForm)
    }
    messages += labelWarnings(layout.labels, parent: parent, "the labels", matchingForm)
    if let parent {
      for rule in layout.labels {
        for label in rule.labels
        where parent.labels.contains(where: {
          $0.concept == rule.concept && $0.dimensions == rule.dimensions
            && $0.labels.contains(label)
        }) {
          messages.append("label «\(label)» → \(rule.concept) is inherited already; leave it out")
        }
      }
    }
    return messages.map {
      Problem(isError: false, error: MappingError(file: file.path, message: $0))
    }
  }

  private static func labelWarnings(
    _ rules: [LabelRule], parent: Layout?, _ place: String, _ matchingForm: (String) -> String
  ) -> [String] {
    rules.flatMap(\.labels).filter { matchingForm($0) != $0 }.map {
      "label «\($0)» in \(place) is not in matching form and never matches; write «\(matchingForm($0))»"
    }
  }
}
