// Filters that format: their templates are fixed, their values and arguments come from the input.

import BatonDiagnostics
import BatonTemplate

/// Byte 0 chooses the template, then come n, x, m and k in little endian; texts end at a byte 0xFF.
struct FormatTarget: Target {
  private struct Values: Encodable {
    let f: String
    let s: String
    let n: Int
    let m: Int
    let k: Int
    let x: Double
  }

  private let templates: [Template]
  private let environment = Environment(escapes: false)
  private var encoder = ValueEncoder()

  init() {
    let environment = environment
    templates = Self.sources.map { text in
      do throws(TemplateError) {
        return try environment.template(from: Source(name: "t", text: text))
      } catch {
        fatalError(error.diagnostics[0].text)
      }
    }
  }

  mutating func run(_ bytes: [UInt8]) {
    guard bytes.count > 19 else { return }
    func word(_ start: Int) -> UInt64 {
      bytes[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    let texts = bytes.dropFirst(19).split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let values = Values(
      f: texts[0], s: texts.count > 1 ? texts[1] : texts[0], n: Int(bitPattern: UInt(word(1))),
      m: Int(Int8(bitPattern: bytes[17])), k: Int(bytes[18]), x: Double(bitPattern: word(9)))
    guard let document = try? encoder.document(encoding: values) else { return }
    let template = templates[Int(bytes[0]) % templates.count]
    var renderer = Renderer(environment)
    renderer.budget.outputBytes = 1 << 20
    renderer.budget.steps = 10_000
    do throws(TemplateError) {
      let isText = try renderer.withBytes(of: template, document.value) {
        String(validating: $0, as: UTF8.self) != nil
      }
      precondition(isText, "the output is not UTF-8")
    } catch {
      show(error.diagnostics)
    }
  }

  private static let sources = [
    // Python's formats
    "{{ f|format(s, n, x, m) }}", "{{ f|format(n) }}", "{{ f|format(x) }}", "{{ f|format(s) }}",
    "{{ f|format(a=n, b=x, c=s) }}", "{{ f % (n, x, s) }}", "{{ f % n }}", "{{ f % x }}", "{{ f % s }}",
    "{{ f.format(s, n, x, a=m) }}", "{{ f.format(n) }}", "{{ f.format(x) }}",
    "{{ f.format_map({'a': n, 's': s}) }}",
    "{{ f|format(n ** 9) }}{{ f|format(f|decimal) }}", "{{ f.format(n ** 9, s|decimal) }}",
    // Numbers
    "{{ x|round(m) }}", "{{ x|round(m, 'floor') }}{{ x|round(m, 'ceil') }}", "{{ n|round(m) }}",
    "{{ n|filesizeformat }}{{ x|filesizeformat(true) }}", "{{ s|filesizeformat }}", "{{ s|int(0, m) }}",
    "{{ s|int }}",
    "{{ s|float }}", "{{ s|float * x }}", "{{ x|int }}{{ n|float }}{{ x }}", "{{ n // m }}{{ n % m }}",
    "{{ x // m }}{{ x % m }}",
    "{{ x ** m }}", "{{ n ** k }}", "{{ n * n - n // k }}", "{{ x // x }}{{ x < n }}{{ x == n }}",
    "{{ s|decimal + f|decimal }}", "{{ s|decimal * f|decimal }}", "{{ s|decimal / f|decimal }}",
    "{{ s|decimal // f|decimal }}", "{{ s|decimal|round(m) }}",
    "{{ s|decimal < f|decimal }}{{ s|decimal == x }}",
    "{{ [s|int, x, n, s|float]|sort }}", "{{ [n, x]|sum }}{{ [n, x]|max }}",
    // Text
    "{{ s|wordwrap(m, true, f) }}", "{{ s|wordwrap(k, false) }}", "{{ s|truncate(k, true, f, m) }}",
    "{{ s|truncate(k, false, '…', k) }}", "{{ s|center(m) }}{{ s.ljust(k, f) }}",
    "{{ s|indent(m, true, true) }}",
    "{{ s|indent(f) }}", "{{ s|urlize(k, true, f, s) }}", "{{ s|urlize }}", "{{ s|striptags }}",
    "{{ s|urlencode }}",
    "{{ s|title }}{{ s|capitalize }}{{ s|upper }}{{ s|lower }}", "{{ s.swapcase() }}{{ s.casefold() }}",
    "{{ s|replace(f, 'x', m) }}", "{{ s.split(f, m) }}{{ s.rsplit(f, m) }}", "{{ s.splitlines(true) }}",
    "{{ s.partition(f) }}{{ s.rpartition(f) }}",
    "{{ s.find(f, m, k) }}{{ s.rfind(f, m) }}{{ s.count(f, m) }}",
    "{{ s.strip(f) }}{{ s|trim(f) }}", "{{ s.zfill(k) }}{{ s.expandtabs(m) }}",
    "{{ s[m:k] }}{{ s[m:k:m] }}{{ s[m] }}",
    "{{ s|tojson }}{{ s|pprint }}{{ [s, x]|string }}", "{{ s|e|striptags }}{{ s|forceescape }}",
    "{{ s|wordcount }}{{ s|length }}",
    "{{ s|batch(m) }}{{ s|slice(m) }}", "{{ s|list|join(f)|reverse }}",
    "{{ s is lower }}{{ s.isdigit() }}{{ s.istitle() }}",
    "{{ s|xmlattr }}", "{{ {f: s}|xmlattr }}", "{{ s.removeprefix(f).removesuffix(f) }}",
    // Chinese
    "{{ n|中文数字 }}", "{{ s|中文数字 }}", "{{ x|中文数字 }}", "{{ n|年份汉字 }}{{ s|年份汉字 }}", "{{ k|概数 }}{{ n|概数 }}",
    "{{ s|大写金额 }}", "{{ n|大写金额 }}", "{{ x|大写金额 }}", "{{ s|百分比(m) }}{{ x|百分比(k) }}", "{{ s|百分点(f, m) }}",
    "{{ s|同比(f, m) }}{{ n|同比(x) }}", "{{ s|修约(m, f) }}{{ x|修约(m) }}", "{{ s|名额(f) }}{{ n|名额(k) }}",
    "{{ k|序号(m) }}",
    "{{ s|level_no(m) }}", "{{ s|两字名 }}{{ s|全角标点 }}", "{{ [s, f]|姓氏笔画 }}", "{{ s|定点数 }}",
    "{{ s|公文日期 }}{{ s|汉字日期 }}",
  ]
}
