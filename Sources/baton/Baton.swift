// The executable: arguments in, exit code out. Each command has a file of its own.

internal import ArgumentParser
internal import BatonDiagnostics
internal import Glibc

@main
struct Baton: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baton",
    abstract: "指挥棒：由一年的考核数据生成全套文书（网页、Word、Flat OPC XML）",
    discussion: """
      例：
        baton demo                       用内置的样例县跑一遍，看看成品
        baton init 2023年度              新建待填的工作簿
        baton check 数据                 找出数据里的全部错误
        baton build 数据                 生成全年文书

      数据是年度工作簿（.xlsx），或装着各表（.csv、.xlsx）的文件夹。

      退出码：0 完成 · 1 数据或模板有错 · 2 无法运行 · 64 用法不对 · 130 被中断
      """,
    version: "0.1.0",
    subcommands: [
      DemoCommand.self, InitCommand.self, BuildCommand.self, MergeCommand.self, CheckCommand.self,
      ResultsCommand.self, RenderCommand.self,
      ExplainCommand.self,
      LintCommand.self, ArchiveCommand.self,
    ])

  static func main() async {
    Interrupt.install()
    let arguments = Array(CommandLine.arguments.dropFirst())
    let status = await run(arguments, console: .standard())
    Glibc.exit(status.rawValue)
  }

  /// Runs one command line and says everything there is to say on the console.
  static func run(_ arguments: [String], console: Console) async -> ExitStatus {
    let command: any ParsableCommand
    do {
      command = try parseAsRoot(arguments)
    } catch {
      return explain(error, of: arguments, console)
    }
    do {
      guard let command = command as? any Runnable else { return try builtIn(command, arguments, console) }
      return try await command.run(console: console)
    } catch let failure {
      console.report(failure.diagnostics)
      return failure.status
    }
  }

  /// `baton`, `baton help …`: commands of the argument parser itself.
  private static func builtIn(
    _ command: any ParsableCommand, _ arguments: [String], _ console: Console
  ) throws(Failure) -> ExitStatus {
    var command = command
    do {
      try command.run()
      return .done
    } catch {
      return explain(error, of: arguments, console)
    }
  }

  /// Help goes to the output and is no fault; everything else is wrong usage.
  private static func explain(_ error: any Error, of arguments: [String], _ console: Console) -> ExitStatus {
    if exitCode(for: error).isSuccess {
      console.write(Usage.help(fullMessage(for: error, columns: Usage.columns)) + "\n")
      return .done
    }
    console.report([Usage.fault(message(for: error), in: arguments)])
    return .usage
  }
}

/// A command of ours.
protocol Runnable: ParsableCommand {
  func run(console: Console) async throws(Failure) -> ExitStatus
}

/// What a run ends with.
enum ExitStatus: CInt, Sendable {
  case done = 0
  case faultsFound = 1
  case couldNotRun = 2
  case usage = 64
  case interrupted = 130
}

/// A command that can't go on.
struct Failure: Error {
  var status: ExitStatus
  var diagnostics: [Diagnostic]

  /// Data or templates have faults.
  static func faults(_ diagnostics: [Diagnostic]) -> Failure {
    Failure(status: .faultsFound, diagnostics: diagnostics)
  }

  /// The machine, not the data: a file that can't be read, a disk that is full.
  static func couldNotRun(_ diagnostics: [Diagnostic]) -> Failure {
    Failure(status: .couldNotRun, diagnostics: diagnostics)
  }

  static let interrupted = Failure(status: .interrupted, diagnostics: [])
}
