import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../helpers/ask.ts'
import { ENGINES, fedHub, type TestHub } from '../helpers/hub.ts'

const PLACES = `{ activities(first: 100, filter: { region: "441300" }) { nodes { id place themes evidence { phase kind present } station { id name } project { id } } } }`

interface Held {
  readonly id: string
  readonly place: string | null
  readonly themes: readonly string[]
  readonly evidence: readonly object[]
  readonly station: { readonly id: string; readonly name: string } | null
}

describe.each(ENGINES)('Where activities were held on %s', (engine) => {
  let hub: TestHub
  let held: readonly Held[]
  beforeAll(async () => {
    hub = await fedHub(engine)
    held = (await ask(hub.store, PLACES)).activities.nodes
  })
  afterAll(() => hub.close())

  it('is at a station where the form names the station or its venue', () => {
    const found = held.filter((one) => one.station !== null)
    expect(found.length).toBeGreaterThan(0)
    for (const { place, station } of found) {
      expect(station?.name.startsWith(place as string)).toBe(true)
      expect(station?.name).toMatch(/学雷锋志愿服务[站点岗]$/)
    }
  })

  it('is told from the other side as well', async () => {
    for (const { id, station } of held) {
      if (station === null) continue
      const query = `{ station(id: "${station.id}") { activities(first: 50) { totalCount nodes { id } } }
        activities(filter: { station: "${station.id}" }) { totalCount } }`
      const answer = await ask(hub.store, query)
      const ids = answer.station.activities.nodes.map((one: { id: string }) => one.id)
      expect(ids).toContain(id)
      expect(answer.station.activities.totalCount).toBe(ids.length)
      expect(answer.activities.totalCount).toBe(ids.length)
    }
  })

  it('lists photos as evidence only where the form asks for them', () => {
    const photographed = held.filter((one) => one.evidence.length > 0)
    expect(photographed.length).toBeGreaterThan(0)
    for (const one of photographed) {
      expect(one.evidence).toEqual([
        { phase: 'DURING', kind: 'SCENE_PHOTO', present: expect.any(Boolean) },
      ])
    }
    expect(new Set(held.flatMap((one) => one.themes))).toEqual(new Set())
  })
})

describe.each(ENGINES)('Activities of projects on %s', (engine) => {
  it('are those that the organization reported under the name of the project', async () => {
    const hub = await fedHub(engine)
    const { activities } = await ask(
      hub.store,
      '{ activities(first: 1) { nodes { id name organization { id } project { id } } } }',
    )
    const [activity] = activities.nodes
    expect(activity.project).toBeNull()
    const project = await hub.store.read
      .selectFrom('project')
      .selectAll()
      .where('until', 'is', null)
      .limit(1)
      .executeTakeFirstOrThrow()
    await hub.store.write
      .updateTable('project')
      .set({ nameZh: activity.name, organization: activity.organization.id })
      .where('id', '=', project.id)
      .execute()
    const both = await ask(
      hub.store,
      `{ node(id: "${activity.id}") { ... on Activity { project { id } } }
         project(id: "${project.id}") { activities { totalCount nodes { id } } } }`,
    )
    expect(both.node.project).toEqual({ id: project.id })
    expect(both.project.activities.nodes).toContainEqual({ id: activity.id })
    await hub.close()
  })
})
