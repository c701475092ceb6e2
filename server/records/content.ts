import type { RecordType } from '../../schema/database.ts'
import type { ObservationTable } from '../../schema/tables/activity.ts'
import type { SourceRef } from '../../schema/tables/row.ts'
import { canonical, digestOf } from './digest.ts'

/** A fact that belongs to a record: what differs from fact to fact; the rest comes with the record. */
export type Observation = Omit<ObservationTable, 'record' | 'since' | 'until'>

/** All that a record holds in one state. */
export interface Content {
  readonly values: Readonly<Record<string, unknown>>
  /** What fields are that nobody said anything of: they stand behind the values of every claim. */
  readonly initial?: Readonly<Record<string, unknown>>
  readonly sources: readonly SourceRef[]
  readonly sample: boolean
  readonly observations?: readonly Observation[]
}

/** A record as its table keeps it, without its life. */
export function rowOf(id: string, content: Content): Record<string, unknown> {
  const columns = Object.entries(content.values).map(([key, value]) => [key, stored(value)])
  return {
    ...Object.fromEntries(columns),
    id,
    sample: content.sample ? 1 : 0,
  }
}

function stored(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value !== null && typeof value === 'object') return JSON.stringify(value)
  return value ?? null
}

function factsOf(content: Pick<Content, 'observations'>): string[] {
  return (content.observations ?? []).map(canonical).sort()
}

/** Salted, so that no value can be tried out on it once it was erased. */
export function digestOfContent(
  row: Readonly<Record<string, unknown>>,
  content: Pick<Content, 'sources' | 'observations'> & { readonly salt: string | null },
): string {
  const { sources, salt } = content
  return digestOf({ ...row, sources, observations: factsOf(content), salt })
}

/** The types of record that have facts of their own. */
export const MEASURED: ReadonlySet<RecordType> = new Set(['activity', 'media', 'platform'])

/** The digest that a kept row should carry; `hub verify` compares it with the one it does. */
export function digestOfRow(
  row: Readonly<Record<string, unknown>>,
  sources: readonly SourceRef[],
  facts: readonly ObservationTable[],
  salt: string | null,
): string {
  const { since: _since, until: _until, digest: _digest, ...kept } = row
  const observations = facts.map(({ record: _r, since: _s, until: _u, ...fact }) => fact)
  return digestOfContent(kept, { sources, observations, salt })
}
