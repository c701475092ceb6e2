import type { Db } from '../store/open.ts'

/** Which reporters of these campaigns have given a number for which measure. */
export async function findReported(db: Db, campaigns: readonly string[], at: number) {
  return db
    .selectFrom('tally')
    .where('since', '<=', at)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at)]))
    .where('campaign', 'in', [...campaigns])
    .where('cells', '>', 0)
    .select(['campaign', 'organization', 'measure'])
    .groupBy(['campaign', 'organization', 'measure'])
    .execute()
}

/** The facts of these records as they stood. */
export async function findObservationsOf(db: Db, records: readonly string[], at: number) {
  return inForce(db, at)
    .selectAll()
    .where('record', 'in', [...records])
    .orderBy('record')
    .orderBy('cell')
    .execute()
}

/** Every fact that these records ever had, in the order of cells. */
export async function getObservationVersions(db: Db, records: readonly string[]) {
  return db
    .selectFrom('observation')
    .selectAll()
    .where('record', 'in', [...records])
    .orderBy('record')
    .orderBy('cell')
    .execute()
}

function inForce(db: Db, at: number) {
  return db
    .selectFrom('observation')
    .where('since', '<=', at)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at)]))
}
