/// The words that one thread has met, and what it has met of them in the document that is open. Each form is stemmed
/// once, whatever documents it stands in.
struct Lexicon: ~Copyable {
  /// All that is left when the documents are read.
  struct Contents: Sendable {
    var forms = WordTable()
    var stems = WordTable()
    /// By form.
    var stemOfForm: [UInt32] = []
  }

  private(set) var contents = Contents()
  private let stemmer = Stemmer()
  /// By stem, of the document that is open: the strength + 1, and how often it stands in the text above that.
  private var notes: [UInt8] = []
  private var met: [UInt32] = []
  /// Of each form whether the document that is open has it; empty where nobody asks.
  private var formNotes: [Bool] = []
  private var metForms: [UInt32] = []
  private let keepsForms: Bool

  /// - Parameter keepsForms: whether documents tell their forms as well.
  init(keepsForms: Bool) { self.keepsForms = keepsForms }

  /// How often a word has to stand in a text to be told so.
  private static let often: UInt8 = 3
  private static let onceInText: UInt8 = 8

  mutating func note(_ word: UnsafeBufferPointer<UInt8>, _ strength: WordStrength) {
    let (form, isNew) = contents.forms.number(of: word)
    if isNew {
      let length = stemmer.stemLength(of: word)
      let (stem, isNewStem) = contents.stems.number(of: UnsafeBufferPointer(rebasing: word[..<length]))
      contents.stemOfForm.append(UInt32(stem))
      if isNewStem { notes.append(0) }
      if keepsForms { formNotes.append(false) }
    }
    if keepsForms, !formNotes[form] {
      formNotes[form] = true
      metForms.append(UInt32(form))
    }
    let stem = contents.stemOfForm[form]
    let known = notes[Int(stem)]
    if known == 0 { met.append(stem) }
    let best = max(known & 7, strength.rawValue + 1)
    var often = known & ~7
    if strength == .text, often < Self.often * Self.onceInText { often += Self.onceInText }
    notes[Int(stem)] = often | best
  }

  /// Closes the document: what it has, each stem once.
  mutating func finish() -> (stems: PackedStems, forms: [UInt32]?) {
    var stems = PackedStems(capacity: met.count * 2)
    for stem in met {
      let note = notes[Int(stem)]
      notes[Int(stem)] = 0
      let isOften = note & 7 == WordStrength.text.rawValue + 1 && note >= Self.often * Self.onceInText
      stems.append(Int(stem), isOften ? WordStrength.textOften.rawValue : (note & 7) - 1)
    }
    met.removeAll(keepingCapacity: true)
    guard keepsForms else { return (stems, nil) }
    for form in metForms { formNotes[Int(form)] = false }
    defer { metForms.removeAll(keepingCapacity: true) }
    return (stems, metForms)
  }
}
