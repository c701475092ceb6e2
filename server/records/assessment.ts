import type { Db } from '../store/open.ts'
import { asOf, type RowOf } from './asof.ts'
import { ofStations, type Stations } from './whichstations.ts'

export type AssessmentRow = RowOf<'assessment'>
export type InspectionRow = RowOf<'inspection'>
export type ProgressRow = RowOf<'demonstration'>

/** What stations said of themselves, by their own forms. */
export async function findAssessments(
  db: Db,
  stations: Stations,
  at: number,
): Promise<AssessmentRow[]> {
  return asOf(db, 'assessment', at).where(ofStations('station', stations)).execute()
}

/** Visits to stations, the newest first. */
export async function findInspections(
  db: Db,
  stations: Stations,
  at: number,
): Promise<InspectionRow[]> {
  return asOf(db, 'inspection', at)
    .where(ofStations('station', stations))
    .orderBy('on', 'desc')
    .orderBy('id')
    .execute()
}

/** How far stations have come as demonstration sites, by what was reported last. */
export async function findProgress(
  db: Db,
  stations: readonly string[],
  at: number,
): Promise<ProgressRow[]> {
  return asOf(db, 'demonstration', at)
    .where('station', 'in', [...stations])
    .orderBy('reportedOn', 'desc')
    .orderBy('id')
    .execute()
}

/** What the projects of a station say of it. */
export interface ProjectFacts {
  readonly projects: number
  readonly published: number
}

/** How many projects stations have, and how many of these were made public. */
export async function countProjects(
  db: Db,
  stations: Stations,
  at: number,
): Promise<Map<string, ProjectFacts>> {
  const rows = await asOf(db, 'project', at)
    .clearSelect()
    .select((eb) => [
      'station',
      eb.fn.countAll<number>().as('projects'),
      eb.fn.count<number>('publishedAt').as('published'),
    ])
    .where(ofStations('station', stations))
    .where('status', 'not in', ['DRAFT', 'REJECTED'])
    .groupBy('station')
    .execute()
  return new Map(
    rows.map(({ station, projects, published }) => [
      station as string,
      { projects: Number(projects), published: Number(published) },
    ]),
  )
}
