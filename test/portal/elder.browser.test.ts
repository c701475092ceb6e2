import { describe, expect, it } from 'vitest'
import { portalInBrowser } from '../helpers/portal.ts'

const portal = portalInBrowser()

interface Measured {
  readonly base: number
  readonly small: readonly string[]
  readonly low: readonly string[]
  readonly beside: readonly string[]
  readonly wide: boolean
}

/** What a page is like for who sees badly and taps roughly. */
function measure(): Measured {
  const seen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden'
  }
  const small = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    const text = walker.currentNode.textContent?.trim()
    if (!text || element === null || !seen(element)) continue
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    if (size < 18) small.add(`${size}: ${text.slice(0, 20)}`)
  }
  const low = new Set<string>()
  for (const element of document.querySelectorAll('a, button, input, select, summary')) {
    const inSentence = element.matches('a') && getComputedStyle(element).display === 'inline' // WCAG 2.2, 2.5.8: inline
    const target = element.matches('.check input') ? element.parentElement! : element
    if (!seen(target) || inSentence) continue
    const { height } = target.getBoundingClientRect()
    if (height < 60) low.add(`${height}: ${target.textContent?.trim().slice(0, 20)}`)
  }
  const blocks = [...document.querySelectorAll('main section, main aside')].filter(seen)
  const beside = blocks.filter((one) => {
    const { top, left } = one.getBoundingClientRect()
    return blocks.some((other) => {
      const box = other.getBoundingClientRect()
      return other !== one && box.right <= left && box.top < top + 1 && box.bottom > top + 1
    })
  })
  return {
    base: Number.parseFloat(getComputedStyle(document.body).fontSize),
    small: [...small],
    low: [...low],
    beside: beside.map((one) => one.textContent?.trim().slice(0, 20) ?? ''),
    wide: document.documentElement.scrollWidth > window.innerWidth,
  }
}

describe.each([390, 1280])('Large text, %i wide', (width) => {
  it.each([
    '/zh/',
    '/zh/stations',
    '/zh/stations/441202-0001',
    '/en/stations',
    '/zh/stations?near=坑口',
  ])('%s is one column, its letters are large, and what is tapped is high', async (path) => {
    const page = await portal.browser.newPage({ viewport: { width, height: 900 } })
    await page.goto(`${portal.serving.url}${path}${path.includes('?') ? '&' : '?'}mode=elder`)
    await page.evaluate(() => document.querySelector('.map')?.scrollIntoView())
    if ((await page.locator('.map').count()) > 0) await page.waitForSelector('[data-ready]')
    const { base, ...found } = await page.evaluate(measure)
    expect(base).toBeGreaterThanOrEqual(22)
    expect(found).toEqual({ small: [], low: [], beside: [], wide: false })
    await page.close()
  })
})

describe('The switch to large text', () => {
  it('is on every page, keeps what was chosen, and leads back', async () => {
    const page = await portal.browser.newPage({ viewport: { width: 390, height: 844 } })
    await page.goto(`${portal.serving.url}/zh/stations?region=441202&amenities=WATER`)
    await page.getByRole('link', { name: '大字版' }).click()
    expect(new URL(page.url()).search).toBe('?region=441202&amenities=WATER&mode=elder')
    await page.getByRole('link', { name: '无障碍' }).first().click()
    expect(new URL(page.url()).searchParams.get('mode')).toBe('elder')
    await page.getByRole('link', { name: '标准字号' }).click()
    expect(new URL(page.url()).searchParams.has('mode')).toBe(false)
    await page.close()
  })
})
