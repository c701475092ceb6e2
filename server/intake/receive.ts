import type { RevisionTable } from '../../schema/tables/revision.ts'
import { parse } from '../../schema/tables/row.ts'
import type { FindingValue } from '../../schema/tables/submission.ts'
import { BadInputError, EXIT, HubError } from '../errors.ts'
import type { Claim, Filing } from '../records/filing.ts'
import { enterFilings, findClaims, findFilingsOf, withdrawFilings } from '../records/filing.ts'
import { isFieldPublished } from '../records/guard.ts'
import { closeLedger, openLedger, type Trx } from '../records/ledger.ts'
import type { Store } from '../store/open.ts'
import { checkFile, type FormInHand, type JudgedFile } from './check.ts'
import { activityPrefix, NO_NUMBERS, type Numbering } from './claims/campaign.ts'
import { findingOf, remark } from './findings.ts'
import { findForm } from './forms/shelf.ts'
import { knownWorld } from './known.ts'
import { daysLate } from './period.ts'
import type { World } from './world.ts'

export interface ReceiveOptions {
  /** When the file came in (ISO 8601); by default now. */
  readonly receivedAt?: string
  readonly now: string
  readonly as?: string | null
  /** Whether everything in the file is demonstration data. */
  readonly sample: boolean
  /** Judge as if it were entered, and enter nothing. */
  readonly dryRun?: boolean
}

export interface Receipt {
  readonly number: number
  readonly submission: string
  readonly receivedAt: string
  readonly due: string | null
  readonly daysLate: number | null
  readonly revision: number | null
  readonly alreadyFiled: boolean
}

export interface Received extends JudgedFile {
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
  const judged = await checkFile(file.bytes, file.name, world, {
    receivedAt,
    as: options.as ?? null,
  })
  const nothing = { ...judged, receivedAt, revision: null, alreadyFiled: false }
  if (judged.verdict === 'REJECTED' || options.dryRun) {
    return { ...nothing, receipts: judged.forms.map(() => null) }
  }
  return lockedSaysSo(() =>
    store.write.transaction().execute(async (trx) => {
      const ledger = await openLedger(trx, options.now)
      const known = await findFilingsOf(trx, judged.sha256)
      if (known.length > 0) {
        const date = known[0]?.receivedAt.slice(0, 10) ?? ''
        const findings = [...judged.findings, findingOf(remark('I_DUPLICATE_FILE', { date }))]
        const receipts = known.map((filing) => receiptOf(filing, null, true))
        return { ...nothing, findings, alreadyFiled: true, receipts }
      }
      const filings: Filing[] = []
      for (const [i, form] of judged.forms.entries()) {
        filings.push(await filingOf(trx, judged, form, i + 1, receivedAt, options))
      }
      await enterFilings(ledger, filings)
      const revision = await closeLedger(ledger, summaryOf(judged, world))
      const entered = await findFilingsOf(trx, judged.sha256)
      const number = revision?.number ?? null
      const receipts = entered.map((filing) => receiptOf(filing, number, false))
      return { ...nothing, revision: number, receipts }
    }),
  )
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

async function filingOf(
  trx: Trx,
  file: JudgedFile,
  form: FormInHand,
  index: number,
  receivedAt: string,
  options: ReceiveOptions,
): Promise<Filing> {
  const { judged, assigned, attributed } = form
  const submission = `submission:${file.sha256.slice(0, 12)}-${index}`
  const organization = judged.reporter?.organization ?? null
  const origin = { submission, sheet: judged.sheet, sample: options.sample }
  const replaces = form.again === 'replaces' && attributed && assigned !== null
  const numbering = replaces
    ? await numberingOf(trx, {
        campaign: assigned.campaign.id,
        organization: organization as string,
        period: assigned.period.code,
      })
    : NO_NUMBERS
  const due = assigned === null ? null : new Date(assigned.period.due).toISOString()
  const late = due === null ? null : daysLate(due, receivedAt)
  const lateness =
    late === null || late === 0
      ? []
      : [findingOf(remark('W_LATE', { due: assigned?.period.due ?? '' }), { sheet: judged.sheet })]
  const errors = judged.findings.some((finding) => finding.severity === 'ERROR')
  return {
    submission,
    sha256: file.sha256,
    receivedAt,
    template: judged.template,
    verdict: !attributed ? 'RECEIVED' : errors ? 'NEEDS_CORRECTION' : 'ACCEPTED',
    scope: replaces ? `${judged.template}|${assigned.campaign.id}|${organization}` : null,
    period: assigned?.period.code ?? null,
    final: assigned?.obligation.final ?? false,
    sample: options.sample,
    stored: {
      template: judged.template,
      organization,
      campaign: assigned?.campaign.id ?? null,
      period: assigned?.period.code ?? null,
      periodFrom: judged.period?.from ?? null,
      periodTo: judged.period?.to ?? null,
      receivedAt,
      due,
      daysLate: late,
      fileName: file.file,
      sha256: file.sha256,
      sheet: judged.sheet,
      nil: judged.nil,
      findings: publicFindings([...file.findings, ...lateness, ...judged.findings]),
      totals: judged.totals
        .filter((total) => isFieldPublished(total.field))
        .map((total) => ({ ...total, sheet: judged.sheet })),
    },
    claims: form.claims(origin, numbering),
  }
}

/** Rows keep their ids over corrections: by name, else by their place in the form. */
async function numberingOf(
  trx: Trx,
  scope: { campaign: string; organization: string; period: string },
): Promise<Numbering> {
  const prefix = activityPrefix(scope)
  const claims = await findClaims(trx, 'activity', prefix)
  const byName = new Map<string, number>()
  const byPosition = new Map<number, number>()
  let highest = 0
  for (const claim of claims) {
    const number = Number(claim.record.slice(prefix.length))
    const { known } = parse(claim.content) as Pick<Claim, 'known'>
    highest = Math.max(highest, number)
    if (known === undefined) continue
    byName.set(known.name, number)
    byPosition.set(known.position, number)
  }
  return { byName, byPosition, highest }
}

/** Remarks on cells that may not be quoted keep their place and code, and lose their sentence. */
function publicFindings(findings: readonly FindingValue[]): FindingValue[] {
  return findings.map((finding) =>
    finding.field === undefined || isFieldPublished(finding.field)
      ? finding
      : {
          ...finding,
          message: {
            zh: '服务人群的数字暂不公布，意见只告知填报单位',
            en: 'Counts of people served are not published yet; the remark is for the reporter only',
          },
        },
  )
}

function receiptOf(
  filing: { submission: string; sequence: number; receivedAt: string; stored: string },
  revision: number | null,
  alreadyFiled: boolean,
): Receipt {
  const { due = null, daysLate: late = null } = JSON.parse(filing.stored) as {
    due?: string | null
    daysLate?: number | null
  }
  const { sequence, submission, receivedAt } = filing
  return {
    number: Number(sequence),
    submission,
    receivedAt,
    due,
    daysLate: late,
    revision,
    alreadyFiled,
  }
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

async function lockedSaysSo<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (!code.startsWith('SQLITE_BUSY') && code !== '55P03') throw error
    const text = 'Another import is being entered. Try again in a moment.'
    throw new HubError('LOCKED', text, EXIT.LOCKED, { cause: error })
  }
}
