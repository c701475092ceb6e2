import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import compression from 'compression'
import express from 'express'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { buildGraph } from '../graph/graph.ts'
import { desk } from './desk.ts'
import { downloads } from './download.ts'
import { failures, notFound } from './failure.ts'
import { feeds } from './feeds.ts'
import { blankForms } from './forms.ts'
import { graphDoor } from './graphql.ts'
import { openToAll, securityHeaders } from './headers.ts'
import { health } from './health.ts'
import type { Hub } from './hub.ts'
import { pages } from './pages.ts'
import { reports } from './report.ts'
import { submissions } from './submissions.ts'

export interface Serving {
  readonly url: string
  /** Stops taking requests, lets those under way end (ten seconds at the most), then closes. */
  stop(): Promise<void>
}

/** Serves graph, portal and downloads on one port. */
export async function serve(hub: Hub, host: string, port: number): Promise<Serving> {
  const schema = await buildGraph()
  const graph = await graphDoor(hub, schema)
  const sdl = printSchema(lexicographicSortSchema(schema))
  let closing = false

  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trusted(hub.trustProxy))
  app.set('query parser', 'simple')
  app.set('etag', false) // pages and downloads name their own; hashing every answer of the graph is waste
  app.use(health(hub, () => closing))
  app.use(...securityHeaders(hub.tiles))
  app.use(compression())
  app.use(['/graphql', '/data', '/schema.graphql'], openToAll)
  app.use(graph.router)
  app.get('/schema.graphql', (_request, response) => void response.type('text/plain').send(sdl))
  app.use(downloads(hub))
  app.use(feeds(hub, graph))
  app.use(blankForms(hub))
  app.use(submissions(hub))
  app.use(desk(hub))
  app.use(reports(hub))
  app.use(await pages(hub, graph))
  app.use(notFound)
  app.use(failures(hub))

  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, app)
  await listen(server, host, port)
  const { port: actual } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    async stop() {
      closing = true
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await Promise.race([closed, pause(10_000)])
      server.closeAllConnections()
      await graph.stop()
    },
  }
}

/** A number of proxies, or addresses; nobody is believed where nothing is set. */
const trusted = (said = ''): number | string | false =>
  said === '' ? false : /^\d+$/.test(said) ? Number(said) : said

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}
