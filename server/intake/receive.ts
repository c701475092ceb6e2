import { findForm } from '../../schema/forms/shelf.ts'
import type { RevisionTable } from '../../schema/tables/revision.ts'
import type { FilingTable, FindingValue } from '../../schema/tables/submission.ts'
import { BadInputError, EXIT, HubError } from '../errors.ts'
import { getByIds } from '../records/asof.ts'
import { audit } from '../records/audit.ts'
import { enterFilings, findFilingsOf, withdrawFilings } from '../records/filing.ts'
import type { KeyHolder } from '../records/key.ts'
import { closeLedger, openLedger, type Trx } from '../records/ledger.ts'
import { findReceiptOf, giveReceipt } from '../records/receipt.ts'
import type { Store } from '../store/open.ts'
import type { Originals } from '../store/originals.ts'
import { filedBefore } from './again.ts'
import { checkFile, type JudgedFile } from './check.ts'
import { filingsOf } from './entry.ts'
import { findingOf, remark } from './findings.ts'
import type { FormInHand, Tell } from './hand.ts'
import { knownWorld } from './known.ts'
import { limitedTo } from './limited.ts'
import type { World } from './world.ts'

export interface ReceiveOptions {
  /** When the file came in (ISO 8601); by default now. */
  readonly receivedAt?: string
  readonly now: string
  readonly as?: string | null
  /** Whether everything in the file is demonstration data. */
  readonly sample: boolean
  /** The form becomes public only when the desk releases it. */
  readonly awaiting?: boolean
  /** Judge as if it were entered, and enter nothing. */
  readonly dryRun?: boolean
  /** Where the file is kept as it was sent, to be judged again by better readers. */
  readonly originals?: Originals | null
  /** Is told how far a long register has come. */
  readonly tell?: Tell
  /** Whose key sent it; null at the command line of the hub. */
  readonly holder?: KeyHolder | null
}

export interface Receipt {
  readonly number: number
  readonly submission: string
  readonly receivedAt: string
  readonly due: string | null
  readonly daysLate: number | null
  readonly revision: number | null
  readonly alreadyFiled: boolean
  /** Received, and public only when the desk releases it (`HUB_PUBLISH=approval`). */
  readonly awaiting: boolean
}

export interface Received extends JudgedFile {
  /** The number of the receipt; null where nothing was filed (a dry run). */
  readonly number: number | null
  readonly receivedAt: string
  readonly revision: number | null
  readonly alreadyFiled: boolean
  readonly receipts: readonly (Receipt | null)[]
}

/**
 * Takes in one file: reads it, judges every cell, and enters what is good in one transaction.
 * The same bytes twice change nothing; a refused file changes nothing.
 */
export async function receive(
  store: Store,
  file: { readonly name: string; readonly bytes: Uint8Array },
  options: ReceiveOptions,
): Promise<Received> {
  const receivedAt = new Date(options.receivedAt ?? options.now).toISOString()
  const world = await knownWorld(store.write)
  const holder = options.holder ?? null
  const judged = limitedTo(
    holder,
    (options.dryRun ? null : await filedBefore(store.write, file.bytes, file.name)) ??
      (await checkFile(file.bytes, file.name, world, {
        receivedAt,
        as: options.as ?? null,
        tell: options.tell,
      })),
  )
  const nothing = { ...judged, number: null, receivedAt, revision: null, alreadyFiled: false }
  if (options.dryRun) return { ...nothing, receipts: judged.forms.map(() => null) }
  if (judged.verdict === 'REJECTED') {
    return { ...nothing, ...(await refused(store, judged, options, receivedAt)), receipts: [] }
  }
  await options.originals?.keep(judged.sha256, file.bytes)
  return lockedSaysSo(() =>
    store.write.transaction().execute(async (trx) => {
      const ledger = await openLedger(trx, options.now)
      const known = await findFilingsOf(trx, judged.sha256)
      if (known.length > 0) {
        const date = known[0]?.receivedAt.slice(0, 10) ?? ''
        const findings = [...judged.findings, findingOf(remark('I_DUPLICATE_FILE', { date }))]
        const receipts = await receiptsOf(trx, known, null)
        const number = (await findReceiptOf(trx, judged.sha256))?.number ?? null
        return { ...nothing, number, findings, alreadyFiled: true, receipts }
      }
      const filings = await filingsOf(trx, judged, { ...options, receivedAt })
      const told = await enterFilings(
        ledger,
        filings.map((one) => one.filing),
        options.tell,
      )
      const revision = await closeLedger(ledger, summaryOf(judged, world))
      const entered = await findFilingsOf(trx, judged.sha256)
      const raised = revision?.number ?? null
      const receipts = await receiptsOf(trx, entered, raised)
      const number = await signed(trx, judged, options, receivedAt, raised)
      const forms = judged.forms.map((form, i) =>
        withFindings(form, [...(filings[i]?.findings ?? []), ...(told[i] ?? [])]),
      )
      return { ...nothing, number, forms, revision: raised, receipts }
    }),
  )
}

/** A refused file raises no revision, and still gets its receipt and a line in the log. */
async function refused(
  store: Store,
  judged: JudgedFile,
  options: ReceiveOptions,
  receivedAt: string,
): Promise<{ number: number }> {
  return lockedSaysSo(() =>
    store.write.transaction().execute(async (trx) => {
      await openLedger(trx, options.now)
      return { number: await signed(trx, judged, options, receivedAt, null) }
    }),
  )
}

async function signed(
  trx: Trx,
  { sha256, file, verdict }: JudgedFile,
  options: ReceiveOptions,
  receivedAt: string,
  revision: number | null,
): Promise<number> {
  const holder = options.holder?.holder ?? null
  const filing = { receivedAt, sha256, fileName: file, verdict, revision, holder }
  const number = await giveReceipt(trx, filing)
  const action = verdict === 'REJECTED' ? 'refuse' : 'file'
  const subject = `receipt ${number}, sha256 ${sha256}`
  await audit(trx, { at: options.now, actor: holder ?? 'hub', action, subject })
  return number
}

function withFindings(form: FormInHand, more: readonly FindingValue[]): FormInHand {
  if (more.length === 0) return form
  return { ...form, judged: { ...form.judged, findings: [...form.judged.findings, ...more] } }
}

/** Takes a filed form back: what it replaced holds again. Gives the revision that did it. */
export async function withdraw(
  store: Store,
  submission: string,
  now: string,
): Promise<RevisionTable> {
  return lockedSaysSo(() =>
    store.write.transaction().execute(async (trx) => {
      const ledger = await openLedger(trx, now)
      const id = submission.startsWith('submission:') ? submission : `submission:${submission}`
      const filing = await trx
        .selectFrom('filing')
        .selectAll()
        .where('submission', '=', id)
        .executeTakeFirst()
      if (filing === undefined) throw new BadInputError(`There is no submission '${submission}'.`)
      if (filing.withdrawnIn !== null) {
        const text = `The submission '${id}' was withdrawn in revision ${filing.withdrawnIn} already.`
        throw new HubError('CONFLICT', text, EXIT.CONFLICT)
      }
      await withdrawFilings(ledger, [id])
      const revision = await closeLedger(ledger, {
        zh: `撤回报送 ${id}`,
        en: `Withdrew ${id}`,
      })
      if (revision === undefined)
        throw new HubError('NOTHING', `Withdrawing '${id}' changed nothing.`)
      return revision
    }),
  )
}

/** Due and lateness as the submission has them: a correction is as late as the form that it corrects. */
async function receiptsOf(
  trx: Trx,
  filings: readonly FilingTable[],
  revision: number | null,
): Promise<Receipt[]> {
  const ids = filings.map((filing) => filing.submission)
  const rows = await getByIds(trx, 'submission', ids, Number.MAX_SAFE_INTEGER)
  const known = new Map(rows.map((row) => [row.id, row]))
  return filings.map(({ submission, sequence, receivedAt, awaiting }) => {
    const { due = null, daysLate = null } = known.get(submission) ?? {}
    const number = Number(sequence)
    return {
      number,
      submission,
      receivedAt,
      due,
      daysLate,
      revision,
      alreadyFiled: revision === null,
      awaiting: awaiting === 1,
    }
  })
}

const NAMES: Readonly<Record<string, { zh: string; en: string }>> = {
  'HUB-POLICY': { zh: '政策文件', en: 'Policy document' },
  'HUB-BOUNDARIES': { zh: '区域范围', en: 'Outlines of regions' },
}

/** A sentence about what came in: forms, who filed them and for which time, never the name of a file. */
function summaryOf(file: JudgedFile, world: World): { zh: string; en: string } {
  const parts = file.forms.map(({ judged, assigned }) => {
    const name = NAMES[judged.template] ?? findForm(judged.template)?.name
    const period = assigned ? ` ${assigned.period.from}–${assigned.period.to}` : ''
    const reporter = judged.reporter?.organization
    const who = world.organizations.find((one) => one.id === reporter)
    return {
      zh: `${who ? `${who.nameZh} ` : ''}${name?.zh}${period}`,
      en: `${name?.en}${who ? `, ${who.nameEn ?? who.nameZh}` : ''}${period}`,
    }
  })
  return {
    zh: `入库：${[...new Set(parts.map((part) => part.zh))].join('；')}`,
    en: `Entered: ${[...new Set(parts.map((part) => part.en))].join('; ')}`,
  }
}

/** Says what to do where another import holds the lock. */
export async function lockedSaysSo<T>(
  work: () => Promise<T>,
  text = 'Another import is being entered. Try again in a moment.',
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (!code.startsWith('SQLITE_BUSY') && code !== '55P03') throw error
    throw new HubError('LOCKED', text, EXIT.LOCKED, { cause: error })
  }
}
