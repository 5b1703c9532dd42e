import{a as e,c as t,n}from"./lit-B4EAelNx.js";import{f as r,l as i,r as a,u as o}from"./mining-dashboard-XJMNuKAd.js";import{c as s,i as c,u as l}from"./parts-DuHrEmE5.js";import{showShortcuts as u}from"./shortcuts-BljStNOk.js";import{a as d,o as f,r as p,s as m,t as h}from"./field-BebpK9Ie.js";import{i as g,r as _}from"./numbers-3bZ_9uze.js";import{n as v}from"./client-CPk1CF5s.js";import{i as y}from"./copy-uEPA1DpZ.js";import{n as b}from"./export-uzkgqEKP.js";import{t as x}from"./form-dialog-CiIRYB3g.js";function S(t,n){let r=t.text.settings.appearance,{preferences:i}=t;return e`<section class="panel" aria-labelledby="appearance-title">
    <header><h2 id="appearance-title">${r.title}</h2><span class="hint">${r.about}</span></header>
    <div class="body fields">
      ${C(t,`theme`,r.theme,r.themes)} ${C(t,`density`,r.density,r.densities)}
      ${C(t,`language`,r.language,Object.fromEntries([``,...a].map(e=>[e,r.languages[e]??e])))}
      ${C(t,`temperatureUnit`,r.temperature,r.temperatures)}
    </div>
    <div class="body">
      <label class="choice"
        ><input type="checkbox" role="switch" class="switch" .checked=${i.hotkeys} @change=${()=>t.prefer({hotkeys:!t.preferences.hotkeys})} />${r.hotkeys}</label
      >
      <p class="hint">${r.hotkeysHint} <button class="link" @click=${n}>${r.shortcuts}</button></p>
    </div>
  </section>`}function C(e,t,n,r){return d({id:`appearance-${t}`,label:n,value:e.preferences[t],choices:Object.entries(r),chosen:n=>e.prefer({[t]:n})})}var w=class extends r{get#e(){return`Notification`in globalThis&&isSecureContext?Notification.permission:`unsupported`}render(){let{app:t}=this,r=t.text.settings.browser,a=this.#e;return e`<section class="panel" aria-labelledby="browser-title">
      <header><h2 id="browser-title">${r.title}</h2></header>
      <div class="body stack">
        <p class="secondary">${r.about}</p>
        ${a===`unsupported`?e`<p class="warn">${_(`degraded`)} ${r.unsupported}</p>`:n}
        ${a===`denied`?e`<p class="warn">${_(`degraded`)} ${r.denied}</p>`:n}
        ${a==="default"?e`<p class="row"><button @click=${()=>void this.#t()}>${r.allow}</button><span class="hint">${r.ask}</span></p>`:n}
        ${a===`granted`?e`<p class="row">${_(`ok`)}<span>${r.granted}</span><button @click=${()=>this.#r()}>${r.test}</button></p>`:n}
        <div>
          ${Object.entries(i).map(([n,i])=>e`<label class="choice"
              ><input
                type="checkbox"
                .checked=${i.every(e=>t.preferences.notifyAbout.includes(e))}
                ?disabled=${a===`unsupported`||a===`denied`}
                @change=${e=>void this.#n(i,e.target.checked)}
              />${r.kinds[n]??n}</label
            >`)}
        </div>
      </div>
    </section>`}async#t(){await Notification.requestPermission(),this.requestUpdate()}async#n(e,t){let n=this.app.preferences.notifyAbout.filter(t=>!e.includes(t));this.app.prefer({notifyAbout:t?[...n,...e]:n}),t&&this.#e==="default"&&await this.#t()}#r(){let e=this.app.text.settings.browser;new Notification(e.testTitle,{body:e.testText,tag:`mining-test`})}};customElements.define(`mining-browser-notices`,w);var T=class extends r{static{this.properties={range:{state:!0}}}constructor(){super(),this.range=`7d`}render(){let{app:t}=this,n=t.text.settings.data,r=(n,r)=>c(t,e`${g(`download`)}${n}`,()=>void r().catch(e=>t.toast({kind:`error`,text:t.explain(e)})));return e`<section class="panel" aria-labelledby="data-title">
      <header><h2 id="data-title">${n.title}</h2><span class="hint">${n.about}</span></header>
      <div class="body row">
        <label class="row"
          ><span>${n.range}</span>
          <select class="short" @change=${e=>this.range=e.target.value}>
            ${Object.entries(n.ranges).map(([t,n])=>e`<option value=${t} ?selected=${t===this.range}>${n}</option>`)}
          </select></label
        >
        ${r(n.csv,()=>this.#e(`csv`))} ${r(n.json,()=>this.#e(`json`))}
      </div>
      <div class="body row">${r(n.profiles,()=>this.#t())}<span class="hint">${n.profilesHint}</span></div>
      <div class="body row"><button @click=${()=>this.#n()}>${n.browser}</button><span class="hint">${n.browserHint}</span></div>
    </section>`}async#e(e){y(await b(this.app,{format:e,range:this.range}),`mining-${this.range}.${e}`)}async#t(){let e=await v(this.app.http.GET(`/profiles/export`));y(new Blob([JSON.stringify(e,null,2)],{type:`application/json`}),`mining-profiles.json`)}#n(){let{app:e}=this,t=e.preferences;e.prefer(o());let n={label:e.text.vocabulary.verbs.undo,run:()=>e.prefer(t)};e.toast({kind:`ok`,text:e.text.settings.data.forgotten,action:n})}};customElements.define(`mining-data-panel`,T);var E={polling:[{name:`pollInterval`,kind:`seconds`},{name:`livePollInterval`,kind:`seconds`}],starting:[{name:`autostart`,kind:`switch`},{name:`stopMinersOnExit`,kind:`switch`},{name:`autostartDelay`,kind:`seconds`},{name:`autostartExcept`,kind:`names`}],history:[{name:`keepSamplesHours`,kind:`hours`},{name:`keepMinutesDays`,kind:`days`},{name:`keepHoursDays`,kind:`forever`}],heartbeat:[{name:`heartbeatUrl`,kind:`text`},{name:`heartbeatInterval`,kind:`seconds`}],other:[{name:`logLevel`,kind:`level`},{name:`walletLock`,kind:`switch`}]};function D(e,t){let n=t.trim();if(e===`names`)return n.split(/[\s,]+/).filter(Boolean);if(!n)return null;if(e===`text`)return n;let r=Number(n.replace(`,`,`.`));return Number.isNaN(r)?n:r}function O(e){return e==null?``:Array.isArray(e)?e.join(`, `):String(e)}function k({values:e,sources:t},n){let r=e;return Object.fromEntries(Object.entries(n).filter(([e,n])=>(n!==null||t[e]!=="default"&&r[e]!==null)&&!A(n,r[e])))}function A(e,t){return JSON.stringify(e)===JSON.stringify(t)}function j(e){return`MINING_${e.replace(/[A-Z]/g,e=>`_${e}`).toUpperCase()}`}var M=class extends r{static{this.properties={view:{attribute:!1},changed:{attribute:!1},results:{state:!0},issue:{state:!0},busy:{state:!0}}}constructor(){super(),Object.assign(this,{results:[],issue:``,busy:!1})}render(){let{app:t}=this,r=t.text.settings.targets,i=this.view.values.notify??[],a={busy:this.busy?r.testing:null,changes:!0};return e`<ul class="lines targets">
        ${i.map(e=>this.#e(e))} ${i.length?n:e`<li class="secondary">${r.none}</li>`}
      </ul>
      <div class="targets-actions row">
        ${c(t,e`${g(`add`)}${r.add}`,()=>void this.#n(),{needs:`admin`})}
        ${i.length?c(t,r.test,()=>void this.#i(),a):n}
      </div>
      ${this.issue?e`<p class="targets-actions err" role="alert">${this.issue}</p>`:n}`}#e(t){let{app:r}=this,i=r.text.settings.targets,a=this.results.find(e=>e.target===t);return e`<li>
      <div class="grow">
        <span class="mono">${t}</span>
        <div role="status">${a?e`<span class="row ${a.ok?`ok`:`err`}">${_(a.ok?`ok`:`failed`)}<span class="grow">${a.ok?i.taken:r.say({text:a.issue??``,...a.wording})}</span></span>`:n}</div>
      </div>
      ${c(r,r.text.vocabulary.verbs.remove,()=>void this.#r(t),{classes:`small ghost`,label:i.remove(t),needs:`admin`})}
    </li>`}async#t(e){this.changed(await v(this.app.http.PUT(`/settings`,{body:{notify:e}})))}async#n(){let{app:e}=this,t=e.text.settings.targets;await x(e,this.getRootNode(),{title:t.add,verb:e.text.vocabulary.verbs.add,values:{notify:``},fields:e=>m({label:t.url,hint:t.urlHint,...e(`notify`)}),send:async({notify:n=``})=>{let r={action:`settings.change`,targets:[`notify`],done:t.added,quiet:!0};await e.act(r,()=>this.#t([...this.view.values.notify??[],n]))}})}async#r(e){let{app:t}=this,n=t.text.settings.targets;if(!await t.ask({title:n.removeTitle(e),text:n.removeText,verb:t.text.vocabulary.verbs.remove,danger:!0}))return;let r=(this.view.values.notify??[]).filter(t=>t!==e);await t.act({action:`settings.change`,targets:[`notify`],done:n.removed},()=>this.#t(r))}async#i(){this.busy=!0,this.results=[];try{let e={action:`notifications.test`,targets:this.view.values.notify??[],quiet:!0},t=await this.app.act(e,()=>v(this.app.http.POST(`/notifications/test`)));this.results=t?.results??[],this.issue=``}catch(e){this.issue=this.app.explain(e)}finally{this.busy=!1}}};customElements.define(`mining-notification-targets`,M);var N=[`trouble`,`recovered`,`payout`,`access`,`program`,`person`],P=[`payout`,`access`],F=[`debug`,`info`,`warning`,`error`],I=class extends r{static{this.properties={view:{state:!0},draft:{state:!0},faults:{state:!0},issue:{state:!0},busy:{state:!0}}}#e={};#t=-1;#n=!1;constructor(){super(),Object.assign(this,{view:null,draft:{},faults:h,issue:``,busy:!1})}willUpdate(){let{settingsChanged:e}=this.app.store;this.#t!==e&&(this.#t=e,this.#r());let t=this.#i.length>0;t!==this.#n&&this.dispatchEvent(new CustomEvent(`mining-unsaved`,{detail:{dirty:t},bubbles:!0,composed:!0})),this.#n=t}async#r(){try{this.view=await v(this.app.http.GET(`/settings`)),this.issue=``}catch(e){this.issue=this.app.explain(e)}}get#i(){return this.view?Object.keys(k(this.view,this.draft)):[]}render(){let{app:t,view:n}=this,{targets:r,daemon:i}=t.text.settings;return n?e`<section class="panel" aria-labelledby="targets-title">
        <header><h2 id="targets-title">${r.title}</h2></header>
        <div class="body"><p class="secondary">${r.about}</p></div>
        <mining-notification-targets .app=${t} .view=${n} .changed=${e=>this.view=e}></mining-notification-targets>
        <div class="body stack">${this.#l(n)}${this.#u(n)}</div>
      </section>
      <section class="panel" aria-labelledby="daemon-title">
        <header><h2 id="daemon-title">${i.title}</h2><span class="hint">${i.about}</span></header>
        ${Object.entries(E).map(([t,r])=>e`<div class="body setting-group">
            <h3>${i.groups[t]}</h3>
            <div class="fields">${r.map(e=>this.#c(n,e))}</div>
          </div>`)}
      </section>
      ${this.#d()}${this.#m(n)}`:e`<section class="panel"><div class="body">${this.issue?e`<p class="err" role="alert">${this.issue}</p>`:e`<div class="skeleton"></div>`}</div></section>`}#a(e,t){return t in this.draft?this.draft[t]:e.values[t]}#o(e,t,n){this.draft={...this.draft,[e]:t},n!==void 0&&(this.#e[e]=n),this.faults.has(e)&&(this.faults=new Map([...this.faults].filter(([t])=>t!==e)))}#s(e,t){let n=this.app.text.settings.daemon,r=e.sources[t];return r===`variable`?n.fixedBy(j(t)):r===`flag`?n.fixedBy(n.flag):null}#c(t,r){let{name:i,kind:a}=r,o=this.app.text.settings.daemon,{app:s}=this,c=o.names[i]??i,l=this.#s(t,i),u=!!l||!!s.refusal(`admin`),p=this.#a(t,i),h=o.sources[t.sources[i]??``]??``,g={id:`setting-${i}`,label:c,fault:this.faults.get(i)};if(a===`switch`){let e=i===`walletLock`&&t.values.walletLock===!0,n=l??(i===`walletLock`?o.lockHint:h);return f({...g,hint:n,on:p===!0,disabled:u||e,switched:e=>this.#o(i,e)})}if(a===`level`){let e=F.map(e=>[e,o.levels[e]??e]);return d({...g,hint:l??h,disabled:u,value:String(p),choices:e,chosen:e=>this.#o(i,e)})}let _=t.sources[i]===`file`&&!(i in this.draft)&&!u?e`<button class="link" aria-label="${o.reset}: ${c}" @click=${()=>this.#o(i,null,``)}>${o.reset}</button>`:n;return m({...g,hint:l??`${o.units[a]} · ${h}`,way:l?n:_,value:this.#e[i]??O(p),readonly:u,...a===`names`||a===`text`?{}:{keyboard:`decimal`},typed:e=>this.#o(i,D(a,e),e)})}#l(t){let{app:r}=this,i=r.text.settings.targets,a=this.#a(t,`notifyAbout`)??[],o=!!this.#s(t,`notifyAbout`)||!!r.refusal(`admin`),s=(e,t)=>this.#o(`notifyAbout`,N.filter(n=>n===e?t:a.includes(n))),c=this.faults.get(`notifyAbout`);return e`<fieldset class="topics">
      <legend>${i.topicsTitle}</legend>
      ${N.map(t=>e`<label class="choice"
          ><input
            type="checkbox"
            .checked=${P.includes(t)||a.includes(t)}
            ?disabled=${o||P.includes(t)||t===`recovered`&&!a.includes(`trouble`)}
            @change=${e=>s(t,e.target.checked)}
          />${i.topics[t]}</label
        >`)}
      ${c?e`<p class="err" role="alert">${c}</p>`:n}
      ${o&&this.#s(t,`notifyAbout`)?e`<p class="hint">${this.#s(t,`notifyAbout`)}</p>`:n}
    </fieldset>`}#u(e){let t=this.app.text.settings.targets,n=this.#s(e,`quietHours`);return m({id:`setting-quietHours`,label:t.quiet,hint:n??t.quietHint,fault:this.faults.get(`quietHours`),value:this.#e.quietHours??O(this.#a(e,`quietHours`)),placeholder:`22:00-07:00`,readonly:!!n||!!this.app.refusal(`admin`),typed:e=>this.#o(`quietHours`,e.trim().replace(/\s*[–-]\s*/,`-`)||null,e)})}#d(){let{app:t}=this,r=this.#i,i=t.text.settings.daemon;return!r.length&&!this.issue?n:e`<div class="save-bar panel" role="region" aria-label=${t.text.vocabulary.verbs.save}>
      <div class="grow">
        <span>${r.length?i.changed(r.map(e=>i.names[e]??e).join(`, `)):n}</span>
        ${this.issue?e`<p class="err" role="alert">${this.issue}</p>`:n}
      </div>
      <button @click=${()=>this.#f()}>${t.text.vocabulary.verbs.discard}</button>
      ${c(t,t.text.vocabulary.verbs.save,()=>void this.#p(),{classes:`primary`,needs:`admin`,busy:this.busy?t.text.vocabulary.verbs.save:null})}
    </div>`}#f(){this.draft={},this.#e={},this.faults=h,this.issue=``}async#p(){let{app:e,view:t}=this;if(!t)return;let n=k(t,this.draft),r=e.text.settings.daemon;this.busy=!0,this.issue=``;try{let t={action:`settings.change`,targets:Object.keys(n),params:n,done:r.saved,quiet:!0},i=await e.act(t,()=>v(e.http.PUT(`/settings`,{body:n})));if(!i)return;this.view=i,this.#f();for(let t of i.warningWordings)e.toast({kind:`error`,text:e.say(t)})}catch(t){this.faults=p(e,t),this.issue=this.faults.size?r.notSaved:`${r.notSaved}: ${e.explain(t)}`}finally{this.busy=!1}await this.updateComplete;let i=this.querySelector(`[aria-invalid=true]`);i?.focus({preventScroll:!0}),i?.scrollIntoView({block:`center`})}#m(t){let{app:n}=this,r=n.text.settings.daemon,i=t.values,a=Object.keys(i).filter(e=>!t.changeable.includes(e)),o=e=>typeof e==`boolean`?e?r.on:r.off:O(e)||s(n);return e`<section class="panel" aria-labelledby="fixed-title">
      <header><h2 id="fixed-title">${r.fixed}</h2></header>
      <div class="body"><p class="secondary wrap">${r.fixedAbout(t.file??r.theFile)}</p></div>
      <div class="scroll" tabindex="0" role="region" aria-label=${r.fixedTable}>
        <table>
          <thead>
            <tr><th scope="col">${r.setting}</th><th scope="col">${r.value}</th><th scope="col">${r.source}</th></tr>
          </thead>
          <tbody>
            ${a.map(n=>e`<tr>
                <td><code>${j(n).slice(7).toLowerCase()}</code></td>
                <td class="wrap">${o(i[n])}</td>
                <td>${r.sources[t.sources[n]??``]??t.sources[n]}</td>
              </tr>`)}
          </tbody>
        </table>
      </div>
    </section>`}};customElements.define(`mining-server-settings`,I);var L=`mining-settings-page`,R=class extends r{static{this.sheet=t`
    mining-settings-page .content {
      max-width: 960px;
    }
    mining-server-settings :is(input, select, button) {
      scroll-margin-bottom: 120px; /* not behind the bar that saves */
    }
    mining-server-settings {
      display: grid;
      gap: 20px;
      grid-template-columns: minmax(0, 1fr);
    }
    mining-settings-page select.short {
      width: auto;
    }
    .panel > .setting-group {
      display: grid;
      gap: 12px;
      border-top: 1px solid var(--c-line);
      padding: 16px;
    }
    .topics {
      border: 0;
      margin: 0;
      padding: 0;
    }
    .topics legend {
      font-size: 0.8125rem;
      font-weight: 500;
      padding: 0;
    }
    .targets {
      border-bottom: 1px solid var(--c-line);
    }
    .targets-actions {
      padding: 16px;
    }
    .save-bar {
      position: sticky;
      bottom: 16px;
      z-index: 10;
      display: flex;
      gap: 12px;
      align-items: center;
      flex-wrap: wrap;
      padding: 12px 16px;
      background: var(--c-raised);
      box-shadow: var(--c-shadow);
    }
    @container dashboard (max-width: 44.9937rem) {
      .save-bar {
        bottom: 72px;
      }
    }
  `}render(){let{app:t}=this;return e`${l(t.text.vocabulary.pages.settings)}
      <div class="content">
        ${S(t,()=>u(t,this.getRootNode()))}
        <mining-browser-notices .app=${t}></mining-browser-notices>
        <mining-server-settings .app=${t}></mining-server-settings>
        <mining-data-panel .app=${t}></mining-data-panel>
      </div>`}};customElements.define(L,R);export{L as TAG};