import{a as e,c as t,n}from"./lit-B4EAelNx.js";import{f as r,i,m as a}from"./mining-dashboard-XJMNuKAd.js";import{a as o,c as s,i as c,p as l,t as u,u as d}from"./parts-DuHrEmE5.js";import{n as f,t as p}from"./client-CPk1CF5s.js";import{i as m,r as h}from"./numbers-3bZ_9uze.js";import{i as g,r as _,t as v}from"./copy-uEPA1DpZ.js";import{a as y,s as b}from"./field-BebpK9Ie.js";import{t as x}from"./form-dialog-CiIRYB3g.js";var S=20,C=class extends r{static{this.properties={entries:{state:!0},issue:{state:!0},report:{state:!0},page:{state:!0}}}#e=1;constructor(){super(),Object.assign(this,{entries:null,issue:``,report:null,page:1})}connectedCallback(){super.connectedCallback(),this.#t(1)}async#t(e){if(!this.app.refusal(`admin`))try{let t=await f(this.app.http.GET(`/audit`,{params:{query:{page:e,limit:S}}}));this.entries=t.items,this.#e=Math.max(1,t.pagination.pages),this.page=e,this.issue=``}catch(e){e instanceof p&&[401,403].includes(e.status)||(this.issue=this.app.explain(e))}}async#n(){try{this.report=await f(this.app.http.GET(`/audit/verification`))}catch(e){this.issue=this.app.explain(e)}}render(){let{app:t,entries:r,report:i}=this,a=t.text.admin.audit;return!r&&!this.issue?n:e`<section class="panel audit" aria-labelledby="audit-title">
      <header>
        <h2 id="audit-title">${a.title}</h2>
        <span role="status">${i?i.ok?e`${h(`ok`)} ${a.whole(t.numbers.count(i.entries))}`:e`<span class="err">${h(`failed`)} ${a.broken} ${t.say({text:i.issue??``,...i.wording})}</span>`:n}</span>
        ${c(t,a.verify,()=>void this.#n())}
      </header>
      <div class="body"><p class="secondary">${a.about}</p>${this.issue?e`<p class="err" role="alert">${this.issue}</p>`:n}</div>
      ${r?.length?this.#r(r):e`<div class="body"><p class="hint">${a.none}</p></div>`}
      ${this.#e>1?e`<footer>
            <button class="small" ?disabled=${this.page===1} @click=${()=>void this.#t(this.page-1)}>${a.newer}</button>
            <button class="small" ?disabled=${this.page===this.#e} @click=${()=>void this.#t(this.page+1)}>${a.older}</button>
          </footer>`:n}
    </section>`}#r(t){let{app:r}=this,i=r.text.admin.audit,a=[i.when,i.who,i.what,i.outcome,i.from];return e`<div class="scroll" tabindex="0" role="region" aria-label=${i.entries}>
      <table>
        <thead>
          <tr>${a.map(t=>e`<th scope="col">${t}</th>`)}</tr>
        </thead>
        <tbody>
          ${t.map(t=>e`<tr>
              <td>${o(r,t.timestamp)}</td>
              <td>${t.who}${t.role?e` <span class="tag">${t.role}</span>`:n}</td>
              <td class="wrap"><b>${t.what}</b> <span class="hint">${[t.target,t.text&&r.say({text:t.text,...t.wording})].filter(Boolean).join(` · `)}</span></td>
              <td>${this.#i(t)}</td>
              <td>${t.address??s(r)}</td>
            </tr>`)}
        </tbody>
      </table>
    </div>`}#i({outcome:t,code:n}){let r=this.app.text.admin.audit;return t===null?e`${s(this.app)}`:t<400?e`${h(`ok`)} ${r.done}`:e`<span class="err">${h(`failed`)} ${r.refused}</span> <span class="hint">${n??t}</span>`}};customElements.define(`mining-audit`,C);var w=[`problem`,`warning`,`info`,`unknown`,`ok`],T={problem:`failed`,warning:`degraded`,info:`hint`,unknown:`stopped`,ok:`ok`},E=new WeakMap,D=class extends r{static{this.properties={checks:{state:!0},issue:{state:!0},busy:{state:!0}}}#e=``;constructor(){super(),Object.assign(this,{checks:null,issue:``,busy:!1})}connectedCallback(){super.connectedCallback();let e=E.get(this.app.store);e?(this.checks=e.checks,this.#e=e.at):this.app.locked||this.#n()}get#t(){return this.app.place.query.has(`look`)}willUpdate(){this.#t&&(this.app.go(a(this.app.place,{look:``}),!0),this.app.locked||this.#n())}async#n(){if(!this.busy){this.busy=!0;try{let e=await f(this.app.http.POST(`/doctor`));this.checks=e.checks,this.issue=``,this.#e=new Date().toISOString(),E.set(this.app.store,{checks:e.checks,at:this.#e})}catch(e){this.issue=this.app.explain(e)}finally{this.busy=!1}}}render(){let{app:t,checks:r}=this,i=t.text.admin.doctor,a=e=>r?.filter(t=>t.status===e).length??0,o=c(t,e`${m(`restart`)}${i.run}`,()=>void this.#n(),{busy:this.busy?i.running:null,changes:!0});return e`<section class="panel doctor" aria-labelledby="doctor-title">
      <header>
        <h2 id="doctor-title">${i.title}</h2>
        ${r?e`<span role="status">${i.summary(a(`problem`),a(`warning`),a(`ok`))}</span><span class="hint">${u(t,this.#e)}</span>`:n}
        ${o}
      </header>
      ${this.issue?e`<div class="body"><p class="err" role="alert">${this.issue}</p></div>`:n}
      ${r?this.#r(r):e`<div class="body">${t.locked?e`<p class="secondary">${i.locked}</p>`:e`<div class="skeleton"></div>`}</div>`}
      <footer><span class="hint">${i.about}</span></footer>
    </section>`}#r(t){let r=t.filter(e=>e.status===`ok`),i=t.filter(e=>e.status!==`ok`).sort((e,t)=>w.indexOf(e.status)-w.indexOf(t.status)),a=this.app.text.admin.doctor;return e`<ul class="lines">
        ${i.map(e=>this.#i(e))}
        ${i.length?n:e`<li>${h(`ok`)}${a.fine}</li>`}
      </ul>
      <details>
        <summary>${a.groups.ok} (${r.length})</summary>
        <ul class="lines">
          ${r.map(e=>this.#i(e))}
        </ul>
      </details>`}#i(t){let{app:r}=this,i=r.text.admin.doctor.groups[t.status]??t.status;return e`<li>
      ${h(T[t.status]??`hint`,i)}
      <div class="grow">
        <h3>${r.say({text:t.title,...t.titleWording})}</h3>
        <p class="secondary">
          ${r.say({text:t.meaning,...t.meaningWording})}${t.gain?e` <b>${r.say({text:t.gain,...t.gainWording})}.</b>`:n}
        </p>
        ${t.fix?v(r,t.fix):n}
      </div>
    </li>`}};customElements.define(`mining-doctor`,D);var O=[`viewer`,`operator`,`admin`],k=class extends r{static{this.properties={keys:{state:!0},issue:{state:!0},created:{state:!0}}}constructor(){super(),Object.assign(this,{keys:null,issue:``,created:null})}connectedCallback(){super.connectedCallback(),this.#e()}async#e(){if(!this.app.refusal(`admin`))try{this.keys=(await f(this.app.http.GET(`/keys`,{params:{query:{limit:1e3}}}))).items,this.issue=``}catch(e){e instanceof p&&[401,403].includes(e.status)||(this.issue=this.app.explain(e))}}render(){let{app:t,keys:r}=this,i=t.text.admin.keys;return!r&&!this.issue?n:e`<section class="panel" aria-labelledby="keys-title">
      <header>
        <h2 id="keys-title">${i.title}</h2>
        ${c(t,e`${m(`add`)}${i.create}`,()=>void this.#r(),{needs:`admin`})}
      </header>
      <div class="body stack">
        <p class="secondary">${i.about}</p>
        ${this.issue?e`<p class="err" role="alert">${this.issue}</p>`:n} ${this.#t()}
        ${r?.length===0?e`<p class="hint">${i.none}</p>`:n}
      </div>
      <ul class="lines">
        ${r?.map(e=>this.#n(e))}
      </ul>
    </section>`}#t(){let{created:t,app:r}=this;return t?e`<div class="new-key" role="status">
      <p>${h(`ok`)} ${r.text.admin.keys.created(t.name)}. <b>${r.text.admin.keys.once}</b></p>
      <p class="row"><code>${t.key}</code>${_(r,t.key)}
        <button class="small ghost" @click=${()=>this.created=null}>${r.text.vocabulary.verbs.close}</button></p>
    </div>`:n}#n(t){let{app:n}=this,r=n.text.admin.keys,i=t.expired?e`<span class="warn">${r.expired}</span>`:t.expiresAt?n.numbers.dateTime(t.expiresAt):r.never;return e`<li>
      <div class="grow">
        <b>${t.name}</b> <span class="tag">${t.role}</span>
        <div class="hint">${r.made} ${u(n,t.createdAt)}, ${r.by} ${t.createdBy} · ${r.expires} ${i}</div>
      </div>
      ${c(n,r.revoke,()=>void this.#i(t),{classes:`danger`,needs:`admin`,label:`${r.revoke}: ${t.name}`})}
    </li>`}async#r(){let{app:t}=this,n=t.text.admin.keys;await x(t,this.getRootNode(),{title:n.create,verb:t.text.vocabulary.verbs.create,values:{name:``,role:`viewer`,expiresAt:``},fields:t=>e`${b({label:n.name,hint:n.nameHint,...t(`name`)})}
        ${y({label:n.role,choices:O.map(e=>[e,n.roles[e]??e]),...t(`role`)})}
        ${b({type:`datetime-local`,label:n.expires,hint:n.expiresHint,...t(`expiresAt`)})}`,send:async({name:e=``,role:n,expiresAt:r})=>{let i={name:e,role:n,...r&&{expiresAt:new Date(r).toISOString()}},a={action:`key.create`,targets:[i.name],quiet:!0};this.created=await t.act(a,()=>f(t.http.POST(`/keys`,{body:i})))??null,await this.#e()}})}async#i(e){let{app:t}=this,n=t.text.admin.keys;if(!await t.ask({title:n.revokeTitle(e.name),text:n.revokeText,verb:n.revoke,danger:!0}))return;let r={action:`key.revoke`,targets:[e.id],done:n.revoked(e.name),failed:n.notRevoked};await t.act(r,()=>f(t.http.DELETE(`/keys/{id}`,{params:{path:{id:e.id}}}))),await this.#e()}};customElements.define(`mining-access-keys`,k);var A=[`debug`,`info`,`warning`,`error`],j=500,M=5e3,N=3e3,P=class extends r{static{this.properties={lines:{state:!0},issue:{state:!0},follows:{state:!0}}}#e=``;#t=null;#n;constructor(){super(),Object.assign(this,{lines:null,issue:``,follows:!0})}get#r(){let e=this.app.place.query.get(`level`);return A.includes(e)?e:`info`}connectedCallback(){super.connectedCallback(),this.#n=setInterval(()=>{this.follows&&document.visibilityState===`visible`&&!this.app.stale&&this.#i()},N)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#n)}willUpdate(){this.#t!==this.#r&&(this.#t=this.#r,this.#e=``,this.#i())}async#i(){let e=this.#r,t=this.#e;try{let n=await f(this.app.http.GET(`/daemon/logs`,{params:{query:{level:e,lines:j,...t&&{cursor:t}}}}));if(e!==this.#r||t!==this.#e)return;this.#e=n.cursor,(n.items.length||!t)&&(this.lines=[...t?this.lines??[]:[],...n.items].slice(-500)),this.issue=``}catch(e){this.issue=this.app.explain(e)}}updated(){let e=this.querySelector(`[role=log]`);e&&this.follows&&(e.scrollTop=e.scrollHeight)}render(){let{app:t}=this,r=t.text.admin.log;return e`<section class="panel daemon-log" part="console" aria-labelledby="log-title">
      <header>
        <h2 id="log-title">${r.title}</h2>
        <select aria-label=${r.level} @change=${e=>t.go(a(t.place,{level:e.target.value}),!0)}>
          ${A.map(t=>e`<option value=${t} ?selected=${t===this.#r}>${r.levels[t]}</option>`)}
        </select>
        <label class="choice"><input type="checkbox" .checked=${this.follows} @change=${()=>this.follows=!this.follows} />${r.follow}</label>
        ${c(t,e`${m(`download`)}${t.text.vocabulary.verbs.download}`,()=>void this.#o(),{label:r.download})}
      </header>
      ${this.issue?e`<div class="body"><p class="err" role="alert">${this.issue}</p></div>`:n}
      <div role="log" aria-live="off" aria-label=${r.lines} tabindex="0">
        ${this.lines?.map(e=>this.#a(e))}
        ${this.lines?.length===0?e`<p class="secondary">${r.none}</p>`:n}
      </div>
    </section>`}#a({time:t,level:r,text:i}){let a=r===`error`?`err`:r===`warning`?`warn`:`hint`;return e`<div class="line">${t?e`<time datetime=${t} title=${this.app.numbers.dateTime(t)}>${this.app.numbers.second(t)}</time>`:n}<span class="level ${a}">${r??`?`}</span><span class="grow">${i}</span></div>`}async#o(){try{let e=(await f(this.app.http.GET(`/daemon/logs`,{params:{query:{level:this.#r,lines:M}}}))).items.map(e=>`${e.time??`-`} ${e.level??`-`} ${e.text}\n`).join(``);g(new Blob([e],{type:`text/plain`}),`mining-daemon.log`)}catch(e){this.app.toast({kind:`error`,text:this.app.explain(e)})}}};customElements.define(`mining-daemon-log`,P);function F(t){let{info:r}=t.store,a=t.text.admin.system;if(!r)return e`<section class="panel"><div class="body"><div class="skeleton"></div></div></section>`;let{numbers:o}=t,{cpu:c,memory:l,gpus:u,folders:d,versions:f}=r,p=l?.hugePages,m=[[a.os,f?.kernel??`${r.os} ${r.arch}`],[a.processor,e`${c?.model??s(t)} <span class="hint">${a.cores(o.count(c?.cores),o.count(c?.threads))}</span>`],[a.memory,l?a.available(o.bytes(l.available),o.bytes(l.total)):s(t)],[a.hugePages,p?.total?a.pages(o.count(p.free),o.count(p.total)):a.noPages],[a.cards,u.length?u.map(n=>e`<div>${n.name??n.id} <span class="hint">${[n.driver,n.memory?o.bytes(n.memory):null,...R(t,n)].filter(Boolean).join(` · `)}</span></div>`):a.noCards]],h=[[a.platform,r.platformVersion],[a.dashboard,i],[a.python,f?.python??r.pythonVersion],[a.programs,r.installedMiners.map(r=>e`<div>${r.type} ${r.version??s(t)} ${r.path?e`<span class="hint mono wrap">${r.path}</span>`:n}</div>`)]],g=d?[[a.data,L(t,d.data)],[a.logs,L(t,d.logs)],[a.programs,L(t,d.programs)]]:[[a.folders,e`<span class="hint">${a.foreign}</span>`]],_=t.baseUrl.replace(/^http/,`ws`)+`/ws`,v=[[a.address,L(t,t.baseUrl)],[a.live,L(t,_)],[a.reference,e`<a href="${t.baseUrl}/swagger/index.html" target="_blank" rel="noreferrer">${a.reference}</a>`]];return e`${I(`system`,a.title,m)}${I(`versions`,a.versions,h)}${I(`folders`,a.folders,g)}${I(`api`,a.api,v)}`}function I(t,n,r){return e`<section class="panel" aria-labelledby="system-${t}">
    <header><h2 id="system-${t}">${n}</h2></header>
    <dl class="facts body">${r.map(([t,n])=>e`<dt>${t}</dt><dd>${n}</dd>`)}</dl>
  </section>`}function L(t,n){return e`<span class="row"><span class="mono grow">${n}</span>${_(t,n)}</span>`}function R(e,t){let{numbers:n}=e,r=t.reading;if(!r)return[];let i=[n.temperature(r.temperature),n.power(r.powerUsage)].filter(e=>e.unit),a=r.usage===null?[]:[n.percent(r.usage)];return[...i.map(e=>`${e.value} ${e.unit}`),...a,n.clock(r.sampledAt)]}var z={problems:[`crash`,`error`,`hang`,`exit`,`degraded`,`recovered`],runs:[`start`,`stop`,`restart`,`pause`,`resume`,`adopt`,`autostart`,`forget`],payouts:[`payout`,`pool`,`algorithm`],programs:[`install`,`update`,`rollback`,`uninstall`,`benchmark`],server:[`daemon.start`,`daemon.stop`,`settings`,`profile`,`config`,`key`,`certificate`,`storage`,`clock`,`log.gap`]},B=50,V={"1h":36e5,"24h":864e5,"7d":6048e5,"30d":2592e6},H={crash:`failed`,error:`failed`,hang:`failed`,degraded:`degraded`,recovered:`ok`,start:`mining`,restart:`mining`,resume:`mining`,adopt:`mining`,stop:`stopped`,exit:`stopped`,forget:`stopped`,pause:`paused`,payout:`degraded`},U=class extends r{static{this.properties={events:{state:!0},issue:{state:!0}}}#e=0;#t=1;#n=``;constructor(){super(),Object.assign(this,{events:null,issue:``})}get#r(){return this.app.place.query}willUpdate(){let e=this.app.store.events[0]?.seq??0,t=`${this.#r} ${e} ${this.app.store.connection.state===`live`}`;this.#n!==t&&(this.#n=t,this.#i(t))}async#i(e){let t=this.#r,n=Math.max(1,Number(t.get(`page`))||1),r=t.get(`event`)??``,i=V[t.get(`time`)??``],a=i?new Date(Date.now()-i).toISOString():W(t.get(`from`)),o=i?null:W(t.get(`to`)),s=t.get(`miner`);try{let t=await f(this.app.http.GET(`/events`,{params:{query:{page:n,limit:B,...r&&{event:z[r]??[r]},...s&&{miner:s},...a&&{from:a},...o&&{to:o}}},querySerializer:{array:{style:`form`,explode:!1}}}));if(e!==this.#n)return;this.#e=t.pagination.total,this.#t=Math.max(1,t.pagination.pages),this.events=t.items,this.issue=``}catch(e){this.issue=this.app.explain(e)}}render(){let{app:t,events:r}=this,i=t.text.admin.events;return e`<section class="panel timeline" aria-label=${t.text.admin.timeline}>
      ${this.#o()} ${this.issue?e`<div class="body"><p class="err" role="alert">${this.issue}</p></div>`:n}
      <ol class="lines">
        ${r?.map(e=>this.#s(e))??e`<li><div class="skeleton grow"></div></li>`}
      </ol>
      ${r?.length===0?e`<div class="nothing">${m(`clock`)}<p>${i.none}</p><button @click=${()=>t.go(`admin/timeline`,!0)}>${t.text.vocabulary.table.filterClear}</button></div>`:n}
      <footer>
        <span class="hint grow" role="status">${r?i.count(t.numbers.count(this.#e)):n}</span>
        ${this.#t>1?this.#c():n}
      </footer>
    </section>`}#a(e){this.app.go(a(this.app.place,{page:``,...e}),!0)}#o(){let{app:t}=this,r=t.text.admin.events,i=this.#r,a=i.get(`time`)===`between`,o=[[``,r.everyTime],[`1h`,r.lastHour],[`24h`,r.lastDay],[`7d`,r.lastWeek],[`30d`,r.lastMonth],[`between`,r.between]],s=[...new Set([...(t.store.miners??[]).map(e=>e.name),...i.get(`miner`)?[i.get(`miner`)]:[]])].sort(),c=(t,n,r)=>e`<option value=${t} ?selected=${t===(i.get(r)??``)}>${n}</option>`,l=(e,t={})=>n=>this.#a({...t,[e]:n.target.value}),u=(t,n,r)=>e`<div class="field"><label class="name" for="timeline-${t}">${n}</label>${r}</div>`,d=t=>u(t,r[t],e`<input id="timeline-${t}" type="datetime-local" .value=${i.get(t)??``} @change=${l(t)} />`),f=Object.entries(z).map(([n,i])=>e`<optgroup label=${r.groups[n]??n}>
        ${c(n,`${r.groups[n]}: ${r.everyKind}`,`event`)}${i.map(e=>c(e,t.text.vocabulary.events[e]??e,`event`))}
      </optgroup>`);return e`<div class="timeline-filter" role="search">
      ${u(`miner`,r.miner,e`<select id="timeline-miner" @change=${l(`miner`)}>${c(``,r.everyMiner,`miner`)}${s.map(e=>c(e,e,`miner`))}</select>`)}
      ${u(`event`,r.kind,e`<select id="timeline-event" @change=${l(`event`)}>${c(``,r.everyKind,`event`)}${f}</select>`)}
      ${u(`time`,r.time,e`<select id="timeline-time" @change=${l(`time`,{from:``,to:``})}>${o.map(([e,t])=>c(e,t,`time`))}</select>`)}
      ${a?e`${d(`from`)}${d(`to`)}`:n}
    </div>`}#s(t){let{app:r}=this,i=r.text.vocabulary.events[t.event]??t.event;return e`<li>
      ${o(r,t.timestamp)} ${h(H[t.event]??`hint`)}
      <div class="grow wrap">
        ${t.miner?l(r,`miners/${encodeURIComponent(t.miner)}`,t.miner,`name`):n} ${r.say(t)}
      </div>
      <span class="tag">${i}</span>
    </li>`}#c(){let{app:t}=this,n=Math.max(1,Number(this.#r.get(`page`))||1),{pools:r}=t.text,i=e=>t.go(a(t.place,{page:e>1?String(e):``}));return e`<span class="hint">${r.page(n,this.#t)}</span>
      <button class="small" ?disabled=${n<=1} @click=${()=>i(n-1)}>${t.text.admin.audit.newer}</button>
      <button class="small" ?disabled=${n>=this.#t} @click=${()=>i(n+1)}>${t.text.admin.audit.older}</button>`}};function W(e){let t=e?Date.parse(e):NaN;return Number.isNaN(t)?null:new Date(t).toISOString()}customElements.define(`mining-timeline`,U);var G=`mining-admin-page`,K=class extends r{static{this.sheet=t`
    .admin-views {
      display: flex;
      gap: 16px;
    }
    .admin-views a[aria-current] {
      color: var(--c-text);
      font-weight: 600;
      text-decoration-thickness: 2px;
      text-decoration-color: var(--c-accent);
    }
    mining-doctor details {
      border-top: 1px solid var(--c-line);
    }
    mining-doctor summary {
      padding: 12px 16px;
      min-height: 40px;
      cursor: pointer;
    }
    mining-doctor .lines svg.glyph {
      margin-top: 4px;
    }
    mining-doctor .command {
      margin-top: 6px;
    }
    mining-admin-page .facts {
      display: grid;
      grid-template-columns: minmax(100px, 140px) minmax(0, 1fr);
      gap: 8px 16px;
      align-items: baseline;
      font-size: 0.8125rem;
    }
    mining-admin-page .facts dt {
      color: var(--c-text-2);
    }
    .admin-system {
      display: grid;
      gap: 20px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr));
    }
    .daemon-log select {
      width: auto;
    }
    .daemon-log [role='log'] {
      background: var(--c-sunken);
      border-top: 1px solid var(--c-line);
      border-radius: 0 0 10px 10px;
      height: 320px;
      overflow: auto;
      padding: 8px 16px;
      font: 0.78125rem/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    }
    .daemon-log [role='log'] .line {
      display: flex;
      gap: 12px;
      overflow-wrap: anywhere;
    }
    .daemon-log [role='log'] time, .daemon-log .level {
      flex: none;
      color: var(--c-text-3);
    }
    .daemon-log .level.warn {
      color: var(--c-warn);
    }
    .daemon-log .level.err {
      color: var(--c-err);
    }
    .daemon-log .level {
      min-width: 60px;
      font-size: inherit;
    }
    .new-key {
      border: 1px solid var(--c-line-2);
      border-radius: 6px;
      padding: 12px;
    }
    .audit .wrap {
      min-width: 240px;
    }
    .timeline-filter {
      display: grid;
      gap: 12px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 160px), 1fr));
      padding: 12px 16px;
      border-bottom: 1px solid var(--c-line);
    }
    .timeline .lines time {
      flex: none;
      width: 8.5em;
      color: var(--c-text-3);
    }
    .timeline .lines li {
      font-size: 0.8125rem;
    }
    .timeline .lines svg.glyph {
      margin-top: 4px;
    }
    .timeline a.name {
      color: var(--c-text);
      font-weight: 600;
      text-decoration: none;
    }
    @container dashboard (max-width: 44.9937rem) {
      mining-admin-page .facts {
        grid-template-columns: minmax(0, 1fr);
        gap: 2px;
      }
      mining-admin-page .facts dd {
        margin-bottom: 8px;
      }
      .timeline .lines li {
        flex-wrap: wrap;
      }
      .timeline .lines .grow {
        flex-basis: 100%;
        order: 2;
      }
      .daemon-log [role='log'] .line {
        flex-wrap: wrap;
        gap: 0 12px;
      }
      .daemon-log [role='log'] .grow {
        flex-basis: 100%;
      }
    }
  `}render(){let{app:t}=this,r=t.place.rest[0]===`timeline`,{admin:i}=t.text,a=(r,i,a)=>e`<a href=${t.link(r)} aria-current=${a?`page`:n} @click=${e=>this.#e(e,r)}>${i}</a>`;return e`${d(t.text.vocabulary.pages.admin,e`<span class="admin-views">${a(`admin`,i.health,!r)}${a(`admin/timeline`,i.timeline,r)}</span>`)}
      <div class="content">
        ${r?e`<h2 class="hidden">${i.timeline}</h2><mining-timeline .app=${t}></mining-timeline>`:e`<mining-doctor .app=${t}></mining-doctor>
              <div class="admin-system">${F(t)}</div>
              <mining-daemon-log .app=${t}></mining-daemon-log>
              <mining-access-keys .app=${t}></mining-access-keys>
              <mining-audit .app=${t}></mining-audit>`}
      </div>`}#e(e,t){e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),this.app.go(t))}};customElements.define(G,K);export{G as TAG};