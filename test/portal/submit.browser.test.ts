import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Serving } from '../../server/http/serve.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { receive } from '../../server/intake/receive.ts'
import { createKey } from '../../server/records/key.ts'
import { openBrowser } from '../helpers/browser.ts'
import { filledForm, PERIODS } from '../helpers/forms.ts'
import { fedHub, NOW, type TestHub } from '../helpers/hub.ts'
import { serveStore } from '../helpers/server.ts'

let hub: TestHub
let serving: Serving
let browser: Browser
let key: string
beforeAll(async () => {
  hub = await fedHub('sqlite')
  serving = await serveStore(hub.store)
  browser = await openBrowser()
  const wanted = {
    holder: '肇庆开放大学',
    scopes: ['submit'],
    offices: ['organization:ZQ-0003'],
    days: 9,
  }
  key = (await createKey(hub.store.write, wanted, new Date(NOW))).key
})
afterAll(async () => {
  await browser.close()
  await serving.stop()
  await hub.close()
  await closeReaders()
})

const form = (personTimes: string | number) =>
  filledForm({
    reporter: '肇庆开放大学',
    period: PERIODS.FINAL,
    rows: [{ name: '示例清洁家园（示例队）', personTimes, hours: 40 }],
  })

describe('A clerk at the submit page', () => {
  it('checks a bad form, reads its cell, sends the mended one, and sees receipt, calendar and figure', async () => {
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(`${serving.url}/zh/submit`)
    const choose = async (bytes: Buffer) =>
      page.locator('#s-file').setInputFiles({
        name: '统计表.xlsx',
        mimeType: 'application/octet-stream',
        buffer: bytes,
      })

    await page.locator('#s-check').click()
    await page.getByText('请先填报送密钥').waitFor()
    await page.locator('#s-key').fill(key)
    await choose(await form('若干'))
    await page.locator('#s-check').click()
    await page.getByRole('heading', { name: '待更正' }).waitFor()
    expect(await page.locator('#s-answer').textContent()).toContain('统计表!C5')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#s-marked').click(),
    ])
    expect(download.suggestedFilename()).toBe('统计表.xlsx')

    await choose(await form(20))
    expect(await page.locator('#s-send').isDisabled()).toBe(true)
    await page.locator('#s-check').click()
    await page.getByRole('heading', { name: '已采用' }).waitFor()
    await page.locator('#s-send').click()
    await page.locator('.receipt').waitFor()
    expect(await page.locator('.receipt').textContent()).toMatch(/回执 \d+.*报送号 \d+/s)

    await page.goto(`${serving.url}/zh/calendar?campaign=campaign:ZQ-2019-MONTH`)
    const row = page.locator('tr', { hasText: '肇庆开放大学' }).nth(1)
    expect(await row.textContent()).toContain('逾期报送')
    await page.goto(`${serving.url}/zh/organizations/ZQ-0003`)
    expect(await page.locator('main').textContent()).toContain('示例清洁家园')
    expect(errors).toEqual([])
    await page.close()
  })

  it('and the city office settles at the desk what waits for it', async () => {
    const joint = [{ name: '癸示例联合护河（甲队、乙队）', personTimes: 50, hours: 100 }]
    for (const reporter of ['共青团肇庆市端州区委员会', '肇庆开放大学']) {
      const bytes = await filledForm({ reporter, period: PERIODS.FINAL, rows: joint })
      const options = { now: NOW, receivedAt: '2019-04-20T10:00:00+08:00', sample: true }
      await receive(hub.store, { name: '统计表.xlsx', bytes }, options)
    }
    const wanted = { holder: '市级办公室', scopes: ['admin'], offices: [], days: 9 }
    const { key: admin } = await createKey(hub.store.write, wanted, new Date(NOW))
    const page = await browser.newPage()
    await page.goto(`${serving.url}/zh/desk`)
    await page.locator('#d-key').fill(key)
    await page.getByRole('button', { name: '打开' }).click()
    await page.getByText('The desk needs a key of scope admin.').waitFor()
    await page.locator('#d-key').fill(admin)
    await page.getByRole('button', { name: '打开' }).click()
    const card = page.locator('section', { hasText: '癸示例联合护河' }).first()
    await card.waitFor()
    const waiting = await page.locator('#d-items section').count()
    await card.getByRole('button', { name: '不采用' }).click()
    await card.getByText('needs a reason').waitFor()
    await card.getByLabel('理由').fill('与端州区为同一场活动')
    await card.getByRole('button', { name: '不采用' }).click()
    await page.waitForFunction(
      (count) => document.querySelectorAll('#d-items section').length === count,
      waiting - 1,
    )
    await page.close()
  })

  it('is told without script what to do instead', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${serving.url}/zh/submit`)
    expect(await page.locator('#submit').isVisible()).toBe(false)
    expect(await page.getByText('本页需要启用 JavaScript').isVisible()).toBe(true)
    await context.close()
  })
})
