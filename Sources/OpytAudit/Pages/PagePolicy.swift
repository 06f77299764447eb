/// A Content-Security-Policy: whether it keeps out what comes from elsewhere, and scripts and styles within the page.
struct PagePolicy {
  private let directives: [String: [String]]

  init(_ text: String) {
    var directives: [String: [String]] = [:]
    for part in text.split(separator: ";") {
      let words = part.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
      // The first one of a name counts.
      if let name = words.first, directives[name] == nil { directives[name] = Array(words.dropFirst()) }
    }
    self.directives = directives
  }

  /// Nothing but the site itself, whatever is asked for, and no address or form that leads astray.
  var isStrict: Bool {
    let own: Set<String> = ["'self'", "'none'"]
    let isOwn = { (sources: [String]) in sources.allSatisfy(own.contains) }
    guard directives["default-src"] != nil, let base = directives["base-uri"], let form = directives["form-action"]
    else {
      return false
    }
    return isOwn(base) && isOwn(form) && directives.allSatisfy { !$0.key.contains("-src") || isOwn($0.value) }
  }
}
