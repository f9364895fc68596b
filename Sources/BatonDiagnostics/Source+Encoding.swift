// Every text is UTF-8. What reads one says so before it looks at anything else.

extension Source {
  /// The first place that is no UTF-8, as a diagnostic; `nil` where all is.
  package var encodingFault: Diagnostic? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let range = SourceRange(error.byteOffsets.lowerBound, error.byteOffsets.upperBound)
      return Diagnostic(
        "bad-encoding", .error, "这里不是 UTF-8 编码", at: .range(self, range), help: "请把文件另存为 UTF-8")
    }
  }
}
