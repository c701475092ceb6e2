import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAudiences } from '../../server/intake/values/audience.ts'
import { readHours } from '../../server/intake/values/hours.ts'
import { readLinks } from '../../server/intake/values/link.ts'
import { readMoney } from '../../server/intake/values/money.ts'
import { readActivityName } from '../../server/intake/values/name.ts'
import { type NumberReading, readNumber } from '../../server/intake/values/number.ts'
import { compact, plain, tight } from '../../server/intake/values/plain.ts'
import { fromWgs84, toWgs84 } from '../../server/records/datum.ts'

const RULE = { field: '人次', units: '人次|人|名|位', integer: true, maximum: 5_000_000 }
const text = (typed: string) => ({ text: typed, kind: 'text' }) as const
const persons = (typed: string) => readNumber(text(typed), RULE)
const hours = (typed: string, heads: number | null = null) => readHours(text(typed), heads)
const yuan = (typed: string) => readMoney(text(typed), '资金')

const fullWidth = (number: string) =>
  number.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** 三千零五十: how a person writes a whole number below a hundred million in signs. */
function inSigns(number: number): string {
  if (number >= 10_000) {
    const rest = number % 10_000
    const gap = rest > 0 && rest < 1000 ? '零' : ''
    return `${inSigns(Math.floor(number / 10_000))}万${gap}${rest > 0 ? inSigns(rest) : ''}`
  }
  let said = ''
  for (const [size, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / size) % 10
    if (digit > 0) said += `${'零一二三四五六七八九'[digit]}${unit}`
    else if (said !== '' && !said.endsWith('零') && number % size > 0) said += '零'
  }
  return said
}

const CLERKS =
  '0123456789０１９一二三十百千万两零约余多近人次名小时分钟元块每+-~—至×*/，,、；;：:.。（）()《》 　\n\u200bOlwkW含其中价值播放'
const scribble = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...CLERKS), maxLength: 14 }),
)

describe('what is understood prints back to the same meaning', () => {
  it('a count, in whichever digits, signs and units it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), (count) => {
        const plainly = String(count)
        const grouped = plainly.replaceAll(/\B(?=(\d{3})+$)/g, ',')
        const writings = [
          plainly,
          ` ${plainly}`,
          fullWidth(plainly),
          grouped,
          `${count}人次`,
          `共${count}人`,
          inSigns(count),
          `${inSigns(count)}人`,
        ]
        for (const typed of writings) {
          expect(persons(typed), typed).toMatchObject({ value: count, qualifier: 'EXACT' })
        }
        expect(persons(`约${grouped}人`)).toMatchObject({ value: count, qualifier: 'APPROX' })
        expect(persons(`${count}余人`)).toMatchObject({ value: count, qualifier: 'AT_LEAST' })
        expect(persons(`近${count}人`)).toMatchObject({ value: count, qualifier: 'BELOW' })
        expect(persons(String(persons(grouped).value)).remarks).toEqual([])
      }),
    )
  })

  it('ten-thousands multiply exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_999_999 }), (count) => {
        expect(persons(`${count / 10_000}万人`)).toMatchObject({ value: count })
      }),
    )
  })

  it('hours, as decimals, as hours and minutes, for each head and as a product', () => {
    const quarter = fc.integer({ min: 1, max: 4000 }).map((count) => count / 4)
    fc.assert(
      fc.property(quarter, fc.integer({ min: 1, max: 500 }), (length, heads) => {
        const whole = Math.floor(length)
        const rest = (length - whole) * 60
        expect(hours(`${length}小时`).value).toBe(length)
        expect(hours(`${length * 60}分钟`).value).toBe(length)
        if (rest > 0) expect(hours(`${whole}小时${rest}分`).value).toBe(length)
        if (rest === 30 && whole > 0) expect(hours(`${whole}个半小时`).value).toBe(length)
        expect(hours(`每人${length}小时`, heads).value).toBe(length * heads)
        expect(hours(`${heads}人×${length}小时`, heads).value).toBe(length * heads)
      }),
    )
  })

  it('money, with its sign before or its unit behind', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), (cents) => {
        const sum = cents / 100
        const grouped = sum.toFixed(2).replaceAll(/\B(?=(\d{3})+\.)/g, ',')
        for (const typed of [
          String(sum),
          `${sum}元`,
          `￥${sum}`,
          `${grouped}元`,
          `人民币${sum}元整`,
        ]) {
          expect(yuan(typed), typed).toMatchObject({ value: sum, qualifier: 'EXACT' })
        }
      }),
    )
  })

  it('a range keeps both ends and no number', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(9999), fc.constantFrom(...'-–—－~～至到'), (a, b, dash) => {
        expect(persons(`${a}${dash}${b}人`)).toMatchObject({ value: null, low: a, high: b })
      }),
    )
  })

  it('a sum is the sum of its parts', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(counts, (parts) => {
        const value = parts.reduce((sum, part) => sum + part, 0)
        expect(persons(parts.join('+'))).toMatchObject({ value, parts })
        expect(persons(parts.map((part) => `${part}人`).join('、'))).toMatchObject({ value, parts })
      }),
    )
  })

  it('a position comes back from every datum to within a tenth of a metre', () => {
    const lon = fc.double({ min: 75, max: 134, noNaN: true })
    const lat = fc.double({ min: 18, max: 52, noNaN: true })
    fc.assert(
      fc.property(lon, lat, fc.constantFrom('GCJ02', 'BD09', 'WGS84'), (lon, lat, datum) => {
        const back = toWgs84(fromWgs84({ lon, lat }, datum), datum)
        expect(Math.abs(back.lon - lon)).toBeLessThan(2e-6)
        expect(Math.abs(back.lat - lat)).toBeLessThan(2e-6)
      }),
    )
  })
})

describe('garbage', () => {
  const sound = ({ value, low, high, plays, parts = [], missing, remarks }: NumberReading) => {
    for (const one of [value, low, high, plays, ...parts]) {
      if (one !== null && one !== undefined) expect(Number.isFinite(one)).toBe(true)
    }
    if (value !== null) expect(value).toBeGreaterThanOrEqual(0)
    if (missing) expect([value, remarks.length]).toEqual([null, 0])
    else if (value === null) expect(remarks.length).toBeGreaterThan(0)
  }

  it('is refused with a reason, never with an exception, and never becomes NaN or Infinity', () => {
    fc.assert(
      fc.property(scribble, fc.option(fc.nat(1000)), (typed, heads) => {
        sound(persons(typed))
        sound(hours(typed, heads))
        sound(yuan(typed))
        for (const { count } of readAudiences(typed).list) {
          expect(count === null || Number.isFinite(count)).toBe(true)
        }
        readActivityName(typed)
        for (const url of readLinks(typed).urls) expect(url).toMatch(/^https?:\/\//)
      }),
      { numRuns: 2000 },
    )
  })

  it('cells that claim to be numbers are held to the bounds too', () => {
    fc.assert(
      fc.property(fc.double(), (number) => {
        const cell = { text: String(number), kind: 'number', number } as const
        sound(readNumber(cell, RULE))
        sound(readHours(cell, 3))
        sound(readMoney(cell, '资金', 10_000))
      }),
    )
  })

  it('does not get a second meaning by being made plain', () => {
    fc.assert(
      fc.property(scribble, (typed) => {
        expect(plain(plain(typed))).toBe(plain(typed))
        expect(tight(plain(typed))).toBe(tight(typed))
        const once = compact(typed)
        expect(compact(once)).toBe(once)
        if (!/[\r\n]/.test(typed)) expect(persons(plain(typed)).value).toBe(persons(typed).value)
      }),
      { numRuns: 2000 },
    )
  })

  it('two lines of dashes are one dash, as one line of them is', () => {
    expect(compact('-\n—')).toBe('-')
    expect(tight('- —')).toBe('-')
  })

  it('blank and the signs for it are missing, never zero', () => {
    const blanks = fc.constantFrom(
      '',
      ' ',
      '　',
      '/',
      '-',
      '—',
      '——',
      '\\',
      '未统计',
      '不详',
      '暂无',
      '\u200b',
    )
    fc.assert(
      fc.property(blanks, fc.constantFrom('', ' ', '　', '\n'), (blank, space) => {
        for (const read of [persons, hours, yuan]) {
          expect(read(`${space}${blank}${space}`)).toMatchObject({ value: null, missing: true })
        }
      }),
    )
  })
})
