import type { Db } from '../store/open.ts'
import type { Amount } from './amount.ts'
import type { Question } from './facts.ts'
import { readLine, readLines } from './line.ts'
import { regionId } from './region.ts'
import type { Aspect } from './slice.ts'
import { stationsQuery } from './station.ts'

/** By what stations are counted: they belong to a place and a kind of venue, and to no campaign. */
const COUNTED_BY: ReadonlySet<Aspect> = new Set<Aspect>([
  'REGION',
  'SETTING',
  'VENUE_TYPE',
  'SAMPLE',
  'BASIS',
])

export function isCountedBy(aspects: readonly Aspect[]): boolean {
  return aspects.every((one) => COUNTED_BY.has(one))
}

/** How many stations the register has; those merged into another are that other one. */
export async function countStations(db: Db, at: number, { by, where }: Question) {
  const { region = '', sample = null } = where
  const line = readLine(region)
  const inside = line.whose === 'all' ? stationsQuery(db, at, { region, sample }) : null
  const ofCity = () => stationsQuery(db, at, { sample }).where('region', '=', regionId(line.region))
  const rows = await (inside ?? ofCity())
    .clearSelect()
    .where('replacedBy', 'is', null)
    .select((eb) => ['region', 'setting', 'venueType', eb.fn.countAll<number>().as('stations')])
    .select((eb) => eb.fn.max('sample').as('sample'))
    .groupBy(['region', 'setting', 'venueType'])
    .execute()
  const lines = await readLines(
    db,
    rows.map((row) => row.region),
    at,
  )
  return rows.map(
    (row): Amount => ({
      key: by.map((one) =>
        one === 'REGION'
          ? lines(row.region, false)
          : one === 'SETTING'
            ? row.setting
            : row.venueType,
      ),
      measure: 'STATION_COUNT',
      qualifier: 'EXACT',
      basis: 'SUM_OF_ROWS',
      value: Number(row.stations),
      cells: Number(row.stations),
      sample: Number(row.sample) === 1,
    }),
  )
}
