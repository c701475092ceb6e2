import type { Kysely } from 'kysely'
import type { RecordTable } from '../../schema/tables/row.ts'
import type { Db } from '../store/open.ts'

/** A record in force, as far as one may be taken for another. */
export interface Namesake {
  readonly id: string
  readonly nameZh: string
  readonly region: string | null
  readonly address: string | null
  readonly creditCode: string | null
}

export interface NamesakeQuery {
  readonly ids: readonly string[]
  readonly names: readonly string[]
  readonly codes: readonly string[]
}

interface Body extends RecordTable {
  nameZh: string
  region: string | null
  addressZh: string | null
  creditCode: string | null
}

/** The stations or organizations in force that have one of these ids, names or credit codes. */
export async function findNamesakes(
  db: Db,
  type: 'station' | 'organization',
  { ids, names, codes }: NamesakeQuery,
): Promise<Namesake[]> {
  const bodies = (db as unknown as Kysely<{ record: Body }>)
    .selectFrom(type as 'record')
    .where('until', 'is', null)
    .select(['id', 'nameZh', 'region'])
  if (type === 'station') {
    const rows = await bodies
      .select('addressZh')
      .where((eb) => eb.or([eb('id', 'in', [...ids]), eb('nameZh', 'in', [...names])]))
      .orderBy('id')
      .execute()
    return rows.map(({ addressZh, ...row }) => ({ ...row, address: addressZh, creditCode: null }))
  }
  const rows = await bodies
    .select('creditCode')
    .where((eb) =>
      eb.or([
        eb('id', 'in', [...ids]),
        eb('nameZh', 'in', [...names]),
        ...(codes.length > 0 ? [eb('creditCode', 'in', [...codes])] : []),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, address: null }))
}
