import AxeBuilder from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../server/clock.ts'
import type { Serving } from '../../server/http/serve.ts'
import { openBrowser } from '../helpers/browser.ts'
import { fedHub, type TestHub } from '../helpers/hub.ts'
import { serveStore } from '../helpers/server.ts'

/** The standard is of 2021. */
const TODAY = '2021-12-01T02:00:00.000Z'

let hub: TestHub
let serving: Serving
let browser: Browser
beforeAll(async () => {
  hub = await fedHub('sqlite')
  serving = await serveStore(hub.store, 'demo', [], null, { clock: fixedClock(TODAY) })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await serving.stop()
  await hub.close()
})

const open = async (path: string, script = true) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: script,
  })
  const page = await context.newPage()
  await page.goto(`${serving.url}${path}`)
  return page
}

describe('the standard of a station', () => {
  it('is one line on its page, folded, and leads to every check', async () => {
    const page = await open('/zh/stations/140403-0001', false)
    const summary = page.locator('#standard summary')
    expect(await summary.textContent()).toBe(
      '九有一坚持一完善：11条中达标10条，0条未评估或不适用有人员、有项目、有管理',
    )
    const list = page.locator('#standard .criteria')
    expect(await list.isVisible()).toBe(false)
    await summary.click()
    expect(await list.locator('li').count()).toBe(11)
    await page.locator('#standard a[href$="/standard"]').click()
    expect(await page.locator('h1').textContent()).toContain('对照标准')
    await page.context().close()
  })

  it('names the clause, the cell and the hub’s own numbers, and tells not assessed from not met', async () => {
    const page = await open('/zh/stations/140404-0001/standard', false)
    const text = (await page.locator('main').textContent()) ?? ''
    expect(text).toContain('本站参数：六种点名设施有至少1种即为达标；文件没有规定数量')
    expect(text).toContain('未评估不等于未达标')
    expect(await page.locator('#S01 a[href$="#C21-S01"]').count()).toBe(1)
    expect(await page.locator('#S01 td a[href*="/submissions/"]').count()).toBe(2)
    expect(await page.locator('#visits').textContent()).toContain('开放时间内无志愿者在岗(示例)')
    await page.context().close()
  })

  it('says of an open visit that its findings come later', async () => {
    const page = await open('/zh/stations/140405-0001/standard', false)
    expect(await page.locator('#visits tbody').textContent()).toContain('整改完成后公开')
    await page.context().close()
  })

  it('is not there where the city has none', async () => {
    const page = await open('/en/stations/441202-0001', false)
    expect(await page.locator('#standard').count()).toBe(0)
    await page.context().close()
  })

  it.each([
    '/zh/stations/140403-0001',
    '/en/stations/140403-0001',
    '/zh/stations/140404-0001/standard',
    '/en/stations/140404-0001/standard?mode=elder',
    '/en/stations/441223-0008/standard',
  ])('%s can be read by everyone', async (path) => {
    const page = await open(path)
    await page
      .locator('#standard summary')
      .click({ timeout: 1000 })
      .catch(() => undefined)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(wide).toBe(false)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([])
    await page.context().close()
  })
})

describe('the standard of a region', () => {
  it('leads from its page to every criterion, its clause and the stations that assessed themselves', async () => {
    const page = await open('/zh/regions/140403')
    await page.locator('#standard').getByRole('link', { name: '对照标准' }).click()
    expect(await page.locator('h1').textContent()).toContain('潞州区的站点对照标准')
    const rows = page.locator('#criteria tbody tr')
    expect(await rows.count()).toBe(11)
    expect(await rows.first().locator('a').getAttribute('href')).toMatch(/documents\/C21#C21-S01$/)
    const text = (await page.locator('main').textContent()) ?? ''
    expect(text).toContain('未评估不等于未达标')
    expect(text).toContain('检查 1 次')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([])
    await page.locator('#assessed h3 a').click()
    expect(await page.locator('h1').textContent()).toContain('对照标准')
    await page.context().close()
  })

  it('is told as unknown where no standard holds', async () => {
    const page = await open('/en/regions/441200/standard', false)
    expect(await page.locator('main').textContent()).toContain('No standard for stations is known')
    await page.context().close()
  })
})
