import { rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { generateFiles } from './files.ts'

// By hand: `node --import tsx server/demonstration/write.ts` writes seeds/demo and seeds/manifest.csv anew.

const SEEDS = new URL('../../seeds/', import.meta.url)

/** Real content comes first: everything else refers to it. */
const REAL_FILES = [
  'divisions.csv',
  'holidays.csv',
  ...['441200', '441300', '440800', '140400'].map((city) => `geo/counties-${city}.geojson`),
  'places.csv',
  ...['Z17', 'H17', 'C21', 'Z19', 'ZJ16'].map((document) => `policies/${document}.json`),
]
const REAL_RECEIVED_AT = '2016-01-01T00:00:00+08:00'

const directory = fileURLToPath(new URL('demo', SEEDS))
await rm(directory, { recursive: true, force: true })
const demo = await generateFiles({ stations: 660, seed: 'linzhan', directory })
const lines = [
  'file,received_at',
  ...REAL_FILES.map((file) => `real/${file},${REAL_RECEIVED_AT}`),
  ...demo.map(({ file, receivedAt }) => `demo/${file},${receivedAt}`),
]
await writeFile(new URL('manifest.csv', SEEDS), `${lines.join('\n')}\n`)
console.log(`${demo.length} files in ${directory}`)
