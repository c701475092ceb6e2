import type { Request } from 'express'
import { findHolder, type KeyHolder } from '../records/key.ts'
import type { Hub } from './hub.ts'

/** Whose key a request carries; read anew each time, so that a revoked key is refused at once. */
export async function holderOf(hub: Hub, request: Request): Promise<KeyHolder | null> {
  const [, key] = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '') ?? []
  return key === undefined ? null : findHolder(hub.store.read, key, hub.clock())
}
