import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { feed } from '../../server/cli/seeds.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { declareHub } from '../../server/records/hub.ts'
import { migrate } from '../../server/store/migrate.ts'
import { openStore } from '../../server/store/open.ts'
import { benchFinder } from './finder.ts'
import { benchGraph } from './graph.ts'
import { benchIntake } from './intake.ts'
import { benchPages } from './pages.ts'
import { benchStatistics } from './statistics.ts'

// `npm run bench`: what a request, a page, a table, the finder and an import cost; `npm run bench -- intake` (or
// `graph`, `pages`, `statistics`, `finder`) measures only that. BENCH_OUT names a file for the numbers; BENCH_HUB a
// database that `hub generate` made, for the finder at another size than the demonstration's.

export interface Measure {
  readonly what: string
  readonly value: number
}

const only = process.argv[2]
const folder = mkdtempSync(join(tmpdir(), 'linzhan-bench-'))
const file = join(folder, 'hub.sqlite')
if (only !== 'pages' && !(only === 'finder' && process.env.BENCH_HUB)) await makeHub()
let result: object = {}
if (only === undefined || only === 'graph') {
  const graph = await benchGraph(file)
  print(graph.rows)
  result = { ...result, ...graph.result }
}
if (only === undefined || only === 'pages') {
  const pages = await benchPages(folder)
  print(pages)
  result = { ...result, pages }
}
if (only === undefined || only === 'statistics') {
  const statistics = await benchStatistics(file, folder)
  print(statistics)
  result = { ...result, statistics }
}
if (only === undefined || only === 'finder') {
  const finder = await benchFinder(process.env.BENCH_HUB ?? file)
  print(finder.rows)
  result = { ...result, finder: finder.result }
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
