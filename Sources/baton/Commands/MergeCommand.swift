// `baton merge`: the parts of a build that several machines shared, put together.

internal import ArgumentParser
internal import BatonDiagnostics
internal import BatonReports

struct MergeCommand: Runnable {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "把各分片的文书合在一起，与一次生成的逐字节相同",
    discussion: """
      例：
        baton build 数据文件夹 --shard 1/2 --output 分片1
        baton build 数据文件夹 --shard 2/2 --output 分片2
        baton merge 分片1 分片2 --output Output
      """)

  @Argument(help: ArgumentHelp("各分片的输出文件夹", valueName: "分片"))
  var parts: [String]

  @Option(
    name: .shortAndLong, help: ArgumentHelp("输出文件夹，文书放在其中的 <县>/<年度>/", valueName: "文件夹"))
  var output = "Output"

  func run(console: Console) throws(Failure) -> ExitStatus {
    do throws(Merge.Failure) {
      let report = try Merge(parts: parts).publish(into: output)
      console.say("合并了 \(parts.count) 个分片、文件 \(report.fileCount) 个：\(report.folders.joined(separator: "、"))")
      return .done
    } catch {
      throw .couldNotRun(error.diagnostics)
    }
  }
}
