// What the command says when it is called wrongly, and its help.

import Testing

@testable import baton

@Suite struct `Wrong usage` {
  @Test(arguments: [
    (["chekc"], "没有命令「chekc」", "是不是想写「check」？"),
    (["--versoin"], "没有选项「--versoin」", "是不是想写「--version」？"),
    (["check", "--jsn", "x"], "没有选项「--jsn」", "是不是想写「--json」？"),
    (["check"], "缺少参数「<数据>」", "baton check --help"),
    (["check", "a", "b"], "多出了参数「b」", "baton check --help"),
    (["check", "--json=1", "x"], "选项「--json」不带值", "baton check --help"),
  ])
  func `is explained in Chinese and ends with 64`(arguments: [String], message: String, help: String) async {
    let run = await CommandRun(arguments: arguments)
    #expect(run.status == .usage)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message))
    #expect(run.errors.contains(help))
  }
}

@Suite struct Help {
  @Test(arguments: [[], ["--help"], ["help"], ["check", "--help"], ["help", "check"]])
  func `is Chinese, shows an example and is no fault`(arguments: [String]) async {
    let run = await CommandRun(arguments: arguments)
    #expect(run.status == .done)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("例："))
    #expect(run.output.contains("用法：baton"))
    for english in ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Show ", "default:", "See "] {
      #expect(!run.output.contains(english), "\(english)")
    }
  }
}
