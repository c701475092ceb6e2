import { ConflictError } from '../errors.ts'
import type { Db, Store } from '../store/open.ts'

/** What a database is, from its making and for ever. */
export type HubKind = 'demo' | 'real'

/** The kind of this database; undefined while nobody has made it one. */
export async function hubKind(db: Db): Promise<HubKind | undefined> {
  const row = await db
    .selectFrom('hub')
    .select('value')
    .where('key', '=', 'kind')
    .executeTakeFirst()
  return row?.value as HubKind | undefined
}

/** Says once what the database is; saying it again otherwise is refused. */
export async function declareHub(store: Store, kind: HubKind): Promise<void> {
  await store.write
    .insertInto('hub')
    .values({ key: 'kind', value: kind })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const declared = await hubKind(store.write)
  if (declared !== kind) {
    throw new ConflictError(
      `This database is '${declared}' and stays so: real and demonstration data are never mixed. Name another file in DATABASE_URL for a '${kind}' one.`,
    )
  }
}
