import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Column, Form } from '../../schema/forms/form.ts'
import { hintOf } from '../../schema/forms/hint.ts'
import { FORMS, findForm } from '../../schema/forms/shelf.ts'
import { PolicyDocument, ReportingObligation } from '../../schema/types/document.ts'
import { FormField, FormTemplate } from '../../schema/types/form.ts'
import { Source } from '../../schema/types/source.ts'
import { Submission } from '../../schema/types/submission.ts'
import type { ObligationRow } from '../records/campaign.ts'
import { isFieldPublished } from '../records/guard.ts'
import type { SubmissionRow } from '../records/submission.ts'
import { type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { LangArg } from './recorded.ts'

export interface FormRow {
  readonly id: string
  readonly form: Form
  readonly at: number
}

interface FieldRow {
  readonly column: Column
  readonly form: FormRow
}

/** The form with a code; null for one that the hub does not know. */
export function formOf(code: string, at: number): FormRow | null {
  const form = findForm(code)
  return form === undefined ? null : { id: `form:${code}`, form, at }
}

@Resolver(() => FormTemplate)
export class FormResolver {
  @Query(() => [FormTemplate], { description: 'Every form that the hub reads (表单).' })
  forms(@Root() root: RootValue, @Ctx() context: Context): FormRow[] {
    const at = revisionAt(root, context)
    return FORMS.flatMap(({ code }) => formOf(code, at) ?? [])
  }

  @FieldResolver(() => String, { description: 'Its name (名称).' })
  name(@Root() { form }: FormRow, @LangArg() lang: 'zh' | 'en'): string {
    return form.name[lang]
  }

  @FieldResolver()
  version(@Root() { form }: FormRow): number {
    return form.version
  }

  @FieldResolver(() => PolicyDocument, {
    nullable: true,
    description: 'The document that prints it; null for a form of the hub (依据文件).',
  })
  document(@Root() { form, at }: FormRow, @Ctx() context: Context) {
    return recordOf(context, 'document', form.document, at)
  }

  @FieldResolver()
  blank(@Root() { form }: FormRow, @Ctx() { origin }: Context) {
    const formats = [
      ...(form.layout === 'letter' ? [] : [XLSX]),
      ...(form.filedAs === 'register' ? [] : [DOCX]),
    ]
    return formats.map((one) => ({ ...one, url: `${origin}/forms/${form.code}.${one.format}` }))
  }

  @FieldResolver()
  fields(@Root() row: FormRow): FieldRow[] {
    return row.form.tables.flatMap(({ columns }) =>
      columns
        .filter(({ reader }) => reader.as !== 'ignored')
        .map((column) => ({ column, form: row })),
    )
  }
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const XLSX = { format: 'xlsx', mediaType: `${OFFICE}.spreadsheetml.sheet` }
const DOCX = { format: 'docx', mediaType: `${OFFICE}.wordprocessingml.document` }

@Resolver(() => FormField)
export class FormFieldResolver {
  @FieldResolver()
  code(@Root() { column }: FieldRow): string {
    return column.field
  }

  @FieldResolver(() => String, { description: 'Its printed title (栏目名称).' })
  label(@Root() { column }: FieldRow, @LangArg() lang: 'zh' | 'en'): string {
    return column.term[lang]
  }

  @FieldResolver()
  type(@Root() { column }: FieldRow): string {
    return column.reader.as
  }

  @FieldResolver()
  required(@Root() { column }: FieldRow): boolean {
    return column.required ?? false
  }

  @FieldResolver(() => String, { nullable: true, description: 'What to write in it (填写要求).' })
  rule(@Root() { column }: FieldRow, @LangArg() lang: 'zh' | 'en'): string {
    return hintOf(column)[lang]
  }

  @FieldResolver()
  published(@Root() { column }: FieldRow): boolean {
    return column.reader.as !== 'private' && isFieldPublished(column.field)
  }

  @FieldResolver(() => Source, { nullable: true, description: 'The clause behind it (依据条款).' })
  source(@Root() { column, form }: FieldRow) {
    const clause = column.term.clause ?? form.form.clause
    const { document } = form.form
    return document === undefined || clause === undefined ? null : { document, clause, at: form.at }
  }
}

@Resolver(() => Submission)
export class SubmissionForm {
  @FieldResolver(() => FormTemplate, {
    nullable: true,
    description: 'The form that was filled in; null for a policy file (表单).',
  })
  template(@Root() { template, at }: SubmissionRow): FormRow | null {
    return formOf(template, at)
  }
}

@Resolver(() => ReportingObligation)
export class ObligationForm {
  @FieldResolver(() => FormTemplate, { description: 'The form that is to be filled in (表单).' })
  template(@Root() { template, at }: ObligationRow): FormRow | null {
    return formOf(template, at)
  }
}

@Resolver(() => PolicyDocument)
export class DocumentForms {
  @FieldResolver(() => [FormTemplate], { description: 'The forms that it prints (表单).' })
  forms(@Root() { id, at }: { id: string; at: number }): FormRow[] {
    return FORMS.filter(({ document }) => document === id).flatMap(
      ({ code }) => formOf(code, at) ?? [],
    )
  }
}
