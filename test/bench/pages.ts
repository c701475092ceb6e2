import { request } from 'node:http'
import { join } from 'node:path'
import { feedGenerated } from '../../server/cli/generate.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { declareHub } from '../../server/records/hub.ts'
import { migrate } from '../../server/store/migrate.ts'
import { openStore } from '../../server/store/open.ts'
import type { Measure } from './run.ts'
import { cpuOf, median, type Started, start } from './served.ts'

const PAGE = '/zh/campaigns/ZQ-2019-MONTH'
const TIMES = 10
const STATIONS = 600
const WARM = 40
const ROUNDS = 7
const REQUESTS = 20

/** CPU of the page of a campaign that no cache holds, for the demonstration's data and for ten times as much. */
export async function benchPages(folder: string): Promise<Measure[]> {
  const usual = await start('./hub.ts', await hubOf(folder, 1))
  const busy = await start('./hub.ts', await hubOf(folder, TIMES))
  const costs = { usual: [] as number[], busy: [] as number[] }
  for (let i = 0; i < WARM; i++) for (const hub of [usual, busy]) await get(hub)
  for (let i = 0; i < ROUNDS; i++) {
    costs.usual.push(await round(usual))
    costs.busy.push(await round(busy))
  }
  for (const { child } of [usual, busy]) child.kill()
  const [one, ten] = [median(costs.usual), median(costs.busy)]
  return [
    { what: 'page of a campaign, uncached, ms CPU (target: under 50)', value: one },
    { what: `the same with ${TIMES} times as many activities, ms CPU`, value: ten },
    { what: 'ratio of the two (target: at most 2)', value: ten / one },
  ]
}

async function hubOf(folder: string, times: number): Promise<string> {
  const file = join(folder, `pages-${times}.sqlite`)
  const now = new Date().toISOString()
  const store = await openStore(`sqlite:${file}`)
  await migrate(store, now)
  await declareHub(store, 'demo')
  await feedGenerated(store, { stations: STATIONS, seed: 'linzhan', times, now })
  await store.close()
  await closeReaders()
  return file
}

async function round(hub: Started): Promise<number> {
  const before = await cpuOf(hub)
  for (let i = 0; i < REQUESTS; i++) await get(hub)
  return ((await cpuOf(hub)) - before) / REQUESTS
}

function get({ port }: Started): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, path: PAGE, headers: { 'cache-control': 'no-cache' } },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`${PAGE}: ${response.statusCode}`))
        response.resume().on('end', resolve)
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}
