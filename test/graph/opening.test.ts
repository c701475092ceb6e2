import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, type TestHub } from '../helpers/hub.ts'

interface Answer {
  readonly stations: {
    readonly totalCount: number
    readonly nodes: readonly { id: string; openState: { value: string; reason: string } }[]
  }
}

const MOMENTS = {
  'a working Tuesday morning': '2019-03-05T10:00:00+08:00',
  'the make-up Sunday 2019-04-28': '2019-04-28T10:00:00+08:00',
  '清明节 2019-04-05': '2019-04-05T10:00:00+08:00',
  'three in the night': '2019-03-05T03:00:00+08:00',
}

describe.each(ENGINES)('Stations open at a moment on %s', (engine) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await fedHub(engine)
  })
  afterAll(() => hub.close())

  const stations = async (filter: string, at: string) => {
    const query = `{ stations(first: 100, filter: { ${filter} }) { totalCount
      nodes { id openState(at: "${at}") { value reason } } } }`
    return (await ask<Answer>(hub.store, query)).stations
  }

  it('asks the clock where no moment is given', async () => {
    const query = '{ station(id: "station:441202-0012") { openState { nextChange } } }'
    const { station } = await ask(hub.store, query, {}, '2024-03-05T03:00:00+08:00')
    expect(new Date(station.openState.nextChange).getUTCFullYear()).toBe(2024)
  })

  it.each(Object.entries(MOMENTS))('%s: the filter gives just those that say so', async (_, at) => {
    for (const region of ['441202', '140403', '440802']) {
      const all = await stations(`region: "${region}"`, at)
      const open = await stations(`region: "${region}", openAt: "${at}"`, at)
      const wanted = all.nodes.filter((one) => one.openState.value === 'OPEN').map((one) => one.id)
      expect(all.totalCount).toBeLessThanOrEqual(100)
      expect(open.nodes.map((one) => one.id)).toEqual(wanted)
      expect(open.totalCount).toBe(wanted.length)
    }
  })

  it('offices are open on the make-up Sunday and closed on the holiday', async () => {
    const one = async (at: string) => {
      const query = `{ stations(first: 100, filter: { region: "440800" }) {
        nodes { openingHours openState(at: "${at}") { value reason } } } }`
      const { stations: found } = await ask<{
        stations: { nodes: { openingHours: string | null; openState: object }[] }
      }>(hub.store, query)
      return found.nodes.find((node) => node.openingHours?.endsWith('; PH off'))?.openState
    }
    expect(await one('2019-04-28T10:00:00+08:00')).toMatchObject({ value: 'OPEN' })
    expect(await one('2019-05-01T10:00:00+08:00')).toMatchObject({
      value: 'CLOSED',
      reason: expect.stringMatching(/^节假日休息，5月5日（周日）/),
    })
    expect(await one('2029-05-01T10:00:00+08:00')).toMatchObject({ value: 'UNKNOWN' })
  })
})
