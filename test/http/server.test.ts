import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Serving } from '../../server/http/serve.ts'
import { fedHub, type TestHub } from '../helpers/hub.ts'
import { serveStore } from '../helpers/server.ts'

let hub: TestHub
let serving: Serving
beforeAll(async () => {
  hub = await fedHub('sqlite')
  serving = await serveStore(hub.store)
})
afterAll(async () => {
  await serving.stop()
  await hub.close()
})
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${serving.url}${path}`, { headers, redirect: 'manual' })

const PATHS = [
  '/zh/',
  '/en/stations',
  '/zh/campaigns/ZQ-2019-MONTH',
  '/graphql',
  '/data/stations.csv',
  '/schema.graphql',
  '/nothing/here',
  '/zh/stations/none',
]

describe('every answer', () => {
  it.each(PATHS)('%s carries the policy of this site and no cookie', async (path) => {
    const { headers } = await get(path, { accept: 'text/html' })
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
  })
})

describe('what may be of several types', () => {
  it('is told apart by the compiled graph too', async () => {
    const query = `{ search(text: "肇庆市图书馆", types: [STATION]) { nodes { __typename ... on Station { name } } }
      node(id: "region:441202") { __typename ... on Region { name } } }`
    const { data } = await (
      await get(`/graphql?query=${encodeURIComponent(query)}`, { 'apollo-require-preflight': '1' })
    ).json()
    expect(data.search.nodes[0]).toEqual({ __typename: 'Station', name: '肇庆市图书馆' })
    expect(data.node).toEqual({ __typename: 'Region', name: '端州区' })
  })
})

describe('health', () => {
  it('the process answers, and can read its database', async () => {
    expect(await (await get('/livez')).json()).toEqual({ status: 'ok' })
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ok', revision: 175 })
  })
})

describe('the graph as it is served', () => {
  it('gives anything by its id, now and at a past revision, with its type', async () => {
    const ids = [
      ['region:441202', 'Region'],
      ['organization:ZQ-WMB', 'Organization'],
      ['station:441202-0001', 'Station'],
      ['project:P-441202-0001', 'Project'],
      ['campaign:ZQ-2019-MONTH', 'Campaign'],
      ['document:Z19', 'PolicyDocument'],
      ['indicator:Z17-11', 'Indicator'],
      ['obligation:ZQ19-FINAL', 'ReportingObligation'],
      ['form:ZQ19-FORM', 'FormTemplate'],
    ]
    const list = ids.map(([id]) => `"${id}"`).join()
    const asked = `nodes(ids: [${list}]) { __typename id ... on Station { name } }`
    const response = await fetch(`${serving.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ ${asked} at(revision: 175) { ${asked} } }` }),
    })
    const { data, errors } = (await response.json()) as {
      data: { nodes: { __typename: string }[]; at: unknown }
      errors?: unknown
    }
    expect(errors).toBeUndefined()
    expect(data.nodes.map(({ __typename }) => __typename)).toEqual(ids.map(([, type]) => type))
    expect(data.at).toEqual({ nodes: data.nodes })
  })
})

describe('pages', () => {
  it('are kept until the next revision: the second time with the same tag, then 304', async () => {
    const first = await get('/zh/organizations')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).not.toBe('')
    expect((await get('/zh/organizations')).headers.get('etag')).toBe(etag)
    expect((await get('/zh/organizations', { 'if-none-match': etag })).status).toBe(304)
  })

  it.each(['/zh/stations/none', '/en/campaigns/none', '/zh/documents/none', '/fr/'])(
    '%s is not there',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )

  it('the root leads to the Chinese face', async () => {
    const response = await get('/')
    expect([301, 302, 307, 308]).toContain(response.status)
    expect(response.headers.get('location')).toMatch(/\/zh\/$/)
  })

  it.each(['//evil.example/zh', '/%2e%2e/package.json', '/.git/config', '/zh/../../package.json'])(
    '%s leads nowhere outside',
    async (path) => {
      const response = await get(path)
      expect(response.headers.get('location') ?? '').not.toContain('evil.example')
      expect(await response.text()).not.toContain('"dependencies"')
    },
  )

  it('a text from a register is text in a page', async () => {
    const page = await (await get('/zh/stations?text=%3Cscript%3Ealert(1)%3C/script%3E')).text()
    expect(page.replaceAll(/"[^"]*"/g, '')).not.toContain('<script>alert(1)')
  })
})
