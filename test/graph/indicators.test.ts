import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { indicatorFigure, isMet, numberOf } from '../../server/records/indicator.ts'
import { ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, type TestHub } from '../helpers/hub.ts'

const ZHANJIANG = 'ZJ16-02 ZJ16-03 ZJ16-04 ZJ16-05 ZJ16-06 ZJ16-08 ZJ16-12 ZJ16-18'.split(' ')

const target = (comparison: string, low: number | null, high: number | null) => ({
  region: 'region:440800',
  comparison,
  low,
  high,
  due: null,
})

describe('a target', () => {
  it('is met by the very number it names, and never by a missing one', () => {
    expect(isMet(20, target('>=', 20, null))).toBe(true)
    expect(isMet(19.99, target('>=', 20, null))).toBe(false)
    expect([4, 5, 8, 9].map((one) => isMet(one, target('BETWEEN', 5, 8)))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(isMet(null, target('>=', 0, null))).toBe(null)
    expect(isMet(95, null)).toBe(null)
  })

  it('is held against the share itself and not against its rounding', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000_000 }),
        fc.integer({ min: 1, max: 3_000_000 }),
        (numerator, denominator) => {
          const share = numberOf({ value: null, numerator, denominator }, '%')
          expect(isMet(share, target('>=', 20, null))).toBe(numerator * 5 >= denominator)
        },
      ),
    )
    expect(numberOf({ value: null, numerator: 5, denominator: 0 }, '%')).toBe(null)
    expect(numberOf({ value: null, numerator: 5, denominator: null }, '%')).toBe(null)
    const row = {
      ...{ id: '', since: 1, until: null, digest: '', sample: 1 as const, value: null },
      ...{ indicator: 'indicator:ZJ16-02', region: 'region:440800', basis: null },
      ...{ periodFrom: '2017-01-01', periodTo: '2017-12-31', numerator: 19_996 },
      ...{ denominator: 100_000, sampleSize: null, surveyedOn: null },
    }
    expect(indicatorFigure(row, { unit: '%' }, 1).value).toBe(20)
    expect(isMet(numberOf(row, '%'), target('>=', 20, null))).toBe(false)
  })
})

describe.each(ENGINES)('indicators on %s', (engine) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await fedHub(engine)
  })
  afterAll(() => hub.close())

  const VALUES =
    'values { met sampleSize surveyedOn region { code } period { from to } figure { id measure value unit basis sample sources { cell } } }'

  it('of a region are its own and those of all above it', async () => {
    const { city, district } = await ask(
      hub.store,
      '{ city: indicators(region: "440800") { id } district: indicators(region: "440802") { id values(region: "440802") { region { code } } } }',
    )
    const ids = ZHANJIANG.map((one) => `indicator:${one}`)
    expect(city.map((one: { id: string }) => one.id)).toEqual(ids)
    expect(district.map((one: { id: string }) => one.id)).toEqual(ids)
    const places = district.flatMap((one: { values: { region: { code: string } }[] }) => one.values)
    expect(new Set(places.map((one: { region: { code: string } }) => one.region.code))).toEqual(
      new Set(['440802']),
    )
  })

  it('give the number with its cells, what it is divided by, and whether the target is met', async () => {
    const { indicators } = await ask(
      hub.store,
      `{ indicators { id code target { due } ${VALUES} } }`,
    )
    const of = (id: string) =>
      indicators.find((one: { id: string }) => one.id === `indicator:${id}`).values
    expect(of('ZJ16-02')).toMatchObject([
      {
        met: true,
        period: { from: '2017-01-01', to: '2017-12-31' },
        figure: {
          id: 'figure:INDICATOR_VALUE~indicator~ZJ16-02~region~440800~from~2017-01-01~to~2017-12-31',
          value: 20.55,
          unit: '%',
          basis: 'DECLARED_TOTAL',
          sample: true,
          sources: [{ cell: 'E4' }, { cell: 'F4' }],
        },
      },
    ])
    expect(of('ZJ16-04')[0]).toMatchObject({ met: false, figure: { value: 24.3, unit: '小时' } })
    expect(of('ZJ16-08')).toMatchObject([
      { met: true, sampleSize: 1200, surveyedOn: '2017-11-18', region: { code: '440800' } },
    ])
    expect(of('Z17-11')).toMatchObject([{ met: null, figure: { value: null } }]) // the document does not say
    expect(of('Z19-G2b')).toEqual([])
  })

  it('count stations from the stations themselves, district by district', async () => {
    const { indicators, city } = await ask(
      hub.store,
      `{ indicators(region: "440800") { id ${VALUES} } city: stations(filter: { region: "440800" }) { totalCount } }`,
    )
    const counted = (id: string) =>
      indicators
        .find((one: { id: string }) => one.id === `indicator:${id}`)
        .values.filter(
          (one: { figure: { measure: string } }) => one.figure.measure === 'STATION_COUNT',
        )
    expect(counted('ZJ16-05')).toMatchObject([{ figure: { value: city.totalCount } }])
    expect(counted('ZJ16-06').map((one: { region: { code: string } }) => one.region.code)).toEqual([
      '440802',
      '440803',
      '440804',
      '440811',
    ])
  })

  it('have figures that are found by their id, cited, and told with their history', async () => {
    const id =
      'figure:INDICATOR_VALUE~indicator~ZJ16-12~region~440800~from~2017-01-01~to~2017-12-31'
    const { node } = await ask(
      hub.store,
      `{ node(id: "${id}") { ... on Figure { value citation revisions { value reason } reporting { expected } } } }`,
    )
    expect(node).toMatchObject({ value: 96, reporting: { expected: 0 } })
    expect(node.citation).toMatch(
      /^〔演示数据〕邻站\. 志愿服务组织示范点，湛江市，.*指标值：96个\[DS\/OL\]/,
    )
    expect(node.revisions).toEqual([{ value: 96, reason: '入库：指标报告表（平台表单）' }])
    const unknown = await ask(hub.store, `{ node(id: "${id.replace('ZJ16-12', 'XX-1')}") { id } }`)
    expect(unknown.node).toBe(null)
  })
})
