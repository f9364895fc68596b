// A template on the command line, whatever it is written in: how it is checked and how it is understood.

internal import BatonDiagnostics
internal import BatonDocument
internal import BatonTemplate

/// A template and the folder of the templates it names.
struct TemplateFile {
  /// The endings that `check` takes for a template's.
  private static let endings: Set<String> = [
    "html", "xhtml", "htm", "xml", "txt", "j2", "docx", "dotx", "docm", "dotm",
  ]

  private let source: Source
  private let folder: TemplateFolder

  /// A file by its path; `others` is the folder of the templates it names, where it is not the template's own.
  init(path: String, others: String?) throws(Failure) {
    source = try InputFile.source(path)
    folder = TemplateFolder(main: source, others: others)
  }

  /// Whether a path is a template's by its ending.
  static func isTemplate(_ path: String) -> Bool { endings.contains(path.fileExtension) }

  /// What is wrong with the template for what its data has, as far as that is known, and every use of a field.
  func report(
    against fields: DataShape.Fields?, for formats: [DocumentFormat] = DocumentFormat.allCases
  ) throws(Failure) -> TemplateReport {
    switch try environment {
    case .documents(let environment): environment.check(folder.mainName, against: fields, for: formats)
    case .other(let environment): environment.check(folder.mainName, against: fields)
    }
  }

  /// The tree as the program understands it.
  func explanation() throws(Failure) -> String {
    switch try environment {
    case .documents(let environment):
      do throws(DocumentError) {
        return try environment.explanation(of: folder.mainName)
      } catch {
        throw .faults(error.diagnostics)
      }
    case .other(let environment):
      do throws(TemplateError) {
        return try environment.explanation(of: folder.mainName)
      } catch {
        throw .faults(error.diagnostics)
      }
    }
  }

  private enum Reader {
    case documents(DocumentEnvironment)
    /// XML of no known vocabulary, or text.
    case other(Environment)
  }

  private var environment: Reader {
    get throws(Failure) {
      switch source.name.fileExtension {
      case "txt", "j2": return .other(Environment(loader: folder, undefined: .strict))
      case "xml" where !DocumentTemplate.isWrittenInWord(source):
        return .other(Environment(loader: folder, undefined: .strict, dialect: .xml))
      default: break
      }
      do throws(DocumentError) {
        return .documents(DocumentEnvironment(loader: folder, theme: try folder.theme()))
      } catch {
        throw .faults(error.diagnostics)
      }
    }
  }
}
