import type { ReceiptTable } from '../../schema/tables/desk.ts'
import type { Db } from '../store/open.ts'
import type { Trx } from './ledger.ts'

/** Gives a filing its number. Call it under the writers' lock: numbers rise by one. */
export async function giveReceipt(trx: Trx, filing: Omit<ReceiptTable, 'number'>): Promise<number> {
  const last = await trx
    .selectFrom('receipt')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst()
  const number = Number(last?.number ?? 0) + 1
  await trx
    .insertInto('receipt')
    .values({ ...filing, number })
    .execute()
  return number
}

/** The receipt that a file was given when it first came in. */
export async function findReceiptOf(
  db: Trx | Db,
  sha256: string,
): Promise<ReceiptTable | undefined> {
  return db
    .selectFrom('receipt')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('verdict', '<>', 'REJECTED')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}
