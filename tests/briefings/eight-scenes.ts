/** A briefing of eight scenes as an official writes one: two or three points a scene, titles of a line. */
import type { StoredBriefing } from '../../src/model/briefing/briefing'

const scene = (no: number, title: string, view: string, ...points: string[]) => ({
  no,
  title,
  view: `1~${view}~v261129~k0000`,
  points: points.map((point) => (point.startsWith('@') ? { cite: point.slice(1) } : { text: point })),
})

/** Own words and cited items in turn, cameras of their own in half of the scenes. */
export const eightScenes: StoredBriefing = {
  slug: 'own',
  title: '渝北“两山”基地建设情况汇报',
  date: '2026-12-01',
  transition: 'fly',
  release: '2026-11-29',
  scenes: [
    scene(1, '渝北在中心城区的位置', 'd500112~z9.86~y29.5613~x106.5512', '机场、铁路北站都在区内', '@plan:pa055'),
    scene(
      2,
      '临空经济示范区与机场扩建',
      'flkjjsfq~t.op.tr~z11.42~y29.7193~x106.6412',
      '@plan:pb112',
      '机场四期与五条跑道',
    ),
    scene(3, '果园港五公里内有什么', 'fgyport~abuf5000.gyport', '@answer', '多式联运的枢纽，涉及三个区'),
    scene(4, '铜锣山矿山公园生态修复', 'ftlsksgy~z12.1~y29.7713~x106.7812', '@project:12', '@plan:pc201'),
    scene(5, '重点指标：森林覆盖率', 'd500112~pi.3', '@indicator:3', '两份文件的目标值不同，以方案附表为准'),
    scene(6, '“两山”项目投资构成', 'd500112~pt.projects~w2020-2025', '@project:3', '总投资超过三百亿元'),
    scene(7, '渝北与江北比较', 'd500105.500112~c1', '两区共用两江新区的大部分项目'),
    scene(8, '请市里支持的事', 'd500112~t.ec.ru~z10.2~y29.8012~x106.7013', '矿山修复资金', '果园港集疏运通道'),
  ],
}
