import { sql } from 'kysely'
import type { Db } from '../store/open.ts'
import { asOf, getByIds, type RowOf } from './asof.ts'
import { charactersOf, fold, shorten } from './fold.ts'
import { inText, type Way } from './pieces.ts'
import { regionBefore } from './placename.ts'
import { findAllRegions } from './region.ts'
import { fitOf, fitsText, type Meaning, understandText } from './search.ts'

/** A place that a list by distance can begin at: one of the register of places, or a station. */
export type PlaceRow = RowOf<'place'> | StationPlace

/** A station as a place; where it lies is known from its own register. */
type StationPlace = Omit<RowOf<'place'>, 'aliases' | 'source' | 'licence' | 'note'> & {
  readonly source: null
  readonly licence: null
  readonly note: null
}

type Ranked<T> = T & { readonly fit: number }

/**
 * The places that a text names, best first: those called just so and no other, where there are any, else those
 * whose names it begins or lies in. A text that begins with regions (鼎湖区坑口) is taken apart. Stations are places
 * too where their position is exact: where they are called just so, or where nothing else fits. At most nine
 * statements.
 */
export async function findPlaces(
  db: Db,
  at: number,
  text: string,
  first: number,
): Promise<PlaceRow[]> {
  const meanings = await understandText(db, at, ['place', 'station'], text)
  if (meanings.length === 0) return []
  const places = await registered(db, at, text, meanings, first)
  if (places.some(isExact)) return places.filter(isExact)
  const stations = await stationsCalled(db, at, text, meanings, first)
  if (stations.some(isExact)) return stations.filter(isExact)
  const apart = await takenApart(db, at, text, first)
  const best = [apart.filter(isExact), places, apart, stations]
  return best.find((some) => some.length > 0) ?? []
}

const isExact = ({ fit }: { readonly fit: number }) => fit === 0

/** A place by its id: one of the register, or a station with an exact position; null for any other. */
export async function getPlace(db: Db, id: string, at: number): Promise<PlaceRow | null> {
  if (id.startsWith('place:')) return (await getByIds(db, 'place', [id], at))[0] ?? null
  if (!id.startsWith('station:')) return null
  const station = await stationsAt(db, at).where('id', '=', id).executeTakeFirst()
  return station === undefined ? null : placeOf(station)
}

/** 肇庆市鼎湖区坑口 as 肇庆市 鼎湖区 坑口: what the last part names, in the regions before it. */
async function takenApart(db: Db, at: number, text: string, first: number) {
  const regions = await findAllRegions(db, at)
  const parts: string[] = []
  let rest = fold(text)
  for (let before = regionBefore(rest, regions); before; before = regionBefore(rest, regions)) {
    const characters = charactersOf(rest)
    parts.push(characters.slice(0, before.length).join(''))
    rest = characters.slice(before.length).join('').trim()
  }
  if (parts.length === 0) return []
  const meanings = await understandText(db, at, ['place'], [...parts, rest].join(' '))
  return registered(db, at, rest, meanings, first)
}

/** Of the register: every part of the text is in its names or names a region it lies in, and one is in its names. */
async function registered(
  db: Db,
  at: number,
  text: string,
  meanings: readonly Meaning[],
  first: number,
): Promise<Ranked<RowOf<'place'>>[]> {
  const named = meanings.map((one) => fitsText(db, at, 'place', [one]))
  const each = meanings.map(({ regions }, i) =>
    regions.length === 0
      ? named[i]
      : sql<boolean>`(${named[i]} or region in (${sql.join([...regions])}))`,
  )
  return asOf(db, 'place', at)
    .select(
      sql<number>`case when aliases like ${`%"${fold(text)}"%`} then 0 else ${fitOf('place', text)} end`.as(
        'fit',
      ),
    )
    .where(sql<boolean>`${sql.join(each, sql` and `)} and (${sql.join(named, sql` or `)})`)
    .orderBy(sql`fit`)
    .orderBy('nameZh')
    .orderBy('id')
    .limit(first)
    .execute()
    .then(ranked)
}

const COMMON = 500 // stations; a word that more of them have (社区, 村) is the name of none

async function stationsCalled(
  db: Db,
  at: number,
  text: string,
  meanings: readonly Meaning[],
  first: number,
): Promise<Ranked<StationPlace>[]> {
  const byName = meanings.map(({ ways }) => ({
    ways: ways.flatMap(inNames),
    regions: [],
    within: null,
  }))
  const named = stationsAt(db, at).where(fitsText(db, at, 'station', byName))
  const some = await named
    .clearSelect()
    .select('id')
    .limit(COMMON + 1)
    .execute()
  if (some.length > COMMON) return []
  const rows = await named
    .select(fitOf('station', text).as('fit'))
    .orderBy(sql`fit`)
    .orderBy('nameZh')
    .orderBy('id')
    .limit(first)
    .execute()
  return ranked(rows).map((row) => ({ ...placeOf(row), fit: row.fit }))
}

/** Of the ways in which a station is found those that look at its names: what it offers is not what it is called. */
function inNames(way: Way): Way[] {
  if (way.column === 'codes') return []
  if (way.column !== 'text') return [way]
  const said = shorten(way.pattern.slice(1, -1))
  return [{ ...way, ...(said.includes('_') ? {} : inText(said, said)), column: 'short' }]
}

const STATION_COLUMNS = [
  'id',
  'since',
  'sample',
  'nameZh',
  'nameEn',
  'region',
  'lat',
  'lon',
  'datumGiven',
  'locationPrecision',
] as const

function stationsAt(db: Db, at: number) {
  return asOf(db, 'station', at, STATION_COLUMNS)
    .where('locationPrecision', 'in', ['ROOFTOP', 'STREET'])
    .where('lat', 'is not', null)
    .where('lon', 'is not', null)
}

function placeOf(station: RowOf<'station'>): StationPlace {
  const { id, since, until, digest, sample, at, nameZh, nameEn, region } = station
  const { lat, lon, datumGiven, locationPrecision } = station
  return {
    ...{ id, since, until, digest, sample, at, nameZh, nameEn, region },
    ...{ lat: lat!, lon: lon!, datumGiven: datumGiven!, locationPrecision },
    kind: 'STATION',
    source: null,
    licence: null,
    note: null,
  }
}

const ranked = <T extends { readonly fit: unknown }>(rows: readonly T[]) =>
  rows.map((row) => ({ ...row, fit: Number(row.fit) }))
