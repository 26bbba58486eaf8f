import type { AnalysisAnswer } from '../../model/analysis/analysis'
import { answerSentence } from '../../model/analysis/sentence'
import type { Analysis } from '../../model/view'
import { useApp } from '../context'

/** The answer in a few sentences, above its lists. */
export function AnswerSentence(props: { question: Analysis; answer: AnalysisAnswer }) {
  const app = useApp()
  const text = () => {
    const record = app.record()
    return record
      ? answerSentence(props.answer, props.question, { record, details: app.details(), language: app.language() })
      : ''
  }
  return <p class="analysis-sentence">{text()}</p>
}
