// baton-province [COUNTIES]: how long the results of a province take, in memory.
// baton-province --workbook FILE [ROUNDS]: how fast a county's workbook comes in.
//
// Counties of 87 units are made from seeds one by one and read as intake reads them; only the computation of
// results is timed. Each prints one JSON line.

import Foundation

@main
struct BatonProvince {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "--workbook", arguments.count >= 2 {
      try write(
        try IntakeSpeed(of: arguments[1], rounds: arguments.dropFirst(2).first.flatMap { Int($0) } ?? 5))
      return
    }
    var figures = ProvinceSpeed()
    for seed in 1...(arguments.first.flatMap { Int($0) } ?? 115) { figures.add(county: UInt64(seed)) }
    try write(figures)
  }

  private static func write(_ figures: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(figures), as: UTF8.self))
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
