import type { Json, RecordTable } from './row.ts'

/** One check of a standard as a station was found: never a person, only what was found and the evidence. */
export interface CheckValue {
  readonly check: string
  readonly result: string
  readonly evidence: string | null
}

/** How a station stands against a standard, by its own account. */
export interface AssessmentTable extends RecordTable {
  station: string
  standard: string
  assessedOn: string | null
  assessor: string | null
  results: Json<CheckValue[]>
}

/** A visit by an office, and what became of what it found. `found` is null until it is closed. */
export interface InspectionTable extends RecordTable {
  station: string
  kind: string
  on: string
  by: string | null
  found: string | null
  rectification: string
  sentTo: string | null
  closedOn: string | null
}

/** How far the demonstration site that a document asks for has come. */
export interface DemonstrationTable extends RecordTable {
  station: string
  clause: string | null
  status: string
  reportedOn: string
  evidence: string | null
}
