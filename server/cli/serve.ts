import type { Command } from 'commander'
import type { Settings } from '../config.ts'
import { EXIT, HubError } from '../errors.ts'
import type { Hub } from '../http/hub.ts'
import { tilesOf } from '../http/tiles.ts'
import { closeReaders } from '../intake/readers/child.ts'
import { newestRevision } from '../records/revision.ts'
import { openHub, originalsOf } from './database.ts'
import { feed } from './seeds.ts'

export function serveCommand(program: Command, settings: () => Settings): void {
  program
    .command('serve')
    .description('serve graph, portal and downloads on one port')
    .option('--first-start', 'feed a new database from seeds/ first')
    .action(async (options: { firstStart?: true }) => {
      const known = settings()
      const { store, kind } = await openHub(known)
      if (options.firstStart && known.HUB_SEED !== 'none') {
        const now = () => known.HUB_NOW().toISOString()
        const tell = (line: string) => void process.stderr.write(`${line}\n`)
        const entered = await feed(store, kind, now, tell, originalsOf(known))
        if (entered > 0) process.stderr.write(`fed ${entered} files from seeds/\n`)
        await closeReaders()
      }
      const hub: Hub = {
        store,
        kind,
        clock: known.HUB_NOW,
        originals: originalsOf(known),
        approval: known.HUB_PUBLISH === 'approval',
        trustProxy: known.HUB_TRUST_PROXY,
        points: { anonymous: known.HUB_ANON_POINTS, key: known.HUB_KEY_POINTS },
        tiles: tilesOf(known),
        originOf: (request) =>
          known.HUB_PUBLIC_URL || `${request.protocol}://${request.get('host')}`,
        report: (error) => process.stderr.write(`${describe(error)}\n`),
      }
      const serving = await listening(hub, known)
      const { number } = await newestRevision(store.read)
      console.log(greeting(serving.url, kind, number))
      stopOnSignal(async () => {
        await serving.stop()
        await store.close()
      })
    })
}

async function listening(hub: Hub, { HOST, PORT }: Settings) {
  const { serve } = await import('../http/serve.ts') // an import has no need of graph and portal
  try {
    return await serve(hub, HOST, PORT)
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    throw new HubError(
      'UNAVAILABLE',
      `Port ${PORT} is in use. Set PORT to another one.`,
      EXIT.UNAVAILABLE,
    )
  }
}

function greeting(url: string, kind: string, revision: number): string {
  const about = kind === 'demo' ? '演示数据 demonstration data' : '真实数据 real data'
  return [
    `邻站 Linzhan · revision ${revision} · ${about}`,
    `  门户 portal    ${url}/`,
    `  GraphQL        ${url}/graphql`,
    `  下载 downloads ${url}/data/stations.csv`,
  ].join('\n')
}

/** The first signal drains and ends with 0; a second one ends at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(143)
      stopping = true
      stop().then(
        () => process.exit(EXIT.OK),
        () => process.exit(EXIT.FAILURE),
      )
    })
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
