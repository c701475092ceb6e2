import type { Bilingual } from './text.ts'

export const method: Bilingual = {
  zh: {
    title: '数字怎么算',
    lead: '每个数字都由填报表格里的单元格相加得出，缺的就写缺，不用零代替。',
    sections: [
      {
        id: 'cells',
        title: '从单元格到数字',
        paragraphs: [
          '单位交来的表格逐格读取、逐格检查。有错的行先不计入，等更正；其余的行照常计入。专项行动页上每个数字都连到它的来源单元格，点进去就是那张表的那一格。',
          '周报相加得全月。某单位的总结表被采用后，代替它此前的各期周报，不再重复相加。这是本站对文件条款的理解，写在各行动页“加总办法”里。',
        ],
      },
      {
        id: 'words',
        title: '数字前后的词',
        items: [
          '约、不少于、近：表格里就是这样写的；只要有一格是“约”，合计也写“约”。',
          '未报：没有单位填这一项。未报不等于零。',
          '不公布：涉及服务人群的小数目，为保护当事人而不公布；含有它的合计、会泄露它的新版数字也不公布。',
          '不适用：不能相加的口径，例如组织数量（同一组织会参加多个活动）。',
        ],
      },
      {
        id: 'measures',
        title: '三种“人”不能相加',
        paragraphs: [
          '志愿者人数（多少个人）、志愿者人次（参加多少次）、服务人次（被服务多少次）是三种口径，本站从不把它们加在一起。',
        ],
      },
      {
        id: 'reporting',
        title: '报送率',
        paragraphs: [
          '“26家应报，24家已报，缺：……”说的是这一个数字：交了表但这一格留空的单位，也算缺。只要有缺，合计就是不完整的。',
        ],
      },
      {
        id: 'guard',
        title: '小数目怎么不公布',
        paragraphs: [
          '服务人次只按县（市、区）或市、按专项行动、按人群公布。下限是平台参数：A01—A08类及未分人群的是10，“其他”是5；不足下限的不公布，零也一样。含有不公布数的合计、其他任何拆分、单元格原文和检查意见都不给出。',
          '光看一个数不够：把历次公布的数相减，也可能算出小数目。因此每公布一个数之前都要验算：假定有人留着这个数的全部历史版次、知道哪些行何时加入何时撤下、也知道本站的规则，他对每个不公布的数、对同时加入同时撤下而不足下限的每一组行，能推出的区间宽度都不得小于“下限减一”（即从零到下限减一那么宽，与“只知道它没有公布”时一样），并且不能断定这组行不足下限。做不到的，这一版不公布。',
          '验算把历次合计当作一张流量网：某一组行最多还能大多少、最多还能小多少，由网中的最大流给出，是精确的界，不是估计。测试用线性规划独立地攻击全部公布内容，得出同样的界。',
        ],
      },
      {
        id: 'parameters',
        title: '平台参数',
        paragraphs: [
          '文件没有写明、由本站选定的数，页面上都标“平台参数”。例如活动归入哪一类由本站按活动名称中的用词判断，判断不了的列为“未归类”。',
        ],
      },
      {
        id: 'revisions',
        title: '版次',
        paragraphs: [
          '每次收录、更正或撤回是一版，版次号只增不减。旧版永远可以查到，引用带版次的地址，多年以后仍是同样的内容。',
        ],
        links: [{ to: '/~/data', text: '下载与引用' }],
      },
    ],
  },
  en: {
    title: 'How numbers are made',
    lead: 'Every figure is a sum of cells of filed forms. What is missing is said to be missing, and never counted as zero.',
    sections: [
      {
        id: 'cells',
        title: 'From cell to figure',
        paragraphs: [
          'Forms are read and checked cell by cell. A faulty row waits for its correction; the other rows count. Each figure of a campaign leads to its source cells, and each of them to that very cell of its form.',
          'Weekly forms add up to the month. Once the final form of a reporter is accepted it replaces that reporter’s weekly forms and is not added to them. This is the hub’s reading of the clauses, stated on each campaign under “How it adds up”.',
        ],
      },
      {
        id: 'words',
        title: 'Words around a number',
        items: [
          'about, at least, nearly: so the form says. If one cell says “about”, the total says it too.',
          'Not reported: nobody filled it in. It is not zero.',
          'Suppressed: a small count of people served, withheld for protection; so is a total that holds it, and a new value that would give it away.',
          'Not applicable: a measure that cannot be added up, such as the number of organizations, since one may take part in many activities.',
        ],
      },
      {
        id: 'measures',
        title: 'Three ways of counting people',
        paragraphs: [
          'Volunteers (heads), volunteer person-times and beneficiary person-times are three measures. The hub never adds one to another.',
        ],
      },
      {
        id: 'reporting',
        title: 'Reporting rate',
        paragraphs: [
          '“24 of 26 have reported. Missing: …” speaks of that one figure: a body that filed the form but left this cell blank is missing. While anybody is missing the total is not complete.',
        ],
      },
      {
        id: 'guard',
        title: 'How small counts are withheld',
        paragraphs: [
          'Counts of people served are told by county or city, by campaign and by audience only. The thresholds are the hub’s own parameters: 10 for A01 to A08 and where the audience is not told apart, 5 for “other”. What is below is withheld, zero as well; so is every total that holds it, every other way of splitting it, the text of its cells and what was remarked on them.',
          'One number alone is not enough to look at: numbers told at different times can be subtracted. So before a count is told it is checked against somebody who has kept every revision of it, knows which rows came and went when, and knows this rule. For every withheld count, and for every group of rows below the threshold that came and went together, the interval that can be derived must be at least k − 1 wide (as wide as from 0 to k − 1, which is all that withholding says by itself), and it must stay possible that the rows are k or more. Otherwise the count is withheld at that revision.',
          'For the check the sums of all revisions are a network: how far a group of rows can still rise or fall is a greatest flow in it, an exact bound and no estimate. A test attacks everything that is published by linear programming, on its own, and finds the same bounds.',
        ],
      },
      {
        id: 'parameters',
        title: 'The hub’s own parameters',
        paragraphs: [
          'A number or rule that no document gives and the hub chose is marked as the hub’s own parameter. For instance the hub assigns activities to groups by the words in their names; what cannot be assigned is shown as not classified.',
        ],
      },
      {
        id: 'revisions',
        title: 'Revisions',
        paragraphs: [
          'Every import, correction or withdrawal is one revision; numbers only rise. Old revisions can always be read, and an address with a revision gives the same content for years to come.',
        ],
        links: [{ to: '/~/data', text: 'Download and cite' }],
      },
    ],
  },
}
