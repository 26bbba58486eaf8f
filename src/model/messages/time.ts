import type { Messages } from './text'

/** The texts of the time bar: key to Chinese and English. */
export const timeMessages = {
  'time.name': ['年份', 'Years'],
  'time.all': ['全部年份', 'All years'],
  'time.open': ['展开年份', 'Show the years'],
  'time.close': ['收起年份', 'Hide the years'],
  'time.scrub': ['年份', 'Year'],
  'time.play': ['逐年播放', 'Play year by year'],
  'time.pause': ['暂停', 'Pause'],
  'time.previous': ['上一年', 'Previous year'],
  'time.next': ['下一年', 'Next year'],
  'time.year': ['{year} 年', '{year}'],
  'time.span': ['{from}–{to} 年', '{from}–{to}'],
  'time.summary': [
    '到期 {due} 项，进行中 {underway} 项，已完成 {done} 项，现状 {described} 项；工程到期 {projectsDue} 项、在推进 {projectsUnderway} 项；指标 {indicators} 项',
    '{due} due, {underway} under way, {done} done, {described} as it was; projects: {projectsDue} end, {projectsUnderway} go on; {indicators} indicators',
  ],
  'time.summaryPlans': [
    '到期 {due} 项，进行中 {underway} 项，已完成 {done} 项，现状 {described} 项',
    '{due} due, {underway} under way, {done} done, {described} as it was',
  ],
  'time.due': ['到期', 'Due'],
  'time.underway': ['进行中', 'Under way'],
  'time.done': ['已完成', 'Done'],
  'time.described': ['现状', 'As it was'],
  'time.projects': ['工程', 'Projects'],
  'time.projectsValue': ['到期 {due} · 推进 {underway}', '{due} end · {underway} go on'],
  'time.indicators': ['指标', 'Indicators'],
  'time.past': [
    '{year} 年已过，到期的 {due} 项文件没有写结果（截至 {date}）。',
    '{year} is past; the documents state no result of the {due} due in it (as of {date}).',
  ],
  'time.askUndated': ['只看无年份的', 'Show only those'],
  'time.undated': [
    '选定年份时只显示写明年份的事项；另有 {count} 项没有写年份。',
    'A year shows only what carries a date; {count} plans carry none.',
  ],
} satisfies Messages
