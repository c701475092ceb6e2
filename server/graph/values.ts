import type { ObservationTable } from '../../schema/tables/activity.ts'
import { isPublished } from '../records/guard.ts'

/** Columns that are the hub's own book-keeping, or that no door may pass. */
const HIDDEN = new Set(['since', 'until', 'digest', 'at', 'totals', 'position', 'row', 'aliases'])
const JSON_TEXT = new Set(
  `successors geometry issuers issuedOnNote cites notes clauses professionalFields platforms
  amenities services functions demonstrations fields audiences themes positions transitions criteria
  target startNote organizers method groups rule hubNote periods weekly kinds organizerNames dates results findings`.split(
    /\s+/,
  ),
)
const FLAGS = new Set([
  'sample',
  'functionalZone',
  'accessible',
  'isBrand',
  'inferred',
  'final',
  'nil',
  'hoursRecorded',
  'projectPublished',
])

/** A row's stored fields under their GraphQL names: both languages, references as ids, nothing computed. */
export function publicValues(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [column, value] of Object.entries(row)) {
    if (HIDDEN.has(column)) continue
    const pair = /^(.+)(Zh|En)$/.exec(column)
    if (pair) {
      const [, name, lang] = pair as unknown as [string, string, string]
      values[name] = { ...(values[name] as object), [lang.toLowerCase()]: value }
    } else if (FLAGS.has(column)) {
      values[column] = value === null ? null : value === 1
    } else {
      values[column] = JSON_TEXT.has(column) && value !== null ? JSON.parse(String(value)) : value
    }
  }
  return values
}

/** The facts of a record that may be published, as measure and number. */
export function publicFacts(facts: readonly ObservationTable[]) {
  return facts
    .filter((fact) => isPublished(fact.measure))
    .map(({ measure, value, qualifier, status, cell }) => ({
      measure,
      value,
      qualifier,
      status,
      cell,
    }))
}
