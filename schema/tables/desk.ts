import type { Json, RecordTable } from './row.ts'

// What the office keeps for itself: keys, receipts and the log are part of no graph and of no download.

/** A key of an office or a partner: only what it hashes to is kept. */
export interface KeyTable {
  id: string
  /** The first signs of the key, to tell keys apart. */
  prefix: string
  sha256: string
  holder: string
  scopes: Json<string[]>
  /** The organizations that it may file for. */
  offices: Json<string[]>
  createdAt: string
  expiresAt: string
  revokedAt: string | null
}

/** One filing, accepted or refused, as the office that filed it may cite it. */
export interface ReceiptTable {
  number: number
  receivedAt: string
  sha256: string
  fileName: string | null
  verdict: string
  revision: number | null
  holder: string | null
}

/** What was done, by whom, in an unbroken chain; never what a file said. */
export interface AuditTable {
  number: number
  at: string
  actor: string
  action: string
  subject: string
  previous: string
  hash: string
}

/** What was decided about something that waited for a person, and why; never by whom. */
export interface DecisionTable extends RecordTable {
  item: string
  kind: string
  submission: string
  /** ACCEPT, REJECT or SAME_AS. */
  outcome: string
  target: string | null
  reason: string
}

/** A value that was taken out of every revision: what it belonged to and why, never what it was. */
export interface ErasureTable extends RecordTable {
  record: string
  field: string
  reason: string
}

/** How many people said on one day that something about a station is right or wrong; nothing about them. */
export interface ReportTable {
  number: number
  station: string
  topic: string
  day: string
  count: number
}
