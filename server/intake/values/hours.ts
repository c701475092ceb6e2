import { remark } from '../findings.ts'
import type { Cell } from '../sheet.ts'
import { readChinese } from './chinese.ts'
import {
  amount,
  bounded,
  exact,
  type NumberReading,
  type NumberRule,
  readNumberText,
  refuseCell,
  stripUnits,
  takeQualifier,
  typed,
  unread,
} from './number.ts'
import { plain, tight } from './plain.ts'

const RULE: NumberRule = {
  field: '累计志愿服务时数',
  units: '个?小时|个钟头|个钟|学时|时|h',
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
  const raw = plain(cell?.text ?? '')
  if (cell?.kind === 'number' && cell.number !== undefined) return typed(cell.number, raw, RULE)
  const text = tight(raw)

  const perHead = /^(?:每人|人均|每位|每名)(.+)$|^(.+?)[/每](?:人|名|人次)$/.exec(text)
  if (perHead !== null) return multiplied(perHead[1] ?? perHead[2] ?? '', raw, personTimes)

  const product = /^(.+?)[×xX*](.+?)(?:人次|人|名)?$/.exec(text)
  if (product !== null) {
    const hours = spoken(product[1] as string)
    const heads = amount((product[2] as string).replace(/(?:人次|人|名|次|天)$/, ''), {
      units: '人',
    })
    if (hours !== null && heads !== null) return computed(hours * heads.value, raw)
  }
  const clock = /^(\d{1,2}):(\d{2})[-~至到](\d{1,2}):(\d{2})$/.exec(text)
  if (clock !== null) {
    const [from, to] = [minutes(clock[1], clock[2]), minutes(clock[3], clock[4])]
    if (to <= from) return unread([remark('E_UNIT', { raw, unit: '小时 / hours' })])
    const hours = (to - from) / 60
    if (personTimes === null || personTimes <= 1) return computed(hours, raw)
    const reading = computed(hours, raw)
    return {
      ...reading,
      remarks: [...reading.remarks, remark('W_PER_PERSON', { raw, value: hours * personTimes })],
    }
  }
  if (/[天日周月]$/.test(text)) return unread([remark('E_UNIT', { raw, unit: '小时 / hours' })])

  const { rest, qualifier } = takeQualifier(text)
  const hours = spoken(rest)
  if (
    hours !== null &&
    qualifier === 'EXACT' &&
    /分|半|个|小时|时/.test(rest) &&
    !/[万千]/.test(rest)
  ) {
    const value = exact(hours)
    return bounded(
      { value, qualifier, missing: false, remarks: [remark('I_NORMALISED', { raw, value })] },
      raw,
      RULE,
    )
  }
  return readNumberText(text, cell?.text ?? '', RULE)
}

function multiplied(text: string, raw: string, personTimes: number | null): NumberReading {
  const hours = spoken(text)
  if (hours === null || personTimes === null) {
    return unread([remark('E_NOT_NUMBER', { field: RULE.field, raw, hint: '' })])
  }
  const value = exact(hours * personTimes)
  return {
    value,
    qualifier: 'EXACT',
    missing: false,
    remarks: [remark('W_PER_PERSON', { raw, value })],
  }
}

function computed(hours: number, raw: string): NumberReading {
  const value = exact(hours)
  return {
    value,
    qualifier: 'EXACT',
    missing: false,
    remarks: [remark('W_EXPRESSION', { raw, value })],
  }
}

/** Hours as people say them: 3小时30分, 210分钟, 一个半小时, 半小时, 2.5. */
function spoken(text: string): number | null {
  if (/^半个?小时$/.test(text)) return 0.5
  const half = /^(.+?)个半(?:小时|钟头)?$/.exec(text)
  if (half !== null) {
    const whole = number(half[1] as string)
    return whole === null ? null : whole + 0.5
  }
  const both = /^(.+?)(?:个?小时|时)(.+?)分(?:钟)?$/.exec(text)
  if (both !== null) {
    const [hours, rest] = [number(both[1] as string), number(both[2] as string)]
    return hours === null || rest === null || rest >= 60 ? null : hours + rest / 60
  }
  const onlyMinutes = /^(.+?)分(?:钟)?$/.exec(text)
  if (onlyMinutes !== null) {
    const found = number(onlyMinutes[1] as string)
    return found === null ? null : found / 60
  }
  return number(stripUnits(text, RULE))
}

function number(text: string): number | null {
  const digits = amount(text, { units: '个' })
  return digits?.value ?? readChinese(text)
}

const minutes = (hours = '', rest = '') => Number(hours) * 60 + Number(rest)
