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

  /// Whether no file can be blamed for it: the machine has run out of something, or its disk does not answer. The others
  /// are for whoever put the file there: it is a link in a circle, or may not be read.
  package var isOfMachine: Bool {
    ![EACCES, EPERM, ENOENT, ENOTDIR, EISDIR, ELOOP, ENAMETOOLONG, EINVAL, EBUSY, ETXTBSY, ENXIO, ENODEV]
      .contains(code)
  }

  /// Plain words for the operator. The system's own are English and, most of them, for programmers.
  package var explanation: Phrase {
    switch code {
    case ENOSPC, EDQUOT: Phrase("на диске кончилось место", en: "no space is left on the disk")
    case EACCES, EPERM: Phrase("нет прав", en: "permission denied")
    case EROFS: Phrase("диск только для чтения", en: "the disk is read-only")
    case EMFILE, ENFILE:
      Phrase(
        "открыто слишком много файлов, увеличьте их предел",
        en: "too many open files: raise the limit (ulimit -n)")
    case EIO: Phrase("ошибка чтения или записи на диск", en: "an error of reading or writing the disk")
    case ENOENT: Phrase("нет такого файла или папки", en: "no such file or folder")
    case EFBIG: Phrase("файл больше допустимого", en: "the file is larger than permitted")
    case EBUSY where operation == "read":
      Phrase("файл изменился во время чтения", en: "the file changed while being read")
    case EBUSY, ETXTBSY: Phrase("занято другой программой", en: "another program is using it")
    case EINVAL where operation == "read": Phrase("это не обычный файл", en: "not a regular file")
    case ENOTDIR: Phrase("часть пути – файл, а не папка", en: "a part of the path is a file, not a folder")
    case EISDIR: Phrase("это папка, а не файл", en: "a folder, not a file")
    case EEXIST: Phrase("такое имя уже занято", en: "the name is taken")
    case ENOTEMPTY: Phrase("папка не пуста", en: "the folder is not empty")
    case ENAMETOOLONG: Phrase("имя или путь слишком длинные", en: "the name or the path is too long")
    case ELOOP: Phrase("ссылки ведут по кругу", en: "links lead round in a circle")
    case EXDEV: Phrase("папки лежат на разных дисках", en: "the folders are on different disks")
    case EMLINK: Phrase("на файл слишком много ссылок", en: "the file has too many links")
    case ENOMEM: Phrase("не хватает памяти", en: "out of memory")
    case EAGAIN, EINTR: Phrase("система занята, попробуйте ещё раз", en: "the system is busy, try again")
    case ENOLCK: Phrase("система не даёт запереть файл", en: "the system gives no lock")
    case EPIPE, EBADF: Phrase("вывод закрыт", en: "the output is closed")
    case ENODEV, ENXIO: Phrase("нет такого устройства", en: "no such device")
    case ESTALE, ENOTCONN, EHOSTDOWN, EHOSTUNREACH, ETIMEDOUT, EREMOTEIO, ECONNRESET, ENETUNREACH:
      Phrase("сетевой диск не отвечает", en: "the network disk does not answer")
    case ENOSYS, EOPNOTSUPP, EINVAL: Phrase("диск так не умеет", en: "the disk can't do that")
    default: Phrase("ошибка системы № \(code)", en: String(cString: strerror(code)))
    }
  }
}
