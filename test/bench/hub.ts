import { systemClock } from '../../server/clock.ts'
import { serve } from '../../server/http/serve.ts'
import { openStore } from '../../server/store/open.ts'

// The hub as it is served, with its real routes; it tells its parent how much CPU it has used.

const store = await openStore(`sqlite:${process.argv[2]}`)
const hub = {
  store,
  kind: 'demo',
  clock: systemClock,
  originals: null,
  tiles: null,
  approval: false,
  points: { anonymous: 1_000_000_000, key: 1_000_000_000 },
  originOf: () => 'http://127.0.0.1',
  report: console.error,
} as const
const { url } = await serve(hub, '127.0.0.1', 0)
process.send?.({ port: Number(new URL(url).port) })
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: (user + system) / 1000 })
})
