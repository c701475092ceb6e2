import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { openStore } from '../../server/store/open.ts'
import { filledForm, PERIODS } from '../helpers/forms.ts'
import {
  type Hostile,
  hostileBooks,
  hostileDocuments,
  hostilePages,
  peakOf,
  readMeasured,
} from '../helpers/hostile.ts'
import { stationRegister } from '../helpers/stations.ts'
import type { Measure } from './run.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FORMS = 300
const ROWS = 100_000

/** What it costs to take files in, each kind into a fed hub of its own, by the command that offices use. */
export async function benchIntake(fed: string, folder: string): Promise<Measure[]> {
  const forms = await imported(fed, folder, await writeForms(fed, folder))
  const register = join(folder, 'stations.csv')
  writeFileSync(register, stationRegister(ROWS))
  const large = await imported(fed, folder, [register])
  const hostile = await refused()
  return [
    { what: `import of ${FORMS} form files, s (target: under 60)`, value: forms.seconds },
    { what: `import of a csv of ${ROWS} stations, s (target: under 60)`, value: large.seconds },
    { what: 'the same, s of CPU', value: large.cpu },
    { what: 'the same, MB at its peak (target: under 300)', value: large.megabytes },
    { what: 'the same, MB of its reading process', value: large.reader },
    {
      what: `${hostile.files} hostile files, s of the slowest (target: under 1)`,
      value: hostile.seconds,
    },
    { what: 'the same, MB of the largest (target: under 200)', value: hostile.megabytes },
  ]
}

/** Forms of those who report for the campaign of 2019, each with its own numbers. */
async function writeForms(fed: string, folder: string): Promise<string[]> {
  const reporters = await reportersIn(fed)
  const periods = Object.values(PERIODS)
  return Promise.all(
    Array.from({ length: FORMS }, async (_, i) => {
      const rows = Array.from({ length: 8 }, (_, n) => ({
        name: `第${i + 1}号示例清洁活动之${n + 1}（主办单位：${reporters[i % reporters.length]}）`,
        personTimes: 20 + i + n,
        hours: 40 + i + n,
      }))
      const reporter = reporters[i % reporters.length] as string
      const period = periods[Math.floor(i / reporters.length) % periods.length] as string
      const path = join(folder, `form-${i + 1}.xlsx`)
      writeFileSync(path, await filledForm({ reporter, period, rows }))
      return path
    }),
  )
}

async function reportersIn(fed: string): Promise<string[]> {
  const store = await openStore(`sqlite:${fed}`)
  const rows = await store.read
    .selectFrom('reporter')
    .innerJoin('organization', 'organization.id', 'reporter.organization')
    .select('organization.nameZh')
    .where('reporter.campaign', '=', 'campaign:ZQ-2019-MONTH')
    .where('reporter.until', 'is', null)
    .where('organization.until', 'is', null)
    .orderBy('organization.id')
    .execute()
  await store.close()
  return rows.map((row) => row.nameZh)
}

interface Imported {
  readonly seconds: number
  /** What else the machine does adds to the seconds, and not to these. */
  readonly cpu: number
  /** At their peak: the importing process, and the reader that it starts. */
  readonly megabytes: number
  readonly reader: number
}

async function imported(fed: string, folder: string, files: readonly string[]): Promise<Imported> {
  const file = join(folder, 'import.sqlite')
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  copyFileSync(fed, file)
  const start = performance.now()
  const child = spawn(
    process.execPath,
    [
      '--import',
      './server/setup/runtime.mjs',
      '--import',
      'tsx',
      'server/main.ts',
      'import',
      ...files,
    ],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        DATABASE_URL: `sqlite:${file}`,
        HUB_SEED: 'demo',
        HUB_KEEP_ORIGINALS: '0',
      },
      stdio: 'ignore',
    },
  )
  let [megabytes, reader, cpu] = [0, 0, 0]
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid) || 0)
    cpu = Math.max(cpu, cpuOf(child.pid))
    for (const pid of childrenOf(child.pid)) reader = Math.max(reader, peakOf(pid) || 0)
  }, 20)
  const [code] = await once(child, 'exit')
  clearInterval(watch)
  if (code !== 0) throw new Error(`The import of ${files.length} files ended with ${code}.`)
  return { seconds: (performance.now() - start) / 1000, cpu, megabytes, reader }
}

/** Seconds of CPU that a process has used; Linux tells, in hundredths. */
function cpuOf(pid: number | undefined): number {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const [user = 0, system = 0] = rest.split(' ').slice(11, 13).map(Number)
    return (user + system) / 100
  } catch {
    return 0
  }
}

function childrenOf(pid: number | undefined): number[] {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return list.split(' ').filter(Boolean).map(Number)
  } catch {
    return [] // not on this system, or it has ended
  }
}

/** Every hostile file of the tests, each in a warm reader of its own. */
async function refused(): Promise<{ files: number; seconds: number; megabytes: number }> {
  let [files, seconds, megabytes] = [0, 0, 0]
  const kinds: readonly (readonly [string, readonly Hostile[]])[] = [
    ['a.docx', hostileDocuments()],
    ['a.xls', hostileBooks()],
    ['a.xls', hostilePages()],
  ]
  for (const [name, list] of kinds) {
    for (const [what, bytes] of list) {
      const taken = await readMeasured(await bytes, name)
      if (!('refusal' in taken.result)) throw new Error(`A file with ${what} was read.`)
      files += 1
      seconds = Math.max(seconds, taken.seconds)
      megabytes = Math.max(megabytes, taken.megabytes ?? 0)
    }
  }
  await closeReaders()
  return { files, seconds, megabytes }
}
