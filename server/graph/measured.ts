import { parse } from '../../schema/tables/row.ts'
import { getSources, type RowOf } from '../records/asof.ts'
import type { FigureRow } from '../records/figure.ts'
import {
  INDICATOR_VALUE,
  indicatorFigure,
  indicatorValueId,
  readIndicatorVersions,
  readSitesDone,
  unitOf,
} from '../records/indicator.ts'
import { figureId, type Slice } from '../records/slice.ts'
import { batch, type Context, recordOf } from './context.ts'
import type { SourceRow } from './recorded.ts'

// Numbers of indicators: what an office gave, as the same figure as all others.

type IndicatorRow = RowOf<'indicator'>

/** The figure of an indicator for a place and a time; without a number where it was taken back, null where no office ever gave it. */
export async function measuredFigure(
  context: Context,
  slice: Slice,
  at: number,
): Promise<FigureRow | null> {
  const indicator = await recordOf(context, 'indicator', `indicator:${slice.INDICATOR}`, at)
  if (indicator === null) return null
  if (slice.FROM === undefined) return sitesFigure(context, indicator, at)
  const row = await recordOf(context, 'indicatorValue', indicatorValueId(slice), at)
  if (row !== null) return indicatorFigure(row, indicator, at)
  const earlier = await readIndicatorVersions(context.db, at, slice, indicator)
  return earlier.length === 0 ? null : { ...(earlier.at(-1) as FigureRow), at }
}

/** The sites that a document names, as far as they are known to be done; nothing is said where none is known. */
export async function sitesFigure(
  context: Context,
  indicator: IndicatorRow,
  at: number,
): Promise<FigureRow> {
  const { done, unknown } = await sitesOf(context, indicator, at)
  const slice = {
    INDICATOR: indicator.id.replace('indicator:', ''),
    REGION: indicator.region.replace('region:', ''),
  }
  const isKnown = done > 0 || unknown === 0
  return {
    id: figureId(INDICATOR_VALUE, slice),
    measure: INDICATOR_VALUE,
    value: isKnown ? done : null,
    status: isKnown ? 'OBSERVED' : 'NOT_REPORTED',
    qualifier: !isKnown ? 'UNKNOWN' : unknown > 0 ? 'AT_LEAST' : 'EXACT',
    basis: 'SUM_OF_ROWS',
    sample: false,
    cells: 0,
    slice,
    at,
    unit: unitOf(indicator.unit),
  }
}

export async function sitesOf(context: Context, { document }: IndicatorRow, at: number) {
  const sites = batch(context, `sites ${at}`, async (documents) => {
    const found = await Promise.all(documents.map((one) => readSitesDone(context.db, at, one)))
    return new Map(documents.map((one, i) => [one, found[i]]))
  })
  return (await sites.load(document)) ?? { named: 0, done: 0, unknown: 0 }
}

/** The cells in which an office gave a number, and what it is made of. */
export async function measuredSources(
  context: Context,
  { slice, at }: FigureRow,
): Promise<SourceRow[]> {
  const id = indicatorValueId(slice)
  const row = await recordOf(context, 'indicatorValue', id, at)
  if (row === null) return []
  const sources = batch(context, 'sources', async (ids) =>
    Map.groupBy(await getSources(context.db, ids), (one) => one.record),
  )
  const found = (await sources.load(row.id))?.find((one) => one.since === row.since)
  return (found === undefined ? [] : parse(found.refs))
    .filter((one) => NUMBERS.has(one.field))
    .map((one) => ({ ...one, at }))
}

const NUMBERS = new Set(['value', 'numerator', 'denominator'])

export async function measuredVersions(
  context: Context,
  { slice, at }: FigureRow,
): Promise<FigureRow[]> {
  const indicator = await recordOf(context, 'indicator', `indicator:${slice.INDICATOR}`, at)
  return indicator === null ? [] : readIndicatorVersions(context.db, at, slice, indicator)
}
