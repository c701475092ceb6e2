import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Serving } from '../../server/http/serve.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { ask } from '../helpers/ask.ts'
import { file, learnZhaoqing } from '../helpers/campaign.ts'
import { PERIODS } from '../helpers/forms.ts'
import { ENGINES, newHub, type TestHub } from '../helpers/hub.ts'
import { serveStore } from '../helpers/server.ts'

const FIGURE = 'figure:VOLUNTEER_PERSON_TIMES~campaign~ZQ-2019-MONTH~region~441202'
const KNOWN = 'id value hash permalink'

const form = (personTimes: number) => ({
  reporter: '端州区团委',
  period: PERIODS.W1,
  rows: [{ name: '文明交通劝导（端州区团委）', personTimes, audience: '市民', served: 60 }],
})

afterAll(closeReaders)

describe.each(ENGINES)('a figure that was cited and then corrected, on %s', (engine) => {
  let hub: TestHub
  let serving: Serving
  beforeAll(async () => {
    hub = await newHub(engine)
    await learnZhaoqing(hub.store)
    await file(hub.store, form(100), 8)
    serving = await serveStore(hub.store)
  })
  afterAll(async () => {
    await serving.stop()
    await hub.close()
  })

  const figureAt = (revision: number, fields: string) =>
    ask(
      hub.store,
      `{ at(revision: ${revision}) { node(id: "${FIGURE}") { ... on Figure { ${fields} } } } }`,
    ).then(({ at }) => at.node)

  it('is cited with its revision, in four styles, each marked as demonstration data', async () => {
    const cited = await figureAt(
      4,
      'permalink citation apa: citation(style: APA) bibtex: citation(style: BIBTEX) csl: citation(style: CSL_JSON)',
    )
    const link = cited.permalink
    expect(link).toMatch(
      /^https:\/\/hub\.example\/zh\/campaigns\/ZQ-2019-MONTH\/figures\/VOLUNTEER_PERSON_TIMES~region~441202\?revision=4&hash=[0-9a-f]{16}$/,
    )
    const title = '2019年肇庆市学雷锋全民志愿服务行动月，端州区，志愿者人次：100人次'
    expect(cited.citation).toMatch(
      new RegExp(
        `^〔演示数据〕邻站\\. ${title}\\[DS/OL\\]\\. 第4版\\. \\(\\d{4}-\\d\\d-\\d\\d\\)\\[\\d{4}-\\d\\d-\\d\\d\\]\\. `,
      ),
    )
    expect(cited.citation.endsWith(`${link}.`)).toBe(true)
    expect(cited.apa).toMatch(
      /^〔演示数据〕邻站\. \(\d{4}\)\. .*：100人次 \(Revision 4\) \[Data set\]\. https:/,
    )
    expect(cited.bibtex).toMatch(
      /^〔演示数据〕\n@dataset\{linzhan-r4-[0-9a-f]{8},\n {2}author = \{邻站\},/,
    )
    expect(JSON.parse(cited.csl)[0]).toMatchObject({ type: 'dataset', version: '4', URL: link })
    expect(JSON.parse(cited.csl)[0].title).toMatch(/^〔演示数据〕2019年/)
  })

  it('keeps its old answer and hash for ever, and tells the new one with its reason', async () => {
    const before = await figureAt(4, KNOWN)
    await file(hub.store, form(120), 9)
    expect(await figureAt(4, KNOWN)).toEqual(before)
    const now = await figureAt(5, `${KNOWN} revisions { value reason revision { number } }`)
    expect(now.hash).not.toBe(before.hash)
    expect(now.revisions.map((one: { value: number }) => one.value)).toEqual([120, 100])
    expect(now.revisions[0].reason).toMatch(/^更正表代替原表。入库：/)
  })

  it('stands in the log of corrections, for its campaign, its region and by itself', async () => {
    const NODES = 'totalCount nodes { figure { id } before after revision { number } }'
    const { all, one, other, campaign } = await ask(
      hub.store,
      `{ all: corrections { ${NODES} } one: corrections(figure: "${FIGURE}", region: "441202") { ${NODES} }
        other: corrections(region: "441203") { ${NODES} } campaign(id: "campaign:ZQ-2019-MONTH") { corrections { ${NODES} } } }`,
    )
    const own = { figure: { id: FIGURE }, before: 100, after: 120, revision: { number: 5 } }
    const city = { ...own, figure: { id: 'figure:VOLUNTEER_PERSON_TIMES~campaign~ZQ-2019-MONTH' } }
    expect(all).toEqual({ totalCount: 2, nodes: [city, own] })
    expect(campaign.corrections).toEqual(all)
    expect(one).toEqual({ totalCount: 1, nodes: [own] })
    expect(other).toEqual({ totalCount: 0, nodes: [] })
    const past = await ask(hub.store, `{ at(revision: 4) { corrections { totalCount } } }`)
    expect(past.at.corrections.totalCount).toBe(0)
  })

  it('is told apart from growth by further forms', async () => {
    const { corrections, growth } = await ask(
      hub.store,
      '{ corrections(kind: CORRECTION) { nodes { kind before after } } growth: corrections(kind: GROWTH) { totalCount } }',
    )
    const one = { kind: 'CORRECTION', before: 100, after: 120 }
    expect(corrections.nodes).toEqual([one, one])
    expect(growth.totalCount).toBe(0)
  })

  it('is in the feed that takes campaign, region and figure', async () => {
    const feed = async (query: string) =>
      (await fetch(`${serving.url}/feeds/corrections.atom${query}`)).text()
    const text = await feed(`?figure=${encodeURIComponent(FIGURE)}`)
    expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom"')
    expect(text.split('<entry>')).toHaveLength(2)
    expect(text).toContain(
      '〔演示数据〕志愿者人次（2019年肇庆市学雷锋全民志愿服务行动月，端州区）：100人次 → 120人次',
    )
    expect((await feed('?region=441203')).split('<entry>')).toHaveLength(1)
  })

  it('comes over HTTP by its id, and its table as a file whose bytes stay', async () => {
    const { statistics } = await ask(
      hub.store,
      '{ statistics(measures: [VOLUNTEER_PERSON_TIMES], by: [REGION], filter: { region: "441202" }) { csv permalink citation } }',
    )
    expect(statistics.citation).toMatch(
      /^〔演示数据〕邻站\. 志愿者人次统计表（按区域）\[DS\/OL\]\. 第5版\./,
    )
    expect(statistics.permalink).toMatch(/hash=[0-9a-f]{16}$/)
    const path = statistics.csv.replace('https://hub.example', '')
    const response = await fetch(`${serving.url}${path}`)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect((await response.text()).split('\r\n')[1]).toBe(
      `${FIGURE.replace('~campaign~ZQ-2019-MONTH', '')},,区域,441202,端州区,志愿者人次,120,人次,准确数,已报,1,1,1,是,5`,
    )
    const refused = await fetch(`${serving.url}/data/r5/statistics.csv?measures=HEADS`)
    expect(refused.status).toBe(400)
    const asked = await fetch(`${serving.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ node(id: "${FIGURE}") { id ... on Figure { value } } }` }),
    })
    expect((await asked.json()).data.node).toEqual({ id: FIGURE, value: 120 })
  })

  it('grows without being corrected when another office reports', async () => {
    const other = { ...form(30), reporter: '鼎湖区团委' }
    await file(hub.store, other, 10)
    const { corrections } = await ask(
      hub.store,
      '{ corrections(kind: GROWTH) { nodes { before after figure { measure } } } }',
    )
    const figure = { measure: 'VOLUNTEER_PERSON_TIMES' }
    expect(corrections.nodes).toContainEqual({ before: 120, after: 150, figure })
    const feed = await fetch(`${serving.url}/feeds/corrections.atom?kind=CORRECTION`)
    expect((await feed.text()).split('<entry>')).toHaveLength(3)
  })
})
