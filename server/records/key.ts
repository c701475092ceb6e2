import { createHash, randomBytes } from 'node:crypto'
import type { KeyTable } from '../../schema/tables/desk.ts'
import { parse } from '../../schema/tables/row.ts'
import { BadInputError, ConflictError } from '../errors.ts'
import type { Db } from '../store/open.ts'

export const SCOPES = ['submit', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

/** Whoever holds a key, as far as a door needs to know. */
export interface KeyHolder {
  readonly id: string
  readonly holder: string
  readonly scopes: readonly string[]
  readonly offices: readonly string[]
}

export interface NewKey {
  readonly holder: string
  readonly scopes: readonly string[]
  readonly offices: readonly string[]
  readonly days: number
}

const LIVE_EACH = 2 // the old one and its successor, while a holder changes over

/** Makes a key and gives it once: afterwards only its hash is known. */
export async function createKey(
  db: Db,
  { holder, scopes, offices, days }: NewKey,
  now: Date,
): Promise<{ id: string; key: string; expiresAt: string }> {
  const unknown = scopes.find((scope) => !SCOPES.includes(scope as Scope))
  if (unknown !== undefined || scopes.length === 0) {
    throw new BadInputError(`A scope is one of ${SCOPES.join(', ')}, got '${unknown ?? ''}'.`)
  }
  if (scopes.includes('submit') && offices.length === 0) {
    throw new BadInputError('A key that may submit names the offices that it files for (--office).')
  }
  const live = (await listKeys(db)).filter((one) => one.holder === holder && isLive(one, now))
  if (live.length >= LIVE_EACH) {
    throw new ConflictError(`'${holder}' has ${LIVE_EACH} live keys already; revoke one first.`)
  }
  const key = newToken()
  const id = `key-${randomBytes(4).toString('hex')}`
  const expiresAt = new Date(now.getTime() + days * 86_400_000).toISOString()
  await db
    .insertInto('key')
    .values({
      id,
      prefix: key.slice(0, PREFIX.length + 4),
      sha256: hashOf(key),
      holder,
      scopes: JSON.stringify(scopes),
      offices: JSON.stringify(offices),
      createdAt: now.toISOString(),
      expiresAt,
      revokedAt: null,
    })
    .execute()
  return { id, key, expiresAt }
}

export async function listKeys(db: Db): Promise<KeyTable[]> {
  return db.selectFrom('key').selectAll().orderBy('createdAt').orderBy('id').execute()
}

export async function revokeKey(db: Db, id: string, now: Date): Promise<void> {
  const done = await db
    .updateTable('key')
    .set({ revokedAt: now.toISOString() })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (Number(done.numUpdatedRows) === 0) throw new BadInputError(`There is no live key '${id}'.`)
}

/** Who holds a key; null for one that is unknown, mistyped, revoked or past its day. */
export async function findHolder(db: Db, key: string, now: Date): Promise<KeyHolder | null> {
  if (!isToken(key)) return null
  const row = await db
    .selectFrom('key')
    .selectAll()
    .where('sha256', '=', hashOf(key))
    .executeTakeFirst()
  if (row === undefined || !isLive(row, now)) return null
  const { id, holder, scopes, offices } = row
  return { id, holder, scopes: parse(scopes), offices: parse(offices) }
}

export const isLive = ({ revokedAt, expiresAt }: KeyTable, now: Date): boolean =>
  revokedAt === null && Date.parse(expiresAt) > now.getTime()

const PREFIX = 'linzhan_live_'
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SECRET = 22 // of 62 signs: 131 bits
const CHECK = 6

/** `linzhan_live_` + 22 random signs + 6 signs by which a mistyped or leaked key is known as one. */
function newToken(): string {
  const secret = Array.from({ length: SECRET }, () => SIGNS[randomSign()]).join('')
  return `${PREFIX}${secret}${checkOf(secret)}`
}

function randomSign(): number {
  for (;;) {
    const [byte = 255] = randomBytes(1)
    if (byte < 248) return byte % 62 // 248 = 4 × 62: every sign is as likely
  }
}

function isToken(key: string): boolean {
  const found = new RegExp(`^${PREFIX}([0-9A-Za-z]{${SECRET}})([0-9A-Za-z]{${CHECK}})$`).exec(key)
  return found !== null && checkOf(found[1] as string) === found[2]
}

function checkOf(secret: string): string {
  let number = createHash('sha256').update(secret).digest().readUIntBE(0, 6)
  let signs = ''
  for (let i = 0; i < CHECK; i++) {
    signs += SIGNS[number % 62]
    number = Math.floor(number / 62)
  }
  return signs
}

/** Keys are as random as hashes: a slow hash would protect nothing more. */
const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')
