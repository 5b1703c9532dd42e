// The German catalogue.
import type { Catalogue } from '../en';
import { chart } from './chart';
import { common } from './common';
import { console } from './console';
import { miners } from './miners';
import { overview } from './overview';
import { statistics } from './statistics';

export const de: Catalogue = { chart, common, console, miners, overview, statistics };
export { messages } from './messages';
