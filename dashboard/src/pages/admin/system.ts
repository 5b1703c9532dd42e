// The machine, what it runs on, and where things are.
import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app';
import { copyButton } from '../../components/copy';
import { none } from '../../components/parts';
import { VERSION } from '../../version';

type Card = NonNullable<App['store']['info']>['gpus'][number];
type Fact = [name: string, value: unknown];

export function systemPanels(app: App): TemplateResult {
  const { info } = app.store;
  const words = app.text.admin.system;
  if (!info) return html`<section class="panel"><div class="body"><div class="skeleton"></div></div></section>`;
  const { numbers } = app;
  const { cpu, memory, gpus, folders, versions } = info;
  const pages = memory?.hugePages;
  const machine: Fact[] = [
    [words.os, versions?.kernel ?? `${info.os} ${info.arch}`],
    [words.processor, html`${cpu?.model ?? none(app)} <span class="hint">${words.cores(numbers.count(cpu?.cores), numbers.count(cpu?.threads))}</span>`],
    [words.memory, memory ? words.available(numbers.bytes(memory.available), numbers.bytes(memory.total)) : none(app)],
    [words.hugePages, pages?.total ? words.pages(numbers.count(pages.free), numbers.count(pages.total)) : words.noPages],
    [words.cards, gpus.length ? gpus.map((card) => html`<div>${card.name ?? card.id} <span class="hint">${[card.driver, card.memory ? numbers.bytes(card.memory) : null, ...reading(app, card)].filter(Boolean).join(' · ')}</span></div>`) : words.noCards],
  ];
  const software: Fact[] = [
    [words.platform, info.platformVersion],
    [words.dashboard, VERSION],
    [words.python, versions?.python ?? info.pythonVersion],
    [words.programs, info.installedMiners.map((each) => html`<div>${each.type} ${each.version ?? none(app)} ${each.path ? html`<span class="hint mono wrap">${each.path}</span>` : nothing}</div>`)],
  ];
  const places: Fact[] = folders
    ? [
        [words.data, path(app, folders.data)],
        [words.logs, path(app, folders.logs)],
        [words.programs, path(app, folders.programs)],
      ]
    : [[words.folders, html`<span class="hint">${words.foreign}</span>`]];
  const live = app.baseUrl.replace(/^http/, 'ws') + '/ws';
  const api: Fact[] = [
    [words.address, path(app, app.baseUrl)],
    [words.live, path(app, live)],
    [words.reference, html`<a href="${app.baseUrl}/swagger/index.html" target="_blank" rel="noreferrer">${words.reference}</a>`],
  ];
  return html`${panel('system', words.title, machine)}${panel('versions', words.versions, software)}${panel('folders', words.folders, places)}${panel('api', words.api, api)}`;
}

function panel(id: string, title: string, facts: Fact[]): TemplateResult {
  return html`<section class="panel" aria-labelledby="system-${id}">
    <header><h2 id="system-${id}">${title}</h2></header>
    <dl class="facts body">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
  </section>`;
}

function path(app: App, text: string): TemplateResult {
  return html`<span class="row"><span class="mono grow">${text}</span>${copyButton(app, text)}</span>`;
}

/** How a card does, and when the daemon looked last. */
function reading(app: App, card: Card): string[] {
  const { numbers } = app;
  const now = card.reading;
  if (!now) return [];
  const figures = [numbers.temperature(now.temperature), numbers.power(now.powerUsage)].filter((each) => each.unit);
  const usage = now.usage === null ? [] : [numbers.percent(now.usage)];
  return [...figures.map((each) => `${each.value} ${each.unit}`), ...usage, numbers.clock(now.sampledAt)];
}
