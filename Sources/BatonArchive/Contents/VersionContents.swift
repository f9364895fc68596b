// Where things stand in a version: the layout that writers and readers of a year agree on.

/// The logical paths of an archived year.
///
///     inputs/…             the year's input files, names and bytes as they were
///     plan.json            the plan's rows as results read them
///     results.json         every figure, exact and shown, with its derivation
///     documents/…          the tree that a build publishes
///     documents.json       one record a document: what it is, for whom, under which archive code
///     templates/…          the templates and the theme that the documents were rendered with
///     build.json           which program rendered them, in which formats, from what
///     premis.xml           what was done with all this, and by whom
///     归档文件目录.xlsx .html  the list of DA/T 22
///
/// `docs/archive.md` says what each of them holds.
public enum VersionContents {
  public static let inputs = "inputs"
  public static let plan = "plan.json"
  public static let results = "results.json"
  public static let documents = "documents"
  public static let documentList = "documents.json"
  public static let templates = "templates"
  public static let build = "build.json"
  public static let premis = "premis.xml"
  public static let listWorkbook = "归档文件目录.xlsx"
  public static let listPage = "归档文件目录.html"

  /// What differs in every version, and so alone makes none.
  public static let remarks: Set<String> = [premis]
}

extension ArchivedObject.Version {
  /// The file that stands at a path, or `nil`.
  public func file(at path: String) -> ArchivedObject.File? {
    var (low, high) = (files.startIndex, files.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path.utf8.lexicographicallyPrecedes(path.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < files.endIndex && files[low].path == path ? files[low] : nil
  }

  /// The files below a folder of the layout, in the order of their paths.
  public func files(below folder: String) -> [ArchivedObject.File] {
    files.filter { $0.path.hasPrefix("\(folder)/") }
  }
}
