import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonical } from '../../server/records/digest.ts'
import { verifyHub } from '../../server/records/verify.ts'
import { ask } from '../helpers/ask.ts'
import { valuesOfAll } from '../helpers/everything.ts'
import { ENGINES, fedHub, type TestHub } from '../helpers/hub.ts'

interface Page {
  readonly nodes: readonly { id: string; type: string; kind: string; after: unknown }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
}

describe.each(ENGINES)('the feed of changes on %s', (engine) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await fedHub(engine)
  })
  afterAll(() => hub.close())

  it('replayed from revision 0 gives exactly the current graph, for every type of record', async () => {
    const state = new Map<string, string>()
    const types = new Set<string>()
    let after: string | null = null
    do {
      const query = `query ($after: String) { changes(since: 0, first: 100, after: $after) {
        nodes { id type kind after } pageInfo { hasNextPage endCursor } } }`
      const { changes }: { changes: Page } = await ask(hub.store, query, { after })
      for (const change of changes.nodes) {
        types.add(change.type)
        if (change.kind === 'REMOVED') state.delete(change.id)
        else state.set(change.id, canonical(change.after))
      }
      after = changes.pageInfo.hasNextPage ? changes.pageInfo.endCursor : null
    } while (after !== null)
    expect([...types].sort()).toEqual([
      'ACTIVITY',
      'ASSESSMENT',
      'BOUNDARY',
      'CAMPAIGN',
      'DEMONSTRATION',
      'DOCUMENT',
      'HOLIDAY',
      'INDICATOR',
      'INDICATOR_VALUE',
      'INSPECTION',
      'MEDIA_REPORT',
      'OBLIGATION',
      'ORGANIZATION',
      'PLACE',
      'PLATFORM_FIGURE',
      'PROJECT',
      'REGION',
      'REPORTER',
      'STANDARD',
      'STATION',
      'SUBMISSION',
    ])
    expect(new Map([...state].sort())).toEqual(await valuesOfAll(hub.store))
  }, 60_000)

  it('and the whole history verifies', async () => {
    expect(await verifyHub(hub.store.read)).toEqual([])
  })

  it('a flipped letter in any row is found', async () => {
    const { id } = await hub.store.read
      .selectFrom('station')
      .select('id')
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    await hub.store.write
      .updateTable('station')
      .set({ nameZh: '改过的名字' })
      .where('id', '=', id)
      .execute()
    expect(await verifyHub(hub.store.read)).toMatchObject([{ where: id }])
  })
})

describe('both databases', () => {
  it('give the same answers in the same order', async () => {
    const [sqlite, postgres] = await Promise.all(ENGINES.map((engine) => fedHub(engine)))
    const questions = [
      '{ stations(first: 100, orderBy: NAME) { totalCount nodes { id name openingHours amenities location { lat lon } } } }',
      '{ stations(first: 100, orderBy: LAST_VERIFIED) { nodes { id lastVerifiedOn } pageInfo { endCursor } } }',
      '{ stations(last: 50, filter: { amenities: [WATER], text: "示例" }) { totalCount nodes { id } } }',
      '{ organizations(first: 100) { nodes { id name creditCode children { id } } } }',
      '{ projects(first: 100, filter: { region: "440800" }) { totalCount nodes { id name publishedAt positions { role wanted } } } }',
      '{ regions(first: 100) { nodes { code name parent { code } stations { totalCount } } } }',
      '{ campaigns { nodes { id figures { measure value qualifier status sourceCount reporting { expected received late held missing { id } } sources(first: 3) { cell raw } } statistics(measures: [SERVICE_HOURS, READS], by: [GROUP]) { rows { keys { code label } figures { value } } } } } }',
      '{ revisions(first: 100) { nodes { number summary added changed removed } } }',
    ]
    for (const question of questions) {
      expect(await ask((postgres as TestHub).store, question)).toEqual(
        await ask((sqlite as TestHub).store, question),
      )
    }
    await sqlite?.close()
    await postgres?.close()
  })
})
