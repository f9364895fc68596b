// `baton archive …`: the commands that keep years.

internal import ArgumentParser

struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "档案库：归档、查找、比较、交接历年的考核材料",
    discussion: """
      例：
        baton archive search 整改 --year 2020-2022
        baton archive compare 2021 2022
        baton archive export 2022 --bag 移交/2022

      档案库用 --store 指明，不写用环境变量 BATON_ARCHIVE，再没有就是 Archive 文件夹。
      """,
    subcommands: [
      ArchiveSearchCommand.self, ArchiveCompareCommand.self, ArchiveExportCommand.self,
      ArchiveImportCommand.self,
      ArchiveRebuildCommand.self,
    ])
}
