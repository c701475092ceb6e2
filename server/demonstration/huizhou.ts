import type { reporterKinds } from '../../schema/terms/submission.ts'
import { annexOneFiles } from './annexone.ts'
import { annexTwoFiles } from './annextwo.ts'
import { CITY_TEAMS, type Organization } from './organizations.ts'
import type { OutgoingFile } from './outgoing.ts'
import type { Region } from './regions.ts'
import { csvBytes } from './register.ts'

type Kind = keyof typeof reporterKinds

/** The roster and the filled annexes of Huizhou's campaign of 2017, weeks from 5 June on. */
export async function* huizhouFiles(
  regions: readonly Region[],
  organizations: readonly Organization[],
  seed: string,
): AsyncGenerator<OutgoingFile> {
  const districts = DISTRICTS.map((code) => districtOf(code, regions, organizations))
  const teams = CITY_TEAMS.map((name) => organizations.find((one) => one.name === name)!)
  const rows = [
    ...districts.map(({ office, isZone }) => rosterRow(office, isZone ? 'ZONE' : 'COUNTY')),
    ...teams.map((team) => rosterRow(team, 'CITY_UNIT')),
  ]
  yield {
    file: 'rosters/hz-2017-review.csv',
    receivedAt: '2019-02-21T10:05:00+08:00', // entered afterwards, when the register was there
    bytes: csvBytes([['专项行动编号', '组织编号', '类别', '所在区划'], ...rows], 'utf-8'),
  }
  yield* annexOneFiles(seed)
  yield* annexTwoFiles(districts.map(({ name, office }) => ({ name, office: office.name })))
}

/** Two districts, a county and the two zones; two counties are left out and report nothing. */
const DISTRICTS = ['441302', '441303', '441322', 'Z-HZ-ZK', 'Z-HZ-DYW']

/** In a district its own federation fills in the summary. */
function districtOf(
  code: string,
  regions: readonly Region[],
  organizations: readonly Organization[],
) {
  const { name, isZone } = regions.find((region) => region.code === code)!
  const office = organizations.find((one) => one.region === code)! // the federation comes first
  return { name, isZone, office }
}

const LABELS: Readonly<Record<Exclude<Kind, 'COLLEGE'>, string>> = {
  COUNTY: '各县（市、区）',
  ZONE: '功能区',
  CITY_UNIT: '市直单位',
}

function rosterRow({ number, region }: Organization, kind: keyof typeof LABELS): string[] {
  return ['HZ-2017-REVIEW', number, LABELS[kind], region]
}
