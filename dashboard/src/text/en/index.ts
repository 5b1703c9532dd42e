// The English catalogue: every sentence of the dashboard, by page.
import { common } from './common';
import { overview } from './overview';

export const en = { common, overview };
export type Catalogue = typeof en;
