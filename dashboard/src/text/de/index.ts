// The German catalogue.
import type { Catalogue } from '../en';
import type { Messages } from '..';
import { common } from './common';
import { editor } from './editor';
import { empty } from './empty';
import { overview } from './overview';
import { profiles } from './profiles';
import { setup } from './setup';

export const de: Catalogue = { common, editor, empty, overview, profiles, setup };
export const messages: Messages = {};
