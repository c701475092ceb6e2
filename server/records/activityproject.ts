import { sql } from 'kysely'
import type { Db } from '../store/open.ts'
import type { RowOf, Rows } from './asof.ts'

/**
 * Activities with the project they belong to: no form gives a project's number, so an activity belongs to
 * the project of the same organization that has the same name.
 */
export function projectActivities(db: Db, at: number): Rows<'activity'> {
  const live = (name: string) =>
    sql`${sql.ref(`${name}.since`)} <= ${at} and (${sql.ref(`${name}.until`)} is null or ${sql.ref(`${name}.until`)} > ${at})`
  const joined = sql<RowOf<'activity'>>`(select activity.*, project.id as project,
    cast(${at} as double precision) as at from activity join project
    on project."nameZh" = activity."nameZh" and project.organization = activity.organization
    where ${live('activity')} and ${live('project')})`
  return db.selectFrom(joined.as('activity')).selectAll() as unknown as Rows<'activity'>
}

/** The project of each activity, by the activity’s id; absent where there is none. */
export async function findProjectIds(
  db: Db,
  activities: readonly string[],
  at: number,
): Promise<Map<string, string>> {
  const rows = (await projectActivities(db, at)
    .where('id', 'in', [...activities])
    .execute()) as unknown as { id: string; project: string }[]
  return new Map(rows.map((row) => [row.id, row.project]))
}
