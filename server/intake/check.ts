import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { FindingValue } from '../../schema/tables/submission.ts'
import type { Claim } from '../records/filing.ts'
import { understandTable } from './activities.ts'
import { claimsOfBoundaries } from './claims/boundary.ts'
import { claimsOfReport, type Numbering } from './claims/campaign.ts'
import type { Origin } from './claims/draft.ts'
import { claimsOfPolicy } from './claims/policy.ts'
import { claimsOfRegister } from './claims/register.ts'
import { type Code, findingOf, remark } from './findings.ts'
import type { Form } from './forms/form.ts'
import { findLabelled, periodTerm, readPeriod, reporterTerm } from './heading.ts'
import {
  type JudgedForm,
  type JudgedReporter,
  type JudgedRow,
  type Verdict,
  verdictOf,
} from './judged.ts'
import { type Assigned, assignPeriod } from './period.ts'
import { checkPolicy, readPolicy } from './policy.ts'
import { readFile } from './readers/child.ts'
import { type FoundTable, recognize } from './recognize.ts'
import { understandRegister } from './register.ts'
import type { Book, Sheet } from './sheet.ts'
import { findPersonal } from './values/personal.ts'
import { tight } from './values/plain.ts'
import { matchOrganization, type World } from './world.ts'

/** A file as it was judged: what `hub check --json` shows, and what each of its forms would claim. */
export interface JudgedFile {
  readonly file: string | null
  readonly sha256: string
  readonly format: string
  readonly verdict: Verdict
  readonly findings: readonly FindingValue[]
  readonly forms: readonly FormInHand[]
}

/** A judged form with what is needed to enter it. */
export interface FormInHand {
  readonly judged: JudgedForm
  readonly again: 'adds' | 'replaces'
  readonly assigned: Assigned | null
  /** False where nobody knows yet who filed it: it is kept, but claims nothing. */
  readonly attributed: boolean
  claims(origin: Origin, numbering?: Numbering): Claim[]
}

export interface CheckOptions {
  /** When the file was received, for forms that do not say their period. */
  readonly receivedAt?: string | null
  /** The organization that files, where the form does not say it. */
  readonly as?: string | null
}

/** Reads and judges one file. Nothing is changed anywhere. */
export async function checkFile(
  bytes: Uint8Array,
  name: string,
  world: World,
  options: CheckOptions = {},
): Promise<JudgedFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = findPersonal(basename(name)).length > 0 ? null : basename(name)
  const result = await readFile(bytes, name)
  if ('refusal' in result) {
    const { code, detail } = result.refusal
    const findings = [findingOf(remark(code, detail))]
    return { file, sha256, format: 'unknown', verdict: 'REJECTED', findings, forms: [] }
  }
  const { book, remarks } = result
  const findings = remarks.map(({ code, detail }) =>
    findingOf(remark(code as Code, detail), detail.sheet ? { sheet: detail.sheet } : {}),
  )
  const forms = await formsOf(book, world, options)
  const judged = { file, sha256, format: book.format, forms }
  if (forms.length === 0) {
    const refused = [...findings, findingOf(remark('R_NO_TEMPLATE'))]
    return { ...judged, verdict: 'REJECTED', findings: refused }
  }
  const all = forms.flatMap((form) => form.judged.findings)
  return { ...judged, verdict: verdictOf(all), findings }
}

async function formsOf(book: Book, world: World, options: CheckOptions): Promise<FormInHand[]> {
  if (book.text !== undefined) return textForms(book, world)
  const forms: FormInHand[] = []
  for (const [i, sheet] of book.sheets.entries()) {
    const recognized = recognize(sheet)
    if (recognized === null) continue
    const named = findPersonal(sheet.name).length > 0 ? { ...sheet, name: `Sheet${i + 1}` } : sheet
    const { form, tables } = recognized
    forms.push(
      form.again === 'replaces'
        ? judgeReport(named, form, tables, world, options, book.format)
        : await judgeRegister(named, form, tables, world),
    )
  }
  return forms
}

/** JSON files: policies and outlines. */
function textForms(book: Book, world: World): FormInHand[] {
  const text = book.text ?? ''
  const policy = readPolicy(text)
  const plain = { sheet: '$', reporter: null, period: null, nil: false, rows: [], totals: [] }
  const rest = { again: 'adds', assigned: null, attributed: true } as const
  if (policy !== null) {
    const findings = checkPolicy(policy)
    const claims = (origin: Origin) => (findings.length > 0 ? [] : claimsOfPolicy(policy, origin))
    return [{ judged: { ...plain, template: 'HUB-POLICY', findings }, claims, ...rest }]
  }
  if (book.format !== 'geojson') return []
  const nowhere = { submission: '', sheet: '$', sample: false }
  const { findings } = claimsOfBoundaries(text, nowhere, world)
  const claims = (origin: Origin) => claimsOfBoundaries(text, origin, world).claims
  return [{ judged: { ...plain, template: 'HUB-BOUNDARIES', findings }, claims, ...rest }]
}

async function judgeRegister(
  sheet: Sheet,
  form: Form,
  tables: readonly FoundTable[],
  world: World,
): Promise<FormInHand> {
  const { rows, findings } = await understandRegister(sheet, tables[0] as FoundTable, world)
  const judged: JudgedForm = {
    template: form.code,
    sheet: sheet.name,
    reporter: null,
    period: null,
    nil: rows.length === 0,
    rows,
    totals: [],
    findings,
  }
  const claims = (origin: Origin) => claimsOfRegister(form, rows, origin)
  return { judged, again: form.again, assigned: null, attributed: true, claims }
}

function judgeReport(
  sheet: Sheet,
  form: Form,
  tables: readonly FoundTable[],
  world: World,
  options: CheckOptions,
  format: string,
): FormInHand {
  const top = Math.min(...tables.map((table) => table.headerRow))
  const { reporter, findings } = readReporter(sheet, top, world, options)
  const written = findLabelled(sheet, periodTerm, top)
  const year = yearOf(world, form.code)
  const given = written === null ? null : readPeriod(written.raw, year)
  const assigned = assignPeriod(
    world,
    form.code,
    given,
    options.receivedAt ?? null,
    reporter.organization,
  )

  const understood = tables.map((table) => understandTable(sheet, table))
  const rows = understood.flatMap((table) => table.rows.map((row) => organizedBy(reporter, row)))
  const stamp =
    format === 'xlsx' && sheet.pictures === 0
      ? [findingOf(remark('W_STAMP_MISSING'), { sheet: sheet.name })]
      : []
  const judged: JudgedForm = {
    template: form.code,
    sheet: sheet.name,
    reporter,
    period: given ?? (assigned && { from: assigned.period.from, to: assigned.period.to }),
    nil: rows.length === 0,
    rows,
    totals: understood.flatMap((table) => table.totals),
    findings: [...findings, ...stamp, ...understood.flatMap((table) => table.findings)],
  }
  const { organization, region } = reporter
  const attributed = organization !== null && assigned !== null
  const claims = (origin: Origin, numbering?: Numbering) =>
    organization === null || assigned === null
      ? []
      : claimsOfReport(
          rows,
          {
            ...origin,
            organization,
            region: region === null ? null : `region:${region}`,
            campaign: assigned.campaign.id,
            period: assigned.period.code,
            from: assigned.period.from,
            groups: assigned.campaign.groups,
          },
          numbering,
        )
  return { judged, again: form.again, assigned, attributed, claims }
}

/** Where an activity names no organiser, the reporter is taken for it (I10). */
function organizedBy(reporter: JudgedReporter, row: JudgedRow): JudgedRow {
  const named = row.cells.organizers
  const missing = Array.isArray(named?.value) && named.value.length === 0 && named.raw !== null
  if (row.kind !== 'activity' || named === undefined || !missing || reporter.raw === '') return row
  return { ...row, cells: { ...row.cells, organizers: { ...named, value: [reporter.raw] } } }
}

function readReporter(sheet: Sheet, top: number, world: World, options: CheckOptions) {
  const written = findLabelled(sheet, reporterTerm, top)
  const raw = written?.raw ?? ''
  const place = { sheet: sheet.name, cell: written?.cell ?? 'A1', field: 'reporter' }
  const given = options.as ? { id: asId(options.as) } : null
  const expected = new Set(world.reporters.map((one) => one.organization))
  const match = matchOrganization(world, raw, expected)
  const found =
    given === null ? match?.found : world.organizations.find((one) => one.id === given.id)
  const findings: FindingValue[] = []
  if (found === undefined) {
    if (tight(raw) === '')
      findings.push(findingOf(remark('E_MISSING', { field: '填报单位' }), place))
    else findings.push(findingOf(remark('W_ORG_UNKNOWN', { raw }), place))
  } else if (match?.byAlias) {
    findings.push(findingOf(remark('W_ORG_ALIAS', { raw, value: found.nameZh }), place))
  }
  const roster = world.reporters.find((one) => one.organization === found?.id)
  const region = (roster?.region ?? found?.region ?? null)?.replace('region:', '') ?? null
  const reporter: JudgedReporter = { raw, organization: found?.id ?? null, region }
  return { reporter, findings }
}

const asId = (text: string) => (text.startsWith('organization:') ? text : `organization:${text}`)

/** The year of the campaign that the form belongs to, for periods that do not say theirs. */
function yearOf(world: World, template: string): string {
  const owed = world.obligations.find((one) => one.template === template)
  return owed?.periods[0]?.from.slice(0, 4) ?? String(new Date().getFullYear())
}
