// `baton archive …`: the commands that keep years.

internal import ArgumentParser

struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "档案库：归档、查找、比较、交接历年的考核材料",
    discussion: """
      例：
        baton archive key init                    先做一把封存密钥，只做一次
        baton archive add 年度数据.xlsx           核对、生成、封存
        baton archive verify                      核对全库
        baton archive search 整改 --year 2020-2022
        baton archive compare 2021 2022
        baton archive export 2022 --bag 移交/2022

      档案库用 --store 指明，不写用环境变量 BATON_ARCHIVE，再没有就是 Archive 文件夹。
      """,
    subcommands: [
      ArchiveKeyCommand.self, ArchiveAddCommand.self, ArchiveListCommand.self, ArchiveShowCommand.self,
      ArchiveRestoreCommand.self, ArchiveRebuildDocumentsCommand.self, ArchiveVerifyCommand.self,
      ArchiveSearchCommand.self, ArchiveCompareCommand.self, ArchiveExportCommand.self,
      ArchiveImportCommand.self,
      ArchiveRebuildCommand.self,
    ])
}
