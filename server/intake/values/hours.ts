import { type Remark, remark } from '../findings.ts'
import type { Cell } from '../sheet.ts'
import { amount, exact, stripUnits, takeQualifier } from './amount.ts'
import { readChinese } from './chinese.ts'
import {
  bounded,
  type NumberReading,
  type NumberRule,
  QUALIFIED,
  readNumberText,
  refuseCell,
  typed,
  understood,
  unread,
} from './number.ts'
import { compact, plain } from './plain.ts'
import { readProduct } from './several.ts'

const RULE: NumberRule = {
  field: '累计志愿服务时数',
  units: '个?小时|个?钟头|个钟|工时|时|hours?|hrs?|h',
  integer: false,
  maximum: 50_000_000,
}

/**
 * Reads a cell of service hours: hours, minutes, Chinese halves, products, clock ranges. Days are not
 * converted. A figure per head is multiplied by the row's person-times, where these are known.
 */
export function readHours(cell: Cell | undefined, personTimes: number | null): NumberReading {
  const refused = refuseCell(cell, RULE)
  if (refused !== null) return refused
  const original = cell?.text ?? ''
  const raw = plain(original)
  if (cell?.number !== undefined) return typed(cell.number, raw, RULE)
  const text = compact(original).toLowerCase()

  const perHead =
    /^(?:每人次?|人均|平均每人|每位|每名)(.+)$|^(.+?)(?:\/|每|一)(?:人次|人|名|位)$/.exec(text)
  if (perHead !== null) return multiplied(perHead[1] ?? perHead[2] ?? '', raw, personTimes)

  const product = readProduct(text, factor)
  if (product !== null) {
    const value = twoDecimals(product.value)
    return bounded(understood(value, [remark('W_EXPRESSION', { raw, value })]), raw, RULE)
  }
  const clock = readClock(text)
  if (clock !== null) return clocked(clock, raw, personTimes)
  if (/(?:[天日周月年]|学时|课时)$/.test(text) && /[\d半一二两三四五六七八九十]/.test(text)) {
    return unread([remark('E_UNIT', { raw, unit: '小时 / hours' })])
  }
  const { rest, qualifier } = takeQualifier(text.replace(/^(?:共计?|合计|总计|累计)/, ''))
  const hours = spoken(rest)
  if (hours === null) return readNumberText(text, original, RULE)
  const value = twoDecimals(hours)
  const code = qualifier === 'EXACT' ? 'I_NORMALISED' : QUALIFIED[qualifier]
  return bounded({ ...understood(value, [remark(code, { raw, value })]), qualifier }, raw, RULE)
}

function multiplied(text: string, raw: string, personTimes: number | null): NumberReading {
  const { rest, qualifier } = takeQualifier(text)
  const hours = spoken(rest) ?? number(stripUnits(rest, RULE.units))
  if (hours === null || personTimes === null) {
    return unread([remark('E_NOT_NUMBER', { field: RULE.field, raw, hint: '' })])
  }
  const value = twoDecimals(hours * personTimes)
  const remarks = [
    remark('W_PER_PERSON', { raw, value }),
    ...(qualifier === 'EXACT' ? [] : [remark(QUALIFIED[qualifier], { raw, value })]),
  ]
  return bounded({ ...understood(value, remarks), qualifier }, raw, RULE)
}

/** 2小时, 90分钟, 30人, 3次: one factor of a product. */
function factor(piece: string): number | null {
  return spoken(piece) ?? amount(piece, `${RULE.units}|人次|人|名|位|次|天|场|期`)?.value ?? null
}

/** The hours between two times of day; null where the text is none, 0 where the second is not later. */
function readClock(text: string): number | null {
  const time = '(\\d{1,2})(?:[:点时](\\d{2}|半)?分?)'
  const day = '(?:上午|下午|早上|晚上|中午)?'
  const found = new RegExp(`^${day}${time}(?:-|~|至|到)${day}${time}$`).exec(text)
  if (found === null) return null
  const [, fromHour, fromMinute, toHour, toMinute] = found
  return Math.max(0, minutes(toHour, toMinute) - minutes(fromHour, fromMinute)) / 60
}

const minutes = (hours = '', rest = '0') => Number(hours) * 60 + (rest === '半' ? 30 : Number(rest))

function clocked(hours: number, raw: string, personTimes: number | null): NumberReading {
  if (hours === 0) return unread([remark('E_UNIT', { raw, unit: '小时 / hours' })])
  const value = twoDecimals(hours)
  const remarks: Remark[] = [remark('W_EXPRESSION', { raw, value })]
  if (personTimes !== null && personTimes > 1) {
    remarks.push(remark('W_PER_PERSON', { raw, value: twoDecimals(hours * personTimes) }))
  }
  return bounded(understood(value, remarks), raw, RULE)
}

/** Hours as people say them: 3小时30分, 210分钟, 一个半小时, 半小时; null for a plain number. */
function spoken(text: string): number | null {
  if (/^半个?(?:小时|钟头|钟)$/.test(text)) return 0.5
  const half = /^(.+?)(?:个半(?:小时|钟头|钟)?|个?小时半)$/.exec(text)
  if (half !== null) {
    const whole = number(half[1] as string)
    return whole === null ? null : whole + 0.5
  }
  const both = /^(.+?)(?:个?小时|时|h)(?:零|又)?(.+?)(?:分钟|分|mins?|m)$/.exec(text)
  if (both !== null) {
    const [hours, rest] = [number(both[1] as string), number(both[2] as string)]
    return hours === null || rest === null || rest >= 60 ? null : hours + rest / 60
  }
  const onlyMinutes = /^(.+?)(?:分钟|分|mins?)$/.exec(text)
  const found = onlyMinutes === null ? null : number(onlyMinutes[1] as string)
  return found === null ? null : found / 60
}

function number(text: string): number | null {
  return amount(text, '个')?.value ?? readChinese(text)
}

const twoDecimals = (hours: number): number => exact(Math.round(hours * 100) / 100)
