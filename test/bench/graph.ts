import { NESTED, REGION } from './query.ts'
import type { Measure } from './run.ts'
import { ask, cpuOf, median, type Started, start } from './served.ts'

const WARM = 4 // rounds until the compiler of the engine has settled, on either side
const ROUNDS = 11
const REQUESTS = 300
const TARGET = 3

const body = JSON.stringify({ query: NESTED, variables: { region: REGION } })

/**
 * CPU per request of the hub, as a ratio to a floor measured in the same run. Rounds alternate between the
 * two, so that what else the machine does strikes both alike.
 */
export async function benchGraph(file: string): Promise<{ rows: Measure[]; result: object }> {
  const bare = await start('./bare.ts', file)
  const hub = await start('./hub.ts', file)
  const same =
    JSON.stringify(JSON.parse(await ask(bare, body))) ===
    JSON.stringify(JSON.parse(await ask(hub, body)))
  if (!same) throw new Error('The floor and the hub do not give the same answer.')
  for (let i = 0; i < WARM; i++) for (const server of [bare, hub]) await round(server)

  const costs = { bare: [] as number[], hub: [] as number[] }
  for (let i = 0; i < ROUNDS; i++) {
    costs.bare.push(await round(bare))
    costs.hub.push(await round(hub))
  }
  for (const { child } of [bare, hub]) child.kill()
  const floor = median(costs.bare)
  const cost = median(costs.hub)
  const ratio = cost / floor
  const rows = [
    { what: 'bare node:http + better-sqlite3, ms CPU a request', value: floor },
    { what: 'hub /graphql, ms CPU a request', value: cost },
    { what: `ratio (target: at most ${TARGET})`, value: ratio },
  ]
  const [rounds, requests, target] = [ROUNDS, REQUESTS, TARGET]
  const query = '100 stations, nested'
  return { rows, result: { query, rounds, requests, costs, floor, cost, ratio, target } }
}

async function round(server: Started): Promise<number> {
  const before = await cpuOf(server)
  for (let i = 0; i < REQUESTS; i++) await ask(server, body)
  return ((await cpuOf(server)) - before) / REQUESTS
}
