// The tables of the catalogue.

internal import GRDB

extension ArchiveCatalogue {
  /// Raised whenever the tables change: a catalogue of another edition is built again from the store.
  static let edition = 1

  /// A document's id is the place of its version in the chain of seals, and its own place in the version: rows have
  /// the same ids whatever order versions were added in.
  static func id(_ sequence: Int, _ place: Int) -> Int64 { Int64(sequence) << 24 | Int64(place) }

  static func sequence(of id: Int64) -> Int { Int(id >> 24) }

  /// All ids of a version.
  static func ids(of sequence: Int) -> ClosedRange<Int64> { id(sequence, 0)...id(sequence, 1 << 24 - 1) }

  /// Words are indexed without the text that they came from (`content=''`): the text stands beside, once. The tokenizer
  /// leaves everything beyond ASCII alone, so what a word is, is decided in ``SearchWords`` only.
  static let schema = """
    CREATE TABLE version (
      sequence INTEGER PRIMARY KEY,
      object TEXT NOT NULL, county TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL,
      created TEXT NOT NULL, message TEXT NOT NULL, user TEXT NOT NULL,
      UNIQUE (object, number)
    ) STRICT;
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      sequence INTEGER NOT NULL REFERENCES version,
      path TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, unit TEXT,
      audience TEXT NOT NULL, secrecy TEXT, code TEXT
    ) STRICT;
    CREATE TABLE document_text (id INTEGER PRIMARY KEY REFERENCES document, text TEXT NOT NULL) STRICT;
    CREATE TABLE unit (
      sequence INTEGER NOT NULL REFERENCES version, id TEXT NOT NULL, name TEXT NOT NULL,
      short_name TEXT NOT NULL, series TEXT NOT NULL, place INTEGER NOT NULL, assessed INTEGER NOT NULL,
      PRIMARY KEY (sequence, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE figure (
      id INTEGER PRIMARY KEY,
      sequence INTEGER NOT NULL REFERENCES version, unit TEXT NOT NULL, field TEXT NOT NULL,
      exact TEXT, shown TEXT NOT NULL
    ) STRICT;
    CREATE INDEX figure_of_unit ON figure (sequence, unit);
    CREATE TABLE problem (
      sequence INTEGER NOT NULL REFERENCES version, id TEXT NOT NULL, unit TEXT NOT NULL,
      category TEXT NOT NULL, manifestation TEXT NOT NULL, closed INTEGER NOT NULL, last_year TEXT,
      PRIMARY KEY (sequence, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE change (
      id INTEGER PRIMARY KEY,
      sequence INTEGER NOT NULL REFERENCES version, year INTEGER NOT NULL, former TEXT NOT NULL,
      former_name TEXT NOT NULL, change TEXT NOT NULL, current TEXT, basis TEXT
    ) STRICT;
    CREATE VIRTUAL TABLE document_words USING fts5 (words, content='', tokenize='ascii', prefix='1');
    CREATE VIRTUAL TABLE figure_words USING fts5 (words, content='', tokenize='ascii', prefix='1');
    PRAGMA user_version = \(edition);
    """
}
