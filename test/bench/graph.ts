import { type ChildProcess, fork } from 'node:child_process'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { NESTED, REGION } from './query.ts'
import type { Measure } from './run.ts'

const agents: Record<number, Agent> = {}
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

interface Started {
  readonly child: ChildProcess
  readonly port: number
}

async function start(script: string, file: string): Promise<Started> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), [file], {
    execArgv: ['--import', 'tsx'],
  })
  const { port } = await message<{ port: number }>(child)
  return { child, port }
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (value) => resolve(value as T))
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
  })
}

async function cpuOf({ child }: Started): Promise<number> {
  const answer = message<{ cpu: number }>(child)
  child.send('cpu')
  return (await answer).cpu
}

async function round(server: Started): Promise<number> {
  const before = await cpuOf(server)
  for (let i = 0; i < REQUESTS; i++) await ask(server, body)
  return ((await cpuOf(server)) - before) / REQUESTS
}

function ask({ port }: Started, sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(sent),
    }
    const asked = request(
      { port, path: '/graphql', method: 'POST', headers, agent: agentOf(port) },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part))
        response.on('end', () => resolve(Buffer.concat(parts).toString()))
      },
    )
    asked.on('error', reject)
    asked.end(sent)
  })
}

function agentOf(port: number): Agent {
  agents[port] ??= new Agent({ keepAlive: true, maxSockets: 1 })
  return agents[port]
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
}
