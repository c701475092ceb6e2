import { createHash } from 'node:crypto'
import type { AuditTable } from '../../schema/tables/desk.ts'
import type { Db } from '../store/open.ts'
import { canonical } from './digest.ts'
import type { Trx } from './ledger.ts'

/** Something that was done: by whom (a key's holder, or the command line), what, and on what. */
export interface Deed {
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly subject: string
}

const FIRST = '0'.repeat(64)

/** Adds a line to the log; each line carries the hash of the one before, so none can be taken out. */
export async function audit(trx: Trx | Db, deed: Deed): Promise<void> {
  const last = await trx
    .selectFrom('audit')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const previous = last?.hash ?? FIRST
  const hash = hashOf({ ...deed, number, previous })
  await trx
    .insertInto('audit')
    .values({ ...deed, number, previous, hash })
    .execute()
}

/** The log from its beginning. */
export async function readAudit(db: Db): Promise<AuditTable[]> {
  return db.selectFrom('audit').selectAll().orderBy('number').execute()
}

/** The number of the first line that does not follow from the one before; null where the chain is whole. */
export function firstBreak(lines: readonly AuditTable[]): number | null {
  let previous = FIRST
  for (const [i, { hash, ...line }] of lines.entries()) {
    if (line.number !== i + 1 || line.previous !== previous || hashOf(line) !== hash) return i + 1
    previous = hash
  }
  return null
}

const hashOf = (line: Omit<AuditTable, 'hash'>) =>
  createHash('sha256').update(canonical(line)).digest('hex')
