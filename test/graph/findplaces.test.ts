import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receive } from '../../server/intake/receive.ts'
import { ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, NOW, type TestHub } from '../helpers/hub.ts'

const QUERY = `query ($text: String!, $lang: Lang) {
  places(text: $text) { id name(lang: $lang) kind locationPrecision source licence sample region { code }
    location { lat lon precision } gcj: location(datum: GCJ02) { lat lon } } }`

interface Place {
  readonly id: string
  readonly name: string
  readonly kind: string
}

describe.each(ENGINES)('Finding the place that somebody names on %s', (engine) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await fedHub(engine)
  })
  afterAll(() => hub.close())

  const places = async (text: string): Promise<Place[]> =>
    (await ask(hub.store, QUERY, { text })).places
  const named = async (text: string) => (await places(text)).map(({ id, name }) => `${id} ${name}`)

  it.each([
    ['a district', '鼎湖区', ['place:441203 鼎湖区']],
    ['a district without 区', '鼎湖', ['place:441203 鼎湖区']],
    ['a district after its city', '肇庆市鼎湖区', ['place:441203 鼎湖区']],
    ['a city', '肇庆', ['place:441200 肇庆市']],
    ['a street office', '坑口街道', ['place:GN-8334001 坑口街道']],
    ['a street office after its district', '鼎湖区坑口', ['place:GN-8334001 坑口街道']],
    ['a street office after city and district', '肇庆市鼎湖区坑口', ['place:GN-8334001 坑口街道']],
    ['the same in words', '鼎湖区 坑口', ['place:GN-8334001 坑口街道']],
    ['a town by pinyin', 'kengkouzhen', ['place:GN-1914479 坑口镇']],
    ['a landmark', '七星岩', ['place:441202-L01 七星岩景区']],
    ['a landmark with a wrong character', '七星严', ['place:441202-L01 七星岩景区']],
    [
      'a landmark that begins like a district',
      '鼎湖山',
      ['place:441203-L01 鼎湖山国家级自然保护区'],
    ],
    ['an airport', '湛江机场', ['place:440883-L01 湛江吴川机场']],
  ])('finds %s: %s', async (_what, text, expected) => {
    expect(await named(text)).toEqual(expected)
  })

  it('gives all places of one name, for the citizen to choose', async () => {
    expect(await named('坑口')).toEqual(['place:GN-8334001 坑口街道', 'place:GN-1914479 坑口镇'])
  })

  it('gives a station with an exact position where nothing else is called so', async () => {
    const { id, nameZh } = await hub.store.read
      .selectFrom('station')
      .select(['id', 'nameZh'])
      .where('locationPrecision', '=', 'STREET')
      .where('until', 'is', null)
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const [place] = await places(nameZh)
    expect([place?.id, place?.kind]).toEqual([id, 'STATION'])
  })

  it('gives no station whose position is not exact', async () => {
    expect(await named('肇庆市图书馆')).toEqual([])
  })

  it.each(['', ' ', '%', '没有这样的地方', '厕所'])('finds none by %j', async (text) => {
    expect(await named(text)).toEqual([])
  })

  it('says where a place lies, how exactly, and whence that is known', async () => {
    const [place] = await places('七星岩')
    expect(place).toEqual({
      id: 'place:441202-L01',
      name: '七星岩景区',
      kind: 'LANDMARK',
      locationPrecision: 'TOWNSHIP',
      source: '© OpenStreetMap contributors',
      licence: 'ODbL 1.0',
      sample: false,
      region: { code: '441202' },
      location: { lat: 23.08057, lon: 112.4727, precision: 'TOWNSHIP' },
      gcj: { lat: 23.077943, lon: 112.477936 },
    })
  })

  it('has every place of the pantry inside its city, none of them held back', async () => {
    const rows = await hub.store.read.selectFrom('place').select('kind').execute()
    const counted = Object.fromEntries(
      [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, some]) => [kind, some.length]),
    )
    expect(counted).toEqual({ DIVISION: 38, TOWN: 287, LANDMARK: 12 })
  })

  it('keeps what a past revision knew when an office files further places', async () => {
    const before = (await ask(hub.store, '{ revision { number } }')).revision.number
    const file = [
      '地点编号,地点名称,英文名称,又名,地点类别,所在区划,经度,纬度,坐标系,定位精度,坐标来源,许可,说明',
      '441202-L09,示例广场,,,地标,441202,112.47,23.05,GCJ-02,街道门牌附近,示例单位,公有领域,',
      '441202-L10,别的湖泊,,,站点,441202,112.47,23.05,WGS-84,街道门牌附近,示例单位,公有领域,',
      '441202-L11,无处,,,地标,441202,,,WGS-84,街道门牌附近,示例单位,公有领域,',
    ].join('\n')
    const bytes = Buffer.from(file)
    const got = await receive(
      hub.store,
      { name: 'places.csv', bytes },
      { receivedAt: NOW, now: NOW, sample: true, originals: null },
    )
    expect(got.verdict).toBe('NEEDS_CORRECTION')
    expect(await named('示例广场')).toEqual(['place:441202-L09 示例广场'])
    expect(await named('别的湖泊')).toEqual([])
    const past = await ask(
      hub.store,
      'query ($revision: Int!) { at(revision: $revision) { places(text: "示例广场") { id } place(id: "place:441202-L09") { id } } }',
      { revision: before },
    )
    expect(past.at).toEqual({ places: [], place: null })
    const { node } = await ask(
      hub.store,
      '{ node(id: "place:441202-L09") { ... on Place { name sample sources { cell } history { revision { number } } } } }',
    )
    expect([node.name, node.sample, node.history.length]).toEqual(['示例广场', true, 1])
  })
})
