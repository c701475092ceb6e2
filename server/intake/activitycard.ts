import { shanghaiDate } from '../clock.ts'
import { readBox } from './boxes.ts'
import { type Box, type FoundCard, inlineColumns } from './card.ts'
import { type Pen, write } from './cells.ts'
import { claimsOfActivities, subjectOf } from './claims/annex.ts'
import type { Numbering } from './claims/campaign.ts'
import type { Origin } from './claims/draft.ts'
import { daysOf, windowBefore } from './days.ts'
import { remark } from './findings.ts'
import type { CheckOptions, FormInHand } from './hand.ts'
import type { JudgedCell, JudgedRow } from './judged.ts'
import { assignPeriod } from './period.ts'
import { photoRemarks } from './photos.ts'
import { identifyReporter } from './reporter.ts'
import { type Photo, position, type Sheet } from './sheet.ts'
import type { World } from './world.ts'

/** One card of HZ17-A1: one activity of one organization, with its two photos. */
export function judgeCard(
  sheet: Sheet,
  card: FoundCard,
  loose: readonly Photo[],
  world: World,
  options: CheckOptions,
): FormInHand {
  const pen: Pen = { sheet: sheet.name, findings: [] }
  const photos = [...photosOf(sheet, card), ...loose]
  const row = understandCard(sheet, card, photos, lastDay(world, card, options), pen)
  const named = row.cells.organizationName
  const place = { sheet: sheet.name, cell: named?.cell ?? 'A1', field: 'organizationName' }
  const { reporter, findings } = identifyReporter(named?.raw ?? '', place, '', world, {
    ...options,
    template: card.form.code,
  })
  const told = findings.filter(({ code }) => code !== 'E_MISSING') // said of the box already
  const days = daysOf(row.cells.time)
  const { organization, region } = reporter
  const receivedAt = options.receivedAt ?? null
  const assigned = assignPeriod(world, card.form.code, days, receivedAt, organization)
  const period = assigned && { from: assigned.period.from, to: assigned.period.to }
  const claims = (origin: Origin, numbering?: Numbering) =>
    organization === null || assigned === null
      ? []
      : claimsOfActivities(
          [row],
          { ...origin, organization, region, assigned, alone: true },
          numbering,
        )
  return {
    judged: {
      template: card.form.code,
      sheet: sheet.name,
      reporter,
      period,
      nil: false,
      rows: [row],
      totals: [],
      findings: [...told, ...pen.findings],
    },
    again: card.form.again,
    assigned,
    subject: subjectOf(row),
    attributed: organization !== null && assigned !== null,
    claims,
  }
}

function understandCard(
  sheet: Sheet,
  card: FoundCard,
  photos: readonly Photo[],
  latest: string,
  pen: Pen,
): JudgedRow {
  const { table } = card
  const cells: Record<string, JudgedCell> = {}
  let held = false
  let window = windowBefore(latest)
  for (const column of table.columns) {
    const box = card.boxes.get(column.field) ?? aboveOf(sheet, card, column.field)
    const at = box?.at ?? `A${card.firstRow}`
    if (column.reader.as === 'photos') {
      const raw = photos.length === 0 ? null : `${photos.length}`
      cells[column.field] = { cell: at, raw, value: photos.length }
      held = write(pen, photoRemarks(photos, daysOf(cells.time)), at, column.field) || held
      continue
    }
    const read = readBox(column, at, box?.cell, window, pen)
    held ||= read.held
    if (read.cell !== null) cells[column.field] = read.cell
    const filledIn = cells.formDate?.value
    if (typeof filledIn === 'string' && filledIn.length === 10) window = windowBefore(filledIn)
  }
  held = checkPublished(cells, pen) || held
  return { kind: 'activity', row: card.firstRow, held, cells }
}

/** X03, H17-22: hours can be recorded only of a project that was published first. */
function checkPublished(cells: Readonly<Record<string, JudgedCell>>, pen: Pen): boolean {
  const { hoursRecorded, projectPublished } = cells
  if (hoursRecorded?.value !== true || projectPublished?.value !== false) return false
  return write(pen, [remark('E_PUBLISH_RULE')], hoursRecorded.cell, 'hoursRecorded')
}

/** 填表时间 and 单位盖章 stand above the table in Word, and in its first rows in a workbook. */
function aboveOf(sheet: Sheet, card: FoundCard, field: string): Box | undefined {
  for (const text of sheet.above ?? []) {
    const found = inlineColumns(text, card.table).find(({ column }) => column.field === field)
    if (found === undefined) continue
    const cell = found.value === '' ? undefined : ({ text: found.value, kind: 'text' } as const)
    return { column: found.column, at: `A${card.firstRow}`, cell }
  }
  return undefined
}

function photosOf(sheet: Sheet, { firstRow, lastRow }: FoundCard): Photo[] {
  return (sheet.photos ?? []).filter(({ cell }) => {
    const { row } = cell === null ? { row: firstRow } : position(cell)
    return firstRow <= row && row <= lastRow
  })
}

/** The latest day that the form can speak of, until it says itself when it was filled in. */
function lastDay(world: World, card: FoundCard, { receivedAt }: CheckOptions): string {
  if (receivedAt) return shanghaiDate(receivedAt)
  const owed = world.obligations.find((one) => one.template === card.form.code)
  return owed?.weekly?.until ?? owed?.periods.at(-1)?.to ?? shanghaiDate(new Date())
}
