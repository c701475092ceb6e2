import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { feed } from '../../server/cli/seeds.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { declareHub } from '../../server/records/hub.ts'
import { migrate } from '../../server/store/migrate.ts'
import { openStore } from '../../server/store/open.ts'
import { benchGraph } from './graph.ts'
import { benchIntake } from './intake.ts'

// `npm run bench`: what a request costs and what an import costs; `npm run bench -- intake` (or `graph`)
// measures only that. BENCH_OUT names a file for the numbers.

export interface Measure {
  readonly what: string
  readonly value: number
}

const only = process.argv[2]
const folder = mkdtempSync(join(tmpdir(), 'linzhan-bench-'))
const file = join(folder, 'hub.sqlite')
await makeHub()
let result: object = {}
if (only === undefined || only === 'graph') {
  const graph = await benchGraph(file)
  print(graph.rows)
  result = { ...result, ...graph.result }
}
if (only === undefined || only === 'intake') {
  const intake = await benchIntake(file, folder)
  print(intake)
  result = { ...result, intake }
}
if (process.env.BENCH_OUT)
  writeFileSync(process.env.BENCH_OUT, `${JSON.stringify(result, null, 2)}\n`)
rmSync(folder, { recursive: true, force: true })

function print(rows: readonly Measure[]): void {
  for (const { what, value } of rows) console.log(`${value.toFixed(3).padStart(9)}  ${what}`)
}

async function makeHub(): Promise<void> {
  const now = new Date().toISOString()
  const store = await openStore(`sqlite:${file}`)
  await migrate(store, now)
  await declareHub(store, 'demo')
  await feed(store, 'demo', () => now)
  await store.close()
  await closeReaders()
}
