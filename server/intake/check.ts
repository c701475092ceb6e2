import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Form } from '../../schema/forms/form.ts'
import { FORMS } from '../../schema/forms/shelf.ts'
import type { FindingValue } from '../../schema/tables/submission.ts'
import { judgeCard } from './activitycard.ts'
import { findCards } from './card.ts'
import { type Pen, write } from './cells.ts'
import { claimsOfBoundaries } from './claims/boundary.ts'
import type { Origin } from './claims/draft.ts'
import { claimsOfPolicy } from './claims/policy.ts'
import { claimsInTurn, claimsOfRegister } from './claims/register.ts'
import { readExtent } from './extent.ts'
import { type Code, findingOf, remark } from './findings.ts'
import type { CheckOptions, FormInHand } from './hand.ts'
import { type JudgedForm, type Verdict, verdictOf } from './judged.ts'
import { judgeLetter } from './letter.ts'
import { checkPolicy, readPolicy } from './policy.ts'
import { readFile } from './readers/child.ts'
import { type FoundTable, recognize } from './recognize.ts'
import { understandRegister } from './register.ts'
import { judgeReport, type Part } from './report.ts'
import type { Book, Sheet } from './sheet.ts'
import { findPersonal } from './values/personal.ts'
import { judgeWeekly } from './weekly.ts'
import { inWordPlaces } from './wordplaces.ts'
import type { World } from './world.ts'

/** A file as it was judged: what `hub check --json` shows, and what each of its forms would claim. */
export interface JudgedFile {
  readonly file: string | null
  readonly sha256: string
  readonly format: string
  readonly verdict: Verdict
  readonly findings: readonly FindingValue[]
  readonly forms: readonly FormInHand[]
}

/** Reads and judges one file. Nothing is changed anywhere. */
export async function checkFile(
  bytes: Uint8Array,
  name: string,
  world: World,
  options: CheckOptions = {},
): Promise<JudgedFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = nameOf(name)
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

/** The name of a file without its folder; null where it holds personal data. */
export function nameOf(path: string): string | null {
  const name = basename(path)
  return findPersonal(name).length > 0 ? null : name
}

async function formsOf(book: Book, world: World, options: CheckOptions): Promise<FormInHand[]> {
  if (book.text !== undefined) return textForms(book, world)
  const forms: FormInHand[] = []
  const sheets = book.sheets.map((sheet, i) =>
    findPersonal(sheet.name).length > 0 ? { ...sheet, name: `Sheet${i + 1}` } : sheet,
  )
  for (const [i, sheet] of sheets.entries()) {
    const further = book.format === 'docx' ? furtherTable(sheets[i + 1]) : null
    if (i > 0 && book.format === 'docx' && furtherTable(sheet) !== null) continue // judged with the one before
    forms.push(...(await formsOn(sheet, further, book, world, options)))
  }
  const letter = judgeLetter(book, world, options)
  const all = letter === null ? forms : [...forms, letter]
  return book.format === 'docx' ? all.map(inWordPlaces) : all
}

/** The forms on one sheet or in one table: cards of single activities, else one form with rows. */
async function formsOn(
  sheet: Sheet,
  further: Part | null,
  book: Book,
  world: World,
  options: CheckOptions,
): Promise<FormInHand[]> {
  const recognized = recognize(sheet)
  if (recognized === null) return judgeCards(sheet, book, world, options)
  const { form, tables } = recognized
  const [table] = tables as readonly [FoundTable]
  switch (form.filedAs) {
    case 'statistics':
      return [
        judgeReport([{ sheet, tables }, ...(further ? [further] : [])], form, world, options, book),
      ]
    case 'activities':
      return [judgeWeekly(sheet, form, table, world, options)]
    default:
      return [await judgeRegister(sheet, form, table, world, options)]
  }
}

/** In Word 媒体宣传情况 is a table of its own, and goes with the activities before it. */
function furtherTable(sheet: Sheet | undefined): Part | null {
  const recognized = sheet === undefined ? null : recognize(sheet)
  if (sheet === undefined || recognized?.form.filedAs !== 'statistics') return null
  const { tables } = recognized
  return tables.every(({ table }) => table.kind === 'media') ? { sheet, tables } : null
}

function judgeCards(sheet: Sheet, book: Book, world: World, options: CheckOptions): FormInHand[] {
  const cards = CARDS.flatMap((form) => findCards(sheet, form))
  // Photos pasted below the only table of a document belong to it.
  const loose = cards.length === 1 && book.sheets.length === 1 ? (book.photos ?? []) : []
  return cards.map((card) => judgeCard(sheet, card, loose, world, options))
}

const CARDS = FORMS.filter((form) => form.layout === 'card')

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
  table: FoundTable,
  world: World,
  { tell }: CheckOptions,
): Promise<FormInHand> {
  const pen: Pen = { sheet: sheet.name, findings: [] }
  const extent = readExtent(sheet, form, table.headerRow, world, pen)
  const { rows, counted, findings, again } = await understandRegister(sheet, table, world, tell)
  const isWhole = extent !== null && counted.held === 0
  if (extent !== null && !isWhole) {
    write(pen, [remark('W_REMOVAL_LATER', { n: counted.held })], extent.cell, 'extent')
  }
  const judged: JudgedForm = {
    template: form.code,
    sheet: sheet.name,
    reporter: null,
    period: null,
    nil: counted.rows === 0,
    rows,
    ...(again !== null && { counted }),
    totals: [],
    findings: [...pen.findings, ...findings],
  }
  const rest = {
    again: form.again,
    assigned: null,
    attributed: true,
    ...(isWhole && { extent }),
  } as const
  if (again === null) {
    const claims = (origin: Origin) => claimsOfRegister(form, rows, origin, world)
    return { judged, ...rest, claims }
  }
  const flow = (origin: Origin) => claimsInTurn(form, again(), origin, world)
  return { judged, ...rest, claims: (origin) => [...flow(origin)], flow }
}
