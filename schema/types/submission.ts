import { Field, Int, ObjectType } from 'type-graphql'
import { Severity, SubmissionStatus } from './enums.ts'
import { Node } from './node.ts'
import { connectionOf } from './page.ts'
import { DateScalar, DateTimeScalar } from './scalars.ts'

@ObjectType('Period', { description: 'From one day to another, both included (时段).' })
export class Period {
  @Field(() => DateScalar, { description: 'First day (起).' })
  from!: string

  @Field(() => DateScalar, { description: 'Last day (止).' })
  to!: string
}

@ObjectType('Finding', { description: 'One remark on one cell (检查意见).' })
export class Finding {
  @Field(() => Severity, { description: 'How grave it is (严重程度).' })
  severity!: string

  @Field(() => String, { description: 'Its code, such as W_APPROX (代码).' })
  code!: string

  @Field(() => String, { nullable: true, description: 'The sheet (工作表).' })
  sheet!: string | null

  @Field(() => String, { nullable: true, description: 'The cell (单元格).' })
  cell!: string | null
}

@ObjectType('Submission', {
  implements: [Node],
  simpleResolvers: true,
  description: 'A filed form (报送). Names and phone numbers in it are never part of the graph.',
})
export class Submission extends Node {
  @Field(() => DateTimeScalar, { description: 'When it was received (收到时间).' })
  receivedAt!: string

  @Field(() => SubmissionStatus, { description: 'What became of it (状态).' })
  status!: string

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was due (截止时间).' })
  due!: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'How many days late it came; 0 is on time (逾期天数).',
  })
  daysLate!: number | null

  @Field(() => String, {
    nullable: true,
    description: 'The name of the file; null where it holds personal data (文件名).',
  })
  fileName!: string | null

  @Field(() => String, { description: 'SHA-256 of the file (校验值).' })
  sha256!: string

  @Field(() => Boolean, { description: 'True for demonstration data (演示数据).' })
  sample!: boolean
}

export const SubmissionConnection = connectionOf('Submission', () => Submission)
