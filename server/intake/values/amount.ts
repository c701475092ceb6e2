import { CHINESE_NUMERAL, readChinese } from './chinese.ts'

/** How sure a number is. */
export type Certainty = 'EXACT' | 'APPROX' | 'AT_LEAST' | 'BELOW'

export interface Amount {
  readonly value: number
  /** What 千 or 万 multiplied the digits by; 1 where they stand alone. */
  readonly scale: number
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
const DIGITS = '(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?'
const SCALE = '百万|千万|百|千|万|亿|w|k'
const AMOUNT = new RegExp(`^${DIGITS}(${SCALE})?$`, 'i')
const CHINESE = new RegExp(`^${CHINESE_NUMERAL}$`)

/** Digits with or without thousands commas and a scale word, 1万2千, or a Chinese numeral. */
export function amount(text: string, units: string): Amount | null {
  const bare = stripUnits(text, units)
  const digits = AMOUNT.exec(bare)
  if (digits !== null) {
    const number = Number(`${(digits[1] as string).replaceAll(',', '')}${digits[2] ?? ''}`)
    const scale = digits[3] === undefined ? 1 : (SCALES[digits[3].toLowerCase()] ?? 1)
    return { value: exact(number * scale), scale }
  }
  const steps = /^(\d+)万(\d)千(?:(\d)百)?$/.exec(bare)
  if (steps !== null) {
    const [, tens, thousands, hundreds = '0'] = steps
    const value = Number(tens) * 1e4 + Number(thousands) * 1000 + Number(hundreds) * 100
    return { value, scale: hundreds === '0' ? 1000 : 100 }
  }
  const value = CHINESE.test(bare) ? readChinese(bare) : null
  return value === null ? null : { value, scale: 1 }
}

/** The unit words of the column taken off the end. */
export function stripUnits(text: string, units: string): string {
  return text.replace(new RegExp(`(?:${units})$`, 'i'), '')
}

const SIGNS: readonly (readonly [RegExp, Exclude<Certainty, 'EXACT'>])[] = [
  [/^(?:大约|大概|约为|约有|约|差不多|估计)/, 'APPROX'],
  [/(?:左右|上下|\((?:约|约数|估算|估计|大约)\))$/, 'APPROX'],
  [/^(?:至少|不少于|不低于|超过|多于|逾|超|>=|>|≥)/, 'AT_LEAST'],
  [/(?:及以上|以上|\+)$/, 'AT_LEAST'],
  [/^(?:将近|接近|不到|不足|不超过|少于|低于|近|<=|<|≤)/, 'BELOW'],
  [/(?:以下|以内|不到)$/, 'BELOW'],
]
const INNER = new RegExp(`^((?:[\\d.,]+(?:${SCALE})?)|${CHINESE_NUMERAL})([余多来+])(.*)$`, 'i')

/** 约, 余, 近 and their like, taken off the number. Two that differ leave it approximate. */
export function takeQualifier(text: string): { rest: string; qualifier: Certainty } {
  const next = takeOne(text)
  if (next === null) return { rest: text, qualifier: 'EXACT' }
  const { rest, qualifier } = takeQualifier(next.rest)
  return { rest, qualifier: both(next.qualifier, qualifier) }
}

function takeOne(text: string): { rest: string; qualifier: Exclude<Certainty, 'EXACT'> } | null {
  for (const [sign, qualifier] of SIGNS) {
    if (sign.test(text)) return { rest: text.replace(sign, ''), qualifier }
  }
  const inner = INNER.exec(text)
  if (inner === null) return null
  const [, number = '', sign, after = ''] = inner
  // 100+200 is a sum, no lower bound.
  if (sign === '+' && /^\d/.test(after)) return null
  return { rest: `${number}${after}`, qualifier: sign === '来' ? 'APPROX' : 'AT_LEAST' }
}

/** What holds of two numbers together. */
export function both(a: Certainty, b: Certainty): Certainty {
  if (a === b || b === 'EXACT') return a
  return a === 'EXACT' ? b : 'APPROX'
}

/** A decimal product without the dust of binary fractions: 1.2 × 10000 is 12000. */
export function exact(value: number): number {
  return Number(value.toFixed(6))
}
