import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STATION_READS } from '../../server/graph/station.ts'
import { ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, type TestHub } from '../helpers/hub.ts'

const INNER: Readonly<Record<string, string>> = {
  name: 'name en: name(lang: EN)',
  address: 'address en: address(lang: EN)',
  region: 'region { id name parent { id } }',
  location: 'location { lat lon datumGiven precision }',
  operator: 'operator { id name }',
  competentBody: 'competentBody { id name }',
  navigation: 'navigation { amap baidu tencent apple geo }',
  openState: 'openState(at: "2019-03-06T10:00:00+08:00") { value reason nextChange }',
}

describe.each(ENGINES)('A list of stations on %s', (engine) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await fedHub(engine)
  })
  afterAll(() => hub.close())

  const nodes = async (fields: string): Promise<Record<string, unknown>[]> => {
    const { stations } = await ask<{ stations: { nodes: Record<string, unknown>[] } }>(
      hub.store,
      `{ stations(first: 100, filter: { region: "441200" }) { nodes { ${fields} } } }`,
    )
    return stations.nodes
  }

  it.each(Object.keys(STATION_READS))('says of “%s” the same alone as among all', async (field) => {
    const asked = INNER[field] ?? field
    const alone = await nodes(asked)
    // `demonstrations` is not among the columns that are read by choice: with it everything is read
    const among = await nodes(`${asked} demonstrations { status }`)
    expect(alone).toEqual(among.map(({ demonstrations: _whole, ...rest }) => rest))
    expect(alone.length).toBe(100)
  })

  it('pages on by any order with one field only', async () => {
    for (const order of ['NAME', 'REGION', 'LAST_VERIFIED']) {
      const seen: string[] = []
      let after: string | null = null
      do {
        const query = `query ($after: String) { stations(first: 90, after: $after, orderBy: ${order}) {
          edges { node { id } } pageInfo { hasNextPage endCursor } } }`
        const { stations } = (await ask(hub.store, query, { after })) as {
          stations: {
            edges: { node: { id: string } }[]
            pageInfo: { hasNextPage: boolean; endCursor: string }
          }
        }
        seen.push(...stations.edges.map((edge) => edge.node.id))
        after = stations.pageInfo.hasNextPage ? stations.pageInfo.endCursor : null
      } while (after !== null)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.length).toBeGreaterThan(600)
    }
  })
})
