import{a as e,c as t,n}from"./lit-B4EAelNx.js";import{n as r}from"./client-CPk1CF5s.js";import{f as i,m as a}from"./mining-dashboard-XJMNuKAd.js";import{s as o}from"./field-BebpK9Ie.js";import{t as s}from"./form-dialog-CiIRYB3g.js";import{i as c,r as l}from"./numbers-3bZ_9uze.js";import{c as u,i as d,l as f,n as p,p as m,u as h}from"./parts-DuHrEmE5.js";import{n as g,t as _}from"./pool-tests-BDp6yEsW.js";function v(e){let t=Array.isArray(e.pools)?e.pools:[];return[e.pool,...t.map(e=>e?.pool)].filter(e=>typeof e==`string`).map(y)}function y(e){return e.toLowerCase().replace(/^[a-z0-9+]+:\/\//,``).replace(/\/.*$/,``).replace(/\.(?=:\d+$)/,``)}function b(e,t,n){let r=new Set([e.port,e.tlsPort,...e.morePorts].map(t=>`${e.host}:${t}`)),i=({config:e})=>v(e).some(e=>r.has(e));return{miners:t.filter(i).map(e=>e.name),profiles:n.filter(i).map(({id:e,name:t})=>({id:e,name:t}))}}function x(e){let t=new Map;for(let{coin:n}of e)n&&t.set(n,(t.get(n)??0)+1);return[...t].sort((e,t)=>e[0].localeCompare(t[0]))}function S(e,t,n,r){let i=t.words.toLowerCase().split(/\s+/).filter(Boolean),a=e=>{let n=`${e.name} ${e.id} ${e.region??``} ${e.coin??``} ${e.tlsPort?`tls`:``}`.toLowerCase();return(!t.coin||e.coin===t.coin)&&(!t.mine||e.origin===`yours`)&&i.every(e=>n.includes(e))},o=e=>r(e)?0:e.origin===`yours`?1:2,s=e=>_(n.get(e.pool))??1/0,c={name:(e,t)=>e.name.localeCompare(t.name),fee:(e,t)=>(e.fee??1/0)-(t.fee??1/0)||0,answer:(e,t)=>s(e)-s(t)||0}[t.sort]??((e,t)=>o(e)-o(t));return e.filter(a).sort((e,t)=>c(e,t)||e.name.localeCompare(t.name)||e.id.localeCompare(t.id))}var C=t`
  .pools-filter {
    display: flex;
    gap: 12px;
    flex-wrap: wrap;
    align-items: center;
    padding: 12px 16px;
    border-bottom: 1px solid var(--c-line);
  }
  .pools-filter input[type='search'] {
    flex: 1 1 200px;
    width: auto;
  }
  .pools-filter select {
    width: auto;
    flex: 0 1 200px;
  }
  .pools td .name, .pools-narrow .name {
    font-weight: 600;
  }
  .pools td {
    padding-top: 5px;
    padding-bottom: 5px;
  }
  .pools .answer {
    width: 200px;
    min-width: 150px;
  }
  .pools .result, .pools-narrow .result {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    flex-wrap: wrap;
  }
  .pools .users {
    max-width: 220px;
    white-space: normal;
  }
  .pools-narrow {
    display: none;
  }
  @container dashboard (max-width: 44.9937rem) {
    .scroll:has(.pools) {
      display: none;
    }
    .pools-narrow {
      display: block;
    }
    .pools-filter select, .pools-filter input[type='search'] {
      flex: 1 1 100%;
    }
  }
`,w=`mining-pools-page`,T=200,E=new WeakMap,D=class extends i{static{this.sheet=C}static{this.properties={pools:{state:!0},issue:{state:!0}}}#e=[];#t=``;#n;#r=()=>this.requestUpdate();constructor(){super(),this.pools=null,this.issue=``}connectedCallback(){super.connectedCallback();let{app:e}=this,t=E.get(e.store)??g(e);E.set(e.store,t),this.#n=t,t.addEventListener(`change`,this.#r)}disconnectedCallback(){super.disconnectedCallback(),this.#n.removeEventListener(`change`,this.#r)}willUpdate(){let{poolsChanged:e,profilesChanged:t}=this.app.store,n=`${e} ${t}`;this.#t!==n&&(this.#t=n,this.#i())}async#i(){let e={params:{query:{limit:1e3}}};try{let[t,n]=await Promise.all([r(this.app.http.GET(`/pools`,e)),r(this.app.http.GET(`/profiles`,e))]);this.#e=n.items,this.pools=t.items,this.issue=``}catch(e){this.issue=this.app.explain(e)}}render(){let{app:t}=this,r=t.text.pools,i=this.pools?r.about(t.numbers.count(this.pools.length)):n,a=d(t,e`${c(`add`)}${r.add}`,()=>void this.#b(),{classes:`primary`,needs:`admin`});return e`${h(t.text.vocabulary.pages.pools,i,a)}
      <div class="content">
        ${this.issue?e`<p class="err" role="alert">${this.issue}</p>`:n}
        <div class="panel">
          ${this.#o()}${this.pools?this.#s(this.pools):e`<div class="body"><div class="skeleton"></div></div>`}
        </div>
      </div>`}#a(e){this.app.go(a(this.app.place,{page:``,...e}),!0)}#o(){let{app:t}=this,n=t.text.pools.filter,{query:r}=t.place,i=this.pools??[];return e`<div class="pools-filter" role="search" aria-label=${n.name}>
      <input
        type="search"
        aria-label=${n.words}
        placeholder=${n.words}
        .value=${r.get(`q`)??``}
        @input=${e=>this.#a({q:e.target.value})}
      />
      <select aria-label=${n.coin} @change=${e=>this.#a({coin:e.target.value})}>
        <option value="" ?selected=${!r.get(`coin`)}>${n.every(t.numbers.count(i.length))}</option>
        ${x(i).map(([t,n])=>e`<option value=${t} ?selected=${t===r.get(`coin`)}>${t} (${n})</option>`)}
      </select>
      <label class="choice"
        ><input type="checkbox" .checked=${r.get(`mine`)===`1`} @change=${e=>this.#a({mine:e.target.checked?`1`:``})} />${n.mine}</label
      >
    </div>`}#s(t){let{app:r}=this,i=r.text.pools,{query:a}=r.place,o=new Map(t.map(e=>[e,b(e,r.store.miners??[],this.#e)])),s=e=>!!(o.get(e).miners.length||o.get(e).profiles.length),c={coin:a.get(`coin`)??``,words:a.get(`q`)??``,mine:a.get(`mine`)===`1`,sort:a.get(`sort`)??``},l=S(t,c,this.#n.results,s),u=Math.max(1,Math.ceil(l.length/50)),d=Math.min(u,Math.max(1,Number(a.get(`page`))||1)),f=(d-1)*50,p=l.slice(f,f+50);if(!p.length)return this.#_(c.mine&&!c.coin&&!c.words);let m=p.map(e=>_(this.#n.results.get(e.pool))).filter(e=>e!==null),h={longest:Math.max(T,...m),fastest:m.length>1?Math.min(...m):-1};return e`<div class="scroll" tabindex="0" role="region" aria-label=${r.text.vocabulary.pages.pools}>
        <table class="pools">
          <thead>
            <tr>
              ${this.#c(`name`,i.columns.pool)}
              <th scope="col">${i.columns.coin}</th>
              ${this.#c(`fee`,i.columns.fee,`number`)}
              <th scope="col">${i.columns.region}</th>
              <th scope="col">${i.columns.tls}</th>
              ${this.#c(`answer`,i.columns.answer)}
              <th scope="col">${i.columns.users}</th>
              <th scope="col"><span class="hidden">${r.text.vocabulary.verbs.actions}</span></th>
            </tr>
          </thead>
          <tbody>
            ${p.map(e=>this.#l(e,o.get(e),h))}
          </tbody>
        </table>
      </div>
      <ul class="pools-narrow lines">
        ${p.map(e=>this.#u(e,o.get(e),h))}
      </ul>
      <footer>
        ${this.#h(p)}<span class="hint grow">${i.measured}</span>
        ${u>1?this.#g(d,u,i.shown(f+1,f+p.length,l.length)):n}
      </footer>`}#c(t,r,i=``){let a=this.app.place.query.get(`sort`)===t;return e`<th scope="col" class=${i} aria-sort=${a?`ascending`:n}>
      <button @click=${()=>this.#a({sort:a?``:t})}>${r}${a?c(`down`):n}</button>
    </th>`}#l(t,n,r){let{app:i}=this,a=i.text.pools;return e`<tr>
      <td>${this.#d(t)}</td>
      <td>${t.coin??e`<span class="hint">${a.unknownCoin}</span>`}</td>
      <td class="number">${f(i,O(i.numbers.percent,t))}</td>
      <td>${t.region??u(i)}</td>
      <td>${t.tlsPort?a.tlsPort(t.tlsPort):e`<span class="hint">${a.noTls}</span>`}</td>
      <td class="answer">${this.#p(t,r)??u(i)}</td>
      <td class="users">${this.#f(n)}</td>
      <td class="number">${this.#m(t)}</td>
    </tr>`}#u(t,r,i){let{app:a}=this,o=a.text.pools,s=O(a.numbers.percent,t),c=[t.coin,s===`—`?null:s,t.region,t.tlsPort?`TLS ${t.tlsPort}`:o.noTls];return e`<li>
      <div class="grow">${this.#d(t)}
        <div class="hint">${c.filter(Boolean).join(` · `)}</div>
        <div>${this.#f(r)}</div>
        ${this.#p(t,i)??n}</div>
      <div>${this.#m(t)}</div>
    </li>`}#d(t){let{pools:r}=this.app.text;return e`<span class="name">${t.name}</span> ${t.origin===`yours`?e`<span class="tag accent">${r.yours}</span>`:n}
      <div class="hint wrap">${t.id}</div>`}#f({miners:t,profiles:r}){let{app:i}=this;return e`${t.map(t=>e`${m(i,`miners/${encodeURIComponent(t)}`,t)} `)}${r.length?e`<span class="hint" title=${r.map(e=>e.name).join(`, `)}>${i.text.pools.users(r.length)}</span>`:n}`}#p(t,{longest:r,fastest:i}){let{app:a}=this,o=a.text.pools,s=this.#n.results.get(t.pool);if(!s)return null;if(s.issue)return e`<span class="result err">${l(`failed`)}${s.issue}</span>`;if(!s.test||s.at===null)return e`<span class="result secondary">${l(`starting`)}${o.testing}</span>`;let{test:c}=s,u=_(s);return u===null?e`<span class="result err wrap">${l(`failed`)}${o.results[c.result]??a.say({text:c.text,...c.wording})}</span>`:e`<span class="result" title=${a.numbers.dateTime(s.at)}
      >${p(u/r)}${a.numbers.ping(Math.round(u))}${u===i?e`<span class="tag ok">${o.fastest}</span>`:n}</span
    >`}#m(t){let{app:r}=this,i=r.text.pools,{verbs:a}=r.text.vocabulary,o=this.#n.results.get(t.pool)?.at===null,s={classes:`small`,label:i.test(t.id),busy:o?i.testing:null,changes:!0},c={classes:`small ghost`,label:i.remove(t.id),needs:`admin`};return e`<span class="row end">
      ${t.origin===`yours`?d(r,a.remove,()=>void this.#x(t),c):n}
      ${d(r,a.test,()=>void this.#v(t),s)}
    </span>`}#h(t){let{app:r}=this,i=r.text.pools,{progress:a}=this.#n;if(!a)return d(r,i.testAll(t.length),()=>void this.#y(t),{changes:!0});let o=a.waitsUntil===null?0:Math.max(0,Math.ceil((a.waitsUntil-Date.now())/1e3));return e`<button @click=${()=>this.#n.stop()}>${c(`stop`)}${i.stopTests(a.done,a.all)}</button>
      ${o?e`<span class="hint" role="status">${i.limited(r.numbers.duration(o))}</span>`:n}`}#g(t,n,r){let i=this.app.text.pools,o=e=>this.app.go(a(this.app.place,{page:e>1?String(e):``}));return e`<div class="row pages" role="group" aria-label=${i.page(t,n)}>
      <span class="hint">${r}</span>
      <button class="small" ?disabled=${t===1} @click=${()=>o(t-1)}>${i.previous}</button>
      <button class="small" ?disabled=${t===n} @click=${()=>o(t+1)}>${i.next}</button>
    </div>`}#_(t){let{app:n}=this;return e`<div class="nothing">
      ${c(`pools`)}
      <p>${t?n.text.pools.noneYours:n.text.pools.none}</p>
      <button @click=${()=>n.go(`pools`,!0)}>${n.text.vocabulary.table.filterClear}</button>
    </div>`}async#v(e){await this.app.act({action:`pool.test`,targets:[e.id]},()=>this.#n.one(e.pool))}async#y(e){await this.app.act({action:`pool.test`,targets:e.map(e=>e.id)},()=>this.#n.all(e.map(e=>e.pool)))}async#b(){let{app:t}=this,n=t.text.pools;await s(t,this.getRootNode(),{title:n.draft.title,verb:t.text.vocabulary.verbs.add,values:{pool:``,name:``,coin:this.app.place.query.get(`coin`)??``},fields:t=>e`${o({label:n.draft.pool,hint:n.draft.poolHint,...t(`pool`)})}
        ${o({label:n.draft.name,hint:n.draft.nameHint,...t(`name`)})}
        ${o({label:n.draft.coin,hint:n.draft.coinHint,...t(`coin`)})}`,send:async({pool:e=``,name:i,coin:a})=>{let o={pool:e,...i&&{name:i},...a&&{coin:a}},s={action:`pool.add`,targets:[o.pool],done:n.added(o.pool),quiet:!0};await t.act(s,()=>r(t.http.POST(`/pools`,{body:o}))),await this.#i()}})}async#x(e){let{app:t}=this,n=t.text.pools;if(!await t.act({action:`pool.remove`,targets:[e.id],failed:n.notRemoved},()=>r(t.http.DELETE(`/pools/{id}`,{params:{path:{id:e.id}}}))))return;let i={pool:e.pool,name:e.name,...e.coin&&{coin:e.coin}};t.toast({kind:`ok`,text:n.removed(e.id),action:{label:t.text.vocabulary.verbs.undo,run:()=>void t.act({action:`pool.add`,targets:[e.id],failed:n.notAdded},()=>r(t.http.POST(`/pools`,{body:i}))).then(()=>this.#i())}}),await this.#i()}};function O(e,t){return e(t.fee,t.fee!==null&&t.fee%1?2:0)}customElements.define(w,D);export{w as TAG};