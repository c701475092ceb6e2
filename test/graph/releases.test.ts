import { describe, expect, it } from 'vitest'
import { ask } from '../helpers/ask.ts'
import { ENGINES, fedHub } from '../helpers/hub.ts'

describe.each(ENGINES)('Releases of a dataset on %s', (engine) => {
  it('are the revisions, each with its own file, also as seen in the past', async () => {
    const hub = await fedHub(engine)
    const fields =
      '{ licence nextExpected releases(first: 2) { revision { number } diff validated distributions { url byteSize } } }'
    const { at } = await ask(
      hub.store,
      `{ at(revision: 12) { dataset(id: "dataset:stations") ${fields} } }`,
    )
    expect(at.dataset).toEqual({
      licence: 'https://hub.example/zh/data#licence',
      nextExpected: null,
      releases: [12, 11].map((number) => ({
        revision: { number },
        diff: null,
        validated: [],
        distributions: [
          { url: `https://hub.example/data/r${number}/stations.csv`, byteSize: null },
        ],
      })),
    })
    await hub.close()
  })
})
