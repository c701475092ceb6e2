import { parse } from '../../schema/tables/row.ts'
import type { FilingTable } from '../../schema/tables/submission.ts'
import { type Filing, findFilings } from '../records/filing.ts'
import { closeLedger, openLedger, type Trx } from '../records/ledger.ts'
import { rejudgeFilings } from '../records/rejudge.ts'
import type { Store } from '../store/open.ts'
import type { Originals } from '../store/originals.ts'
import { checkFile } from './check.ts'
import { filingsOf } from './entry.ts'
import { knownWorld } from './known.ts'
import { lockedSaysSo } from './receive.ts'
import type { World } from './world.ts'

export interface Reread {
  readonly files: number
  /** Files that are not kept any more, or cannot be opened with this key. */
  readonly missing: number
  readonly changed: readonly string[]
  readonly revision: number | null
}

/**
 * Judges every kept file again with the readers of today, and enters what comes out otherwise as one
 * correction. Order, receipt and owner of a form stay as they were when it came in.
 */
export async function reread(store: Store, originals: Originals, now: string): Promise<Reread> {
  return lockedSaysSo(() =>
    store.write.transaction().execute(async (trx) => {
      const ledger = await openLedger(trx, now)
      const world = await knownWorld(trx) // asked while the one writer is at work
      const byFile = Map.groupBy(await findFilings(trx), (filing) => filing.sha256)
      const judged: Filing[] = []
      let missing = 0
      for (const [sha256, filed] of byFile) {
        const bytes = await originals.read(sha256)
        if (bytes === null) missing += 1
        else judged.push(...(await judgedAnew(trx, filed, bytes, world)))
      }
      const corrected = await rejudgeFilings(ledger, await withoutDecided(trx, judged))
      const revision = await closeLedger(ledger, {
        zh: `重新判读后更正${corrected.length}份报送`,
        en: `Corrected ${corrected.length} submissions by reading them again`,
      })
      return {
        files: byFile.size,
        missing,
        changed: corrected,
        revision: revision?.number ?? null,
      }
    }),
  )
}

/** What the desk decided about a form stands: it is not judged again behind its back. */
async function withoutDecided(trx: Trx, filings: readonly Filing[]): Promise<Filing[]> {
  const rows = await trx
    .selectFrom('decision')
    .select('submission')
    .where('until', 'is', null)
    .execute()
  const decided = new Set(rows.map((row) => row.submission))
  return filings.filter((filing) => !decided.has(filing.submission))
}

/** The forms of one file as they are judged today; the sender is who it was. */
async function judgedAnew(
  trx: Trx,
  filed: readonly FilingTable[],
  bytes: Uint8Array,
  world: World,
): Promise<Filing[]> {
  const [first] = filed as [FilingTable]
  const { fileName, organization } = parse(first.stored) as unknown as Stored
  const { receivedAt } = first
  const sample = first.sample === 1
  const read = await checkFile(bytes, fileName ?? 'file', world, { receivedAt })
  const unnamed = read.forms.every(({ judged }) => judged.reporter?.organization == null)
  const file =
    unnamed && organization !== null
      ? await checkFile(bytes, fileName ?? 'file', world, { receivedAt, as: organization })
      : read
  const filings = await filingsOf(trx, file, { receivedAt, sample })
  return filings
    .map(({ filing }) => filing)
    .filter((filing) => filed.some((one) => one.submission === filing.submission))
}

interface Stored {
  readonly fileName: string | null
  readonly organization: string | null
}
