// The German catalogue.
import type { Catalogue } from '../en';
import type { Messages } from '..';
import { chart } from './chart';
import { common } from './common';
import { overview } from './overview';

export const de: Catalogue = { chart, common, overview };
export const messages: Messages = {};
