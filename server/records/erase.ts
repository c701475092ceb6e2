import type { RevisionTable } from '../../schema/tables/revision.ts'
import { BadInputError } from '../errors.ts'
import {
  emptyClaims,
  emptyFindings,
  emptyReceipts,
  emptySources,
  emptyStates,
  emptySummaries,
  GONE,
} from './emptying.ts'
import { followRecord } from './follow.ts'
import { hubKind } from './hub.ts'
import { closeLedger, keep, type Ledger } from './ledger.ts'
import {
  columnOf,
  filesOf,
  notesHolding,
  othersWith,
  statesHolding,
  submissionsOf,
  tellersOf,
  withoutCells,
} from './teller.ts'

/** What an erasure took out, and of which files the kept originals must go too. */
export interface Erased {
  readonly revision: RevisionTable
  /** How many states of the record held the value. */
  readonly states: number
  /** SHA-256 of the filed files that told it. */
  readonly files: readonly string[]
  /** Other records in force that hold the same text; nobody said that it must go there. */
  readonly elsewhere: readonly string[]
}

const EMPTY: ReadonlySet<string> = new Set(['[]', '{}', GONE])

/**
 * Takes the value of one field of one record out of every revision and leaves a public tombstone with the
 * reason: the one exception to I1. Its states keep their digests and lose their salt, so the chain of
 * revisions holds and nobody can try values out on it. Personal Information Protection Law of the PRC, art. 47.
 */
export async function eraseValue(
  ledger: Ledger,
  record: string,
  field: string,
  reason: string,
): Promise<Erased> {
  const { trx } = ledger
  const column = await columnOf(trx, record, field)
  const held = (await statesHolding(trx, column)).filter(({ value }) => !EMPTY.has(value))
  const noted = (await notesHolding(trx, column)).filter((value) => !EMPTY.has(value))
  const values = [...new Set([...held.map(({ value }) => value), ...noted])]
  if (values.length === 0) {
    throw new BadInputError(`No state of '${record}' has anything in '${field}'.`)
  }
  const told = await tellersOf(trx, column, values)
  const quiet = withoutCells(told)
  await emptyStates(trx, column, values)
  await emptySources(trx, column, quiet)
  await emptyClaims(trx, column, quiet)
  const touched = await emptyFindings(trx, told)
  await emptySummaries(trx, values)
  const files = await filesOf(trx, told)
  if (column.type === 'submission' && field === 'fileName') await emptyReceipts(trx, files)

  const entombed = [{ record, field }, ...touched.map((id) => ({ record: id, field: 'findings' }))]
  await entomb(ledger, entombed, reason)
  await followRecord(ledger, { type: column.type, record }, submissionsOf(told))
  const revision = await closeLedger(ledger, {
    zh: `删除：${record} 的 ${field}。理由：${reason}`,
    en: `Erasure: ${field} of ${record}. Reason: ${reason}`,
  })
  if (revision === undefined) throw new Error('An erasure raises a revision')
  const elsewhere = await othersWith(trx, column, values)
  return { revision, states: held.length, files, elsewhere }
}

async function entomb(
  ledger: Ledger,
  entombed: readonly { record: string; field: string }[],
  reason: string,
): Promise<void> {
  const row = await ledger.trx
    .selectFrom('erasure')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const first = Number(row.count) + 1
  const sample = (await hubKind(ledger.trx)) === 'demo'
  const tombs = entombed.map(({ record, field }, i) => {
    const content = { values: { record, field, reason }, sources: [], sample }
    return [`erasure:${first + i}`, content] as const
  })
  await keep(ledger, 'erasure', new Map(tombs))
}
