import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { RevisionTable } from '../../schema/tables/revision.ts'
import { parse } from '../../schema/tables/row.ts'
import type { FindingValue } from '../../schema/tables/submission.ts'
import { Campaign } from '../../schema/types/campaign.ts'
import { Organization } from '../../schema/types/organization.ts'
import { Revision } from '../../schema/types/revision.ts'
import { Source } from '../../schema/types/source.ts'
import { Finding, Period, Submission, SubmissionConnection } from '../../schema/types/submission.ts'
import type { CampaignRow } from '../records/campaign.ts'
import type { OrganizationRow } from '../records/organization.ts'
import {
  findSubmissionsEntered,
  type SubmissionRow,
  submissionsQuery,
} from '../records/submission.ts'
import { ForwardPage } from './arguments.ts'
import { BY_ID, childrenOf, listOf } from './connection.ts'
import { batch, type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { LangArg, type SourceRow } from './recorded.ts'

@Resolver(() => Submission)
export class SubmissionResolver {
  @Query(() => Submission, { nullable: true, description: 'A filed form by its id (报送).' })
  submission(@Arg('id', () => ID) id: string, @Root() root: RootValue, @Ctx() context: Context) {
    return recordOf(context, 'submission', id, revisionAt(root, context))
  }

  @Query(() => SubmissionConnection, { description: 'Filed forms (报送), by id.' })
  submissions(
    @Args(() => ForwardPage) page: ForwardPage,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    return listOf(submissionsQuery(context.db, revisionAt(root, context)), BY_ID, page)
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Who filed it (填报单位).' })
  organization(@Root() submission: SubmissionRow, @Ctx() context: Context) {
    return recordOf(context, 'organization', submission.organization, submission.at)
  }

  @FieldResolver(() => Campaign, { nullable: true, description: 'What for (专项行动).' })
  campaign(@Root() submission: SubmissionRow, @Ctx() context: Context) {
    return recordOf(context, 'campaign', submission.campaign, submission.at)
  }

  @FieldResolver(() => Period, { nullable: true, description: 'For which time (报送期).' })
  period(@Root() { periodFrom: from, periodTo: to }: SubmissionRow) {
    return from === null || to === null ? null : { from, to }
  }

  @FieldResolver(() => Submission, {
    nullable: true,
    description: 'The form that it replaced (替换了).',
  })
  supersedes(@Root() submission: SubmissionRow, @Ctx() context: Context) {
    return recordOf(context, 'submission', submission.supersedes, submission.at)
  }

  @FieldResolver(() => Submission, {
    nullable: true,
    description: 'The form that replaced it (被替换为).',
  })
  supersededBy(@Root() submission: SubmissionRow, @Ctx() context: Context) {
    return recordOf(context, 'submission', submission.supersededBy, submission.at)
  }

  @FieldResolver(() => [Finding], { description: 'What was remarked on its cells (检查意见).' })
  findings(@Root() submission: SubmissionRow) {
    return parse(submission.findings)
  }
}

@Resolver(() => Period)
export class PeriodResolver {
  @FieldResolver(() => String, { description: 'As people say it.' })
  label(@Root() { from, to }: { from: string; to: string }, @LangArg() lang: string): string {
    return lang === 'en' ? `${from} to ${to}` : `${from}至${to}`
  }
}

@Resolver(() => Finding)
export class FindingResolver {
  @FieldResolver(() => String, { description: 'What is wrong, and what to do (意见).' })
  message(@Root() finding: FindingValue, @LangArg() lang: 'zh' | 'en'): string {
    return finding.message[lang]
  }
}

@Resolver(() => Source)
export class SourceSubmission {
  @FieldResolver(() => Submission, { nullable: true, description: 'The filed form (报送).' })
  submission(@Root() source: SourceRow, @Ctx() context: Context) {
    return recordOf(context, 'submission', source.submission, source.at)
  }
}

@Resolver(() => Campaign)
export class CampaignSubmissions {
  @FieldResolver(() => SubmissionConnection, { description: 'What was filed for it (报送).' })
  submissions(
    @Root() campaign: CampaignRow,
    @Args(() => ForwardPage) request: ForwardPage,
    @Ctx() context: Context,
  ) {
    return submissionsBy('campaign', campaign, request, context)
  }
}

@Resolver(() => Organization)
export class OrganizationSubmissions {
  @FieldResolver(() => SubmissionConnection, { description: 'What it has filed (报送).' })
  submissions(
    @Root() organization: OrganizationRow,
    @Args(() => ForwardPage) request: ForwardPage,
    @Ctx() context: Context,
  ) {
    return submissionsBy('organization', organization, request, context)
  }
}

@Resolver(() => Revision)
export class RevisionSubmissions {
  @FieldResolver(() => [Submission], { description: 'The forms that came in with it (报送).' })
  async submissions(@Root() revision: RevisionTable, @Ctx() context: Context) {
    const at = context.newest
    const entered = batch(context, `entered ${at}`, async (numbers) =>
      Map.groupBy(await findSubmissionsEntered(context.db, numbers.map(Number), at), (row) =>
        String(row.enteredIn),
      ),
    )
    return (await entered.load(String(revision.number))) ?? []
  }
}

function submissionsBy(
  column: 'campaign' | 'organization',
  { id, at }: { id: string; at: number },
  request: ForwardPage,
  context: Context,
) {
  return childrenOf(context, id, {
    name: `${column} submissions`,
    query: () => submissionsQuery(context.db, at),
    kinship: { column },
    order: BY_ID,
    request,
    at,
  })
}
