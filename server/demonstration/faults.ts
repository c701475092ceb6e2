import type { Count, FilledActivity, FilledForm, FilledMedia } from './filled.ts'

/** What offices do to a form; the hub has to cope. The last four hold a row back. */
type Fault =
  | 'short name'
  | 'stamp in name'
  | 'about'
  | 'at least'
  | 'nearly'
  | 'full width'
  | 'ten thousands'
  | 'capped reads'
  | 'hours and minutes'
  | 'goods'
  | 'cash and goods'
  | 'wrong total'
  | 'blank total'
  | 'blank cells'
  | 'two links'
  | 'no link'
  | 'range'
  | 'letter for digit'
  | 'half a person'
  | 'missing number'

/** Which form has which fault, by reporter and period. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'ZQ19-441202 W1': 'short name',
  'ZQ19-441202 W2': 'stamp in name',
  'ZQ19-441203 W1': 'about',
  'ZQ19-441203 W3': 'range',
  'ZQ19-441204 W2': 'at least',
  'ZQ19-441204 FINAL': 'wrong total',
  'ZQ19-441223 W3': 'nearly',
  'ZQ19-441223 FINAL': 'short name',
  'ZQ19-441224 W1': 'full width',
  'ZQ19-441224 W4': 'letter for digit',
  'ZQ19-441225 W2': 'wrong total',
  'ZQ19-441225 FINAL': 'missing number',
  'ZQ19-441226 W1': 'half a person',
  'ZQ19-441226 W3': 'blank total',
  'ZQ19-441284 W2': 'missing number',
  'ZQ19-441284 W4': 'goods',
  'ZQ19-Z-ZQ-GXQ W2': 'hours and minutes',
  'ZQ19-Z-ZQ-XQ W3': 'letter for digit',
  'ZQ-XCB W1': 'capped reads',
  'ZQ-JGGW W2': 'range',
  'ZQ-TSW W2': 'cash and goods',
  'ZQ-TSW FINAL': 'about',
  'ZQ-WMB W3': 'ten thousands',
  'ZQ-MZJ W4': 'blank cells',
  'ZQ-0001 W2': 'two links',
  'ZQ-0001 W4': 'half a person',
  'ZQ-0002 W3': 'no link',
}

export function spoil(form: FilledForm, fault: Fault, short: string): FilledForm {
  switch (fault) {
    case 'short name':
      return { ...form, reporter: `填报单位（盖章）：${short}` }
    case 'stamp in name':
      return { ...form, reporter: '填报单位：共青团肇庆市端州区委（公章）' }
    case 'about':
      return withVolunteers(form, (n) => ({ value: tens(n), typed: `约${tens(n)}人` }))
    case 'at least':
      return withVolunteers(form, (n) => ({ value: tens(n), typed: `${tens(n)}余人` }))
    case 'nearly':
      return withVolunteers(form, (n) => ({ value: tens(n), typed: `近${tens(n)}人` }))
    case 'full width':
      return withVolunteers(form, (n) => ({ value: n, typed: fullWidth(n) }))
    case 'range':
      return withVolunteers(form, (n) => ({
        value: tens(n),
        typed: `${tens(n)}-${tens(n) + 100}人`,
      }))
    case 'letter for digit':
      return withVolunteers(form, () => ({ value: 100, typed: '1O0' }))
    case 'half a person':
      return withVolunteers(form, () => ({ value: 13, typed: 12.5 }))
    case 'missing number':
      return withVolunteers(form, () => ({ value: null }))
    case 'ten thousands':
      return withActivity(form, (one) => ({
        ...one,
        coverage: [{ audience: '其他（市民）', personTimes: { value: 12_000, typed: '1.2万' } }],
      }))
    case 'hours and minutes':
      return withActivity(form, (one) => ({ ...one, hours: withMinutes(one.hours) }))
    case 'goods':
      return withActivity(form, (one) => ({
        ...one,
        investment: { value: null, typed: '米10袋、油10桶' },
      }))
    case 'cash and goods':
      return withActivity(form, (one) => ({
        ...one,
        investment: { value: 2000, typed: '2000元（含矿泉水10箱）' },
      }))
    case 'blank cells':
      return withActivity(form, (one) => ({ ...one, coverage: [], investment: { value: null } }))
    case 'wrong total':
      return { ...form, totals: 'wrong' }
    case 'blank total':
      return { ...form, totals: 'blank' }
    case 'capped reads':
      return withMedia(form, (one) => ({ ...one, reads: { value: 100_000, typed: '10万+' } }))
    case 'two links':
      return withMedia(form, (one) => ({
        ...one,
        links: `${one.links}\nhttp：//www.zqvolunteer.example/2019/03/extra.html`,
      }))
    case 'no link':
      return withMedia(form, (one) => ({ ...one, links: '微信公众号：志愿示例' }))
  }
}

function withVolunteers(form: FilledForm, change: (value: number) => Count): FilledForm {
  return withActivity(form, (one) => ({ ...one, volunteers: change(one.volunteers.value!) }))
}

/** The fault strikes the first activity. */
function withActivity(
  form: FilledForm,
  change: (one: FilledActivity) => FilledActivity,
): FilledForm {
  const [first, ...others] = form.activities
  return { ...form, activities: [change(first!), ...others] }
}

function withMedia(form: FilledForm, change: (one: FilledMedia) => FilledMedia): FilledForm {
  const [first, ...others] = form.media
  return { ...form, media: [change(first!), ...others] }
}

const tens = (value: number) => Math.max(10, Math.round(value / 10) * 10)

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}

function withMinutes({ value }: Count): Count {
  const hours = Math.floor(value!)
  return { value: hours + 0.5, typed: `${hours}小时30分` }
}
