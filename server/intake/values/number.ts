import { type Remark, remark } from '../findings.ts'
import type { Cell } from '../sheet.ts'
import { CHINESE_NUMERAL, readChinese } from './chinese.ts'
import { isMissing, plain, tight } from './plain.ts'

export type Qualifier = 'EXACT' | 'APPROX' | 'AT_LEAST' | 'BELOW' | 'RANGE' | 'UNKNOWN'

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
  const raw = plain(cell?.text ?? '')
  if (cell?.kind === 'number' && cell.number !== undefined) return typed(cell.number, raw, rule)
  return readNumberText(raw, cell?.text ?? '', rule)
}

/** What can be said of a cell before its text is read: blank, a formula error, or a date. */
export function refuseCell(cell: Cell | undefined, rule: NumberRule): NumberReading | null {
  if (cell === undefined || isMissing(cell.text)) return NOTHING
  if (cell.kind === 'error') {
    return unread([remark('E_FORMULA_ERROR', { raw: cell.text })])
  }
  if (cell.kind === 'number' && cell.date !== undefined) {
    const asDate = cell.date.slice(0, 10)
    return { ...unread([remark('E_DATE_IN_NUMBER', { field: rule.field, value: asDate })]), asDate }
  }
  return null
}

/** A number that the sheet holds as a number: only its bounds are judged. */
export function typed(number: number, raw: string, rule: NumberRule): NumberReading {
  const scaled = number * (rule.multiplier ?? 1)
  const rounded = (rule.multiplier ?? 1) > 1 ? [remark('W_ROUNDED', { raw })] : []
  return bounded(
    { value: exact(scaled), qualifier: 'EXACT', missing: false, remarks: rounded },
    raw,
    rule,
  )
}

export function readNumberText(text: string, original: string, rule: NumberRule): NumberReading {
  const raw = plain(original)
  const compact = tight(text)
  if (/^(0+|零|无|没有)$/.test(compact)) {
    const remarks =
      compact === '0' && original === '0' ? [] : [remark('I_NORMALISED', { raw, value: 0 })]
    return { value: 0, qualifier: 'EXACT', missing: false, remarks }
  }
  const { rest, qualifier } = takeQualifier(compact)
  const low = /^(.+?)(?:-|~|至|到)(.+)$/.exec(stripUnits(rest, rule))
  if (low !== null) {
    const ends = [amount(low[1] as string, rule), amount(low[2] as string, rule)]
    if (ends[0] !== null && ends[1] !== null) {
      return {
        ...unread([remark('E_RANGE', { raw })]),
        qualifier: 'RANGE',
        low: (ends[0] as Amount).value,
        high: (ends[1] as Amount).value,
      }
    }
  }
  const found = amount(stripUnits(rest, rule), rule)
  if (found === null) return notANumber(raw, compact, rule)

  const value = exact(found.value * (rule.multiplier ?? 1))
  const remarks: Remark[] = []
  if (qualifier !== 'EXACT') remarks.push(remark(QUALIFIED[qualifier], { raw, value }))
  const scaled = found.scaled || (rule.multiplier ?? 1) > 1
  if (scaled && qualifier === 'EXACT') remarks.push(remark('W_ROUNDED', { raw }))
  if (remarks.length === 0 && original !== String(value)) {
    remarks.push(remark('I_NORMALISED', { raw: original.trim(), value }))
  }
  return bounded({ value, qualifier, missing: false, remarks }, raw, rule)
}

const QUALIFIED = {
  APPROX: 'W_APPROX',
  AT_LEAST: 'W_LOWER_BOUND',
  BELOW: 'W_UPPER_BOUND',
} as const

const BEFORE: readonly (readonly [RegExp, keyof typeof QUALIFIED])[] = [
  [/^(?:大约|大概|约为|约|近似|左右)/, 'APPROX'],
  [/^(?:至少|不少于|不低于|超过|逾|超)/, 'AT_LEAST'],
  [/^(?:将近|接近|不到|不足|近)/, 'BELOW'],
]
const AFTER: readonly (readonly [RegExp, keyof typeof QUALIFIED])[] = [
  [/(?:左右|上下)$/, 'APPROX'],
  [/(?:以上|\+)$/, 'AT_LEAST'],
  [/(?:以下)$/, 'BELOW'],
]

/** 约, 余, 近 and their like, taken off the number. */
export function takeQualifier(text: string): {
  rest: string
  qualifier: 'EXACT' | keyof typeof QUALIFIED
} {
  for (const [sign, qualifier] of BEFORE) {
    if (sign.test(text)) return { rest: text.replace(sign, ''), qualifier }
  }
  for (const [sign, qualifier] of AFTER) {
    if (sign.test(text)) return { rest: text.replace(sign, ''), qualifier }
  }
  const inner = /^([\d.,]+|[一二三四五六七八九十百千万]+)(?:余|多|\+)(.*)$/.exec(text)
  if (inner !== null) return { rest: `${inner[1]}${inner[2]}`, qualifier: 'AT_LEAST' }
  return { rest: text, qualifier: 'EXACT' }
}

interface Amount {
  readonly value: number
  readonly scaled: boolean
}

const SCALES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1e3,
  k: 1e3,
  万: 1e4,
  w: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
}

/** Digits with or without thousands commas and a scale word, or a Chinese numeral. */
export function amount(text: string, rule: Pick<NumberRule, 'units'>): Amount | null {
  const bare = stripUnits(text, rule)
  const digits = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(百万|千万|百|千|万|亿|w|k)?$/i.exec(bare)
  if (digits !== null) {
    const number = Number(`${(digits[1] as string).replaceAll(',', '')}${digits[2] ?? ''}`)
    const scale = digits[3] === undefined ? 1 : (SCALES[digits[3].toLowerCase()] ?? 1)
    return { value: exact(number * scale), scaled: scale > 1 }
  }
  const value = new RegExp(`^${CHINESE_NUMERAL}$`).test(bare) ? readChinese(bare) : null
  return value === null ? null : { value, scaled: false }
}

/** The unit words of the column, and 元整 and its like, taken off the end. */
export function stripUnits(text: string, rule: Pick<NumberRule, 'units'>): string {
  return text.replace(new RegExp(`(?:${rule.units})$`), '')
}

function notANumber(raw: string, compact: string, rule: NumberRule): NumberReading {
  if (/^-\d/.test(compact)) return unread([remark('E_NEGATIVE', { field: rule.field })])
  if (
    /若干|数[十百千万]|几[十百千万]?|多[人名]|大量|许多|众多|上[百千万]|成[百千]|不等/.test(compact)
  ) {
    return unread([remark('E_VAGUE', { raw })])
  }
  const meant = compact.replaceAll(/[oO]/g, '0').replaceAll(/[lI]/g, '1')
  const hint = meant !== compact && /^\d+$/.test(meant) ? `（是否为${meant}？ / ${meant}?）` : ''
  return unread([remark('E_NOT_NUMBER', { field: rule.field, raw, hint })])
}

export function unread(remarks: readonly Remark[]): NumberReading {
  return { value: null, qualifier: 'UNKNOWN', missing: false, remarks }
}

export function bounded(reading: NumberReading, raw: string, rule: NumberRule): NumberReading {
  const { value } = reading
  const { field, maximum: max } = rule
  if (value === null) return reading
  const { goods: _goods, ...rest } = reading
  const refuse = (one: Remark) => ({ ...rest, ...unread([one]) })
  if (value < 0) return refuse(remark('E_NEGATIVE', { field }))
  if (rule.integer && !Number.isInteger(value))
    return refuse(remark('E_NOT_INTEGER', { field, raw }))
  if (value > max) return refuse(remark('E_OUT_OF_RANGE', { field, raw, max }))
  return reading
}

/** A decimal product without the dust of binary fractions: 1.2 × 10000 is 12000. */
export function exact(value: number): number {
  return Number(value.toFixed(6))
}
