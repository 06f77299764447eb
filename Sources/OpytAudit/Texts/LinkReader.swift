import OpytText

/// Where an address leads, as a browser takes it (URL standard, §4.4), from a file of the site.
struct LinkReader: Sendable {
  enum Target: Equatable {
    /// A file of the site, and the id in it that is jumped to.
    case inside(FilePath, id: String?)
    /// Out of the site's folder by way of `..`, or a path that no file can have.
    case nowhere
    /// Another site.
    case outside
    /// `mailto:`, `tel:`
    case contact
    case script
    /// `data:`, `//host`
    case forbidden
  }

  /// `https://opyt.example`, in small letters; nil where the site's own address is not known.
  private let origin: String?
  /// `/set/`
  private let root: String

  /// - Parameter address: the site's own, `https://opyt.example/set/`.
  init(address: String?) {
    guard let address, let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      (origin, root) = (nil, "/")
      return
    }
    let host = address.utf8[colon...].dropFirst("://".utf8.count)
    let slash = host.firstIndex(of: UInt8(ascii: "/")) ?? address.endIndex
    origin = address[..<slash].lowercased()
    let path = String(address[slash...])
    root = path.hasSuffix("/") ? path : path + "/"
  }

  /// What the site's own addresses begin with, without the slash behind it; nil where that is not known.
  var ownStart: String? { origin.map { $0 + root.dropLast() } }

  /// - Parameter page: the file that it stands in, from the site's top.
  func target(of written: String, from page: String) -> Target {
    let address = Self.asBrowsersRead(written)
    switch WebAddress.scheme(of: address) {
    case .foreignHost: return .forbidden
    case .scheme(let scheme):
      switch scheme {
      case "http", "https": return own(address).map { target(ofPath: $0, from: "") } ?? .outside
      case "mailto", "tel": return .contact
      case "javascript", "vbscript": return .script
      default: return .forbidden
      }
    case .relative:
      guard address.utf8.first == UInt8(ascii: "/") || address.utf8.first == UInt8(ascii: "\\") else {
        return target(ofPath: address[...], from: page)
      }
      return belowRoot(address[...]).map { target(ofPath: $0, from: "") } ?? .outside
    }
  }

  /// What stands behind the site's own address; nil for another one.
  private func own(_ address: String) -> Substring? {
    guard let origin, address.utf8.count >= origin.utf8.count else { return nil }
    let end = address.utf8.index(address.startIndex, offsetBy: origin.utf8.count)
    guard address[..<end].lowercased() == origin else { return nil }
    return belowRoot(address[end...])
  }

  /// - Parameter path: from the server's root.
  private func belowRoot(_ path: Substring) -> Substring? {
    if path.utf8.starts(with: root.utf8) { return path[path.utf8.index(path.startIndex, offsetBy: root.utf8.count)...] }
    // The site's top without its slash.
    let bare = root.dropLast()
    guard path.utf8.starts(with: bare.utf8) else { return nil }
    let rest = path[path.utf8.index(path.startIndex, offsetBy: bare.utf8.count)...]
    return rest.isEmpty || rest.utf8.first == UInt8(ascii: "#") || rest.utf8.first == UInt8(ascii: "?") ? rest : nil
  }

  private func target(ofPath address: Substring, from page: String) -> Target {
    let hash = address.utf8.firstIndex(of: UInt8(ascii: "#"))
    let id = hash.map { String(address[address.utf8.index(after: $0)...]) }
    let path = address.utf8[..<(hash ?? address.endIndex)].prefix { $0 != UInt8(ascii: "?") }
    if path.isEmpty { return .inside(FilePath(page.isEmpty ? "index.html" : page), id: id) }
    var folders = page.split(separator: "/").dropLast().map(String.init)
    let parts = path.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    for (index, part) in parts.enumerated() {
      guard let name = Self.decoded(part) else { return .nowhere }
      switch name {
      case "..": if folders.popLast() == nil { return .nowhere }
      case ".": break
      case "": if index + 1 < parts.count { return .nowhere }
      default:
        folders.append(name)
        continue
      }
      if index + 1 == parts.count { folders.append("index.html") }
    }
    return .inside(FilePath(folders.joined(separator: "/")), id: id)
  }

  /// What an escaped text stands for; nil where that is no text, or none that a name may be.
  static func decoded(_ text: some Collection<UInt8>) -> String? {
    if !text.contains(UInt8(ascii: "%")) { return String(validating: text, as: UTF8.self) }
    var bytes: [UInt8] = []
    var rest = Array(text)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        guard value != 0, value != UInt8(ascii: "/") else { return nil }
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Blanks around an address don't count, nor do tabs and line ends in it.
  private static func asBrowsersRead(_ address: String) -> String {
    guard address.utf8.contains(where: { $0 <= 0x20 }) else { return address }
    let bytes = address.utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
    return String(decoding: bytes.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }
}
