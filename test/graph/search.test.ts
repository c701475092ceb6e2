import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { erase } from '../../server/intake/erasing.ts'
import { receive } from '../../server/intake/receive.ts'
import type { Way } from '../../server/records/pieces.ts'
import { understandText } from '../../server/records/search.ts'
import { fillSearch } from '../../server/records/searched.ts'
import type { Originals } from '../../server/store/originals.ts'
import { answer, ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, NOW, newHub, type TestHub } from '../helpers/hub.ts'
import { stationRegister } from '../helpers/stations.ts'

const QUERY = `query ($text: String!, $types: [SearchType!], $first: Int, $after: String) {
  search(text: $text, types: $types, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { __typename ... on Node { id } ... on Station { name } ... on Organization { name } ... on Project { name }
      ... on Region { name } ... on Campaign { name } ... on PolicyDocument { title } } } }`

interface Searched {
  readonly search: {
    readonly nodes: readonly Node[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
  }
}

interface Node {
  readonly __typename: string
  readonly id: string
  readonly name: string
}

const search = async (hub: TestHub, text: string, types?: string[], first = 5) => {
  const { search } = await ask(hub.store, QUERY, { text, types, first })
  return search as { totalCount: number; nodes: Node[] }
}
const names = async (hub: TestHub, text: string, types?: string[]) =>
  (await search(hub, text, types)).nodes.map((node) => node.name)
const stations = ['STATION']

describe.each(ENGINES)('Looking for something by words on %s', (engine) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await fedHub(engine)
  })
  afterAll(() => hub.close())

  it.each([
    ['肇庆市图书馆', 'as it is called'],
    ['肇庆图书馆', 'without 市, as people say it'],
    ['肇庆市图书管', 'with a wrong character that sounds right'],
    ['肇庆市图书', 'not to the end'],
    ['zqtsg', 'by its initials'],
    ['ZQSTSG', 'by all its initials, in capitals'],
    ['zhaoqing tushuguan', 'by pinyin'],
    ['zhaoqingtushug', 'by pinyin that is not finished'],
    ['zhaoqingtushuguna', 'by pinyin with two letters changed round'],
    ['肇庆　图书馆', 'in two words'],
  ])('finds 肇庆市图书馆 by %s: %s', async (text) => {
    expect((await names(hub, text, stations)).includes('肇庆市图书馆')).toBe(true)
  })

  it('puts what is called so first', async () => {
    expect((await names(hub, '肇庆图书馆'))[0]).toBe('肇庆市图书馆')
    const [first] = (await search(hub, '端州')).nodes
    expect([first?.__typename, first?.name]).toEqual(['Region', '端州区'])
  })

  it('puts it first in a list of stations too, page by page, forwards and backwards', async () => {
    const list = async (page: object) => {
      const query = `query ($text: String, $first: Int, $after: String, $last: Int, $before: String) {
        stations(filter: { text: $text }, first: $first, after: $after, last: $last, before: $before) {
          totalCount nodes { name } pageInfo { startCursor endCursor } } }`
      return (await ask(hub.store, query, { text: '肇庆图书馆', ...page })).stations
    }
    const nameOf = ({ name }: Node) => name
    const all = await list({ first: 10 })
    const names: string[] = all.nodes.map(nameOf)
    expect([names[0], names.length]).toEqual(['肇庆市图书馆', all.totalCount])
    const first = await list({ first: 1 })
    const next = await list({ first: 1, after: first.pageInfo.endCursor })
    const back = await list({ last: 1, before: next.pageInfo.startCursor })
    expect([first, next, back].map(({ nodes }) => nodes.map(nameOf))).toEqual([
      [names[0]],
      [names[1]],
      [names[0]],
    ])
  })

  it('finds texts of one character and of two', async () => {
    const all = await hub.store.read
      .selectFrom('station')
      .select(['nameZh', 'addressZh'])
      .where('until', 'is', null)
      .execute()
    for (const text of ['岗', '图', '社区', '路1']) {
      const holding = all.filter((one) => `${one.nameZh} ${one.addressZh}`.includes(text))
      const { stations } = await ask(
        hub.store,
        'query ($text: String) { stations(filter: { text: $text }) { totalCount } }',
        { text },
      )
      expect([text, holding.length > 0]).toEqual([text, true])
      expect(stations.totalCount).toBeGreaterThanOrEqual(holding.length) // 社区 is a type of venue too
    }
  })

  it.each([
    ['急救', 'MEDICINE'],
    ['药箱', 'MEDICINE'],
    ['开水', 'WATER'],
    ['轮椅', 'DISABILITY_AID'],
    ['雨伞', 'UMBRELLA'],
  ])('knows what people mean by %s', async (text, amenity) => {
    const { stations } = await ask(
      hub.store,
      `query ($text: String, $amenities: [Amenity!]) { stations(filter: { text: $text, amenities: $amenities }) { totalCount } }`,
      { text, amenities: [amenity] },
    )
    const all = await ask(
      hub.store,
      'query ($amenities: [Amenity!]) { stations(filter: { amenities: $amenities }) { totalCount } }',
      { amenities: [amenity] },
    )
    expect(stations.totalCount).toBeGreaterThan(0)
    expect(stations.totalCount).toBe(all.stations.totalCount)
  })

  it('has a word for what no register says, and finds nothing by it', async () => {
    expect((await search(hub, '厕所', stations)).totalCount).toBe(0)
  })

  it.each(['端州区图书馆', '端州图书馆', '端州 图书馆', 'duanzhou 图书馆'])(
    'understands a district and what is looked for there: %s',
    async (text) => {
      expect(await names(hub, text, stations)).toEqual(['端州区示例清泉图书馆学雷锋志愿服务站'])
    },
  )

  it('finds all stations of a district by its name', async () => {
    const { stations: those } = await ask(
      hub.store,
      '{ stations(filter: { region: "441202" }) { totalCount } }',
    )
    expect((await search(hub, '端州区', stations)).totalCount).toBe(those.totalCount)
  })

  it.each(['', ' ', '%', '_', '，。', "'", '"', '🙂'])('finds nothing by %j', async (text) => {
    expect(await search(hub, text)).toEqual({
      totalCount: 0,
      pageInfo: { hasNextPage: false, endCursor: null },
      nodes: [],
    })
  })

  it('takes signs of the index of words for what they are', async () => {
    for (const text of [
      'a" OR "b',
      "a':* | b",
      '§amenitieswater',
      'x NOT y',
      '*',
      '\\',
      'NEAR(a b)',
    ])
      expect((await answer(hub.store, QUERY, { text })).errors).toBeUndefined()
    expect((await search(hub, '§amenitieswater')).totalCount).toBe(0)
    expect((await answer(hub.store, QUERY, { text: '站'.repeat(201) })).errors?.[0]?.message).toBe(
      "'text' may have 200 characters, got 201.",
    )
  })

  it('turns pages without losing or repeating anybody', async () => {
    const whole = await search(hub, '图书馆', undefined, 100)
    const found: string[] = []
    for (let after: string | null = null; ; ) {
      const { search }: Searched = await ask<Searched>(hub.store, QUERY, {
        text: '图书馆',
        first: 7,
        after,
      })
      found.push(...search.nodes.map((node: Node) => node.id))
      if (!search.pageInfo.hasNextPage) break
      after = search.pageInfo.endCursor
    }
    expect(found).toEqual(whole.nodes.map((node) => node.id))
    expect(found.length).toBe(whole.totalCount)
  })

  it('equals looking at every station in turn', async () => {
    const all = await hub.store.read
      .selectFrom('station')
      .innerJoin('search', (join) =>
        join.onRef('search.record', '=', 'station.id').onRef('search.since', '=', 'station.since'),
      )
      .select(['id', 'region', 'text', 'codes', 'short', 'initials', 'pinyin'])
      .where('until', 'is', null)
      .execute()
    const { number } = await hub.store.read
      .selectFrom('revision')
      .select('number')
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    const cut = fc
      .tuple(fc.constantFrom(...all), fc.nat(40), fc.integer({ min: 1, max: 9 }))
      .chain(([row, from, length]) =>
        fc
          .constantFrom('text', 'short', 'initials', 'pinyin')
          .map((column) => [...row[column as 'text']].slice(from, from + length).join('')),
      )
    const wrong = fc
      .tuple(cut, fc.nat(8), fc.constantFrom('', '馆', 'z', '广场'))
      .map(([text, at, sign]) => text.slice(0, at) + sign + text.slice(at + 1))
    const spoken = fc.constantFrom('端州', '急救', '图书馆', 'library', '惠州市', '水', '高铁站')
    const part = fc.oneof(cut, wrong, spoken)
    const texts = fc.oneof(
      part,
      fc.tuple(part, part).map(([a, b]) => `${a} ${b}`),
    )
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const meanings = await understandText(hub.store.read, number, ['station'], text)
        const fits = (row: (typeof all)[number], ways: readonly Way[]) =>
          ways.some(({ column, pattern }) => expressionOf(pattern).test(row[column]))
        const expected = all.filter(
          (row) =>
            meanings.length > 0 &&
            meanings.every(
              ({ ways, regions, within }) =>
                fits(row, ways) ||
                regions.includes(row.region) ||
                (within?.regions.includes(row.region) && fits(row, within.ways)),
            ),
        )
        const found = await ask(
          hub.store,
          'query ($text: String!) { search(text: $text, types: [STATION], first: 100) { totalCount nodes { ... on Node { id } } } }',
          { text },
        )
        const ids = new Set(expected.map((row) => row.id))
        expect([text, found.search.totalCount]).toEqual([text, ids.size])
        expect(found.search.nodes.every((node: Node) => ids.has(node.id))).toBe(true)
      }),
      { numRuns: 120 },
    )
  })
})

describe.each(ENGINES)('What was found at a past revision on %s', (engine) => {
  it('is found there for ever, under the words of its time', async () => {
    const hub = await newHub(engine)
    const enter = (changed?: ReadonlySet<number>) =>
      receive(
        hub.store,
        { name: 'stations.csv', bytes: stationRegister(3, changed) },
        { now: NOW, sample: true },
      )
    await enterDivisions(hub)
    await enter()
    const before = await newest(hub)
    await enter(new Set([1]))
    const found = async (at: number, text: string) => {
      const query = `query ($at: Int!, $text: String!) { at(revision: $at) {
        search(text: $text) { totalCount } stations(filter: { text: $text }) { totalCount } } }`
      const { at: then } = await ask(hub.store, query, { at, text })
      return [then.search.totalCount, then.stations.totalCount]
    }
    expect(await found(before, '示例路1号')).toEqual([1, 1])
    expect(await found(before, '路新1号')).toEqual(await found(before, '路新1号'))
    expect(await found(await newest(hub), '示例路新1号')).toEqual([1, 1])
    expect(await found(0, '示例路')).toEqual([0, 0])
    await hub.close()
  })
})

describe.each(ENGINES)('A database of a time before there was a search, on %s', (engine) => {
  it('is filled when it is opened, once', async () => {
    const hub = await fedHub(engine)
    const before = await search(hub, '图书馆', undefined, 100)
    await sql`delete from search`.execute(hub.store.write)
    await sql`delete from word`.execute(hub.store.write)
    expect((await search(hub, '图书馆')).totalCount).toBe(0)
    await fillSearch(hub.store)
    expect(await search(hub, '图书馆', undefined, 100)).toEqual(before)
    await sql`delete from search`.execute(hub.store.write)
    await fillSearch(hub.store)
    expect((await search(hub, '图书馆')).totalCount).toBe(0)
    await hub.close()
  })
})

describe.each(ENGINES)('What was erased on %s', (engine) => {
  it('is found no more, at no revision, and its words are kept nowhere', async () => {
    const hub = await fedHub(engine)
    const [name] = await names(hub, '端州区示例清泉图书馆', stations)
    expect(name).toBe('端州区示例清泉图书馆学雷锋志愿服务站')
    const before = await newest(hub)
    const found = await search(hub, name as string, stations)
    const originals = { read: async () => null, remove: async () => {} } as unknown as Originals
    const record = found.nodes[0]?.id as string
    const request = { record, field: 'nameZh', reason: '测试', now: NOW, actor: 'test' }
    await erase(hub.store, originals, request)
    const then = await ask(
      hub.store,
      'query ($at: Int!, $text: String!) { at(revision: $at) { search(text: $text, types: [STATION]) { nodes { ... on Node { id } } } } }',
      { at: before, text: '示例清泉图书馆' },
    )
    expect(then.at.search.nodes).not.toContainEqual({ id: record })
    expect((await names(hub, '示例清泉图书馆', stations)).includes(name as string)).toBe(false)
    const words = await hub.store.read
      .selectFrom('search')
      .selectAll()
      .where('record', '=', record)
      .execute()
    expect(words.map((one) => one.text).join()).not.toContain('清泉')
    await hub.close()
  })
})

describe('Both databases', () => {
  it('answer the same in the same order', async () => {
    const hubs = await Promise.all(ENGINES.map((engine) => fedHub(engine)))
    for (const text of [
      '图书馆',
      '端州',
      '急救',
      'zq',
      'zhaoqign',
      '馆',
      '学雷锋 社区',
      '清洁活动',
      '图书管',
    ]) {
      const [one, other] = await Promise.all(hubs.map((hub) => search(hub, text, undefined, 50)))
      expect([text, one]).toEqual([text, other])
    }
    await Promise.all(hubs.map((hub) => hub.close()))
  })
})

async function newest(hub: TestHub): Promise<number> {
  return (await ask(hub.store, '{ revision { number } }')).revision.number
}

async function enterDivisions(hub: TestHub): Promise<void> {
  const { readFile } = await import('node:fs/promises')
  const bytes = await readFile(new URL('../../seeds/real/divisions.csv', import.meta.url))
  await receive(hub.store, { name: 'divisions.csv', bytes }, { now: NOW, sample: false })
}

function expressionOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('%', '.*').replaceAll('_', '.')}$`, 'u')
}
