import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer, ask } from '../helpers/ask.ts'
import { ENGINES, newHub, type TestHub } from '../helpers/hub.ts'

describe.each(ENGINES)('Needs on %s', (engine) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await newHub(engine)
  })
  afterAll(() => hub.close())

  it('are none while no form brings any', async () => {
    const query = `{ demands(filter: { status: [OPEN] }, first: 5) { totalCount nodes { title matches { reasons } } pageInfo { hasNextPage endCursor } } node(id: "demand:1") { id } }`
    expect(await ask(hub.store, query)).toEqual({
      demands: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
      node: null,
    })
  })

  it('are asked for in pages like everything else', async () => {
    const { errors } = await answer(hub.store, '{ demands(first: 101) { totalCount } }')
    expect(errors?.[0]?.message).toBe("'first' must be from 1 to 100, got 101.")
  })
})
