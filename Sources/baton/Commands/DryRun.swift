// `--dry-run`: what a build would make, nothing written.

internal import BatonDiagnostics
internal import BatonDocument
internal import BatonReports

struct DryRun {
  let plan: BuildPlan
  let options: BuildOptions

  /// Lists every file that would be made and every document that would be refused.
  func tell(_ console: Console) throws(Failure) {
    if options.json { return try console.write(json: List(plan, options)) }
    for document in plan.documents {
      for format in options.formats { console.write("\(folder)/\(document.path).\(format.fileExtension)\n") }
    }
    for document in plan.refused { console.say("不能生成：\(document.title)") }
    console.report(plan.refused.flatMap(\.blocking).uniqued.map(\.diagnostic))
    console.say("将生成文书 \(plan.documents.count) 份、文件 \(plan.documents.count * options.formats.count) 个；什么也没有写")
  }

  private var folder: String { "\(options.output)/\(plan.folder)" }

  private struct List: Encodable {
    struct Entry: Encodable {
      let path, title: String
      let formats: [String]
    }

    struct Refused: Encodable {
      let path, title: String
      let faults: [IntakeFault]
    }

    let documents: [Entry]
    let refused: [Refused]

    init(_ plan: BuildPlan, _ options: BuildOptions) {
      documents = plan.documents.map {
        Entry(path: $0.path, title: $0.title, formats: options.formats.map(\.fileExtension))
      }
      refused = plan.refused.map { Refused(path: $0.path, title: $0.title, faults: $0.blocking) }
    }
  }
}
