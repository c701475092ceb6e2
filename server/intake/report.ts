import type { Form } from '../../schema/forms/form.ts'
import { type UnderstoodTable, understandTable } from './activities.ts'
import { claimsOfReport, type Numbering } from './claims/campaign.ts'
import type { Origin } from './claims/draft.ts'
import { findingOf, remark } from './findings.ts'
import type { CheckOptions, FormInHand } from './hand.ts'
import { findHeaded, periodTerm, readPeriod, reporterTerm } from './heading.ts'
import type { JudgedForm, JudgedReporter, JudgedRow } from './judged.ts'
import { type Assigned, assignPeriod, holds } from './period.ts'
import type { FoundTable } from './recognize.ts'
import { identifyReporter } from './reporter.ts'
import type { Book, Sheet } from './sheet.ts'
import type { World } from './world.ts'

/** The tables of a form on one sheet; in Word each table is a sheet of its own. */
export interface Part {
  readonly sheet: Sheet
  readonly tables: readonly FoundTable[]
}

/** A filled ZQ19-FORM: who, for when, its rows, totals and remarks. */
export function judgeReport(
  parts: readonly [Part, ...Part[]],
  form: Form,
  world: World,
  options: CheckOptions,
  book: Book,
): FormInHand {
  const [{ sheet, tables }] = parts
  const top = Math.min(...tables.map((table) => table.headerRow))
  const [named = null, written = null] = findHeaded(sheet, [reporterTerm, periodTerm], top)
  const place = { sheet: sheet.name, cell: named?.cell ?? 'A1', field: 'reporter' }
  const { reporter, findings } = identifyReporter(named?.raw ?? '', place, reporterTerm.zh, world, {
    ...options,
    template: form.code,
  })
  const year = yearOf(world, form.code)
  const given = written === null ? null : readPeriod(written.raw, year)
  const assigned = assignPeriod(
    world,
    form.code,
    given,
    options.receivedAt ?? null,
    reporter.organization,
  )

  const understood = parts.flatMap((part) =>
    part.tables.map((table) => tableOf(part.sheet, table, part.sheet !== sheet)),
  )
  const rows = understood.flatMap((table) => table.rows.map((row) => organizedBy(reporter, row)))
  const stamp =
    stampPictures(book, sheet) === 0
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
    findings: [
      ...findings,
      ...unusual(given, assigned, sheet.name, written?.cell),
      ...stamp,
      ...understood.flatMap((table) => table.findings),
    ],
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

/** A form may say days that nobody asked for; it is then taken for the period that they fit best. */
function unusual(
  given: JudgedForm['period'],
  assigned: Assigned | null,
  sheet: string,
  cell = 'A1',
) {
  if (given === null || assigned === null || holds(assigned.period, given)) return []
  const value = `${assigned.period.from} – ${assigned.period.to}`
  const odd = remark('W_PERIOD_UNUSUAL', { raw: `${given.from} – ${given.to}`, value })
  return [findingOf(odd, { sheet, cell, field: 'period' })]
}

/** A table as understood; what stands in a further table of the document says so. */
function tableOf(sheet: Sheet, found: FoundTable, isFurther: boolean): UnderstoodTable {
  const table = understandTable(sheet, found)
  if (!isFurther) return table
  const named = { sheet: sheet.name }
  return {
    ...table,
    rows: table.rows.map((row) => ({ ...row, ...named })),
    totals: table.totals.map((total) => ({ ...total, ...named })),
  }
}

/** Where an activity names no organiser, the reporter is taken for it (I10). */
function organizedBy(reporter: JudgedReporter, row: JudgedRow): JudgedRow {
  const named = row.cells.organizers
  const missing = Array.isArray(named?.value) && named.value.length === 0 && named.raw !== null
  if (row.kind !== 'activity' || named === undefined || !missing || reporter.raw === '') return row
  return { ...row, cells: { ...row.cells, organizers: { ...named, value: [reporter.raw] } } }
}

/** The year of the campaign that the form belongs to, for periods that do not say theirs. */
function yearOf(world: World, template: string): string {
  const owed = world.obligations.find((one) => one.template === template)
  return owed?.periods[0]?.from.slice(0, 4) ?? String(new Date().getFullYear())
}

/** How many pictures could be a stamp; null for formats whose pictures are not looked for. */
function stampPictures(book: Book, sheet: Sheet): number | null {
  if (book.format === 'xlsx') return sheet.pictures
  return book.format === 'docx' ? sheet.pictures + (book.photos?.length ?? 0) : null
}
