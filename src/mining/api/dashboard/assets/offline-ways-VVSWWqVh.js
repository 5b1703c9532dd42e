import{a as e,c as t,n}from"./lit-B4EAelNx.js";import{d as r,f as i}from"./mining-dashboard-XJMNuKAd.js";import{r as a}from"./numbers-3bZ_9uze.js";import{l as o}from"./parts-DuHrEmE5.js";import{t as s}from"./copy-uEPA1DpZ.js";import{a as c}from"./programs-CuUGhBYg.js";var l=6;function u(e,t,n){return e.say({text:t[n]??``,...t.wordings[n]})}function d(t,r){let i=t.text.miners.program,s=r.watched?[i.watches]:[...r.cpu?[`cpu`]:[],...r.makers].map(e=>i.parts[e]??e),c=r.algorithms.slice(0,l).join(`, `),{latestVersion:d,latestPublishedAt:p}=r;return e`<dl class="facts">
    <dt>${i.suits}</dt>
    <dd>${s.join(`, `)} <span class="hint">${i.algorithms(c,Math.max(0,r.algorithms.length-l))}</span></dd>
    ${r.origin===`own`||!d&&!r.installedVersion?n:e`<dt>${i.version}</dt>
          <dd>
            ${r.installedVersion??n} ${d&&d!==r.installedVersion?i.newest(d):n}
            ${p?e`<span class="hint" title=${t.numbers.dateTime(p)}>${i.published(t.numbers.ago(p))}</span>`:n}
          </dd>
          <dt>${i.size}</dt>
          <dd>${o(t,t.numbers.bytes(r.latestBytes))}</dd>`}
    <dt>${i.licence}</dt>
    <dd>${u(t,r,`licence`)} ${r.homepage?e`<a href=${r.homepage} target="_blank" rel="noreferrer">${new URL(r.homepage).host}</a>`:n}</dd>
    <dt>${i.donation}</dt>
    <dd>${u(t,r,`devFee`)}</dd>
    <dt>${i.proof}</dt>
    <dd>${f(t,r)}</dd>
    ${r.origin===`own`?n:e`<dt>${i.api}</dt>
          <dd>${r.openApi?e`${a(`degraded`)} ${i.apiOpen}`:i.apiClosed}</dd>
          <dt>${i.secrets}</dt>
          <dd>${r.secretsExposed?e`${a(`degraded`)} ${i.secretsOpen}`:i.secretsClosed}</dd>
          <dt>${i.evidence}</dt>
          <dd>${i.evidences[r.evidence]}</dd>`}
  </dl>`}function f(e,t){let n=e.text.miners.program,{verified:r,verification:i,origin:a,installable:o}=t;if(a===`own`)return n.own;let s=r??(a===null&&o?i:null);return s?n.proofs[s.how]??e.say({text:s.text,...s.wording}):a===null?n.ownBuildProof:n.unproven}function p(t,r){let i=t.text.miners.program;return r.broken?n:e`<details class="more-facts">
    <summary>${i.more(r.unconfirmed.length)}</summary>
    <dl class="facts">
      <dt>${i.api}</dt>
      <dd>${u(t,r,`apiExposure`)}</dd>
      <dt>${i.secrets}</dt>
      <dd>${u(t,r,`secrets`)}</dd>
      <dt>${i.evidence}</dt>
      <dd>${u(t,r,`tried`)}</dd>
      ${r.unconfirmed.length?e`<dt>${i.unconfirmed}</dt>
            <dd><ul>${r.wordings.unconfirmed.map(n=>e`<li>${t.say(n)}</li>`)}</ul></dd>`:n}
    </dl>
  </details>`}var m=t`
  .facts {
    display: grid;
    grid-template-columns: minmax(90px, max-content) minmax(0, 1fr);
    gap: 6px 16px;
    font-size: 0.8125rem;
    margin: 0;
    align-items: baseline;
  }
  .facts a {
    display: inline-block;
    min-height: 24px;
  }
  .facts dt {
    color: var(--c-text-2);
  }
  .facts ul {
    margin: 0;
    padding-left: 16px;
    display: grid;
    gap: 4px;
  }
  .facts ul li {
    list-style: disc;
  }
  .more-facts summary {
    cursor: pointer;
    font-size: 0.8125rem;
    min-height: 24px;
  }
  .more-facts .facts {
    margin-top: 8px;
  }
  @container dashboard (max-width: 44.9937rem) {
    .facts {
      grid-template-columns: minmax(0, 7.5em) minmax(0, 1fr);
    }
    .more-facts summary, .other-programs > summary, .getting summary {
      min-height: 40px;
      padding: 10px 0;
    }
  }
`,h=class extends i{static{this.properties={...i.properties,program:{attribute:!1},refused:{attribute:!1},accepted:{state:!0}}}static{this.sheet=t`
    mining-getting:not(:empty) {
      display: block;
    }
    mining-getting .getting {
      display: grid;
      gap: 8px;
      justify-items: start;
      font-size: 0.8125rem;
    }
    mining-getting .getting > * {
      max-width: 100%;
    }
    mining-getting .choice {
      align-items: flex-start;
    }
  `}constructor(){super(),Object.assign(this,{refused:!1,accepted:!1})}willUpdate(e){let t=e.get(`program`);t&&t.type!==this.program.type&&(this.accepted=!1)}render(){let e=c(this.program);return e===`register`?this.#e():e===`unproven`||this.refused?this.#n():n}#e(){let{app:t,program:i}=this,o=t.text.miners.program;return e`<div class="getting">
      <h3>${a(`hint`)} ${o.ownBuild}</h3>
      <p class="hint">${o.notHere}</p>
      ${i.getting?e`<p class="hint">${r(u(t,i,`getting`),t.store.info?.commandLine)}</p>`:n}
      ${s(t,`miner-ctrl register ${i.type} /path/to/${i.type}`)} ${this.#t()} ${g(t,i)}
    </div>`}#t(){return e`<button type="button" class="small" @click=${()=>this.dispatchEvent(new CustomEvent(`programs-changed`,{bubbles:!0}))}>${this.app.text.miners.program.isDone}</button>`}#n(){let{app:t,program:r,accepted:i}=this,o=t.text.miners.program;return e`<div class="getting unproven">
      <h3>${a(`degraded`)} ${o.unprovenTitle}</h3>
      <p>${o.unprovenText(r.title)}</p>
      ${g(t,r)}
      <label class="choice"
        ><input type="checkbox" .checked=${i} @change=${e=>this.accepted=e.target.checked} /><span>${o.accept}</span></label
      >
      ${i?e`<p class="hint">${o.acceptedText}</p>${s(t,`miner-ctrl install ${r.type} --allow-unverified`)} ${this.#t()}`:n}
    </div>`}};function g(t,r){let i=t.text.miners.program,{secondOpinions:a}=r;return a.length?e`<details>
    <summary>${i.opinions(a.length)}</summary>
    <p class="hint">${i.opinionsText}</p>
    ${a.map(n=>e`<p class="hint wrap">${n.file}<br /><code class="wrap">${n.sha256}</code><br />${t.say({text:n.source,...n.sourceWording})}</p>`)}
  </details>`:n}customElements.define(`mining-getting`,h);function _(t,n){let r=t.text.miners.program.offline;return e`<p class="hint">${r.file}</p>
    ${s(t,`miner-ctrl install ${n} --file ARCHIVE`)}
    <p class="hint">${r.register}</p>
    ${s(t,`miner-ctrl register ${n} /path/to/${n}`)}
    <p class="hint">${r.demo}</p>
    ${s(t,`miner-ctrl demo`)}`}export{u as a,p as i,d as n,m as r,_ as t};