import Foundation
package import OpytDiagnostics

/// A failure of the machine, not of the content: a full disk, a missing permission. Ends in exit code 3.
package struct MachineFailure: Error, Hashable, Sendable {
  package let operation: String
  package let path: String
  package let code: Int32

  /// - Parameter code: the system's number. Whatever runs after the call that failed may change `errno`: it is read
  ///   right behind the call.
  package init(_ operation: String, _ path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// Whether the machine has run out of something, so that no file can be blamed for it.
  package var isExhaustion: Bool { [EMFILE, ENFILE, ENOMEM, ENOSPC].contains(code) }

  /// Plain words for the operator.
  package var explanation: Phrase {
    switch code {
    case ENOSPC, EDQUOT: Phrase("на диске кончилось место", en: "no space is left on the disk")
    case EACCES, EPERM: Phrase("нет прав", en: "permission denied")
    case EROFS: Phrase("диск только для чтения", en: "the disk is read-only")
    case EMFILE, ENFILE: Phrase("открыто слишком много файлов", en: "too many open files")
    case EIO: Phrase("ошибка чтения или записи на диск", en: "an error of reading or writing the disk")
    case ENOENT: Phrase("нет такого файла или папки", en: "no such file or folder")
    case EFBIG: Phrase("файл больше допустимого", en: "the file is larger than permitted")
    case EBUSY where operation == "read":
      Phrase("файл изменился во время чтения", en: "the file changed while being read")
    default: Phrase("ошибка системы: \(systemWords)", en: systemWords)
    }
  }

  private var systemWords: String { String(cString: strerror(code)) }
}
