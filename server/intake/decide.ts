import type { RevisionTable } from '../../schema/tables/revision.ts'
import { deskKinds, deskOutcomes } from '../../schema/terms/submission.ts'
import { BadInputError, ConflictError } from '../errors.ts'
import { audit } from '../records/audit.ts'
import { findClaimsOf } from '../records/claim.ts'
import { type DeskItem, readDesk } from '../records/desk.ts'
import {
  closeLater,
  type Filing,
  findFilings,
  holdClaims,
  releaseFiling,
  withdrawFilings,
} from '../records/filing.ts'
import { hubKind } from '../records/hub.ts'
import { closeLedger, keep, type Ledger, openLedger } from '../records/ledger.ts'
import { rejudgeFilings } from '../records/rejudge.ts'
import { holdRemovals } from '../records/removal.ts'
import { closeReports } from '../records/report.ts'
import { newestRevision } from '../records/revision.ts'
import type { Store } from '../store/open.ts'
import type { Originals } from '../store/originals.ts'
import { checkFile } from './check.ts'
import { filingsOf } from './entry.ts'
import { knownWorld } from './known.ts'
import { lockedSaysSo } from './receive.ts'
import { findPersonal } from './values/personal.ts'

export type Outcome = 'ACCEPT' | 'REJECT' | 'SAME_AS'

export interface Verdict {
  readonly outcome: Outcome
  /** The record that it is, for SAME_AS. */
  readonly target?: string | null
  readonly reason: string
  readonly now: string
  /** The holder of a key, or the hub itself. */
  readonly actor: string
}

/**
 * Settles something that waited for a person. Every decision is a revision with its reason; another
 * decision on the same item takes it back. Nobody's name stands in it.
 */
export async function decide(
  store: Store,
  originals: Originals | null,
  id: string,
  verdict: Verdict,
): Promise<RevisionTable> {
  const reason = verdict.reason.trim()
  if (reason === '') throw new BadInputError('A decision needs a reason (--reason TEXT).')
  if (findPersonal(reason).length > 0) {
    throw new BadInputError('The reason is public and holds personal data; say it without.')
  }
  return lockedSaysSo(() =>
    store.write.transaction().execute(async (trx) => {
      const ledger = await openLedger(trx, verdict.now)
      const { number: at } = await newestRevision(trx)
      const item = (await readDesk(trx, at)).find((one) => one.id === id)
      if (item === undefined) throw new BadInputError(`Nothing called '${id}' is on the desk.`)
      await EFFECTS[item.kind](ledger, item, verdict, async (organization) =>
        attribute(ledger, item, organization, originals),
      )
      const { outcome } = verdict
      const target = verdict.target ?? null
      const { kind, submission } = item
      const values = { item: id, kind, submission, outcome, target, reason }
      const sample = (await hubKind(trx)) === 'demo'
      await keep(ledger, 'decision', new Map([[`decision:${id}`, { values, sources: [], sample }]]))
      await audit(trx, {
        at: verdict.now,
        actor: verdict.actor,
        action: `decide ${outcome}`,
        subject: id,
      })
      const [what, how] = [deskKinds[item.kind], deskOutcomes[outcome]]
      const revision = await closeLedger(ledger, {
        zh: `裁定：${what.zh}，${how.zh}。理由：${reason}`,
        en: `Decision: ${what.en}, ${how.en}. Reason: ${reason}`,
      })
      if (revision === undefined) {
        throw new ConflictError(`'${id}' was decided just so before, with the same reason.`)
      }
      return revision
    }),
  )
}

type Attribute = (organization: string) => Promise<void>
type Effect = (
  ledger: Ledger,
  item: DeskItem,
  verdict: Verdict,
  attribute: Attribute,
) => Promise<void>

const EFFECTS: Readonly<Record<DeskItem['kind'], Effect>> = {
  /** Accepted, what the register does not list is closed; rejected, it stays. */
  REMOVAL: async (ledger, item, { outcome }) =>
    holdRemovals(ledger, item.submission, outcome !== 'ACCEPT'),
  RELEASE: async (ledger, item, { outcome }) =>
    releaseFiling(ledger, item.submission, outcome === 'ACCEPT'),
  /** Accepted, it is another activity; rejected or the same as another, it is counted once. */
  DUPLICATE: async (ledger, item, { outcome }) => {
    const claims = await findClaimsOf(ledger.trx, item.submission)
    const rows = claims.filter(({ content }) =>
      content?.sources.some((one) => one.cell === item.cell && one.sheet === item.sheet),
    )
    const records = rows.map((claim) => claim.record)
    if (records.length === 0) throw new BadInputError(`'${item.id}' has no row any more.`)
    await holdClaims(ledger, item.submission, records, outcome !== 'ACCEPT')
  },
  /** Accepted, last week's rows happened again and count; rejected, they stay back. */
  CUMULATIVE: async (ledger, item, { outcome }) => {
    const claims = await findClaimsOf(ledger.trx, item.submission)
    const back = claims.filter((claim) => claim.held).map((claim) => claim.record)
    if (outcome === 'ACCEPT' && back.length > 0) {
      return holdClaims(ledger, item.submission, back, false)
    }
    if (outcome !== 'ACCEPT' && back.length === 0) {
      throw new ConflictError(
        'The rows count already. Ask the office to send the form again, or withdraw it.',
      )
    }
  },
  REPORTER: async (ledger, item, { outcome, target }, attribute) => {
    if (outcome === 'REJECT') return withdrawFilings(ledger, [item.submission])
    if (outcome !== 'SAME_AS' || !target) {
      throw new BadInputError('Say which organization it is: same-as organization:…, or reject.')
    }
    await attribute(target)
  },
  /** Looked into, whatever came of it: a register or a correction says what is so. */
  REPORT: async (ledger, item) => {
    const [, topic = ''] = /-([A-Z]+)-\d{4}-\d{2}-\d{2}$/.exec(item.id) ?? []
    await closeReports(ledger.trx, item.submission, topic)
  },
  // The text stays withheld and the position as filed: the office sends a correction. The item is closed.
  TEXT: async () => {},
  POSITION: async () => {},
}

/** Judges the kept file again as that of an organization. */
async function attribute(
  ledger: Ledger,
  { submission }: DeskItem,
  organization: string,
  originals: Originals | null,
): Promise<void> {
  const world = await knownWorld(ledger.trx) // asked while the one writer is at work
  if (!world.organizations.some((one) => one.id === organization)) {
    throw new BadInputError(`There is no organization '${organization}'.`)
  }
  const filed = (await findFilings(ledger.trx)).find((one) => one.submission === submission)
  const bytes = filed && (await originals?.read(filed.sha256))
  if (filed === undefined || bytes == null) {
    throw new BadInputError(
      `The file of '${submission}' is not kept; ask the office to send it again.`,
    )
  }
  const { receivedAt } = filed
  const name = String(JSON.parse(filed.stored).fileName ?? 'file')
  const file = await checkFile(bytes, name, world, { receivedAt, as: organization })
  const sample = filed.sample === 1
  const judged = await filingsOf(ledger.trx, file, { receivedAt, sample })
  const own: Filing[] = judged
    .map(({ filing }) => filing)
    .filter((filing) => filing.submission === submission)
  await rejudgeFilings(ledger, own)
  for (const filing of own) await closeLater(ledger, filing)
}
