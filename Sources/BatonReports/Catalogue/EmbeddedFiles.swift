// The files of `Templates/` as they were when the program was built.

internal import CEmbedded

/// The templates and the theme that the program carries, so that it needs no other file beside it.
package enum EmbeddedFiles {
  /// Names below `Templates/` (`layout/公文.html`), ordered by their UTF-8 bytes.
  package static let names: [String] = unsafe entries.map { entry in unsafe String(cString: entry.name) }

  /// The bytes of a file, or `nil` if there is none of that name.
  package static func bytes(named name: String) -> [UInt8]? {
    names.firstIndex(of: name).map { index in
      let entry = unsafe entries[index]
      return unsafe Array(UnsafeBufferPointer(start: entry.bytes, count: entry.count))
    }
  }

  /// Constant data of the program: never written, never freed.
  private static var entries: UnsafeBufferPointer<baton_embedded_file> {
    unsafe UnsafeBufferPointer(start: baton_embedded_files, count: baton_embedded_file_count)
  }
}
