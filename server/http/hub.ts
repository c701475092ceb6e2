import type { Request } from 'express'
import type { Clock } from '../clock.ts'
import type { HubKind } from '../records/hub.ts'
import type { Store } from '../store/open.ts'
import type { Originals } from '../store/originals.ts'
import type { Tiles } from './tiles.ts'

/** What every door of the server shares. */
export interface Hub {
  readonly store: Store
  readonly clock: Clock
  readonly kind: HubKind
  /** Where files are kept as they were sent; null keeps none. */
  readonly originals: Originals | null
  /** Whether forms wait for the desk before they become public. */
  readonly approval: boolean
  /** The ground of the maps; null draws it from the hub itself. */
  readonly tiles: Tiles | null
  /** Whose `X-Forwarded-For` is believed; nobody's where it is not set. */
  readonly trustProxy?: string
  /** Points an hour, for whoever asks without a key and for the holder of one. */
  readonly points: { readonly anonymous: number; readonly key: number }
  /** The address people see: the setting, else the one asked for. */
  originOf(request: Request): string
  /** Keeps an unexpected error for the office, whole. */
  report(error: unknown): void
}
