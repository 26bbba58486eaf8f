/** The first module of the single file: what it was saved with becomes its address, then it starts as the site does. */
import '../styles/page.css'
import { notePlayed } from '../io/own-briefings'
import { linkParameter } from '../state/link'
import { type Opened, openedId } from './opened'

const { link, own } = JSON.parse(document.getElementById(openedId)?.textContent || '{}') as Opened
if (own) notePlayed({ stored: own, made: {} }, 'file')
if (link && !location.search) history.replaceState(null, '', `?${linkParameter}=${link}`)
import('../boot')
