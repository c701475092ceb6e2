import { BadInputError } from '../errors.ts'
import { audit } from '../records/audit.ts'
import { type Erased, eraseValue } from '../records/erase.ts'
import { openLedger } from '../records/ledger.ts'
import { compact } from '../store/compact.ts'
import type { Store } from '../store/open.ts'
import type { Originals } from '../store/originals.ts'
import { lockedSaysSo } from './receive.ts'
import { findPersonal } from './values/personal.ts'

export interface ErasureRequest {
  readonly record: string
  readonly field: string
  /** Public; it names nobody. */
  readonly reason: string
  readonly now: string
  readonly actor: string
}

const COMPACT_LATER =
  'The value is erased. Its bytes may still stand in free pages, because the database is in use: run "hub compact" soon.'

/**
 * Erases one value everywhere: from every revision, from the notes of the forms that told it, from the
 * files as they were sent, and from the free pages of the database. A tombstone with the reason stays.
 * Copies that were taken out of the hub's folder are beyond it.
 */
export async function erase(
  store: Store,
  originals: Originals,
  { record, field, now, actor, ...request }: ErasureRequest,
): Promise<Erased> {
  const reason = request.reason.trim()
  if (reason === '') throw new BadInputError('An erasure needs its reason: --reason TEXT.')
  if (findPersonal(reason).length > 0) {
    throw new BadInputError('The reason is public: write it without names, numbers and addresses.')
  }
  const erased = await lockedSaysSo(() =>
    store.write.transaction().execute(async (trx) => {
      const ledger = await openLedger(trx, now)
      const done = await eraseValue(ledger, record, field, reason)
      await audit(trx, { at: now, actor, action: 'erase', subject: `${field} of ${record}` })
      return done
    }),
  )
  for (const sha256 of erased.files) await originals.remove(sha256)
  await compactNow(store)
  return erased
}

/** Writes the database anew; where it is in use, says that the value is gone and what is left to do. */
export async function compactNow(store: Store): Promise<void> {
  await lockedSaysSo(() => compact(store), COMPACT_LATER)
}
