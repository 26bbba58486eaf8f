/** The actions on the spatial question, its drawing and its answer. */
import type { AnalysisState, Sketch } from '../model/analysis/analysis'
import type { Analysis } from '../model/view'
import type { Writers } from './writers'

/** Returns the actions on the spatial question. */
export function createQuestionActions({ store, setView, setSession }: Writers) {
  return {
    /** Asks a spatial question, also if it is the same as before; ends drawing. */
    ask: (analysis: Analysis | undefined) => {
      setSession({ sketch: undefined, pick: undefined })
      setView({ analysis: analysis && { ...analysis } })
    },
    cancelAnalysis: () => {
      const { analysis } = store.getState().session
      if (analysis.status === 'working') setSession({ analysis: { status: 'cancelled', question: analysis.question } })
    },
    setAnalysisState: (analysis: AnalysisState) => setSession({ analysis }),
    setSketch: (sketch: Sketch | undefined) => setSession({ sketch }),
  }
}
