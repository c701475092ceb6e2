import { activityFields } from '../../schema/terms/fields.ts'
import type { Term } from '../../schema/terms/term.ts'
import { inline } from './inline.ts'
import { address, cellAt, mergedAt, type Sheet, usedRows } from './sheet.ts'
import { plain, tight } from './values/plain.ts'

/** What stands beside a label such as 填报单位： in the same cell or in the next one to the right. */
export interface Labelled {
  readonly raw: string
  readonly cell: string
}

/** Finds a label in the rows above the table and gives what is written there; null where it is not. */
export function findLabelled(sheet: Sheet, term: Term, beforeRow: number): Labelled | null {
  const labels = [term.zh, ...(term.aliases ?? [])].map(tight).sort((a, b) => b.length - a.length)
  for (const row of usedRows(sheet).filter((one) => one < beforeRow)) {
    for (let column = 1; column <= Math.min(sheet.columnCount, 50); column++) {
      const text = cellAt(sheet, row, column)?.text ?? ''
      const label = labels.find((one) => startsWith(text, one))
      if (label === undefined) continue
      const cell = address(row, column)
      const here = afterLabel(text, label)
      if (here !== '') return { raw: here, cell }
      return neighbour(sheet, row, column) ?? { raw: '', cell }
    }
  }
  return null
}

/**
 * What stands beside several labels that may share one cell or paragraph (填表单位： … 活动开展时间： …);
 * in a Word document the paragraphs above the table are looked through first.
 */
export function findHeaded(
  sheet: Sheet,
  terms: readonly Term[],
  beforeRow: number,
): (Labelled | null)[] {
  const spans = [
    ...(sheet.above ?? []).map((text) => ({ text, cell: 'A1' })),
    ...usedRows(sheet)
      .filter((row) => row < beforeRow)
      .flatMap((row) =>
        Array.from({ length: Math.min(sheet.columnCount, 50) }, (_, i) => ({
          text: cellAt(sheet, row, i + 1)?.text ?? '',
          cell: address(row, i + 1),
        })),
      ),
  ]
  return terms.map((term) => {
    for (const { text, cell } of spans) {
      const raw = inline(text, terms).find((one) => one.term === term)?.value
      if (raw !== undefined && raw !== '') return { raw, cell }
    }
    return findLabelled(sheet, term, beforeRow)
  })
}

export const reporterTerm = activityFields.reporter
export const periodTerm = activityFields.period

const startsWith = (text: string, label: string) =>
  new RegExp(`^${literally(label)}(?:[((](?:盖章|公章|章)[))])?(?:[:：]|$)`).test(tight(text)) ||
  (tight(text).startsWith(label) && /[:：]/.test(text))

/** The text after the label and its colon, as it was typed. */
function afterLabel(text: string, label: string): string {
  const colon = /[:：]/.exec(text)
  if (colon !== null) return text.slice(colon.index + 1).trim()
  return tight(text) === label ? '' : text.trim()
}

function neighbour(sheet: Sheet, row: number, column: number): Labelled | null {
  const start = (mergedAt(sheet, row, column)?.right ?? column) + 1
  for (let next = start; next <= Math.min(sheet.columnCount, start + 6); next++) {
    const text = plain(cellAt(sheet, row, next)?.text ?? '')
    if (/[:：]/.test(text)) return null // the next label: nothing was written for this one
    if (text !== '') return { raw: cellAt(sheet, row, next)?.text ?? '', cell: address(row, next) }
  }
  return null
}

const literally = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** From one day to another, as a form's heading says it; the year may be left to the campaign. */
export function readPeriod(raw: string, year: string): { from: string; to: string } | null {
  const text = tight(raw)
    .replaceAll(/[年月/.]/g, '-')
    .replaceAll('日', '')
  const day = '(?:(\\d{4})-)?(?:(\\d{1,2})-)?(\\d{1,2})'
  const found = new RegExp(`^${day}(?:至|到|~|--|-)${day}$`).exec(text)
  if (found === null) return null
  const [, y1, m1, d1, y2, m2, d2] = found
  if (m1 === undefined) return null
  const from = isoDate(y1 ?? year, m1, d1)
  const to = isoDate(y2 ?? y1 ?? year, m2 ?? m1, d2)
  return from === null || to === null || to < from ? null : { from, to }
}

function isoDate(year: string, month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}
