/** One import, correction or withdrawal, whole or not at all. */
export interface RevisionTable {
  number: number
  hash: string
  at: string
  summaryZh: string
  summaryEn: string
  added: number
  changed: number
  removed: number
  /** What stands in the hash for the summary: its salted digest. Null before digests were salted. */
  told: string | null
  salt: string | null
}

/** Which record a revision added, changed or removed; `before` and `after` are read from its rows. */
export interface ChangeTable {
  revision: number
  position: number
  type: string
  record: string
  kind: string
  digest: string | null
}

/** What the database is, decided when it is made and never changed. */
export interface HubTable {
  key: string
  value: string
}

export interface MigrationTable {
  name: string
  sha256: string
  appliedAt: string
}
