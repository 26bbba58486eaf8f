/** The worker's end: the queue behind Comlink. A message channel gives way to waiting messages without a timer's delay. */
import { expose } from 'comlink'
import { AnalysisQueue } from './analysis-queue'

const channel = new MessageChannel()
let resume: (() => void) | undefined
channel.port1.onmessage = () => resume?.()

const pause = () =>
  new Promise<void>((resolve) => {
    resume = resolve
    channel.port2.postMessage(null)
  })

expose(new AnalysisQueue(pause))
