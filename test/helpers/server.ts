import { fixedClock } from '../../server/clock.ts'
import type { Hub } from '../../server/http/hub.ts'
import { type Serving, serve } from '../../server/http/serve.ts'
import type { HubKind } from '../../server/records/hub.ts'
import type { Store } from '../../server/store/open.ts'
import { NOW } from './moment.ts'

/** The whole server on a port of its own, over a store of the test; `reports` gets unexpected errors. */
export async function serveStore(
  store: Store,
  kind: HubKind = 'demo',
  reports: unknown[] = [],
  tiles: Hub['tiles'] = null,
  settings: Partial<Hub> = {},
): Promise<Serving> {
  const hub: Hub = {
    store,
    kind,
    clock: fixedClock(NOW),
    originals: null,
    tiles,
    approval: false,
    points: { anonymous: 1_000_000, key: 2_000_000 },
    originOf: (request) => `http://${request.get('host')}`,
    report: (error) => reports.push(error),
    ...settings,
  }
  return serve(hub, '127.0.0.1', 0)
}
