import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDay, readWeekOfMonth, readWhen } from '../../server/intake/values/date.ts'
import { lostCharacter } from '../../server/intake/values/lostcharacter.ts'
import { findPersonal } from '../../server/intake/values/personal.ts'
import { readPhone } from '../../server/intake/values/phone.ts'
import { isMissing, plain } from '../../server/intake/values/plain.ts'
import { readTick } from '../../server/intake/values/tick.ts'

const YEAR = { from: '2019-01-01', to: '2019-12-31' }
const when = (text: string, period = YEAR) => readWhen({ text, kind: 'text' }, period)
const codes = (text: string, period = YEAR) => when(text, period).remarks.map((one) => one.code)

const FIRST = Date.UTC(2019, 0, 1)
const dayOf = (offset: number) => {
  const date = new Date(FIRST + offset * 86_400_000)
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()]
  return { iso: date.toISOString().slice(0, 10), month, day, serial: 43466 + offset }
}
const offset = fc.integer({ min: 0, max: 364 })
const fullWidth = (text: string) =>
  text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const SIGNS = '〇一二三四五六七八九'
/** 二十一: a number below a hundred as a person writes it. */
const inSigns = (number: number) =>
  number < 10
    ? SIGNS[number]
    : `${number < 20 ? '' : SIGNS[Math.floor(number / 10)]}十${number % 10 === 0 ? '' : SIGNS[number % 10]}`
const two = (number: number) => String(number).padStart(2, '0')

const CLERKS =
  '0123456789０１９〇一二三五十廿年月日号周星期每上中下旬午晚早点时分半全天长期常态化即起至今前后初底末第个和或及、，,;；/.-—~～至到:：()（） 　\n\u200b√×☑□是否未'
const scribble = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...CLERKS), maxLength: 16 }),
)

describe('what is understood prints back to the same meaning', () => {
  it('a day, in whichever digits, signs and order it is written', () => {
    fc.assert(
      fc.property(offset, (at) => {
        const { iso, month, day, serial } = dayOf(at)
        for (const text of [
          iso,
          `2019.${month}.${day}`,
          `2019/${month}/${day}`,
          `2019年${month}月${day}日`,
          fullWidth(`2019年${month}月${day}日`),
          `二〇一九年${inSigns(month)}月${inSigns(day)}日`,
          `2019${two(month)}${two(day)}`,
          `19.${month}.${day}`,
          `${month}月${day}日`,
          `${inSigns(month)}月${inSigns(day)}号`,
          `${month}.${day}`,
          `${two(month)}${two(day)}`,
          String(serial),
        ]) {
          expect(when(text).value, text).toEqual({ start: iso, end: iso })
          expect(readDay({ text, kind: 'text' }, YEAR).value, text).toBe(iso)
        }
      }),
    )
  })

  it('a range, with as much of its second day as differs', () => {
    fc.assert(
      fc.property(offset, offset, fc.constantFrom(...'-–—～~至到'), (a, b, dash) => {
        const [first, last] = [dayOf(Math.min(a, b)), dayOf(Math.max(a, b))]
        const value = { start: first.iso, end: last.iso }
        const written = [
          `2019.${first.month}.${first.day}${dash}${last.month}.${last.day}`,
          `${first.month}月${first.day}日${dash}${last.month}月${last.day}日`,
          `${first.iso}${dash}${last.iso}`,
        ]
        if (first.month === last.month)
          written.push(`${first.month}月${first.day}${dash}${last.day}日`)
        for (const text of written) expect(when(text).value, text).toEqual(value)
        if (first.iso < last.iso) {
          const turned = `${last.month}月${last.day}日${dash}${first.month}月${first.day}日`
          expect(codes(turned), turned).toEqual(['E_DATE_ORDER'])
        }
      }),
    )
  })

  it('the hours of a day', () => {
    const minute = fc.integer({ min: 6 * 60, max: 23 * 60 + 59 })
    const spoken = (at: number) => {
      const [hour, rest] = [Math.floor(at / 60), at % 60]
      const part = hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上'
      return `${part}${hour > 12 ? hour - 12 : hour}点${rest === 30 ? '半' : rest === 0 ? '' : `${rest}分`}`
    }
    const clock = (at: number) => `${two(Math.floor(at / 60))}:${two(at % 60)}`
    fc.assert(
      fc.property(minute, minute, (a, b) => {
        fc.pre(a !== b)
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const value = {
          start: `2019-03-05T${clock(from)}+08:00`,
          end: `2019-03-05T${clock(to)}+08:00`,
        }
        for (const text of [
          `3月5日${clock(from)}-${clock(to)}`,
          `3月5日${clock(from).replace(':', '：')}—${clock(to).replace(':', '：')}`,
          `2019.3.5 ${clock(from)}至${clock(to)}`,
          `3月5日${spoken(from)}-${spoken(to)}`,
        ]) {
          expect(when(text).value, text).toEqual(value)
        }
      }),
    )
  })

  it('a list keeps each of its days once, in order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 2, maxLength: 8 }),
        (numbers) => {
          const dates = [...numbers].sort((a, b) => a - b).map((day) => `2019-03-${two(day)}`)
          expect(when(`3月${numbers.join('、')}日`).value).toEqual({ dates })
          expect(when(numbers.map((day) => `3月${day}日`).join('，')).value).toEqual({ dates })
        },
      ),
    )
  })

  it('a tick is yes or no in every form, whichever box comes first', () => {
    const on = fc.constantFrom('☑', '■', '[x]', '[√]', '（√）', '✅')
    const off = fc.constantFrom('□', '☐', '[ ]', '（ ）')
    const gap = fc.constantFrom('', ' ', '　', ' / ')
    fc.assert(
      fc.property(on, off, gap, fc.boolean(), (ticked, empty, space, yes) => {
        const [first, second] = yes ? [ticked, empty] : [empty, ticked]
        expect(readTick(`${first}是${space}${second}否`).value).toBe(yes)
        expect(readTick(`是${first}${space}否${second}`).value).toBe(yes)
        expect(readTick(`${second}否${space}${first}是`).value).toBe(yes)
        expect(readTick(`${ticked}是${space}${ticked}否`).value).toBeNull()
        expect(readTick(`${empty}是${space}${empty}否`).value).toBeNull()
      }),
    )
  })

  it('a number of a mobile or a desk, however it is spaced', () => {
    const spaced = (digits: string, sign: string) =>
      [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].join(sign)
    const local = fc.integer({ min: 2_000_000, max: 8_999_999 }).map(String)
    const last = fc
      .integer({ min: 0, max: 9999 })
      .map((end) => `1380013${String(end).padStart(4, '0')}`)
    fc.assert(
      fc.property(last, local, fc.constantFrom(' ', '-', ''), (mobile, desk, sign) => {
        for (const text of [mobile, fullWidth(mobile), `+86 ${mobile}`, spaced(mobile, sign)]) {
          const { remarks, ...read } = readPhone(text, { kind: 'mobile' })
          expect(read, text).toEqual({ valid: true, kind: 'mobile', normalised: mobile })
          expect(findPersonal(`电话${text}`), text).toContain('手机号码 mobile')
          expect(readPhone(text, { kind: 'office' }).valid).toBe(false)
        }
        for (const text of [`0758${sign}${desk}`, `（0758）${desk}`, `+86-758-${desk}`]) {
          expect(readPhone(text, { kind: 'office' }).normalised, text).toBe(`0758-${desk}`)
          expect(findPersonal(text), text).toEqual([])
        }
      }),
    )
  })
})

describe('nothing is guessed', () => {
  it('two small numbers with a stroke between are a day only where the period leaves one', () => {
    const small = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(small, small, (a, b) => {
        fc.pre(a !== b)
        expect(codes(`${a}/${b}`)).toEqual(['E_DATE_AMBIGUOUS'])
        expect(codes(`${two(a)}/${two(b)}/2019`)).toEqual(['E_DATE_AMBIGUOUS'])
        const month = { from: `2019-${two(a)}-01`, to: `2019-${two(a)}-28` }
        expect(when(`${a}/${b}`, month).value).toEqual({
          start: `2019-${two(a)}-${two(b)}`,
          end: `2019-${two(a)}-${two(b)}`,
        })
        expect(codes(`${b}/${a}`, month)).toEqual(['E_DATE_AMBIGUOUS'])
      }),
    )
  })

  it('a number cell that may have lost its last zero is a day only where just one exists', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (month, digit) => {
          const number = Number(`${month}.${digit}`)
          const { value } = readWhen({ text: String(number), kind: 'number', number }, YEAR)
          const both = digit * 10 <= new Date(Date.UTC(2019, month, 0)).getUTCDate()
          const day = `2019-${two(month)}-0${digit}`
          expect(value).toEqual(both ? null : { start: day, end: day })
        },
      ),
    )
  })
})

describe('garbage', () => {
  const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(?:[01]\d|2[0-4]):[0-5]\d\+08:00)?$/
  const sound = (text: string | null) => {
    if (text === null) return
    const day = ISO.exec(text)?.[1] ?? ''
    expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
  }

  it('is refused with a reason, never with an exception, and never becomes a day that does not exist', () => {
    fc.assert(
      fc.property(scribble, (text) => {
        const { value, remarks, startTime, openEnded } = when(text)
        const all: readonly (string | null)[] =
          value === null ? [] : 'dates' in value ? value.dates : [value.start, value.end]
        all.forEach(sound)
        if (value !== null && 'start' in value && value.start !== null && value.end !== null) {
          expect(value.start.slice(0, 10) <= value.end.slice(0, 10), text).toBe(true)
        }
        if (all.includes(null) && value !== null && 'start' in value && value.start === null) {
          expect(openEnded).toBe(true)
        }
        const isBlank = remarks.length === 0 && value === null && startTime === undefined
        if (isBlank) expect(isMissing(text) || /^[()]*月?[()]*$/.test(plain(text)), text).toBe(true)
        const { value: day, precision } = readDay({ text, kind: 'text' }, null)
        if (day !== null) sound(precision === 'day' ? day : `${day}-01-01`.slice(0, 10))
        readWeekOfMonth(text, 2019)
        readTick(text)
        for (const kind of ['mobile', 'office', 'any'] as const) {
          expect(JSON.stringify(readPhone(text, { kind }).remarks)).not.toMatch(/\d{5}/)
        }
        findPersonal(text)
        lostCharacter(text, ['塘㙍镇'])
      }),
      { numRuns: 3000 },
    )
  })

  it('does not get a second meaning by being made plain', () => {
    fc.assert(
      fc.property(scribble, (text) => {
        expect(when(plain(text)).value).toEqual(when(text).value)
        expect(readTick(plain(text)).value).toEqual(readTick(text).value)
        const any = { kind: 'any' } as const
        expect(readPhone(plain(text), any)).toEqual(readPhone(text, any))
      }),
      { numRuns: 2000 },
    )
  })

  it('of cells that claim to be numbers is held to the calendar too', () => {
    fc.assert(
      fc.property(fc.double(), (number) => {
        const { value } = readWhen({ text: String(number), kind: 'number', number }, YEAR)
        if (value !== null && 'start' in value) sound(value.start)
      }),
    )
  })
})
