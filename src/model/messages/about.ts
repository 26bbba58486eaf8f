import { type MessageOf, type Messages, messagesOf } from './text'

const aboutMessages = {
  'about.text': [
    '本图汇集 {count} 份公开文件中关于{city}中心城区的规划事项，用自己的话转述，逐条注明出处与表述日期。',
    'This map gathers what {count} public documents plan for the central districts of {city}, retold, each with its source and date.',
  ],
  'about.offline': ['可离线使用（资料 {date}）', 'Works offline (data of {date})'],
  'about.limits': [
    '这是规划示意图，不是测绘成果，不作划界依据。位置的误差写在每个要素的详情里；走向未知的线按示意画出；位置不详的要素不上图，只列在目录。',
    'It is a sketch map, not a survey, and no evidence of any boundary. How far a position may be off stands with each feature; a line of unknown course is drawn as schematic; a feature of unknown place is listed, not drawn.',
  ],
  'about.limit': ['局限：{limits}', 'Limits: {limits}'],
  'about.rule': ['状态、年份和各区的数怎么定', 'How status, years and district numbers are decided'],
  'about.ruleStatus': [
    '只按文件自己的话判，以文件的日期为准，不管后来怎样。',
    'Judged by the document’s own words, on its own date, whatever came later.',
  ],
  'about.status.built': [
    '事情做完了，或者结果达到了：建成、投用、获批、签约、出台、某年达到某数。',
    'An act finished or a result reached: opened, approved, signed, a number of a past year.',
  ],
  'about.status.underway': [
    '有文件写明已经开始：启动、开工、在建、正在、试运行；成效、案例和报道里正在做的也是。一行几件事，过半开始才算。计划里单说加快、推进、打造，不算开始。',
    'A document says that work has begun or reports it as being done; in a row of several things, on most of them. “Speed up”, “promote” or “build” in a plan does not.',
  ],
  'about.status.planned': [
    '其余打算做的事，包括要建的园区、商圈、产业链、体系。',
    'Whatever else is intended, systems and chains to be built included.',
  ],
  'about.status.target': [
    '要达到的数字、位次、到某年的样子，或者要得到的名号（高地、枢纽、示范区、基地）。',
    'A number, a rank, a state by a year, or a title to be won.',
  ],
  'about.status.state': [
    '当时是怎样、被怎样评价：位置、气候、占比、排名、短板、优势。没有做完什么，也没有打算什么。',
    'How things were or were judged: place, climate, shares, rankings, shortages, strengths. Nothing done, nothing intended.',
  ],
  'about.ruleYears': [
    '文件写明年份的才有年份，其余标“无年份”，可以单独筛出。到了目标年叫到期；目标年已过、文件没有写结果的，照此注明，不作评价（截至 {date}）。',
    'Only what a document dates has a year; the rest says so and can be asked for. A plan is due in its target year; past it, the map only says that no document states a result (as of {date}).',
  ],
  'about.ruleDistricts': [
    '一个区的规划分三个数，同一项只计一次：点到本区的；写到只在本区的要素的；写到它与别区共有的要素的{suchAs}。',
    'A district has three numbers, each plan once: plans that name it; plans about a feature in it alone; plans about a feature it shares{suchAs}.',
  ],
  'about.workbook': ['在工作簿里维护资料', 'Keep the record in a workbook'],
  'about.components': ['所用的开源软件包', 'Open-source packages in this page'],
  'about.code': ['程序代码以 MIT 许可发布。', 'The code is published under the MIT licence.'],
} satisfies Messages

/** Returns the texts of 资料与说明, by key; they come with the page. */
export const aboutMessage: MessageOf<keyof typeof aboutMessages> = messagesOf(aboutMessages)
