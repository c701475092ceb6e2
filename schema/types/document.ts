import { Field, Float, Int, ObjectType } from 'type-graphql'
import { Node } from './node.ts'
import { connectionOf } from './page.ts'
import { Revision } from './revision.ts'
import { DateScalar, DateTimeScalar, URLScalar } from './scalars.ts'

@ObjectType('Clause', {
  simpleResolvers: true,
  description: 'A clause of a policy document (条款).',
})
export class Clause {
  @Field(() => String, { description: 'How the hub refers to it, such as Z19-13 (引用编号).' })
  ref!: string

  @Field(() => String, { description: 'Where it stands in the document, such as 三（四） (位置).' })
  place!: string

  @Field(() => String, { description: 'Its own words (原文).' })
  text!: string

  @Field(() => String, { nullable: true, description: 'What it says, in English.' })
  gloss!: string | null
}

@ObjectType('PolicyDocument', {
  implements: [Node],
  simpleResolvers: true,
  description: 'A policy document with its clauses and what it defines (政策文件).',
})
export class PolicyDocument extends Node {
  @Field(() => String, { description: 'Its title (标题).' })
  title!: string

  @Field(() => String, { nullable: true, description: 'Its number (文号).' })
  number!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'When it was issued, EDTF; null where not legible (印发日期).',
  })
  issuedOn!: string | null
}

@ObjectType('CriterionCheck', { description: 'One thing that a criterion asks for (检查项).' })
export class CriterionCheck {
  @Field(() => String, { description: 'Its code, such as S01a (代码).' })
  code!: string

  @Field(() => Boolean, { description: 'Whether the hub can judge it from the data (自动判断).' })
  automatic!: boolean
}

@ObjectType('Criterion', { description: 'A criterion of a standard (标准条目).' })
export class Criterion {
  @Field(() => String, { description: 'Its code, such as S01 (代码).' })
  code!: string
}

@ObjectType('Standard', {
  implements: [Node],
  simpleResolvers: true,
  description: 'What stations are held against (规范标准), as 九有一坚持一完善.',
})
export class Standard extends Node {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Since when it is in force, where the day is known (生效日期).',
  })
  validFrom!: string | null
}

@ObjectType('IndicatorTarget', { description: 'What an indicator should reach (目标).' })
export class IndicatorTarget {
  @Field(() => String, { description: 'How it is compared: >=, =, BETWEEN (比较).' })
  comparison!: string

  @Field(() => Float, { nullable: true, description: 'At least this (下限).' })
  low!: number | null

  @Field(() => Float, { nullable: true, description: 'At most this (上限).' })
  high!: number | null

  @Field(() => DateScalar, { nullable: true, description: 'By when (期限).' })
  due!: string | null
}

@ObjectType('Indicator', {
  implements: [Node],
  simpleResolvers: true,
  description: 'A number that a document watches (指标).',
})
export class Indicator extends Node {
  @Field(() => String, { description: 'What is measured, in one word of the hub (代码).' })
  code!: string

  @Field(() => String, { description: 'Its unit (单位).' })
  unit!: string
}

@ObjectType('ReportingObligation', {
  implements: [Node],
  simpleResolvers: true,
  description: 'A form that is owed, with its due rule and clause (报送任务).',
})
export class ReportingObligation extends Node {
  @Field(() => Boolean, {
    description: 'True where the due rule was inferred from an illegible text (推定).',
  })
  inferred!: boolean
}

@ObjectType('Term', { description: 'A word of the hub (词条).' })
export class Term {
  @Field(() => String, { description: 'Its code (代码).' })
  code!: string
}

@ObjectType('Vocabulary', { simpleResolvers: true, description: 'A code list (代码表).' })
export class Vocabulary {
  @Field(() => String, {
    description: 'Its name, which is also that of the enum where there is one.',
  })
  name!: string

  @Field(() => [Term], { description: 'Its words.' })
  terms!: Term[]
}

@ObjectType('Column', { description: 'A column of a download (列).' })
export class Column {
  @Field(() => String, { description: 'Its name in the file (列名).' })
  name!: string

  @Field(() => String, { description: 'text, number, boolean, date or list (类型).' })
  type!: string

  @Field(() => String, { nullable: true, description: 'Its unit (单位).' })
  unit!: string | null
}

@ObjectType('Distribution', {
  simpleResolvers: true,
  description: 'A file that can be downloaded (下载文件).',
})
export class Distribution {
  @Field(() => String, { description: 'Its format, such as csv (格式).' })
  format!: string

  @Field(() => String, { description: 'Its media type (媒体类型).' })
  mediaType!: string

  @Field(() => URLScalar, { description: 'Where it lies on this hub (下载地址).' })
  url!: string

  @Field(() => Int, {
    nullable: true,
    description: 'Its size; null, as the file is written while it is read (字节数).',
  })
  byteSize!: number | null

  @Field(() => String, {
    nullable: true,
    description: 'The SHA-256 of its bytes, where it is known beforehand (校验值).',
  })
  sha256!: string | null
}

@ObjectType('Release', {
  simpleResolvers: true,
  description: 'A dataset as it stood at a revision; its files never change (发布版本).',
})
export class Release {
  @Field(() => Revision, { description: 'The revision (版次).' })
  revision!: Revision

  @Field(() => [Distribution], { description: 'Its files (下载).' })
  distributions!: Distribution[]

  @Field(() => URLScalar, {
    nullable: true,
    description: 'A file of what changed; none is written, `Query.changes` has it (差异文件).',
  })
  diff!: string | null

  @Field(() => [String], {
    description: 'The standards that its files were held against; none so far (校验标准).',
  })
  validated!: string[]
}

@ObjectType('Dataset', {
  implements: [Node],
  simpleResolvers: true,
  description: 'A table of the open data (数据集).',
})
export class Dataset extends Node {
  @Field(() => Boolean, { description: 'True where it holds demonstration data (演示数据).' })
  sample!: boolean

  @Field(() => DateTimeScalar, { description: 'When the newest revision was entered (更新时间).' })
  modified!: string

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the next is due; null, as every filing makes a new one (下次更新).',
  })
  nextExpected!: string | null

  @Field(() => [Column], { description: 'Its columns (列).' })
  columns!: Column[]

  @Field(() => [Distribution], { description: 'Its files (下载).' })
  distributions!: Distribution[]
}

export const PolicyDocumentConnection = connectionOf('PolicyDocument', () => PolicyDocument)
