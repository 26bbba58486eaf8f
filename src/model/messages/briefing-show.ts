import { type Messages, messagesOf } from './text'

/** The texts of the show of a briefing; they come with it. */
const briefingShowMessages = {
  'show.region': ['汇报', 'Briefing'],
  'show.position': ['第 {page} / {pages} 页', 'Page {page} / {pages}'],
  'show.status': ['第 {page} / {pages} 页：{title}', 'Page {page} of {pages}: {title}'],
  'show.previous': ['上一页', 'Previous'],
  'show.next': ['下一页', 'Next'],
  'show.overview': ['总览', 'Overview'],
  'show.presenter': ['演讲者视图', 'Presenter view'],
  'show.fullScreen': ['全屏', 'Full screen'],
  'show.leave': ['退出', 'Leave'],
  'show.close': ['关闭', 'Close'],
  'show.own': ['自编汇报 · 非发布', 'Own briefing · not published'],
  'show.changed': [
    '按 {date} 的资料做成；所引内容后来有改动的页：{pages}',
    'Made with the data of {date}; pages whose cited items changed since: {pages}',
  ],
  'show.was': ['做成时为：{was}', 'When it was made: {was}'],
  'show.black': ['黑屏', 'Black screen'],
  'show.white': ['白屏', 'White screen'],
  'show.digits': ['到第 {digits} 页，按回车', 'Page {digits}: press Enter'],
  'show.noPage': ['没有第 {page} 页', 'There is no page {page}'],
  'show.unknown': [
    '没有找到汇报“{slug}”，它可能已改名或撤下；地图照常可用。',
    'There is no briefing “{slug}”; it may have been renamed or withdrawn. The map is here as usual.',
  ],
  'show.damaged': [
    '链接里的自编汇报读不出来，可能不完整；地图照常可用。',
    'The briefing in this link cannot be read; the link may be incomplete. The map is here as usual.',
  ],
  'show.tooLarge': [
    '链接里的自编汇报过大，没有打开；地图照常可用。',
    'The briefing in this link is too large and was not opened. The map is here as usual.',
  ],
  'show.missing': [
    '这台设备上没有这份自编汇报；请向作者要链接或汇报文件。地图照常可用。',
    'This device does not hold that briefing; ask its author for a link or a file. The map is here as usual.',
  ],
  'show.unknownScene': [
    '这份汇报没有编号为 {no} 的页，已从第一页开始。',
    'This briefing has no scene {no}; it starts from the first page.',
  ],
  'show.lost': ['汇报没有载入，请检查网络后再试。', 'The briefing did not come; check the network and try again.'],
  'show.contradicted': ['文件之间有矛盾', 'The documents disagree'],
  'show.loading': ['正在载入…', 'Loading…'],
  'show.find': ['跳到哪一页', 'Go to page'],
  'show.findHint': ['页码或标题里的字', 'A number, or words of a title'],
  'show.findNone': ['没有这样的页', 'No such page'],
  'show.notes': ['讲稿', 'Notes'],
  'show.noNotes': ['这一页没有讲稿。', 'This page has no notes.'],
  'show.timer': ['已讲 {time}', 'Elapsed {time}'],
  'show.ask': ['问地图', 'Ask the map'],
  'show.askHint': [
    '地名、主题或项目，可加距离，如“某港 5 公里”',
    'A place, theme or project, and a distance if you like, such as “5 km”',
  ],
  'show.askWithin': ['{title} {radius}内', 'within {radius} of {title}'],
  'show.askNone': ['没有找到，换个说法试试。', 'Nothing found; try other words.'],
  'show.return': ['回到本页', 'Back to the page'],
  'show.asked': ['会上提问', 'Question'],
  'show.appendix': ['会后答复', 'Answers to questions'],
  'show.appendixNote': [
    '会上提出的问题，由地图当场作答；只保存在这个窗口里。',
    'Questions asked in the talk, as the map answered them; kept in this window only.',
  ],
  'show.askedOn': ['第 {page} 页时提出', 'Asked on page {page}'],
  'show.print': ['打印', 'Print'],
  'show.sources': ['来源：{sources}', 'Sources: {sources}'],
  'answer.plans': ['规划事项 {count} 项，先列最前的几项：', '{count} plans, the first of them:'],
  'answer.noPlans': ['没有写到它的规划事项。', 'No plan is about it.'],
  'answer.waiting': ['正在计算…', 'Working…'],
  'answer.failed': ['这个问题没有答案。', 'This question has no answer.'],
  'show.ownData': [
    '此页制作时还显示了 {count} 份自备数据（未核），不在这里。',
    'This page was made with own data (unchecked, {count}) that is not here.',
  ],
  'presenter.region': ['演讲者视图', 'Presenter view'],
  'presenter.now': ['现在', 'Now'],
  'presenter.next': ['下一页', 'Next'],
  'presenter.end': ['这是最后一页。', 'This is the last page.'],
  'presenter.clock': ['时刻', 'Clock'],
  'presenter.elapsed': ['已讲', 'Elapsed'],
  'presenter.restart': ['重新计时', 'Restart the timer'],
  'presenter.scenes': ['各页', 'Pages'],
  'presenter.open': ['打开观众窗口', 'Open the audience window'],
  'presenter.swap': ['两个窗口互换', 'Swap the two windows'],
  'presenter.finish': ['收起演讲者视图', 'Close the presenter view'],
  'presenter.linked': [
    '观众窗口已连上：把它拖到投影上，再在里面按 F5 全屏。',
    'The audience window is connected: drag it to the projector and press F5 in it.',
  ],
  'presenter.waiting': ['观众窗口没有连上。', 'The audience window is not connected.'],
  'presenter.blocked': [
    '浏览器拦住了新窗口：请点地址栏里的“已拦截弹出式窗口”，选允许，再按“打开观众窗口”；只有一块屏幕时，收起本视图，按 N 在页面下方看讲稿。',
    'The browser blocked the new window: allow pop-ups for this site in the address bar, then press “Open the audience window”. With one screen only, close this view and press N for notes below the map.',
  ],
  'presenter.oneWindow': [
    '从文件打开的页面不能连接两个窗口：按 N 在页面下方看讲稿。',
    'A page opened from a file cannot connect two windows: press N for notes below the map.',
  ],
} satisfies Messages

/** A key of the show's texts. */
export type ShowMessageKey = keyof typeof briefingShowMessages
/** Returns a text of the show. */
export const showMessage = messagesOf(briefingShowMessages)
