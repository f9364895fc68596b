// baton-endure: puts the store's promises to the test. scripts/endure builds and runs it.

import ArgumentParser
import BatonArchive
import BatonDiagnostics
import Foundation

@main struct Endure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baton-endure", abstract: "断电、杀进程、写失败、写满、争用、损坏：档案库一样不丢、一样不混、一样不漏报",
    subcommands: [All.self, Speed.self, Work.self], defaultSubcommand: All.self)

  struct All: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "全做一遍，打印一张表；有一处不符就以 1 退出")

    @Flag(help: "全量（几分钟），否则是几秒钟的少量") var full = false
    @Option(help: "随机数种子") var seed: UInt64 = 7
    @Option(help: "由 acceptance/interpose.c 编成的库") var library: String
    @Option(help: "只做这几项，逗号分隔：cuts, kill, faults, disk, contend, damage") var only: String?

    func run() throws {
      let chosen = only.map { Set($0.split(separator: ",").map(String.init)) }
      var table = Table(seed: seed)
      let trials: [(String, (inout Table) throws -> Void)] = [
        ("cuts", cuts), ("kill", kill), ("faults", faults), ("disk", disk), ("contend", contend),
        ("damage", damage),
      ]
      for (name, trial) in trials where chosen?.contains(name) ?? true { try trial(&table) }
      if table.hasFaults { throw ExitCode.failure }
    }

    private func cuts(_ table: inout Table) throws {
      for (name, editions) in [("新建第一版", 0), ("补一版", 1)] {
        var random = SeededGenerator(seed: seed)
        var cuts = PowerCuts(trial: Trial(key: try SigningKey(), fileCount: 2), editions: editions)
        if full {
          cuts.exhaustive = 8
          cuts.randomSubsets = 30
        } else {
          cuts.sampling = 20
        }
        let result = try cuts.run(&random)
        table.add(
          "断电（\(name)）",
          "\(result.cutCount) 步，\(result.stateCount) 种盘面，恢复中再断 \(result.recoveryStateCount) 种", result.faults)
      }
      for blindness in [PowerCuts.Blindness.wholeSyncs, .nameSyncs, .fileSyncs] {
        var random = SeededGenerator(seed: seed)
        var cuts = PowerCuts(trial: Trial(key: try SigningKey(), fileCount: 2), blindness: blindness)
        cuts.sampling = 10
        cuts.recoveryEvery = 0
        cuts.enough = 1
        let result = try cuts.run(&random)
        table.add(
          "断电（去掉 \(blindness)，应当出错）", "\(result.stateCount) 种盘面内出错",
          result.faults.isEmpty ? ["没有出错：这种试法看不见少了一次存盘"] : [])
      }
    }

    private func kill(_ table: inout Table) throws {
      for deed in Deed.allCases {
        let trial = try Interruptions(Trial(key: SigningKey(), fileCount: 40), library: library, deed: deed)
        try killAll(of: trial, &table)
      }
    }

    private func killAll(of interruptions: Interruptions, _ table: inout Table) throws {
      var random = SeededGenerator(seed: seed)
      var result = Interruptions.Result()
      for _ in 0..<(full ? 500 : 15) {
        let step = Int.random(in: 1...interruptions.calls.count, using: &random)
        try interruptions.strike(step, .kill, &result)
      }
      let inside = result.insideCount * 100 / result.runCount
      let histogram = result.histogram.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      table.add(
        "kill -9（\(interruptions.deed.rawValue)，\(interruptions.calls.count) 个系统调用上均匀）",
        "\(result.runCount) 次，\(result.struckCount) 次打中，\(inside)% 在提交之中；\(histogram.joined(separator: "、"))",
        result.faults + (full && inside < 90 ? ["只有 \(inside)% 在提交之中"] : []))
    }

    private func faults(_ table: inout Table) throws {
      for deed in Deed.allCases {
        let interruptions = try Interruptions(
          Trial(key: SigningKey(), fileCount: 6), library: library, deed: deed)
        var result = Interruptions.Result()
        var random = SeededGenerator(seed: seed)
        for blow in [Child.Interference.Deed.ENOSPC, .EIO] {
          for step in interruptions.calls.indices.map({ $0 + 1 }) {
            // The short run takes a few of all steps.
            if !full, !Int.random(in: 0..<20, using: &random).isMultiple(of: 20) { continue }
            for stays in [false, true] { try interruptions.strike(step, blow, stays: stays, &result) }
          }
        }
        table.add(
          "写失败（\(deed.rawValue)：ENOSPC、EIO，一次或从此一直）",
          "\(result.runCount) 次，\(result.struckCount) 次报了错", result.faults)
      }
    }

    private func disk(_ table: inout Table) throws {
      guard try FullDisk.canMount() else {
        return table.skip("写满的盘", "不能挂载 tmpfs：要以 root 运行。这一项没有做！")
      }
      let trial = FullDisk(trial: try Trial(key: SigningKey(), fileCount: 20))
      var result = FullDisk.Result()
      // A page of memory a file: the sizes span from no room for anything to room for everything.
      for size in 1...(full ? 50 : 6) {
        try trial.run(byteCount: 4096 * 4 * size * (full ? 1 : 8), &result)
      }
      table.add("写满的盘", "\(result.fullCount) 种大小写满，\(result.roomyCount) 种够用", result.faults)
    }

    private func contend(_ table: inout Table) throws {
      let contention = Contention(
        key: try SigningKey(), writerCount: full ? 8 : 4, commitCount: full ? 200 : 5)
      let result = try contention.run()
      table.add(
        "\(contention.writerCount) 个进程各存 \(contention.commitCount) 次",
        "\(result.versionCount) 个版本依次相接，其间无锁读 \(result.readCount) 次", result.faults)
    }

    private func damage(_ table: inout Table) throws {
      var random = SeededGenerator(seed: seed)
      let damage = try Damage(Trial(key: SigningKey()))
      for kind in Damage.Kind.allCases {
        let count =
          switch kind {
          case .flippedBit: full ? 10_000 : 100
          case .cutOffEnd: 1
          default: full ? 500 : 10
          }
        var result = Damage.Result()
        try damage.run(kind, count: count, &random, &result)
        table.add("损坏：\(kind.rawValue)", "\(count) 次都发现并点名", result.unnoticed)
      }
    }
  }

  /// What the other processes do.
  struct Work: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "child", shouldDisplay: false)

    @Option var store: String
    @Option var key: String
    @Option var files = 4
    @Option var writer: Int?
    @Option var commits = 1

    func run() throws {
      do throws(ArchiveError) {
        guard let pem = FileManager.default.contents(atPath: key) else { throw ArchiveError("no-key", key) }
        let key = try SigningKey(pem: [UInt8](pem), file: key)
        let count = if let writer { try contend(writer, key) } else { try add(key) }
        print(count)
      } catch {
        print(error.diagnostics.map(\.id).joined(separator: " "))
        throw ExitCode.failure
      }
    }

    /// Adds the next edition of the trial's object.
    private func add(_ key: SigningKey) throws(ArchiveError) -> Int {
      let trial = Trial(key: key, fileCount: files)
      let writer = try ArchiveWriter(at: store, sealingWith: key)
      let count = try ArchiveStore(at: store).object(trial.object)?.versions.count ?? 0
      _ = try writer.commit(trial.submission(count + 1))
      return count + 1
    }

    private func contend(_ number: Int, _ key: SigningKey) throws(ArchiveError) -> Int {
      let writer = try ArchiveWriter(at: store, sealingWith: key)
      for commit in 0..<commits { _ = try writer.commit(Contention.submission(number, commit)) }
      return commits
    }
  }
}
