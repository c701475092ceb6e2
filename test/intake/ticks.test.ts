import { describe, expect, it } from 'vitest'
import { findingOf } from '../../server/intake/findings.ts'
import { readTick } from '../../server/intake/values/tick.ts'

const tick = (text: string) => {
  const { value, remarks } = readTick(text)
  return [value, ...remarks.map((one) => one.code)]
}

describe('J01: a tick is read as the clerk meant it', () => {
  it('a plain answer needs no remark', () => {
    expect(tick('是')).toEqual([true])
    expect(tick('否')).toEqual([false])
  })

  it.each([
    '√',
    '✓',
    '✔',
    '是 ',
    '是的',
    '有',
    'Y',
    'yes',
    '对',
    '1',
    '已记录',
    '已发布',
    '均已记录',
    '☑',
    '☑是□否',
    '☑ 是  □ 否',
    '■是□否',
    '☒是☐否',
    '[x]是[ ]否',
    '是☑否□',
    '是√ 否',
    '√是 否',
    '是（√）否（ ）',
    '是√ 否×',
    '□否☑是',
    '☑已记录 □未记录',
    '√是',
  ])('%s is yes', (text) => {
    expect(tick(text)).toEqual([true, 'I_NORMALISED'])
  })

  it.each([
    '×',
    '✗',
    'x',
    '无',
    '没有',
    '未',
    '未记录',
    '尚未发布',
    '不是',
    'N',
    'No',
    '0',
    '□是☑否',
    '□是 √否',
    '[ ]是[x]否',
    '是□否■',
    '是 否√',
    '是（ ）否（√）',
    '☑否',
    '否√',
  ])('%s is no', (text) => {
    expect(tick(text)).toEqual([false, 'I_NORMALISED'])
  })

  it.each([
    '☑是☑否',
    '□是□否',
    '□',
    '□是',
    '是否',
    '是/否',
    '是√否',
    '是 √ 否',
    '×否',
    '部分',
    '待发布',
    '已发布未记录',
    '200',
  ])('%s is no answer: the office is asked again', (text) => {
    expect(tick(text)).toEqual([null, 'E_VAGUE'])
  })

  it('what is added to a plain answer is set aside, and told', () => {
    expect(readTick('已发布（编号ZQ-001）')).toEqual({
      value: true,
      remarks: [{ code: 'I_IGNORED_PART', details: { part: '编号zq-001' } }],
    })
  })

  it('a blank is not judged here', () => {
    for (const text of ['', '/', '—', '不详']) expect(tick(text)).toEqual([null])
  })

  it('the sentence asks for one tick, not for a number', () => {
    const [why] = readTick('☑是☑否').remarks
    expect(why && findingOf(why).message).toEqual({
      zh: '“☑是☑否”无法确定是或否，请只勾一项',
      en: '“☑是☑否” has no definite yes or no; tick one of them',
    })
    expect(findingOf({ code: 'E_VAGUE', details: { raw: '若干' } }).message).toEqual({
      zh: '“若干”无法确定数值，请填具体数字',
      en: '“若干” has no definite value; give a number',
    })
  })
})
