import { describe, expect, it } from 'vitest'
import { portalInBrowser } from '../helpers/portal.ts'

const portal = portalInBrowser()

const MONTH = '/zh/campaigns/ZQ-2019-MONTH'

/** The page without script, and its part that compares. */
async function open(path: string) {
  const context = await portal.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${portal.serving.url}${path}`)
  return { page, part: page.locator('#compare'), close: () => context.close() }
}

describe('a comparison', () => {
  it('of two campaigns has the same measures only, says what is missing, and warns', async () => {
    const { page, part, close } = await open(MONTH)
    await page.selectOption('#f-compare', 'HZ-2017-REVIEW')
    await part.locator('form button').first().click()
    expect(new URL(page.url()).searchParams.get('compare')).toBe('HZ-2017-REVIEW')
    expect(await part.locator('tbody th').allTextContents()).toEqual(['活动数'])
    expect(await part.locator('tbody tr').textContent()).toMatch(
      /358项.*已报25\/26.*40项.*已报10\/11/,
    )
    const warning = await part.locator('.note.warn').textContent()
    expect(warning).toMatch(
      /^不可直接比较：报送率不同.*25\/26 \(96\.2%\).*10\/11 \(90\.9%\).*时间不同.*2017年8月31日/,
    )
    expect(await part.textContent()).toMatch(/没有并列的口径：志愿者人次、.*、志愿者人数/)
    await close()
  })

  it('of two regions shows what is suppressed as suppressed, and the rate beside each number', async () => {
    const { page, part, close } = await open(MONTH)
    await page.selectOption('#f-one', '441202')
    await page.selectOption('#f-other', '441203')
    await part.locator('form button').last().click()
    expect(await part.locator('.note.warn').count()).toBe(0)
    const row = part.locator('tbody tr', { hasText: '服务人次' })
    expect(await row.textContent()).toMatch(/8,466人次.*已报1\/1.*不公布.*已报1\/1/)
    expect(await part.locator('svg line.missing').count()).toBe(1)
    expect(await part.locator('tbody tr', { hasText: '组织数量' }).count()).toBe(0)
    await close()
  })

  it('warns where a region has fewer reports than the other', async () => {
    const { part, close } = await open(`${MONTH}?compare=441202&with=441200-COLLEGES`)
    expect(await part.locator('.note.warn').textContent()).toContain(
      '报送率不同（端州区 1/1 (100%)，肇庆市 · 高等学校 3/4 (75%)）',
    )
    await close()
  })

  it.each([
    'compare=NONE',
    'compare=441202&with=441202',
    'compare=441202&with=1',
    'compare=ZQ-2019-MONTH',
  ])('says so where there is nothing to compare with: %s', async (asked) => {
    const { part, close } = await open(`${MONTH}?${asked}`)
    expect(await part.locator('.note').textContent()).toContain('没有找到要比较的对象')
    expect(await part.locator('figure').count()).toBe(0)
    await close()
  })

  it('carries its warning into the drawing that others take', async () => {
    const svg = await fetch(
      `${portal.serving.url}/en/campaigns/ZQ-2019-MONTH/charts/compare.svg?compare=HZ-2017-REVIEW`,
    )
    expect(await svg.text()).toMatch(/Not comparable as/)
  })
})

describe('an activity', () => {
  it('shows the heads or the person-times that its form asks for, each with its unit, and never the other', async () => {
    const { page, close } = await open('/zh/campaigns/HZ-2017-REVIEW')
    const heads = await page.locator('#activities').textContent()
    expect(heads).toMatch(/志愿者人数 \d+人/)
    expect(heads).not.toContain('人次')
    expect(heads).not.toContain('服务时数')
    await page.goto(`${portal.serving.url}${MONTH}`)
    const times = await page.locator('#activities').textContent()
    expect(times).toMatch(/志愿者人次 \d+人次.*累计志愿服务时数 [\d,.]+小时/)
    expect(times).not.toContain('志愿者人数')
    await page.goto(`${portal.serving.url}/zh/campaigns`)
    const row = await page.locator('main li', { hasText: '文明城市复查' }).textContent()
    expect(row).toMatch(/志愿者人数.*1,143人/)
    expect(row).not.toContain('未报')
    await close()
  })
})

describe('who has reported', () => {
  it('is listed with day and form, who is missing first', async () => {
    const { part, page, close } = await open(MONTH)
    const list = page.locator('#reporters')
    expect(await list.textContent()).toContain('26家应报，25家已报，报送率96.2%')
    const rows = list.locator('tbody tr')
    expect(await rows.count()).toBe(26)
    expect(await rows.first().textContent()).toMatch(/肇庆开放大学.*未报.*没有收到/)
    expect(await rows.nth(2).textContent()).toMatch(/逾期报送.*最多逾期\d天.*2019年4月/)
    await rows.nth(2).locator('a[href*="/submissions/"]').click()
    expect(await page.locator('h1').textContent()).toContain('填报表格')
    expect(await part.count()).toBe(0)
    await close()
  })
})
