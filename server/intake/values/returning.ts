import { isError, type Remark, remark } from '../findings.ts'
import type { Period } from './calendar.ts'
import { fallingIn, type Recurrence } from './recurrence.ts'
import { outside, type WhenReading } from './when.ts'
import { type Asked, failed, print, unreadable } from './whensaid.ts'

/** What returns, in the stretch that the text around it names, else in the period. */
export function returning(
  { falls, returns }: Recurrence,
  around: WhenReading | null,
  { raw, period }: Asked,
): WhenReading {
  if (around?.remarks.some(isError)) return around
  const scope = scopeOf(around, period)
  if (scope === null) return failed(unreadable(raw))
  const others = (around?.remarks ?? []).filter(({ code }) => KEPT.has(code))
  const hours = hoursBeside(around)
  if (falls === null) {
    const value = { start: scope.from, end: scope.to }
    const told = remark('W_PERIOD_FUZZY', { raw, value: print(value) })
    return { ...hours, value, remarks: [told, ...others], fuzzy: true }
  }
  const days = fallingIn(scope, falls)
  if (days.length === 0) return failed(remark('E_DATE_INVALID', { raw }))
  const dates = days.map((day) =>
    hours.startTime === undefined ? day : `${day}T${hours.startTime}+08:00`,
  )
  const [only, second] = dates
  const value =
    !returns && only !== undefined && second === undefined ? { start: only, end: only } : { dates }
  const spans = days.map((day) => ({ from: day, to: day, rough: true, inferred: false }))
  const told = returns
    ? remark('W_RECURRENCE', { raw, n: days.length })
    : remark('I_NORMALISED', { raw, value: print(value) })
  return { ...hours, value, remarks: [told, ...others, ...outside(spans, period, true)] }
}

const KEPT = new Set<Remark['code']>(['W_TIME_PART', 'I_IGNORED_PART'])

function hoursBeside(around: WhenReading | null) {
  const { startTime, endTime, partOfDay } = around ?? {}
  return {
    ...(startTime !== undefined && { startTime }),
    ...(endTime !== undefined && { endTime }),
    ...(partOfDay !== undefined && { partOfDay }),
  }
}

/** The stretch in which it returns; one single day is none. */
function scopeOf(around: WhenReading | null, period: Period): Period | null {
  const value = around?.value ?? null
  if (value === null) return period
  if ('dates' in value) return null
  const { start, end } = value
  const from = start?.slice(0, 10) ?? period.from
  const to = end?.slice(0, 10) ?? period.to
  if (start !== null && start === end) return null
  return from <= to ? { from, to } : null
}
