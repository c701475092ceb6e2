import { type Json, parse } from '../../schema/tables/row.ts'
import type { TargetValue } from '../../schema/tables/standard.ts'
import type { DemonstrationValue } from '../../schema/tables/station.ts'
import type { Bilingual } from '../../schema/terms/term.ts'
import type { Db } from '../store/open.ts'
import { asOf, getVersions, type RowOf } from './asof.ts'
import type { IndicatorRow } from './document.ts'
import type { FigureRow } from './figure.ts'
import { exact } from './qualifier.ts'
import { figureId, type Slice } from './slice.ts'

export type IndicatorValueRow = RowOf<'indicatorValue'>

/** The measure of a number that an office gives for an indicator; its unit is the indicator's. */
export const INDICATOR_VALUE = 'INDICATOR_VALUE'

export async function findIndicatorValues(
  db: Db,
  at: number,
  indicators: readonly string[],
): Promise<IndicatorValueRow[]> {
  return asOf(db, 'indicatorValue', at)
    .where('indicator', 'in', [...indicators])
    .orderBy('id')
    .execute()
}

/** The record that a figure of an indicator speaks of; null where it says no office's number. */
export function indicatorValueId({ INDICATOR, REGION, FROM, TO }: Slice): string | null {
  if (!INDICATOR || !REGION || !FROM || !TO) return null
  return `indicatorValue:${INDICATOR}-${REGION}-${FROM}-${TO}`
}

/** The number of an office as a figure; divided by the hub where only its two parts were given. */
export function indicatorFigure(
  row: Omit<IndicatorValueRow, 'at'>,
  indicator: Pick<IndicatorRow, 'unit'>,
  at: number,
): FigureRow {
  const slice = {
    INDICATOR: row.indicator.replace('indicator:', ''),
    REGION: row.region.replace('region:', ''),
    FROM: row.periodFrom,
    TO: row.periodTo,
  }
  const value = numberOf(row, indicator.unit)
  return {
    id: figureId(INDICATOR_VALUE, slice),
    measure: INDICATOR_VALUE,
    value: value === null ? null : exact(value),
    status: value === null ? 'NOT_REPORTED' : 'OBSERVED',
    qualifier: value === null ? 'UNKNOWN' : 'EXACT',
    basis: 'DECLARED_TOTAL',
    sample: Number(row.sample) === 1,
    cells: value === null ? 0 : row.value === null ? 2 : 1,
    slice,
    at,
    unit: unitOf(indicator.unit),
  }
}

/** What the office said, or what it divides; a share in percent. Not rounded: 19.996 % does not reach 20 %. */
export function numberOf(
  { value, numerator, denominator }: Pick<IndicatorValueRow, 'value' | 'numerator' | 'denominator'>,
  unit: string,
): number | null {
  if (value !== null) return Number(value)
  if (numerator === null || denominator === null || Number(denominator) === 0) return null
  return (Number(numerator) / Number(denominator)) * (unit === '%' ? 100 : 1)
}

/** Whether a number reaches a target; null where there is no number, or no target: never a guess. */
export function isMet(value: number | null, target: TargetValue | null): boolean | null {
  if (target === null || value === null) return null
  const { comparison, low, high } = target
  if (comparison === '=') return value === (low ?? high)
  return (low === null || value >= low) && (high === null || value <= high)
}

const UNITS: Readonly<Record<string, Bilingual>> = {
  '%': { zh: '%', en: '%' },
  h: { zh: '小时', en: 'hours' },
  count: { zh: '个', en: '' },
}

export const unitOf = (unit: string): Bilingual => UNITS[unit] ?? { zh: unit, en: unit }

/** Every value that an office's number has had up to a revision, oldest first; null from where it was taken back. */
export async function readIndicatorVersions(
  db: Db,
  at: number,
  slice: Slice,
  indicator: Pick<IndicatorRow, 'unit'>,
): Promise<FigureRow[]> {
  const id = indicatorValueId(slice)
  if (id === null) return []
  const rows = (await getVersions(db, 'indicatorValue', [id])) as unknown as IndicatorValueRow[]
  return indicatorVersions(rows, indicator, at)
}

/** The figures that the states of one number were, up to a revision. */
export function indicatorVersions(
  rows: readonly Omit<IndicatorValueRow, 'at'>[],
  indicator: Pick<IndicatorRow, 'unit'>,
  at: number,
): FigureRow[] {
  const known = rows
    .filter((row) => Number(row.since) <= at)
    .sort((a, b) => Number(a.since) - Number(b.since))
  return known.flatMap((row, i) => {
    const figure = indicatorFigure(row, indicator, Number(row.since))
    const end = row.until === null ? null : Number(row.until)
    const isTakenBack = end !== null && end <= at && Number(known[i + 1]?.since) !== end
    if (!isTakenBack) return [figure]
    const gone = { ...row, value: null, numerator: null, denominator: null }
    return [figure, indicatorFigure(gone, indicator, end)]
  })
}

/** How many of the sites that a document names are known to be done; the others may be or not. */
export async function readSitesDone(
  db: Db,
  at: number,
  document: string,
): Promise<{ named: number; done: number; unknown: number; sample: boolean }> {
  const [stations, reports] = await Promise.all([
    asOf(db, 'station', at).where('demonstrations', '<>', '[]').execute(),
    asOf(db, 'demonstration', at).execute(),
  ])
  const tasks = stations.flatMap((station) =>
    parse<DemonstrationValue[]>(station.demonstrations as Json<DemonstrationValue[]>)
      .filter((one) => one.document === document)
      .map(({ status }) => reports.find((one) => one.station === station.id)?.status ?? status),
  )
  return {
    named: tasks.length,
    done: tasks.filter((one) => one === 'DONE').length,
    unknown: tasks.filter((one) => one === 'UNKNOWN').length,
    sample: false,
  }
}
