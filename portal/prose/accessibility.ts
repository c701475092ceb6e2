import type { Bilingual } from './text.ts'

export const accessibility: Bilingual = {
  zh: {
    title: '无障碍',
    lead: '本站按 WCAG 2.2 AA 级制作，希望老人、视障者和旧手机用户都能用。',
    sections: [
      {
        id: 'done',
        title: '做到的',
        items: [
          '右上角可切换“大字版”，切换后各页保持大字。',
          '不开脚本也能用：查找、翻页、图表和来源都不依赖脚本；地图只是列表的补充。',
          '全部功能可用键盘操作，焦点清楚可见；地图上的站点可用 Tab 键到达、回车打开。',
          '图表同时是表格，不靠颜色区分含义。',
          '每页有标题、跳转链接和地标；中文与英文分别标注语言。',
        ],
      },
      {
        id: 'limits',
        title: '尚有的不足',
        items: ['政策文件原文只有中文，英文页附简要释义。', '地图是示意图，不提供路线。'],
      },
      {
        id: 'tell',
        title: '反馈',
        paragraphs: ['使用中遇到障碍，请告诉部署本站的单位，并写明页面地址。'],
      },
    ],
  },
  en: {
    title: 'Accessibility',
    lead: 'This site is made to WCAG 2.2 AA, for elderly people, for people who cannot see the screen and for old phones.',
    sections: [
      {
        id: 'done',
        title: 'What works',
        items: [
          '“Large text” at the top right enlarges everything, and stays as you go from page to page.',
          'Nothing needs a script: searching, paging, charts and sources work without; the map only accompanies the list.',
          'Everything works by keyboard with a visible focus; stations on the map are reached with Tab and opened with Enter.',
          'Charts are tables at the same time, and no meaning rests on colour alone.',
          'Every page has a title, a skip link and landmarks; Chinese and English are marked as such.',
        ],
      },
      {
        id: 'limits',
        title: 'What is missing',
        items: [
          'The policy documents exist in Chinese only; English pages carry short glosses.',
          'The map is schematic and gives no directions.',
        ],
      },
      {
        id: 'tell',
        title: 'Tell us',
        paragraphs: [
          'If something stands in your way, please tell the office that runs this site, with the address of the page.',
        ],
      },
    ],
  },
}
