/// The stable names of everything Opyt can find wrong. Scripts may rely on them: never rename one.
public enum DiagnosticCode: String, Hashable, Sendable, CaseIterable {
  // Files
  case attachmentForbidden = "attachment-forbidden"
  case controlCharacter = "control-character"
  case encodingInvalid = "encoding-invalid"
  case fileTooLarge = "file-too-large"
  case fileUnreadable = "file-unreadable"
  case fileMissing = "file-missing"
  case fileUnused = "file-unused"
  case nameInvalid = "name-invalid"
  case kindNotBuilt = "kind-not-built"
  case folderUnknown = "folder-unknown"
  case pathOutside = "path-outside"

  // Front matter
  case dateInvalid = "date-invalid"
  case frontMatterMissing = "front-matter-missing"
  case frontMatterUnclosed = "front-matter-unclosed"
  case keyDuplicate = "key-duplicate"
  case keyUnknown = "key-unknown"
  case listTooLong = "list-too-long"
  case valueInvalid = "value-invalid"
  case valueMissing = "value-missing"
  case valueTooLong = "value-too-long"
  case vocabularyUnknown = "vocabulary-unknown"
  case yamlAlias = "yaml-alias"
  case yamlInvalid = "yaml-invalid"
  case yamlTooDeep = "yaml-too-deep"

  // Markdown
  case anchorUnresolved = "anchor-unresolved"
  case bidiOverride = "bidi-override"
  case imageAltMissing = "image-alt-missing"
  case linkForbidden = "link-forbidden"
  case linkUnresolved = "link-unresolved"
  case markdownTooComplex = "markdown-too-complex"
  case rawHTML = "raw-html"

  // References and addresses
  case addressDuplicate = "address-duplicate"
  case addressTooLong = "address-too-long"
  case idDuplicate = "id-duplicate"
  case referenceAmbiguous = "reference-ambiguous"
  case referenceToDraft = "reference-to-draft"
  case referenceToMembersOnly = "reference-to-members-only"
  case referenceUnchecked = "reference-unchecked"
  case referenceUnresolved = "reference-unresolved"

  // Invariants (`domain.md` §6)
  case academicYearMismatch = "academic-year-mismatch"
  case basedOnCycle = "based-on-cycle"
  case citationWithoutSources = "citation-without-sources"
  case datesOutOfOrder = "dates-out-of-order"
  case directionEmpty = "direction-empty"
  case minutesExceeded = "minutes-exceeded"
  case notYetJoined = "not-yet-joined"
  case observersIncomplete = "observers-incomplete"
  case personIdle = "person-idle"
  case personWithoutConsent = "person-without-consent"
  case personalData = "personal-data"
  case photoWithoutConsent = "photo-without-consent"
  case presenterDominates = "presenter-dominates"
  case resultsMissing = "results-missing"
  case sessionsOverlap = "sessions-overlap"
  case stageOutsideProject = "stage-outside-project"

  // Configuration
  case baseURLMissing = "base-url-missing"
  case configurationInvalid = "configuration-invalid"

  // Layouts
  case layoutContext = "layout-context"
  case layoutMissing = "layout-missing"
  case layoutRecursive = "layout-recursive"
  case layoutSyntax = "layout-syntax"
  case layoutUnclosed = "layout-unclosed"
  case layoutUnknownName = "layout-unknown-name"
  case stringInvalid = "string-invalid"
  case stringMissing = "string-missing"
  case stringUnused = "string-unused"
}
