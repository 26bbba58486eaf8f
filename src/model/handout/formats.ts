/** The formats that things are taken along in: one typed table, in the order the dialog has them. */
import type { HandoutSubject } from './handout-of'

/** The ids of the formats. */
export const formatIds = ['pptx', 'docx', 'xlsx', 'pdf', 'png', 'svg', 'html', 'csv', 'geojson', 'yulan'] as const
/** One of `formatIds`. */
export type FormatId = (typeof formatIds)[number]

/** What is known of a format before it is written. */
export interface FileFormat {
  /** With its dot; none where the browser asks for the file itself. */
  ending: string
  mediaType: string
  /** Whether it can hold a subject. */
  holds: (subject: HandoutSubject) => boolean
}

const isBriefing = ({ kind }: HandoutSubject) => kind === 'briefing'
const anything = () => true
/** Whether it shows a map: a list or a chart of its own does not. */
const isMap = (subject: HandoutSubject) => subject.kind === 'view' && !subject.list && !subject.chart
const isChart = (subject: HandoutSubject) => subject.kind === 'view' && subject.chart !== undefined
const isPicture = (subject: HandoutSubject) => isBriefing(subject) || isMap(subject) || isChart(subject)
const hasRows = (subject: HandoutSubject) => subject.kind === 'view'
/** Neither indicators nor charts have a place. */
const hasPlaces = (subject: HandoutSubject) =>
  subject.kind === 'view' && !subject.chart && subject.list !== 'indicators'
const office = 'application/vnd.openxmlformats-officedocument.'

/** Returns whether what is taken along shows the reader's own layers. */
export const showsOwnLayers = (subject: HandoutSubject): boolean =>
  subject.kind === 'briefing'
    ? subject.briefing.scenes.some(({ view }) => view.ownFiles)
    : isMap(subject) && (subject.view.ownFiles ?? 0) > 0

/** What is known of each format. */
export const formats = {
  pptx: { ending: '.pptx', mediaType: `${office}presentationml.presentation`, holds: anything },
  docx: { ending: '.docx', mediaType: `${office}wordprocessingml.document`, holds: anything },
  xlsx: { ending: '.xlsx', mediaType: `${office}spreadsheetml.sheet`, holds: anything },
  pdf: { ending: '', mediaType: 'application/pdf', holds: anything },
  png: { ending: '.png', mediaType: 'image/png', holds: isPicture },
  svg: { ending: '.svg', mediaType: 'image/svg+xml', holds: isPicture },
  html: { ending: '.html', mediaType: 'text/html', holds: (subject) => isBriefing(subject) || isMap(subject) },
  csv: { ending: '.csv', mediaType: 'text/csv', holds: hasRows },
  geojson: { ending: '.geojson', mediaType: 'application/geo+json', holds: hasPlaces },
  yulan: { ending: '.yulan.json', mediaType: 'application/json', holds: isBriefing },
} as const satisfies Record<FormatId, FileFormat>

const longestTitle = 40

/** Returns a title as file systems take it. */
export const plainName = (title: string) => title.replace(/[\\/:*?"<>|\s·\p{Cc}]+/gu, '-').slice(0, longestTitle)

/** Whether a format holds one file a page of a subject, in a zip. */
export const isZipped = (subject: HandoutSubject, id: FormatId) => isBriefing(subject) && (id === 'png' || id === 'svg')

/** Returns the name of a file, `渝览-标题-资料日期`. */
export const fileName = (title: string, release: string, id: FormatId, ending: string = formats[id].ending) =>
  `渝览-${plainName(title)}-${release}${ending}`
