// The English catalogue: every sentence of the dashboard, by page.
import { chart } from './chart';
import { common } from './common';
import { console } from './console';
import { miners } from './miners';
import { overview } from './overview';
import { statistics } from './statistics';

export const en = { chart, common, console, miners, overview, statistics };
export type Catalogue = typeof en;
