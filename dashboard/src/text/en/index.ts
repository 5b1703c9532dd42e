// The English catalogue: every sentence of the dashboard, by page.
import { chart } from './chart';
import { common } from './common';
import { console } from './console';
import { miners } from './miners';
import { overview } from './overview';

export const en = { chart, common, console, miners, overview };
export type Catalogue = typeof en;
