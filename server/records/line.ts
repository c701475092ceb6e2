import { sql } from 'kysely'
import type { Db } from '../store/open.ts'
import { type RegionRow, readAbove } from './region.ts'
import { NONE } from './slice.ts'

/**
 * The lines of a table by region: counties, zones, and for each city one line of its own units and one of its
 * colleges, so that every reporter stands in exactly one and the table closes with the city.
 */
export const UNITS = '-UNITS'
export const COLLEGES = '-COLLEGES'

/** Whether the reporter of a row is a college, as a column of 0 and 1. */
export const isCollege = (at: number) => sql<number>`case when observation.organization in (
  select college.id from organization as college where college.type = 'COLLEGE' and college.since <= ${at}
    and (college."until" is null or college."until" > ${at})) then 1 else 0 end`

/** Tells the line of a region, by whether the reporter is a college; `NONE` where no region is named. */
export type Lines = (region: string | null, college: boolean) => string

/** The lines that these regions stand in; read once, whatever their number. */
export async function readLines(
  db: Db,
  regions: readonly (string | null)[],
  at: number,
): Promise<Lines> {
  const known = await readAbove(db, regions, at)
  return (region, college) => lineOf(known, region, college)
}

/** The line of one region, where it and all above it are known. */
export function lineOf(
  known: ReadonlyMap<string, RegionRow>,
  region: string | null,
  college: boolean,
): string {
  if (region === null) return NONE
  const row = known.get(region)
  const code = region.replace('region:', '')
  if (row === undefined) return code
  const isBelowCounty = row.level === 'TOWNSHIP' || row.level === 'VILLAGE'
  if (isBelowCounty && row.parent !== null) return lineOf(known, row.parent, college)
  const isWide = row.level === 'CITY' || row.level === 'PROVINCE'
  return isWide ? `${code}${college ? COLLEGES : UNITS}` : code
}

/** What a line is: its region, and for lines of a city whose units they are; `all` for a plain division. */
export function readLine(code: string): { region: string; whose: 'units' | 'colleges' | 'all' } {
  if (code.endsWith(UNITS)) return { region: code.slice(0, -UNITS.length), whose: 'units' }
  if (code.endsWith(COLLEGES)) return { region: code.slice(0, -COLLEGES.length), whose: 'colleges' }
  return { region: code, whose: 'all' }
}
