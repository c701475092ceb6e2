import { describe, expect, it } from 'vitest'
import { ask } from '../helpers/ask.ts'
import { ENGINES, fedHub } from '../helpers/hub.ts'

describe.each(ENGINES)('what is asked for is what is given (%s)', (engine) => {
  it('a position in the datum of the map it is for', async () => {
    const { store, close } = await fedHub(engine)
    await store.write
      .updateTable('station')
      .set({ lon: 112.465, lat: 23.047, locationPrecision: 'STREET' })
      .where('id', '=', 'station:441202-0001')
      .execute()
    const { station } = await ask(
      store,
      `{ station(id: "station:441202-0001") {
        plain: location { lon lat } gcj: location(datum: GCJ02) { lon lat } bd: location(datum: BD09) { lon lat } } }`,
    )
    expect(station).toEqual({
      plain: { lon: 112.465, lat: 23.047 },
      gcj: { lon: 112.470255, lat: 23.044379 },
      bd: { lon: 112.476761, lat: 23.050376 },
    })
    await close()
  })

  it('the activities reported for a week, and no others', async () => {
    const { store, close } = await fedHub(engine)
    const count = async (from: string, to: string) => {
      const query = `query ($period: PeriodInput) { activities(filter: { campaign: "campaign:ZQ-2019-MONTH", period: $period }) { totalCount } }`
      return (await ask(store, query, { period: { from, to } })).activities.totalCount
    }
    const month = await count('2019-03-01', '2019-03-31')
    const week = await count('2019-03-09', '2019-03-15')
    expect(month).toBe(358)
    expect(week).toBeGreaterThan(0)
    expect(week).toBeLessThan(month)
    expect(await count('2018-01-01', '2018-12-31')).toBe(0)
    await close()
  })
})
