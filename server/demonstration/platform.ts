import { activityFields, platformFields } from '../../schema/terms/fields.ts'
import { platforms } from '../../schema/terms/organization.ts'
import { type FilledActivity, sum } from './filled.ts'
import type { OutgoingFile } from './outgoing.ts'
import { csvBytes, type Row } from './register.ts'

/** What i志愿 has of four reporters: of two as in their forms, of two something else (Z19-19). */
export function platformFile(
  activitiesOf: (reporter: string) => readonly FilledActivity[],
): OutgoingFile {
  const rows = EXPORTED.map(({ reporter, people, hours, distinct }): Row => {
    const activities = activitiesOf(reporter)
    const total = (field: 'volunteers' | 'organizations' | 'hours') =>
      sum(activities.map((one) => one[field])) ?? 0
    return [
      'ZQ-2019-MONTH',
      reporter,
      platforms.IZHIYUAN.zh,
      '2019-04-08',
      total('volunteers') + people,
      distinct ?? total('organizations'),
      total('hours') + hours,
    ]
  })
  const bytes = csvBytes([HEADER, ...rows], 'utf-8')
  return { file: 'forms/hub-platform-zq-2019.csv', receivedAt: '2019-04-09T09:10:00+08:00', bytes }
}

const HEADER = [
  platformFields.campaign,
  platformFields.organization,
  platformFields.platform,
  platformFields.exportedOn,
  activityFields.volunteerPersonTimes,
  activityFields.organizationCount,
  activityFields.serviceHours,
].map(({ zh }) => zh)

/** By how much the platform has more or less than the forms. */
interface Exported {
  readonly reporter: string
  readonly people: number
  readonly hours: number
  /** Organizations counted once each; the forms count them once for every activity. */
  readonly distinct?: number
}

const EXPORTED: readonly Exported[] = [
  { reporter: 'ZQ19-441202', people: 0, hours: 0 },
  { reporter: 'ZQ-0001', people: 0, hours: 0 },
  { reporter: 'ZQ19-441226', people: -37, hours: -92.5, distinct: 26 },
  { reporter: 'ZQ-WMB', people: 14, hours: 21, distinct: 9 },
]
