import OpytDiagnostics
import OpytLayout
import Testing

@Suite("The public Mustache spec")
struct SpecTests {
  @Test(arguments: SpecCase.supported)
  func supported(_ specCase: SpecCase) throws {
    let type = specCase.data.record
    let (layout, diagnostics) = library(specCase.template, specCase.partials).compile("page", for: type)
    #expect(!diagnostics.containsErrors, "\(diagnostics.map(\.message.english))")
    let printed = try #require(layout).string(specCase.data.value(as: .record(type)))
    #expect(printed == specCase.expected)
  }

  @Test(arguments: UnsupportedCase.all)
  func unsupportedIsTold(_ specCase: UnsupportedCase) {
    let (layout, diagnostics) = library(specCase.template, specCase.partials).compile(
      "page", for: specCase.data.record)
    #expect(layout == nil)
    #expect(diagnostics.contains { $0.code == specCase.code && $0.severity == .error })
  }

  /// v1.4: comments 12, delimiters 14, interpolation 42, sections 34, inverted 22, partials 12, inheritance 27. Of the
  /// optional modules, lambdas (10) and dynamic names (21) are left out whole: two dynamic names show what is told.
  @Test
  func everyCaseOfTheSpecIsHere() {
    let names = SpecCase.supported.map(\.name) + UnsupportedCase.all.map(\.name)
    #expect(Set(names).count == names.count)
    // What a case means is shown in another way beside the case that can't be followed: one case, told twice.
    let adapted = UnsupportedCase.all.filter { $0.name.hasSuffix(", as the spec has it") }
    #expect(adapted.count == 3)
    let cases = Set(names).subtracting(adapted.map(\.name))
    let modules = Dictionary(grouping: cases) { $0.prefix { $0 != ":" } }.mapValues(\.count)
    #expect(
      modules == [
        "comments": 12, "delimiters": 14, "interpolation": 42, "sections": 34, "inverted": 22, "partials": 12,
        "inheritance": 27, "dynamic names": 2,
      ])
  }
}
