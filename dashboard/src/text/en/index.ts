// The English catalogue: every sentence of the dashboard, by page.
import { chart } from './chart';
import { common } from './common';
import { overview } from './overview';

export const en = { chart, common, overview };
export type Catalogue = typeof en;
