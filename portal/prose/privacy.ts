import type { Bilingual } from './text.ts'

export const privacy: Bilingual = {
  zh: {
    title: '隐私',
    lead: '本站不公布任何个人信息，也不跟踪访问者。',
    sections: [
      {
        id: 'visitors',
        title: '您访问时',
        items: [
          '不使用 Cookie，不做统计跟踪，不加载任何第三方内容。',
          '地图底图由本站提供，不会把您的位置告诉别人。',
          '您点“离我最近”时，只用精确到约一百米的位置排这一次列表；这样的页面不保存，位置也不写入日志。',
          '您自己写的地名（“从哪里找”）和搜索词一样写在网址里，别人拿到这个网址就看得到。',
          '大字版写在网址里，不在您的设备上留下记录。',
        ],
      },
      {
        id: 'records',
        title: '数据里',
        items: [
          '联系人姓名、手机号码、身份证号码不进入公开的表，网页、接口、下载和报错信息里都没有。',
          '只公布机构的服务座机；填报表格里夹带个人信息的文字整段不公开。',
          '涉及残疾人、未成年人等敏感人群的小数目不公布，也不能从合计中倒推。',
        ],
      },
      {
        id: 'mistakes',
        title: '发现问题',
        paragraphs: [
          '如果您发现了不该公开的内容，请联系部署本站的单位。撤回会成为新的一版；涉及个人信息时，旧版中的该内容也一并不再公开。',
        ],
      },
    ],
  },
  en: {
    title: 'Privacy',
    lead: 'This site publishes no personal data and does not track its visitors.',
    sections: [
      {
        id: 'visitors',
        title: 'When you visit',
        items: [
          'No cookies, no analytics, nothing loaded from third parties.',
          'The base of the map is served from here; nobody else learns where you look.',
          '“Nearest to me” uses your position, to about a hundred metres, for that one list; such a page is not kept and the position is not logged.',
          'A place that you type (“Look from”) stands in the address as words do that you look for: who has the address can read it.',
          'Large text is part of the address and leaves nothing on your device.',
        ],
      },
      {
        id: 'records',
        title: 'In the data',
        items: [
          'Names of contacts, mobile numbers and identity numbers enter no public table; they appear in no page, answer, download or error.',
          'Only desk phones of institutions are shown; text in a form that holds personal data is withheld whole.',
          'Small numbers about sensitive groups, such as persons with disabilities or minors, are suppressed and cannot be worked out from totals.',
        ],
      },
      {
        id: 'mistakes',
        title: 'If you find a mistake',
        paragraphs: [
          'If something is shown that should not be, please tell the office that runs this site. A withdrawal becomes a new revision; personal data are removed from old revisions as well.',
        ],
      },
    ],
  },
}
