// The English catalogue: every sentence of the dashboard, by page.
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

export const en = { admin, chart, vocabulary, console, editor, empty, miners, overview, pools, profiles, search, settings, setup, statistics };
export type Catalogue = typeof en;
