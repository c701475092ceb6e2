import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { costOf } from '../../server/graph/cost.ts'
import type { Serving } from '../../server/http/serve.ts'
import { createKey } from '../../server/records/key.ts'
import { ask, graph } from '../helpers/ask.ts'
import { fedHub, NOW, type TestHub } from '../helpers/hub.ts'
import { serveStore } from '../helpers/server.ts'

const CLIENT = '{ client { name anonymous limit remaining } }'

describe('What a question costs', () => {
  const cost = async (query: string, variables = {}) =>
    costOf(await graph(), parse(query), variables)

  it.each([
    ['{ revision { number } }', 1],
    ['{ stations(first: 99) { nodes { name } } }', 1],
    ['{ stations { nodes { name } } }', 1],
    ['{ stations(first: 100) { edges { node { projects(first: 10) { nodes { name } } } } } }', 12],
    [
      '{ stations(first: 100) { nodes { ...p } } } fragment p on Station { projects(first: 10) { totalCount } }',
      12,
    ],
    ['query ($n: Int = 100) { stations(last: $n) { nodes { id } } }', 2],
    ['{ stationMap(box: { west: 1, south: 1, east: 2, north: 2 }, zoom: 3) { totalCount } }', 6],
  ])('%s: %d', async (query, points) => {
    expect(await cost(query)).toBe(points)
  })

  it('depends on the variables that are given', async () => {
    const query = 'query ($n: Int) { stations(first: $n) { nodes { id } } }'
    expect(await cost(query, { n: 10 })).toBe(1)
    expect(await cost(query, { n: 100 })).toBe(2)
  })
})

describe('The quota of the graph', () => {
  let hub: TestHub
  let serving: Serving
  beforeAll(async () => {
    hub = await fedHub('sqlite')
    serving = await serveStore(hub.store, 'demo', [], null, { points: { anonymous: 10, key: 40 } })
  })
  afterAll(async () => {
    await serving.stop()
    await hub.close()
  })

  const post = (query: string, key?: string) =>
    fetch(`${serving.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ query }),
    })

  it('is told without being run, and wrong queries are told so', async () => {
    const query = '{ costOf(query: "{ stations(first: 100) { nodes { id } } }") { cost maximum } }'
    expect((await ask(hub.store, query)).costOf).toEqual({ cost: 2, maximum: 1000 })
    await expect(ask(hub.store, '{ costOf(query: "{ nothing }") { cost } }')).rejects.toThrow(
      `'query' cannot be asked: Cannot query field "nothing"`,
    )
  })

  it('says what is left, refuses what goes beyond it, and holds a key apart', async () => {
    const first = await post(CLIENT)
    expect(await first.json()).toEqual({
      data: { client: { name: 'anonymous', anonymous: true, limit: 10, remaining: 9 } },
    })
    expect(first.headers.get('x-ratelimit-remaining')).toBe('9')

    const refused = await post('{ stations(first: 100) { nodes { projects { nodes { id } } } } }')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3500)
    const { errors } = (await refused.json()) as {
      errors: { message: string; extensions: object }[]
    }
    expect(errors[0]?.message).toContain('9 of 10 an hour are left')
    expect(errors[0]?.extensions).toEqual({ code: 'RATE_LIMITED' })

    const made = {
      holder: '示例单位',
      scopes: ['submit'],
      offices: ['organization:ZQ-0001'],
      days: 30,
    }
    const { key } = await createKey(hub.store.write, made, new Date(NOW))
    const held = await post(CLIENT, key)
    expect(await held.json()).toEqual({
      data: { client: { name: '示例单位', anonymous: false, limit: 40, remaining: 39 } },
    })
    expect((await post(CLIENT)).headers.get('x-ratelimit-remaining')).toBe('8')
  })

  it('never runs what costs more than one query may', async () => {
    const query = `{ stations(first: 100) { nodes { projects(first: 100) { nodes { activities(first: 100) { nodes { id } } } } } } }`
    const answer = (await (await post(query)).json()) as { errors: { extensions: object }[] }
    expect(answer.errors[0]?.extensions).toEqual({ code: 'QUERY_TOO_COMPLEX' })
  })
})
