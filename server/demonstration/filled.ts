import type { Plain } from '../office/book.ts'
import type { Period } from './reporters.ts'

/** A number and, where it differs, what the office typed for it. */
export interface Count {
  readonly value: number | null
  readonly typed?: Plain
}

export interface Served {
  readonly audience: string
  readonly personTimes: Count
}

export interface FilledActivity {
  readonly name: string
  readonly volunteers: Count
  readonly organizations: Count
  readonly coverage: readonly Served[]
  readonly hours: Count
  readonly investment: Count
}

export interface FilledMedia {
  readonly name: string
  readonly print: Count
  readonly web: Count
  readonly links: string
  readonly reads: Count
}

/** The form as an office filled it in (ZQ19-FORM). */
export interface FilledForm {
  /** The whole line: 填报单位（盖章）：… */
  readonly reporter: string
  readonly period: Period
  readonly activities: readonly FilledActivity[]
  readonly media: readonly FilledMedia[]
  readonly totals: 'summed' | 'wrong' | 'blank'
  readonly contactName: string
  readonly contactPhone: string
}

/** What stands in the cell. */
export function shown({ value, typed }: Count): Plain {
  return typed === undefined ? value : typed
}

/** The sum as the office reckons it; null where nothing was filled in. */
export function sum(counts: readonly Count[]): number | null {
  const values = counts.flatMap(({ value }) => (value === null ? [] : [value]))
  if (values.length === 0) return null
  return Math.round(values.reduce((a, b) => a + b, 0) * 100) / 100
}
