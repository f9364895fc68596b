// Facts about values that every filter relies on.

import Testing

@testable import BatonTemplate

@Suite struct ValueTests {
  @Test func `a record finds its fields by name and keeps their order`() throws {
    var builder = DocumentBuilder()
    let name = builder.string("某乡")
    let root = builder.record([("单位", name), ("排名", .int(3))])
    var machine = Machine()
    machine.document = builder.document(root: root)
    let rank = machine.value(named: "排名", in: root)
    let absent = machine.value(named: "没有", in: root)
    let text = machine.repr(root)
    #expect(rank?.integer == 3)
    #expect(absent == nil)
    #expect(text == "{'单位': '某乡', '排名': 3}")
  }

  @Test(arguments: [
    (1.0, "1.0"), (0.1, "0.1"), (1e16, "1e+16"), (123456789012345.0, "123456789012345.0"), (1e-5, "1e-05"),
    (0.0001, "0.0001"), (-0.0, "-0.0"), (1.5e300, "1.5e+300"), (3.14, "3.14"), (1e15, "1000000000000000.0"),
  ])
  func `floats are written as Python writes them`(value: Double, expected: String) {
    let text = Machine().repr(.float(value))
    #expect(text == expected)
  }

  @Test func `numbers compare and hash across their types`() throws {
    var machine = Machine()
    let decimal = machine.makeDecimal(text: "2.50")
    let one = machine.makeDecimal(text: "1")
    let equalsFloat = try machine.equals(decimal, .float(2.5))
    let equalsBool = try machine.equals(.bool(true), one)
    let hashes = (try machine.hash(of: one), try machine.hash(of: .int(1)))
    let toInt = try machine.compare(.int(3), decimal)
    let tenth = machine.makeDecimal(text: "0.1")
    let toFloat = try machine.compare(tenth, .float(0.1))
    #expect(equalsFloat && equalsBool)
    #expect(hashes.0 == hashes.1)
    #expect(toInt == .greater)
    #expect(toFloat == .less)
  }

  @Test func `a mapping keeps the first place and the last value of a key`() throws {
    var machine = Machine()
    let entries = (0..<40).map { (key: Node.int($0 % 20), value: Node.int($0)) }
    let map = try machine.makeMap(entries)
    let count = machine.itemCount(of: map)
    let three = try machine.value(of: .float(3), in: map)
    #expect(count == 20)
    #expect(three?.integer == 23)
  }

  @Test func `a list is no key`() {
    var machine = Machine()
    let list = machine.makeList([])
    var fault: Fault?
    do { _ = try machine.hash(of: list) } catch { fault = error }
    #expect(fault?.kind == .type)
  }
}
