import type { Term } from '../../schema/terms/term.ts'
import { comparable } from './values/plain.ts'

/** The spellings of a term, made comparable once: every cell of a sheet is held against them. */
export function labelsOf(term: Term): ReadonlySet<string> {
  const known = labels.get(term)
  if (known !== undefined) return known
  const made = new Set([term.zh, term.en, ...(term.aliases ?? [])].map(comparable))
  labels.set(term, made)
  return made
}

const labels = new WeakMap<Term, ReadonlySet<string>>()
