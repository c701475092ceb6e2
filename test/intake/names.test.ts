import { describe, expect, it } from 'vitest'
import { findingOf } from '../../server/intake/findings.ts'
import { lostCharacter } from '../../server/intake/values/lostcharacter.ts'
import { stationNameRule } from '../../server/intake/values/stationname.ts'

const COUNTIES = ['潞州区', '上党区', '屯留区', '潞城区', '长子县', '沁县']
const rule = (name: string, setting = 'COMMUNITY') =>
  stationNameRule(name, { city: '长治市', counties: COUNTIES, setting })
const held = (name: string, setting?: string) => {
  const { conforms, remarks } = rule(name, setting)
  return [conforms, ...remarks.map((one) => one.code)]
}

describe('a station of Changzhi is named by the rule of the city (C21-N1)', () => {
  it('I11: without the city or the words of the rule it does not conform', () => {
    expect(held('潞州区XX社区学雷锋志愿服务站')).toEqual([false, 'W_NAME_RULE'])
    expect(held('长治市潞州区学雷锋志愿服务站')).toEqual([false, 'W_NAME_RULE'])
    expect(held('长治市新时代文明实践学雷锋志愿服务站')).toEqual([false, 'W_NAME_RULE'])
  })

  it('I12: a space inside does not matter', () => {
    expect(rule('长治市潞州区 新时代文明实践学雷锋志愿服务站')).toMatchObject({
      conforms: true,
      normalised: '长治市潞州区新时代文明实践学雷锋志愿服务站',
      remarks: [{ code: 'I_NORMALISED' }],
    })
  })

  it('I13: 点 is only for residential compounds', () => {
    const name = '长治市潞州区新时代文明实践学雷锋志愿服务点'
    expect(held(name, 'WINDOW')).toEqual([false, 'W_NAME_RULE'])
    expect(held(name, 'RESIDENTIAL')).toEqual([true])
  })

  it('counties and units conform, former counties do not', () => {
    const named = (body: string) => held(`长治市${body}新时代文明实践学雷锋志愿服务站`)
    for (const body of ['潞州区', '长子县', '图书馆', '潞州区滨河社区', '滨河小区', '太行景区']) {
      expect(named(body)).toEqual([true])
    }
    for (const body of ['长治县', '城区', '潞城市'])
      expect(named(body)).toEqual([false, 'W_NAME_RULE'])
  })

  it('the office is told what the name should look like', () => {
    const [plainly] = rule('学雷锋志愿服务站').remarks
    expect(plainly && findingOf(plainly).message.zh).toBe(
      '站点名称不符合规范名称“长治市…新时代文明实践学雷锋志愿服务站”',
    )
    const [former] = rule('长治市长治县新时代文明实践学雷锋志愿服务站').remarks
    expect(former && findingOf(former).message.en).toBe(
      'Station name does not follow the naming rule “长治市…新时代文明实践学雷锋志愿服务站” (“长治县” is no county or district today)',
    )
  })
})

describe('a character that was lost on the way is suggested, never put in', () => {
  const KNOWN = ['塘㙍镇', '黄坡镇', '沁县', '单县']
  const meant = (text: string) => lostCharacter(text, KNOWN)?.details.value ?? null

  it('where one known name fits', () => {
    for (const text of ['塘?镇', '塘？镇', '塘�镇', '塘□镇', '塘〓镇', '塘??镇', '塘�0�3镇']) {
      expect(meant(text)).toBe('塘㙍镇')
    }
    expect(meant('塘?镇文明办')).toBe('塘㙍镇文明办')
  })

  it('where several fit all are told', () => {
    expect(meant('?县')).toBe('沁县、单县')
  })

  it('where none fits, or nothing was lost, nothing is said', () => {
    for (const text of ['湖?镇', '塘㙍镇', '?', '志愿者在哪里?', '', '塘?'])
      expect(meant(text)).toBeNull()
  })
})
