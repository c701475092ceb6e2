import { type Remark, remark } from '../findings.ts'
import type { Cell } from '../sheet.ts'
import { type Amount, amount, type Certainty, exact, stripUnits, takeQualifier } from './amount.ts'
import { compact, isMissing, plain } from './plain.ts'
import { readProduct, readSum, takeNote } from './several.ts'

export type Qualifier = Certainty | 'RANGE' | 'UNKNOWN'

/** A number as it was understood; `value` is null where nothing definite could be. */
export interface NumberReading {
  readonly value: number | null
  readonly qualifier: Qualifier
  readonly missing: boolean
  readonly remarks: readonly Remark[]
  readonly low?: number
  readonly high?: number
  readonly parts?: readonly number[]
  readonly text?: string
  readonly asDate?: string
  readonly goods?: string
  readonly plays?: number
}

/** How a column is read: its name in sentences, the unit words that may follow, and its bounds. */
export interface NumberRule {
  readonly field: string
  readonly units: string
  readonly integer: boolean
  readonly maximum: number
  /** What the header multiplies by: 万元 means 10,000. */
  readonly multiplier?: number
}

const NOTHING: NumberReading = { value: null, qualifier: 'UNKNOWN', missing: true, remarks: [] }

/** Reads a cell as one number. Nothing is guessed: what is not definite is an error and stays null. */
export function readNumber(cell: Cell | undefined, rule: NumberRule): NumberReading {
  const refused = refuseCell(cell, rule)
  if (refused !== null) return refused
  const text = cell?.text ?? ''
  if (cell?.number !== undefined) return typed(cell.number, plain(text), rule)
  return readNumberText(compact(text), text, rule)
}

/** What can be said of a cell before its text is read: blank, a formula error, or a date. */
export function refuseCell(cell: Cell | undefined, rule: NumberRule): NumberReading | null {
  if (cell === undefined || isMissing(cell.text)) return NOTHING
  if (cell.kind === 'error') {
    return unread([remark('E_FORMULA_ERROR', { raw: cell.text })])
  }
  if (cell.kind !== 'number') return null
  const asDate = cell.date?.slice(0, 10)
  const shown = asDate ?? (/\d:\d\d/.test(cell.text) ? cell.text : undefined)
  if (shown === undefined) return null
  const refused = unread([remark('E_DATE_IN_NUMBER', { field: rule.field, value: shown })])
  return asDate === undefined ? refused : { ...refused, asDate }
}

/** A number that the sheet holds as a number: only its bounds are judged. */
export function typed(number: number, raw: string, rule: NumberRule): NumberReading {
  const { multiplier = 1 } = rule
  const remarks = multiplier > 1 && number !== 0 ? [remark('W_ROUNDED', { raw })] : []
  return bounded(understood(exact(number * multiplier), remarks), raw, rule)
}

/** Reads `text`, a compact form of what the cell holds; `original` is what sentences repeat. */
export function readNumberText(text: string, original: string, rule: NumberRule): NumberReading {
  const raw = plain(original)
  if (/^(?:0+|零|无|没有)$/.test(stripUnits(text, rule.units))) {
    return understood(0, original === '0' ? [] : [remark('I_NORMALISED', { raw, value: 0 })])
  }
  return (
    readSingle(text, original, rule) ??
    readNoted(text, original, rule) ??
    readSeveral(text, original, rule) ??
    notANumber(raw, text, rule)
  )
}

const LEADING =
  /^(?:(?:总共|共计|共有|合计|总计|累计|共|参与|参加|志愿者|人数|人次|(?:阅读|浏览|点击)[量数]?):?)+/

function readSingle(text: string, original: string, rule: NumberRule): NumberReading | null {
  const raw = plain(original)
  const { rest, qualifier } = takeQualifier(text.replace(LEADING, ''))
  const range = readRange(stripUnits(rest, rule.units), rule.units)
  if (range !== null) {
    return { ...unread([remark('E_RANGE', { raw })]), qualifier: 'RANGE', ...range }
  }
  const found = amount(rest, rule.units)
  if (found === null) return null
  const { multiplier = 1 } = rule
  const value = exact(found.value * multiplier)
  const remarks =
    qualifier !== 'EXACT'
      ? [remark(QUALIFIED[qualifier], { raw, value })]
      : found.scale * multiplier >= 1000
        ? [remark('W_ROUNDED', { raw })]
        : original === String(value)
          ? []
          : [remark('I_NORMALISED', { raw: original.trim(), value })]
  return bounded({ ...understood(value, remarks), qualifier }, raw, rule)
}

function readRange(text: string, units: string): { low: number; high: number } | null {
  const found = /^(.+?)(?:-|~|至|到)(.+)$/.exec(text)
  if (found === null) return null
  const [low, high] = [amount(found[1] as string, units), amount(found[2] as string, units)]
  if (low === null || high === null) return null
  return { low: low.scale === 1 ? low.value * scaleOf(low, high) : low.value, high: high.value }
}

/** 1-2万 means both ends in ten-thousands, 5000-1万 does not. */
const scaleOf = (low: Amount, high: Amount): number =>
  low.value * high.scale < high.value ? high.scale : 1

export const QUALIFIED = {
  APPROX: 'W_APPROX',
  AT_LEAST: 'W_LOWER_BOUND',
  BELOW: 'W_UPPER_BOUND',
} as const

/** A number with a note that only repeats some of it, or has none. */
function readNoted(text: string, original: string, rule: NumberRule): NumberReading | null {
  const noted = takeNote(text)
  if (noted === null) return null
  const reading = readSingle(noted.rest, original, rule)
  if (reading === null || reading.value === null) return null
  const others = reading.remarks.filter((one) => one.code !== 'I_NORMALISED')
  return { ...reading, remarks: [...others, remark('I_IGNORED_PART', { part: noted.part })] }
}

function readSeveral(text: string, original: string, rule: NumberRule): NumberReading | null {
  const raw = plain(original)
  const { multiplier = 1 } = rule
  const units = `${rule.units}|次|天|场|期`
  const product = readProduct(text, (piece) => amount(piece, units)?.value ?? null)
  if (product !== null) {
    const value = exact(product.value * multiplier)
    return bounded(understood(value, [remark('W_EXPRESSION', { raw, value })]), raw, rule)
  }
  const sum = readSum(text, rule.units)
  if (sum === null) return null
  const value = exact(sum.value * multiplier)
  const { qualifier } = sum
  const remarks = [
    remark('W_SUMMED', { value }),
    ...(qualifier === 'EXACT' ? [] : [remark(QUALIFIED[qualifier], { raw, value })]),
  ]
  const parts = sum.parts.map((part) => exact(part * multiplier))
  return bounded({ ...understood(value, remarks), qualifier, parts }, raw, rule)
}

const VAGUE =
  /若干|数[十百千万]|几[个名人位]|几[十百千万]|十几|多[人名次]|大量|大批|许多|众多|很多|不少|上[百千万]|成[百千]|[一二三四五六七八九两]{2}[十百千万]|不等|不限|全体|全部|所有/

export function isVague(text: string): boolean {
  return VAGUE.test(text)
}

function notANumber(raw: string, text: string, rule: NumberRule): NumberReading {
  if (/^-\d/.test(text)) return unread([remark('E_NEGATIVE', { field: rule.field })])
  if (isVague(text)) return unread([remark('E_VAGUE', { raw })])
  const bare = stripUnits(text, rule.units)
  const meant = bare.replaceAll(/[oO]/g, '0').replaceAll(/[lI]/g, '1')
  const hint = meant !== bare && /^\d+$/.test(meant) ? `（是否为${meant}？ / ${meant}?）` : ''
  return unread([remark('E_NOT_NUMBER', { field: rule.field, raw, hint })])
}

export function understood(value: number, remarks: readonly Remark[]): NumberReading {
  return { value, qualifier: 'EXACT', missing: false, remarks }
}

export function unread(remarks: readonly Remark[]): NumberReading {
  return { value: null, qualifier: 'UNKNOWN', missing: false, remarks }
}

export function bounded(reading: NumberReading, raw: string, rule: NumberRule): NumberReading {
  const { value } = reading
  const { field, maximum: max } = rule
  if (value === null) return reading
  if (value < 0) return unread([remark('E_NEGATIVE', { field })])
  if (!Number.isFinite(value) || value > max) {
    return unread([remark('E_OUT_OF_RANGE', { field, raw, max })])
  }
  if (rule.integer && !Number.isInteger(value)) {
    return unread([remark('E_NOT_INTEGER', { field, raw })])
  }
  return reading
}
