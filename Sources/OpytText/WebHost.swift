/// The part of an address that names a computer: people often write an address from there on, `vk.com/sad3`.
public enum WebHost {
  /// Whether words are most likely the address of a site without its `https://`: they begin with `www.`, or with a name
  /// that ends in one of the domains that kindergartens meet.
  public static func isLikely(_ address: String) -> Bool {
    let host = address.utf8.prefix { !"/?#:".utf8.contains($0) }
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isInLabel) }) else { return false }
    if labels.count > 2, labels[0].elementsEqual("www".utf8) { return true }
    guard let last = labels.last else { return false }
    return domains.contains(String(Substring(last)).lowercased())
  }

  private static func isInLabel(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// None of them is the ending of a file.
  private static let domains: Set<String> = [
    "ru", "su", "рф", "рус", "дети", "онлайн", "сайт", "орг", "москва", "com", "org", "net", "info", "edu", "gov", "by",
    "kz", "me", "tv", "be", "pro", "online", "site", "school", "moscow",
  ]
}
