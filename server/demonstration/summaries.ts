import { zq19Summary } from '../../schema/forms/zq19.ts'
import { activityFields } from '../../schema/terms/fields.ts'
import type { WrittenBlock } from '../office/document.ts'
import { writeDocx } from '../office/docx.ts'
import { personName } from './names.ts'
import type { OutgoingFile } from './outgoing.ts'
import { jpeg } from './photo.ts'
import { random } from './random.ts'
import type { Reporter } from './reporters.ts'

/** The written summaries of three reporters (ZQ19-SUMMARY); one forgot the links. */
export async function* summaryFiles(
  reporters: readonly Reporter[],
  seed: string,
): AsyncGenerator<OutgoingFile> {
  for (const { reporter: id, slug, receivedAt, link } of WRITTEN) {
    const reporter = reporters.find((one) => one.id === id)!
    const bytes = await writeDocx({ blocks: summaryOf(reporter, link, seed) })
    yield { file: `forms/zq19-summary-${slug}.docx`, receivedAt, bytes }
  }
}

const WRITTEN = [
  {
    reporter: 'ZQ19-441202',
    slug: '441202',
    receivedAt: '2019-04-02T16:20:00+08:00',
    link: 'https://mp.weixin.qq.com/s/ExampleDuanzhouSummary1',
  },
  {
    reporter: 'ZQ-0001',
    slug: 'zq-0001',
    receivedAt: '2019-04-03T11:48:00+08:00',
    link: 'http://www.zqvolunteer.example/2019/04/summary.html',
  },
  { reporter: 'ZQ19-441225', slug: '441225', receivedAt: '2019-04-03T17:05:00+08:00', link: null },
] as const

function summaryOf(
  { id, name, short }: Reporter,
  link: string | null,
  seed: string,
): WrittenBlock[] {
  const person = personName(random(`${seed}/summary/${id}`))
  const blocks: WrittenBlock[] = [
    { text: zq19Summary.name.zh, look: 'title' },
    { text: `${activityFields.reporter.zh}：${name}` },
    { text: '一、活动开展情况' },
    {
      text: '行动月期间，本单位围绕“志愿肇庆 美好生活”主题，在示例社区、示例公园等处开展了文明交通劝导、环境整治、关爱空巢老人等志愿服务活动。具体数字见活动开展情况统计表。',
    },
    { text: '二、先进典型事迹素材' },
    {
      text: `志愿者${person}连续三年每周到示例社区看望独居老人，为老人读报、量血压、检修电器，被邻里称为“示例好邻居”。`,
    },
    { text: '三、新闻宣传链接及截图' },
  ]
  if (link !== null) blocks.push({ text: `${short}行动月综述：${link}` })
  const pictures = [jpeg(`${seed}/summary/${id}/1`), jpeg(`${seed}/summary/${id}/2`)]
  return [
    ...blocks,
    { widths: [1], rows: [[{ pictures }]] },
    { text: name },
    { text: '2019年4月2日' },
  ]
}
