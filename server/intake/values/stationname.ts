import { type NameBreach, nameBreach, type StationNameRule } from '../../records/stationname.ts'
import { type Remark, remark } from '../findings.ts'
import { tight } from './plain.ts'

export interface StationNameReading {
  readonly conforms: boolean
  /** The name without spaces. */
  readonly normalised: string
  readonly remarks: readonly Remark[]
}

/** Holds a typed name against the naming rule (C21-N1). Where the rule is broken the name is kept as typed. */
export function stationNameRule(name: string, rule: StationNameRule): StationNameReading {
  const normalised = tight(name)
  const breach = nameBreach(normalised, rule)
  if (breach !== null) {
    const [hintZh, hintEn] = hintOf(breach)
    const remarks = [remark('W_NAME_RULE', { raw: name, hintZh, hintEn })]
    return { conforms: false, normalised, remarks }
  }
  const told = name === normalised ? [] : [remark('I_NORMALISED', { raw: name, value: normalised })]
  return { conforms: true, normalised, remarks: told }
}

function hintOf(breach: NameBreach): [zh: string, en: string] {
  if (breach.why === 'POINT') {
    return ['（“点”只用于小区）', ' (“点” is for residential compounds only)']
  }
  if (breach.why !== 'DISTRICT') return ['', '']
  const { district } = breach
  return [`（“${district}”不是现行县区名）`, ` (“${district}” is no county or district today)`]
}
