// The English catalogue: every sentence of the dashboard, by page.
import { common } from './common';
import { editor } from './editor';
import { empty } from './empty';
import { overview } from './overview';
import { profiles } from './profiles';
import { setup } from './setup';

export const en = { common, editor, empty, overview, profiles, setup };
export type Catalogue = typeof en;
