import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Serving } from '../../server/http/serve.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { createKey } from '../../server/records/key.ts'
import { ask } from '../helpers/ask.ts'
import { openBrowser } from '../helpers/browser.ts'
import { filledForm, PERIODS } from '../helpers/forms.ts'
import { ENGINES, fedHub, NOW, type TestHub } from '../helpers/hub.ts'
import { serveStore } from '../helpers/server.ts'

// An office sends a form, a journalist cites a number with it, the office sends the form again with another number.

const OFFICE = 'organization:ZQ-0003'
const CAMPAIGN = 'campaign:ZQ-2019-MONTH'
const FIGURE = 'figure:VOLUNTEER_PERSON_TIMES~campaign~ZQ-2019-MONTH~region~441200-COLLEGES'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each(ENGINES)(
  'a number that is cited and then corrected by a form sent again, on %s',
  (engine) => {
    let hub: TestHub
    let serving: Serving
    let key: string
    let cited: { value: number; permalink: string; citation: string }
    let newest: number
    beforeAll(async () => {
      hub = await fedHub(engine)
      serving = await serveStore(hub.store)
      const wanted = { holder: '示例', scopes: ['submit'], offices: [OFFICE], days: 30 }
      key = (await createKey(hub.store.write, wanted, new Date(NOW))).key
      await send(120)
      cited = await figure()
      newest = await send(100)
    })
    afterAll(async () => {
      await serving.stop()
      await hub.close()
      await closeReaders()
    })

    async function send(personTimes: number): Promise<number> {
      const rows = [{ name: '示例清洁家园（示例队）', personTimes }]
      const bytes = await filledForm({ reporter: '肇庆开放大学', period: PERIODS.FINAL, rows })
      const answer = await fetch(`${serving.url}/submissions?name=统计表.xlsx`, {
        method: 'PUT',
        body: new Uint8Array(bytes),
        headers: { authorization: `Bearer ${key}` },
      })
      const { files } = await answer.json()
      expect(files[0].verdict).toBe('ACCEPTED')
      return files[0].forms[0].receipt.revision
    }

    async function figure() {
      const query = `{ node(id: "${FIGURE}") { ... on Figure { value permalink citation } } }`
      const { node } = await ask(hub.store, query)
      return node
    }

    const read = async (path: string) => (await fetch(`${serving.url}${path}`)).text()

    it('stands in the log with both numbers, the reason and the revision', async () => {
      const { corrections } = await ask(
        hub.store,
        `{ corrections(figure: "${FIGURE}", first: 1) { nodes { before after kind reason revision { number } } } }`,
      )
      expect(corrections.nodes).toEqual([
        {
          ...{ before: cited.value, after: cited.value - 20, kind: 'CORRECTION' },
          reason: expect.stringMatching(/^更正表代替原表/),
          revision: { number: newest },
        },
      ])
      const page = await browser.newPage()
      await page.goto(`${serving.url}/zh/corrections?campaign=${encodeURIComponent(CAMPAIGN)}`)
      const row = page
        .locator('tbody tr', { hasText: '志愿者人次' })
        .filter({ hasText: '高等学校' })
        .first()
      const number = (value: number) => value.toLocaleString('zh-CN')
      expect(await row.textContent()).toMatch(
        new RegExp(
          `${number(cited.value)}人次.*${number(cited.value - 20)}人次.*更正表代替原表.*第\\s?${newest}\\s?版`,
        ),
      )
      await row.locator('a').first().click()
      expect(await page.locator('#history li').first().textContent()).toContain('更正表代替原表')
      expect(await page.locator('#cells').textContent()).toMatch(
        /肇庆开放大学[\s\S]*统计表!C5[\s\S]*100/,
      )
      await page.close()
    })

    it('stands in the feed, also in that of its region and of its own', async () => {
      for (const asked of [`campaign=${CAMPAIGN}`, 'region=441200-COLLEGES', `figure=${FIGURE}`]) {
        const feed = await read(`/feeds/corrections.atom?${asked}&kind=CORRECTION`)
        expect(feed).toContain(`${cited.value}人次 → ${cited.value - 20}人次</title>`)
        expect(feed).toContain(`第${newest}版。更正表代替原表`)
      }
    })

    it('is told to whoever follows the citation: as cited and as now, side by side', async () => {
      expect(cited.citation).toContain(cited.permalink)
      const page = await browser.newPage()
      const { pathname, search } = new URL(cited.permalink)
      await page.goto(`${serving.url}${pathname}${search}`)
      const notice = page.locator('#cited')
      expect(await notice.textContent()).toContain('这个数字在引用之后改过')
      const values = notice.locator('tbody tr').first().locator('td')
      const number = (value: number) => `${value.toLocaleString('zh-CN')}人次`
      expect(await values.allTextContents()).toEqual([
        number(cited.value),
        number(cited.value - 20),
      ])
      expect(await page.locator('main').textContent()).not.toContain('校验码与这一版的数字不符')
      await page.close()
    })

    it('and the old revision still answers as it did', async () => {
      const revision = new URL(cited.permalink).searchParams.get('revision')
      const query = `{ at(revision: ${revision}) { node(id: "${FIGURE}") { ... on Figure { value permalink } } } }`
      const { at } = await ask(hub.store, query)
      expect(at.node).toEqual({ value: cited.value, permalink: cited.permalink })
    })
  },
)
