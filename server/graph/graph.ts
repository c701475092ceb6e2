import 'reflect-metadata'
import {
  extendSchema,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
  parse,
} from 'graphql'
import { buildSchema, type NonEmptyArray } from 'type-graphql'
import { requireRevision } from '../records/revision.ts'
import { ActivityLinks, ProjectActivities, StationActivities } from './activity.ts'
import {
  CheckOutcomeResolver,
  CriterionResultResolver,
  NameCheckResolver,
  StationAssessmentResolver,
  StationStanding,
} from './assessment.ts'
import {
  CalendarResolver,
  CampaignCalendar,
  OrganizationCalendar,
  RegionCalendar,
} from './calendar.ts'
import {
  ActivityResolver,
  CampaignGroupResolver,
  CampaignResolver,
  MediaReportResolver,
  OrganizationActivities,
  RegionCampaigns,
} from './campaign.ts'
import { FigureCitation, FigureRevisionResolver } from './cite.ts'
import { ClientResolver } from './client.ts'
import type { Connection } from './connection.ts'
import { type Context, type Root, revisionAt } from './context.ts'
import { CampaignCorrections, CorrectionResolver } from './correction.ts'
import { ColumnResolver, DatasetResolver } from './dataset.ts'
import { DemandResolver, MatchResolver, ProjectMatches, StationDemands } from './demand.ts'
import { callDirectly, tellTypesAtOnce } from './direct.ts'
import {
  CampaignDocument,
  CriterionCheckResolver,
  CriterionResolver,
  DocumentResolver,
  IndicatorResolver,
  IndicatorTargetResolver,
  ObligationResolver,
  SourceDocument,
  StandardResolver,
  TermResolver,
} from './document.ts'
import { ErasureResolver } from './erasure.ts'
import { FigureResolver, SourceWithheld, SubmissionCells } from './figure.ts'
import { ActivityFigures, CampaignFigures, OrganizationFigures, RegionFigures } from './figures.ts'
import {
  DocumentForms,
  FormFieldResolver,
  FormResolver,
  ObligationForm,
  SubmissionForm,
} from './form.ts'
import { IndicatorValueResolver, IndicatorValues, RegionIndicators } from './indicator.ts'
import { DemonstrationResolver, InspectionResolver, StationInspections } from './inspection.ts'
import { StatisticKeyResolver } from './key.ts'
import { MapResolver } from './map.ts'
import { NearResolver, StationNavigation } from './near.ts'
import { NodeResolver } from './node.ts'
import { OpenStateResolver, StationOpening } from './opening.ts'
import { OrganizationResolver, RegionOrganizations } from './organization.ts'
import { PlaceResolver } from './place.ts'
import {
  OrganizationProjects,
  ProjectResolver,
  RegionProjects,
  StationProjects,
} from './project.ts'
import {
  CampaignReconciliation,
  ReconciliationItemResolver,
  ReconciliationResolver,
} from './reconciliation.ts'
import { RecordedResolver } from './recorded.ts'
import { RegionResolver } from './region.ts'
import { CriterionCountResolver, RegionStandard, RegionStandingResolver } from './regionstanding.ts'
import { CampaignReporters, ReporterStateResolver } from './reporter.ts'
import {
  CampaignReporting,
  FigureReporting,
  RegionReporting,
  ReportingRateResolver,
} from './reporting.ts'
import { ChangeResolver, RecordStateResolver, RevisionResolver } from './revision.ts'
import { SearchResolver } from './search.ts'
import { OrganizationStations, RegionStations, StationResolver } from './station.ts'
import { CampaignStatistics, GuardResolver, StatisticResolver } from './statistic.ts'
import {
  CampaignSubmissions,
  FindingResolver,
  OrganizationSubmissions,
  PeriodResolver,
  RevisionSubmissions,
  SourceSubmission,
  SubmissionResolver,
} from './submission.ts'
import { StatisticLinks } from './table.ts'

/** Every resolver of the graph, the nouns in their order; the doors that a noun hangs come with it. */
const RESOLVERS: NonEmptyArray<new () => object> = [
  NodeResolver,
  RecordedResolver,
  ...[RegionResolver, PlaceResolver],
  ...[OrganizationResolver, RegionOrganizations],
  ...[
    StationResolver,
    StationOpening,
    OpenStateResolver,
    ...[NearResolver, StationNavigation, MapResolver],
    ...[StationInspections, InspectionResolver, DemonstrationResolver],
    ...[StationStanding, NameCheckResolver, StationAssessmentResolver],
    ...[CriterionResultResolver, CheckOutcomeResolver],
    ...[RegionStandard, RegionStandingResolver, CriterionCountResolver],
    RegionStations,
    OrganizationStations,
  ],
  ...[ProjectResolver, RegionProjects, OrganizationProjects, StationProjects],
  ...[DemandResolver, MatchResolver, StationDemands, ProjectMatches],
  ...[CampaignResolver, CampaignGroupResolver, RegionCampaigns],
  ...[ActivityResolver, MediaReportResolver, OrganizationActivities],
  ...[StationActivities, ProjectActivities, ActivityLinks],
  ...[FigureResolver, FigureReporting, SourceWithheld, SubmissionCells, ReportingRateResolver],
  ...[CampaignReporting, RegionReporting, CampaignReporters, ReporterStateResolver],
  ...[CampaignFigures, OrganizationFigures, RegionFigures, ActivityFigures],
  ...[FigureCitation, FigureRevisionResolver, CorrectionResolver, CampaignCorrections],
  ...[CampaignReconciliation, ReconciliationResolver, ReconciliationItemResolver],
  ...[GuardResolver, StatisticResolver, CampaignStatistics, StatisticLinks, StatisticKeyResolver],
  ...[SubmissionResolver, FindingResolver, PeriodResolver, SourceSubmission],
  ...[CampaignSubmissions, OrganizationSubmissions, RevisionSubmissions],
  ...[DocumentResolver, CampaignDocument, ObligationResolver, SourceDocument],
  ...[StandardResolver, CriterionResolver, CriterionCheckResolver],
  ...[IndicatorResolver, IndicatorTargetResolver, TermResolver],
  ...[IndicatorValues, IndicatorValueResolver, RegionIndicators],
  ...[FormResolver, FormFieldResolver, SubmissionForm, ObligationForm, DocumentForms],
  ...[CalendarResolver, CampaignCalendar, OrganizationCalendar, RegionCalendar],
  ...[DatasetResolver, ColumnResolver],
  ...[SearchResolver, ClientResolver],
  ...[RevisionResolver, ChangeResolver, RecordStateResolver, ErasureResolver],
]

/** The graph that is served. Build it once per process: type-graphql keeps its doors in one register. */
export async function buildGraph(): Promise<GraphQLSchema> {
  const schema = await buildSchema({ resolvers: RESOLVERS, validate: false })
  const withPast = extendSchema(schema, parse(AT))
  const at = withPast.getQueryType()?.getFields().at
  if (at !== undefined) at.resolve = readAt as GraphQLFieldResolver<unknown, Context>
  callDirectly(withPast)
  tellTypesAtOnce(withPast)
  countWhenAsked(withPast)
  describeRoot(withPast)
  return withPast
}

// type-graphql cannot let Query give Query, so this one field is said in GraphQL's own words.
const AT = `extend type Query {
  """
  The graph as it stood at a past revision (历史版次): everything under it answers as of that revision. Revision 0 is the empty hub; a number above the newest is BAD_USER_INPUT.
  """
  at(revision: Int!): Query!
}`

async function readAt(
  root: Root,
  { revision }: { revision: number },
  context: Context,
): Promise<Root> {
  await requireRevision(context.db, revision)
  return { revision: Math.min(revision, revisionAt(root, context)) }
}

function countWhenAsked(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.name.endsWith('Connection')) continue
    const total = type.getFields().totalCount
    if (total !== undefined) total.resolve = (connection: Connection<unknown>) => connection.count()
  }
}

function describeRoot(schema: GraphQLSchema): void {
  const query = schema.getQueryType()
  if (query)
    query.description =
      'Every question that the hub answers (查询), at its newest revision or, under `at`, at a past one.'
}
