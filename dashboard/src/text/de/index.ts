// The German catalogue.
import type { Catalogue } from '../en';
import { admin } from './admin';
import { chart } from './chart';
import { vocabulary } from './vocabulary';
import { console } from './console';
import { editor } from './editor';
import { empty } from './empty';
import { miners } from './miners';
import { overview } from './overview';
import { pools } from './pools';
import { profiles } from './profiles';
import { search } from './search';
import { settings } from './settings';
import { setup } from './setup';
import { statistics } from './statistics';

export const de: Catalogue = { admin, chart, vocabulary, console, editor, empty, miners, overview, pools, profiles, search, settings, setup, statistics };
export { messages } from './messages';
export const joined = { or: 'oder', and: 'und' };
