import { createHash } from 'node:crypto'
import type { RevisionTable } from '../../schema/tables/revision.ts'
import { canonical, digestOf } from './digest.ts'

/** What stands in a revision's hash for its summary, so that a word can be taken out of it. */
export function digestOfSummary(
  summary: Pick<RevisionTable, 'summaryZh' | 'summaryEn' | 'salt'>,
): string {
  return digestOf(summary)
}

/** A revision's hash holds its own facts, every change in it, and the hash before it. */
export function chainHash(
  previous: string,
  revision: Omit<RevisionTable, 'hash'>,
  changes: Iterable<{ type: string; record: string; kind: string; digest: string | null }>,
): string {
  const hash = createHash('sha256')
  const { summaryZh, summaryEn, told, salt: _salt, ...facts } = revision
  const said = told === null ? { summaryZh, summaryEn } : { told }
  hash.update(`[${canonical(previous)},${canonical({ ...facts, ...said })},[`)
  let before = ''
  for (const { type, record, kind, digest } of changes) {
    hash.update(`${before}${canonical(`${type} ${record} ${kind} ${digest ?? '-'}`)}`)
    before = ','
  }
  return hash.update(']]').digest('hex') // as digestOf([previous, revision, lines]) has it
}
