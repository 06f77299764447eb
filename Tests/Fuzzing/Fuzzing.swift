import Glibc

/// What libFuzzer calls with each input. Which promises are tried on it says `OPYT_FUZZ_TARGET`.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// One kind of input that strangers write.
enum FuzzTarget: String, CaseIterable {
  case frontMatter = "front-matter"
  case markdown, addresses, layouts, strings, configuration, escaper, words, pictures

  static let chosen: FuzzTarget = {
    let name = getenv("OPYT_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      print("OPYT_FUZZ_TARGET: \(allCases.map(\.rawValue).joined(separator: ", "))")
      exit(2)
    }
    return target
  }()

  func run(_ bytes: [UInt8]) {
    switch self {
    case .frontMatter: FrontMatterPromises.check(bytes)
    case .markdown: MarkdownPromises.check(bytes)
    case .addresses: AddressPromises.check(bytes)
    case .layouts: LayoutPromises.check(bytes)
    case .strings: StringPromises.check(bytes)
    case .configuration: ConfigurationPromises.check(bytes)
    case .escaper: EscaperPromises.check(bytes)
    case .words: WordPromises.check(bytes)
    case .pictures: PicturePromises.check(bytes)
    }
  }
}

/// Ends the process where a promise is broken: libFuzzer keeps the input.
func promise(_ isKept: Bool, _ words: @autoclosure () -> String) {
  if isKept { return }
  let told = Array("Broken promise: \(words())\n".utf8)
  _ = write(STDERR_FILENO, told, told.count)
  abort()
}
