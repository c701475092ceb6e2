import { findForm } from '../../schema/forms/shelf.ts'
import type { FindingValue } from '../../schema/tables/submission.ts'
import { daysLate } from '../records/due.ts'
import type { Filing } from '../records/filing.ts'
import { isFieldPublished } from '../records/guard.ts'
import type { Trx } from '../records/ledger.ts'
import type { Removal } from '../records/removal.ts'
import type { JudgedFile } from './check.ts'
import { findingOf, remark } from './findings.ts'
import type { FormInHand } from './hand.ts'
import { againstOthers, type Compared } from './neighbours.ts'
import { type Numbers, openNumbers } from './numbering.ts'

export interface EntryOptions {
  readonly receivedAt: string
  readonly sample: boolean
  readonly awaiting?: boolean
}

/** The forms of a judged file as they are entered, and what only the other filed forms can tell of each. */
export async function filingsOf(
  trx: Trx,
  file: JudgedFile,
  options: EntryOptions,
): Promise<Compared[]> {
  const numbers = openNumbers(trx)
  const filings: Compared[] = []
  for (const [i, form] of file.forms.entries()) {
    const made = await filingOf(numbers, file, form, i + 1, options)
    if (form.flow !== undefined) {
      filings.push({ filing: made, findings: [] }) // a register has no neighbours
      continue
    }
    const { filing, findings } = await againstOthers(trx, made)
    const known = filing.stored.findings as FindingValue[]
    const stored = { ...filing.stored, findings: [...known, ...findings] }
    filings.push({ filing: { ...filing, stored }, findings })
  }
  return filings
}

async function filingOf(
  numbers: Numbers,
  file: JudgedFile,
  form: FormInHand,
  index: number,
  { receivedAt, sample, awaiting = false }: EntryOptions,
): Promise<Filing> {
  const { judged, assigned, attributed } = form
  const submission = `submission:${file.sha256.slice(0, 12)}-${index}`
  const origin = { submission, sheet: judged.sheet, sample }
  // A form that nobody knows to be an office's own stands in nobody's calendar.
  const organization = attributed ? (judged.reporter?.organization ?? null) : null
  const due = assigned === null ? null : new Date(assigned.period.due).toISOString()
  const late = due === null ? null : daysLate(due, receivedAt)
  const errors = judged.findings.some((finding) => finding.severity === 'ERROR')
  const claims =
    attributed && assigned !== null && organization !== null
      ? await numbers.give(
          {
            campaign: assigned.campaign.id,
            organization,
            period: assigned.period.code,
          },
          (numbering) => form.claims(origin, numbering),
        )
      : ((attributed ? form.flow?.(origin) : undefined) ?? form.claims(origin))
  return {
    submission,
    sha256: file.sha256,
    receivedAt,
    template: judged.template,
    verdict: !attributed ? 'RECEIVED' : errors ? 'NEEDS_CORRECTION' : 'ACCEPTED',
    scope: scopeOf(form),
    period: assigned?.period.code ?? null,
    final: assigned?.obligation.final ?? false,
    sample,
    awaiting,
    ...completeness(form),
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
      findings: publicFindings([...file.findings, ...lateness(form, late), ...judged.findings]),
      totals: judged.totals
        .filter((total) => isFieldPublished(total.field))
        .map((total) => ({ ...total, sheet: total.sheet ?? judged.sheet })),
    },
    claims,
  }
}

/** What a complete register does not list is closed, and its office is told which. */
function completeness({ extent, judged, attributed }: FormInHand): Pick<Filing, 'complete'> {
  const type = findForm(judged.template)?.record
  if (extent === undefined || !attributed) return {}
  if (type !== 'station' && type !== 'organization' && type !== 'project') return {}
  const { region, sheet, cell, raw } = extent
  const told = ({ missing, active, names, held }: Removal) =>
    findingOf(
      remark(held ? 'W_REMOVAL' : 'W_REMOVED', {
        n: missing,
        all: active,
        names: `${names.join('、')}${missing > names.length ? '…' : ''}`,
      }),
      { sheet, cell, field: 'extent' },
    )
  return { complete: { type, region, source: { field: 'extent', sheet, cell, raw }, told } }
}

/** Forms of one scope replace each other period by period; null where forms only add up. */
export function scopeOf({
  judged,
  assigned,
  attributed,
  again,
  subject,
}: FormInHand): string | null {
  if (!attributed || assigned === null) return null
  const shared = `${judged.template}|${assigned.campaign.id}|${judged.reporter?.organization}`
  if (again === 'replaces') return shared
  return subject === undefined ? null : `${shared}|${subject}`
}

function lateness({ judged, assigned }: FormInHand, late: number | null): FindingValue[] {
  if (late === null || late === 0) return []
  const due = assigned?.period.due ?? ''
  return [findingOf(remark('W_LATE', { due }), { sheet: judged.sheet })]
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
