import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { parse } from '../../schema/tables/row.ts'
import type { DemonstrationValue } from '../../schema/tables/station.ts'
import { Inspection } from '../../schema/types/assessment.ts'
import { PracticeTier } from '../../schema/types/enums.ts'
import { Organization } from '../../schema/types/organization.ts'
import { Source } from '../../schema/types/source.ts'
import { Demonstration, Station } from '../../schema/types/station.ts'
import { shanghaiDate } from '../clock.ts'
import {
  findInspections,
  findProgress,
  type InspectionRow,
  type ProgressRow,
} from '../records/assessment.ts'
import type { StationRow } from '../records/station.ts'
import { batch, type Context, recordOf } from './context.ts'
import { presentOf } from './opening.ts'
import { LangArg } from './recorded.ts'

const TIERS: Readonly<Record<string, string>> = {
  PRACTICE_CENTER: 'CENTER',
  PRACTICE_INSTITUTE: 'INSTITUTE',
  PRACTICE_STATION: 'STATION',
}

interface DesignationRow extends Partial<DemonstrationValue> {
  readonly status: string
  readonly reportedOn: string | null
  readonly at: number
}

@Resolver(() => Station)
export class StationInspections {
  @FieldResolver(() => [Inspection], {
    description: 'Visits of offices, the newest first (检查与整改).',
  })
  async inspections(@Root() { id, at }: StationRow, @Ctx() context: Context) {
    const visits = batch(context, `inspections ${at}`, async (stations) =>
      Map.groupBy(await findInspections(context.db, stations, at), (row) => row.station),
    )
    return (await visits.load(id)) ?? []
  }

  @FieldResolver(() => PracticeTier, {
    nullable: true,
    description:
      'Its tier, where it is in a new-era civility practice centre: clause C21-15 (新时代文明实践中心、所、站).',
  })
  practiceTier(@Root() { venueType }: StationRow): string | null {
    return TIERS[venueType] ?? null
  }

  @FieldResolver(() => [Demonstration], {
    description:
      'Its tasks as a demonstration site with how far each has come by the last report (示范点建设任务).',
  })
  async demonstrations(@Root() station: StationRow, @Ctx() context: Context) {
    const { id, at } = station
    const reports = batch(context, `progress ${at}`, async (stations) =>
      Map.groupBy(await findProgress(context.db, stations, at), (row) => row.station),
    )
    const told = (await reports.load(id)) ?? []
    const tasks = parse(station.demonstrations)
    const today = shanghaiDate(await presentOf(context, at))
    if (tasks.length === 0) {
      return told.map((one) => designation({ clause: one.clause ?? undefined }, one, today, at))
    }
    return tasks.map((task) => {
      const report = told.find((one) => one.clause === null || one.clause === task.clause)
      return designation(task, report, today, at)
    })
  }
}

/** A task that was reported as going on is overdue once its day is over; one nobody reported on stays unknown. */
function designation(
  task: Partial<DemonstrationValue>,
  report: ProgressRow | undefined,
  today: string,
  at: number,
): DesignationRow {
  const said = report?.status ?? task.status ?? 'UNKNOWN'
  const late = said === 'IN_PROGRESS' && task.due != null && task.due < today
  const status = late ? 'OVERDUE' : said
  return { role: 'UNKNOWN', ...task, status, reportedOn: report?.reportedOn ?? null, at }
}

@Resolver(() => Demonstration)
export class DemonstrationResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Who has to see to it (责任单位).',
  })
  responsible(@Root() { responsible, at }: DesignationRow, @Ctx() context: Context) {
    return recordOf(context, 'organization', responsible, at)
  }

  @FieldResolver(() => Source, { description: 'The clause that sets the task (依据).' })
  source(@Root() { document, clause, at }: DesignationRow) {
    const cited = document ?? (clause && `document:${clause.split('-', 1)[0]}`)
    return { field: 'demonstrations', document: cited, clause, at }
  }
}

@Resolver(() => Inspection)
export class InspectionResolver {
  @FieldResolver(() => Station, { description: 'The station visited (站点).' })
  station(@Root() { station, at }: InspectionRow, @Ctx() context: Context) {
    return recordOf(context, 'station', station, at)
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Who visited it (检查单位).' })
  by(@Root() { by, at }: InspectionRow, @Ctx() context: Context) {
    return recordOf(context, 'organization', by, at)
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Who has to set it right (整改责任单位).',
  })
  sentTo(@Root() { sentTo, at }: InspectionRow, @Ctx() context: Context) {
    return recordOf(context, 'organization', sentTo, at)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was found, as written; public once closed: clause C21-17 (发现的问题).',
  })
  findings(@Root() { found, rectification }: InspectionRow, @LangArg() _lang: string) {
    return rectification === 'OPEN' ? null : found
  }
}
