public import OpytDiagnostics
public import OpytMarkup
import OpytText

/// What a text of a particular form must look like.
public protocol TextForm: Sendable {
  static var type: FieldType { get }
  /// Nil when the text has the form, else what form it should have.
  static func fault(in text: String) -> Phrase?
}

/// A text that is known to have its form.
public struct CheckedText<Form: TextForm>: Hashable, Sendable {
  public let text: String
}

extension CheckedText: ScalarValue {
  public static var type: FieldType { Form.type }
  public static var blank: Self { CheckedText(text: "") }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Self? {
    let text = scalar.text.composed.trimmed
    guard let fault = Form.fault(in: text) else { return CheckedText(text: text) }
    context.report(
      .valueInvalid, Phrase("так нельзя: «\(text)»", en: "not valid: “\(text)”"), at: scalar.range, advice: fault)
    return nil
  }
  public var content: FieldContent { .text(text) }
}

/// The address of a page elsewhere.
public enum WebSiteForm: TextForm {
  public static let type = FieldType.url
  public static func fault(in text: String) -> Phrase? {
    let hosts = ["https://", "http://"].compactMap { text.hasPrefix($0) ? text.dropFirst($0.count) : nil }
    if let host = hosts.first, let first = host.utf8.first, first.isASCIILetterOrDigit || first > 0x7F,
      !text.utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "\\") })
    {
      return nil
    }
    if WebHost.isLikely(text) {
      return Phrase("допишите начало адреса: https://\(text)", en: "write the whole address: https://\(text)")
    }
    return Phrase(
      "адрес сайта начинается с https:// или http://", en: "a site's address begins with https:// or http://")
  }
}

/// An e-mail address.
public enum EmailForm: TextForm {
  public static let type = FieldType.email
  public static func fault(in text: String) -> Phrase? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    if parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."), !parts[1].hasSuffix("."),
      !text.utf8.contains(where: { $0 <= 0x20 || "<>\"'(),;:\\?&".utf8.contains($0) })
    {
      return nil
    }
    return Phrase("адрес почты выглядит так: sad5@example.org", en: "an e-mail address looks like sad5@example.org")
  }
}

/// A kindergarten's telephone: `+7 8442 00-00-05`, «8 (8442) 00-00-05, доб. 12».
public enum PhoneForm: TextForm {
  public static let type = FieldType.text
  public static func fault(in text: String) -> Phrase? {
    // What stands behind the number, such as an extension, is words.
    let number = text.prefix { $0 != "," && $0 != ";" }
    let digits = number.count { $0.isNumber }
    let isPlain = number.allSatisfy { $0.isASCII && $0.isNumber || "+()-–\u{2011} \u{A0}".contains($0) }
    if isPlain, (5...15).contains(digits), text.count <= 80 { return nil }
    return Phrase(
      "телефон записывается цифрами: \"+7 8442 00-00-05\"; добавочный – через запятую",
      en: "a telephone is written in digits: “+7 8442 00-00-05”; an extension behind a comma")
  }
}

/// A direction's colour: `#rrggbb`.
public enum ColorForm: TextForm {
  public static let type = FieldType.color
  public static func fault(in text: String) -> Phrase? {
    let digits = text.utf8.dropFirst()
    if text.utf8.first == UInt8(ascii: "#"), digits.count == 6,
      digits.allSatisfy({ "0123456789abcdefABCDEF".utf8.contains($0) })
    {
      return nil
    }
    return Phrase("цвет записывается как #2e7d5b, в кавычках", en: "a colour is written as #2e7d5b, in quotes")
  }
}

/// The last part of a page's address, without `.html`.
public enum SlugForm: TextForm {
  public static let type = FieldType.address
  public static func fault(in text: String) -> Phrase? {
    if WindowsName.isReserved(text) { return WindowsName.fault }
    if !text.isEmpty, Transliteration.slug(text) == text { return nil }
    return Phrase(
      "адрес состоит из строчных латинских букв, цифр и одиночных дефисов, не длиннее \(Transliteration.maximumLength)",
      en: "a slug has lower-case Latin letters, digits and single hyphens, at most \(Transliteration.maximumLength)")
  }
}

/// An address that a page had before: `stariy/put.html` or `stariy/put/`, relative to the site's top.
public enum AliasForm: TextForm {
  public static let type = FieldType.address
  public static func fault(in text: String) -> Phrase? {
    let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    let path = text.utf8.first == slash ? text.utf8.dropFirst() : text.utf8[...]
    let parts = path.split(separator: slash, omittingEmptySubsequences: false)
    let plain = path.last == slash ? parts.dropLast() : parts[...]
    let isPlain = plain.allSatisfy { part in
      !part.isEmpty && part.first != dot && part.last != dot
        && part.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"\\?#%:*\"<>|".utf8.contains($0) }
    }
    let mayBeReserved = plain.lazy.filter { (3...4).contains($0.prefix { $0 != dot }.count) }
    if mayBeReserved.contains(where: { WindowsName.isReserved(String(Substring($0))) }) { return WindowsName.fault }
    if !plain.isEmpty, isPlain, path.last == slash || path.suffix(5).elementsEqual(".html".utf8) { return nil }
    return Phrase(
      "старый адрес пишется от корня сайта и кончается на .html или «/», без «..»",
      en: "an old address starts at the site's top and ends with .html or “/”, without “..”")
  }
}

public typealias WebSite = Located<CheckedText<WebSiteForm>>
public typealias Email = Located<CheckedText<EmailForm>>
public typealias Phone = Located<CheckedText<PhoneForm>>
public typealias Color = Located<CheckedText<ColorForm>>
public typealias Slug = Located<CheckedText<SlugForm>>
public typealias Alias = Located<CheckedText<AliasForm>>
