import{a as e,c as t,n}from"./lit-B4EAelNx.js";import{n as r}from"./client-CPk1CF5s.js";import{f as i,p as a}from"./mining-dashboard-XJMNuKAd.js";import{i as o,r as s}from"./numbers-3bZ_9uze.js";import{n as c,r as l,t as u}from"./directive-BSZPiF1A.js";import{i as d}from"./algorithm-BuzPlf_h.js";import{i as f}from"./parts-DuHrEmE5.js";import{a as p,c as m,i as h,l as g,n as _,o as v,s as y}from"./field-BebpK9Ie.js";import{i as b}from"./directive-helpers-p1dZycvY.js";import{t as x}from"./repeat-Dw5NQ7xQ.js";import{n as S}from"./programs-CuUGhBYg.js";async function ee(e){let t={params:{query:{limit:1e3}}},[n,i,a]=await Promise.allSettled([r(e.http.GET(`/miners/available`,t)),r(e.http.GET(`/coins`,t)),r(e.http.GET(`/pools`,t))]);return{types:n.status===`fulfilled`?n.value.items:[],coins:i.status===`fulfilled`?i.value.items:[],pools:a.status===`fulfilled`?a.value.items:[]}}function C({types:e}){let t=e.filter(e=>!e.broken);return(t.find(e=>e.type===`xmrig`)??t.find(e=>!e.simulated)??t[0])?.type??``}var w=[`wallet`,`worker`,`coin`,`algo`,`proxy`],te=0;function T(e=``){return{key:++te,pool:e,own:{}}}function E(e){return{name:``,description:``,minerType:e,wallet:``,coin:``,algo:``,worker:``,proxy:``,password:null,pools:[T()],rest:{}}}function D({name:e,description:t,minerType:n,config:r}){let{pool:i,wallet:a,coin:o,algo:s,worker:c,proxy:l,pools:u,tls:d,tlsFingerprint:f,password:p,...m}=r;return{name:e,description:t??``,minerType:n,wallet:a,coin:o??``,algo:s??``,worker:c??``,proxy:l??``,password:null,pools:[{...T(i),tls:d,tlsFingerprint:f},...(u??[]).map(ne)],rest:m}}function ne({pool:e,tls:t,tlsFingerprint:n,password:r,...i}){return{...T(e),tls:t,tlsFingerprint:n,own:i}}function O(e){let t={wallet:e.wallet,worker:e.worker,coin:e.coin,algo:e.algo,proxy:e.proxy},n=e.pools.map(e=>({...t,...e.own})),r=n[0]??t,[i,...a]=e.pools,o=a.map((e,t)=>{let i=w.filter(e=>(n[t+1][e]||``)!==(r[e]||``)),a=Object.fromEntries(i.map(e=>[e,n[t+1][e]||null]));return{pool:e.pool.trim(),...k(e),...a}}),s=w.filter(e=>e!==`wallet`&&r[e]).map(e=>[e,r[e].trim()]),{second:c}=e.rest;return{...e.rest,...c?{second:{...c,pool:c.pool.trim(),wallet:c.wallet.trim()}}:{},...Object.fromEntries(s),...i?k(i):{},pool:i?.pool.trim()??``,wallet:(r.wallet??``).trim(),...e.password===null?{}:{password:e.password},...o.length?{pools:o}:{}}}function k({tls:e,tlsFingerprint:t}){return{...e==null?{}:{tls:e},...t?{tlsFingerprint:t}:{}}}function re(e,t,n){return n<0||n>=e.length||t===n?e:e.toSpliced(t,1).toSpliced(n,0,e[t])}function A(e,t){let n=e=>JSON.stringify([e.name,e.description,e.minerType,M(O(e)),e.password]);return n(e)!==n(t)}function j(e,t){return e.updatedAt!==t.updatedAt||A(D(e),D(t))}function M(e){return Object.entries(e).filter(([,e])=>e!=null&&e!==``).sort(([e],[t])=>e.localeCompare(t))}var N=class extends i{static{this.properties={...i.properties,pools:{attribute:!1},catalogue:{attribute:!1},faults:{attribute:!1},tests:{state:!0},said:{state:!0}}}static{this.sheet=t`
    .pool-order {
      border: 1px solid var(--c-line-2);
      border-radius: 8px;
    }
    .pool-order li {
      display: grid;
      grid-template-columns: auto auto minmax(0, 1fr) auto auto;
      grid-template-areas: 'grip place address result buttons' '. . fault fault fault';
      align-items: center;
      gap: 0 8px;
      padding: 6px 8px;
      border-top: 1px solid var(--c-line);
    }
    .pool-order li:first-child {
      border-top: 0;
    }
    .pool-order li[data-over] {
      background: var(--c-accent-tint);
    }
    .pool-order .grip {
      grid-area: grip;
      cursor: grab;
      color: var(--c-text-3);
      display: grid;
      touch-action: none;
    }
    .pool-order .tag {
      grid-area: place;
    }
    .pool-order input {
      grid-area: address;
    }
    .pool-order .result {
      grid-area: result;
      font-size: 0.8125rem;
      display: flex;
      gap: 6px;
      align-items: center;
      max-width: 200px;
    }
    .pool-order .buttons {
      grid-area: buttons;
      display: flex;
    }
    .pool-order .fault {
      grid-area: fault;
    }
    @container dashboard (max-width: 44.9937rem) {
      .pool-order li {
        grid-template-columns: auto minmax(0, 1fr) auto;
        grid-template-areas: 'grip place buttons' 'address address address' 'result result result' 'fault fault fault';
        gap: 6px 8px;
      }
      .pool-order .tag {
        justify-self: start;
      }
      .pool-order .result {
        max-width: none;
      }
    }
  `}#e=null;#t=null;constructor(){super(),Object.assign(this,{pools:[],catalogue:[],faults:[],tests:new Map,said:``})}#n(e){this.dispatchEvent(new CustomEvent(`pools-change`,{detail:e,bubbles:!0}))}#r(e,t){this.tests.delete(this.pools[e].key),this.#n(this.pools.with(e,{...this.pools[e],...t}))}#i(e,t){if(!e.altKey||e.key!==`ArrowUp`&&e.key!==`ArrowDown`)return;e.preventDefault();let n=e.key===`ArrowUp`?t-1:t+1;this.pools[n]&&this.#a(t,n,e.target instanceof HTMLInputElement?`input`:e.key===`ArrowUp`?`up`:`down`)}#a(e,t,n){let{key:r}=this.pools[e],i=re(this.pools,e,t);i!==this.pools&&(this.said=this.app.text.editor.movedTo(t+1,i.length),this.#t=()=>{let e=this.querySelector(`li[data-key="${r}"]`);return e?.querySelector(n===`input`?n:`.buttons .${n}:not(:disabled)`)??e?.querySelector(`.buttons button:not(:disabled)`)},this.#n(i))}updated(e){e.has(`pools`)&&this.#t&&(this.#t()?.focus(),this.#t=null)}async testAll(){await Promise.all(this.pools.filter(e=>e.pool.trim()).map(e=>this.#o(e)))}async#o({key:e,pool:t,tls:n,tlsFingerprint:i}){let a=t=>this.tests=new Map(this.tests).set(e,t);a(`testing`);try{let e={pool:t.trim(),...typeof n==`boolean`?{tls:n}:{},...i?{tlsFingerprint:i}:{}};a(await r(this.app.http.POST(`/pools/test`,{body:e})))}catch(e){a({text:this.app.explain(e)})}}#s({pool:e}){let t=e.replace(/^stratum\+tcp:\/\//,``),n=this.catalogue.find(e=>e.tlsPort&&[e.port,...e.morePorts].some(n=>t===`${e.host}:${n}`));return!n||t===`${n.host}:${n.tlsPort}`?null:`stratum+ssl://${n.host}:${n.tlsPort}`}render(){let{app:t,pools:r}=this,i=t.text.editor,a=r.some(e=>this.#s(e));return e`<ol class="pool-order" aria-label=${i.pools}>
        ${x(r,e=>e.key,(e,t)=>this.#l(e,t))}
      </ol>
      <datalist id="catalogue-pools">${this.catalogue.map(t=>e`<option value=${t.pool}>${t.name}</option>`)}</datalist>
      <div class="row below">
        <button type="button" @click=${()=>this.#c()}>${o(`add`)}${i.addPool}</button>
        ${f(t,i.testAll,()=>void this.testAll(),{classes:`ghost`,changes:!0})}
        ${a?e`<button type="button" class="ghost" @click=${()=>this.#n(r.map(e=>({...e,pool:this.#s(e)??e.pool})))}>${i.useTls}</button>`:n}
        <span class="hidden" aria-live="polite">${this.said}</span>
      </div>`}#c(){this.#t=()=>this.querySelector(`li:last-child input`),this.#n([...this.pools,T()])}#l(t,r){let{app:i,pools:a}=this,c=i.text.editor,l=c.place(r),u=this.faults[r];return e`<li
      data-key=${t.key}
      @dragover=${e=>this.#u(e,r)}
      @dragleave=${e=>e.currentTarget.removeAttribute(`data-over`)}
      @drop=${e=>this.#d(e,r)}
      @keydown=${e=>this.#i(e,r)}
    >
      <span
        class="grip"
        draggable="true"
        title=${c.drag}
        @dragstart=${e=>{this.#e=r,e.dataTransfer?.setData(`application/x-mining-pool`,t.pool)}}
        @dragend=${()=>this.#e=null}
        >${o(`grip`)}</span
      >
      <span class="tag ${r===0?`accent`:``}">${r===0?c.primary:c.failOver(r)}</span>
      <input
        list="catalogue-pools"
        aria-label=${c.poolAddress(l)}
        placeholder=${c.poolExample}
        autocomplete="off"
        spellcheck="false"
        .value=${m(t.pool)}
        aria-invalid=${g(u?`true`:void 0)}
        aria-describedby=${g(u?`pool-fault-${r}`:void 0)}
        @input=${e=>this.#r(r,{pool:e.target.value})}
      />
      <span class="result" aria-live="polite">${this.#f(t.key)}</span>
      <span class="buttons">
        <button type="button" class="ghost icon-only small up" ?disabled=${r===0} aria-label=${c.up(l)} @click=${()=>this.#a(r,r-1,`up`)}>${o(`up`)}</button>
        <button type="button" class="ghost icon-only small down" ?disabled=${r===a.length-1} aria-label=${c.down(l)} @click=${()=>this.#a(r,r+1,`down`)}>${o(`down`)}</button>
        <button type="button" class="ghost icon-only small" ?disabled=${a.length===1} aria-label=${c.removePool(l)} @click=${()=>this.#n(a.toSpliced(r,1))}>${o(`close`)}</button>
      </span>
      ${u?e`<p class="hint err fault" id="pool-fault-${r}">${s(`failed`)} ${u}</p>`:n}
    </li>`}#u(e,t){this.#e!==null&&(e.preventDefault(),t!==this.#e&&e.currentTarget.setAttribute(`data-over`,``))}#d(e,t){e.preventDefault(),e.currentTarget.removeAttribute(`data-over`),this.#e!==null&&this.#a(this.#e,t),this.#e=null}#f(t){let{app:r}=this,i=this.tests.get(t);if(!i)return n;if(i===`testing`)return e`<span class="secondary">${r.text.editor.testing}</span>`;if(`result`in i&&i.result===`reachable`){let t=r.numbers.ping(i.connectMs===null?null:Math.round(i.connectMs));return e`${s(`ok`)}<span>${r.text.editor.answered(t,i.tls)}</span>`}return e`${s(`degraded`)}<span class="warn">${r.say({text:i.text,...`wording`in i?i.wording:null})}</span>`}};customElements.define(`mining-pool-order`,N);var P=class extends i{static{this.properties={...i.properties,draft:{attribute:!1},check:{state:!0},issue:{state:!0},of:{state:!0}}}static{this.sheet=t`
    mining-config-preview pre {
      margin: 8px 0 0;
      max-height: 320px;
      overflow: auto;
      background: var(--c-sunken);
      border: 1px solid var(--c-line);
      border-radius: 6px;
      padding: 10px 12px;
      font: 0.78125rem/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    mining-config-preview summary {
      cursor: pointer;
      min-height: 32px;
      padding: 6px 0;
    }
  `}constructor(){super(),Object.assign(this,{check:null,issue:``,of:``})}get#e(){return JSON.stringify([this.draft.minerType,O(this.draft)])}async#t(){this.of=this.#e,this.issue=``;try{let e={path:{type:this.draft.minerType},query:{name:`preview`}};this.check=await r(this.app.http.POST(`/miners/{type}/check`,{params:e,body:O(this.draft)}))}catch(e){this.check=null,this.issue=this.app.explain(e)}}render(){let{app:t,check:r}=this,i=t.text.editor,a=this.of!==``&&this.of!==this.#e;return e`<details @toggle=${e=>e.target.open&&!this.of&&void this.#t()}>
      <summary>${i.preview(r?.files[0]??`config.json`)} <span class="hint">${i.previewHint}</span></summary>
      ${a?e`<p class="row"><span class="hint">${i.previewOld}</span>${f(t,i.previewAgain,()=>void this.#t(),{classes:`small`,changes:!0})}</p>`:n}
      ${this.issue?e`<p class="err">${s(`failed`)} ${this.issue}</p>`:n}
      ${r?.errors.length?e`<p class="hint">${i.willRefuse}</p>
            <ul>
              ${r.errors.map(r=>e`<li class="hint warn">${s(`degraded`)} ${r.field?e`<b>${r.field}</b>: `:n}${t.say({text:r.message,...r.wording})}</li>`)}
            </ul>`:n}
      ${r?.warningWordings.map(n=>e`<p class="hint">${s(`hint`)} ${t.say(n)}</p>`)}
      ${r?.command?.length?e`<h3>${i.command}</h3><pre tabindex="0" aria-label=${i.command}>${r.command.join(` `)}</pre>`:n}
      ${r?.previews?.map(t=>e`<h3>${t.name}</h3><pre tabindex="0" aria-label=${t.name}>${t.text}</pre>`)}
    </details>`}};customElements.define(`mining-config-preview`,P);var F=11,I=/^(0x)?[0-9a-fA-F]{64}$/,L=/^[5KL][1-9A-HJ-NP-Za-km-z]{50,51}$/,R=new Set([`IRON`]);function z(e,t=``){if(e.trim().split(/[\s,;]+/).filter(Boolean).filter(e=>/^\p{L}{2,}$/u.test(e)).length>=F)return`seed`;let n=e.trim();return L.test(n)||I.test(n)&&!R.has(t.toUpperCase())?`key`:null}var B=400,V=class extends i{static{this.properties={...i.properties,field:{attribute:!1},value:{attribute:!1},coin:{attribute:!1},coinName:{attribute:!1},pool:{attribute:!1},label:{attribute:!1},fault:{attribute:!1},verdict:{state:!0},secret:{state:!0},checking:{state:!0}}}static{this.sheet=t`
    mining-wallet-field textarea {
      font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
      overflow-wrap: anywhere;
      min-height: 58px;
    }
    mining-wallet-field .verdict {
      display: flex;
      gap: 8px;
      align-items: baseline;
      font-size: 0.8125rem;
      margin-top: 6px;
      overflow-wrap: anywhere;
    }
    mining-wallet-field .verdict svg {
      position: relative;
      top: 1px;
    }
  `}#e;#t=``;constructor(){super(),Object.assign(this,{field:`wallet`,value:``,coin:``,coinName:``,pool:``,label:``,verdict:null,secret:null,checking:!1})}willUpdate(){let e=[this.value.trim(),this.coin,this.pool].join(`
`);if(e===this.#t)return;let t=this.#t===``;this.#t=e,this.verdict=null,clearTimeout(this.#e),this.checking=this.value.trim()!==``,this.checking&&(this.#e=setTimeout(()=>void this.#n(e),t?0:B))}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.#e)}async#n(e){let t={wallet:this.value.trim(),...this.coin?{coin:this.coin}:{},...this.pool.trim()?{pool:this.pool.trim()}:{}},n=null;try{n=await r(this.app.http.POST(`/wallets/check`,{body:t}))}catch{}e===this.#t&&(this.checking=!1,this.verdict=n,this.dispatchEvent(new CustomEvent(`wallet-verdict`,{detail:n,bubbles:!0})))}#r(e){let t=e.target;this.secret=z(t.value,this.coin),this.secret&&(t.value=``),this.value=t.value,this.dispatchEvent(new CustomEvent(`wallet-typed`,{detail:this.value,bubbles:!0}))}render(){let t=this.secret??this.fault??(this.verdict&&!this.verdict.valid);return e`<div class="field">
      <label class="name" for=${this.field}>${this.label}</label>
      <textarea
        id=${this.field}
        rows="2"
        spellcheck="false"
        autocomplete="off"
        .value=${m(this.value)}
        aria-invalid=${g(t?`true`:void 0)}
        aria-describedby="${this.field}-verdict"
        @input=${this.#r}
      ></textarea>
      <div id="${this.field}-verdict" aria-live="polite">${this.#i()}</div>
    </div>`}#i(){let{editor:t}=this.app.text,{verdict:r}=this;if(this.secret)return e`<p class="verdict err" role="alert">${s(`failed`)}<span>${t[this.secret]}</span></p>`;if(this.fault)return e`<p class="verdict err">${s(`failed`)}<span>${this.fault}</span></p>`;if(this.checking)return e`<p class="verdict secondary" aria-hidden="true">${t.checking}</p>`;if(!r)return n;if(!r.valid)return e`<p class="verdict err">${s(`failed`)}<span>${t.invalid(this.app.say({text:r.issue??``,...r.wording}))}</span></p>`;let i=e`<b class="mono">${this.value.trim().slice(-6)}</b>`;return e`<p class="verdict ${r.checked?`ok`:``}">
        ${s(r.checked?`ok`:`hint`)}
        <span>${`${r.checked?t.valid(this.coinName||r.coin||``,r.kind??``):t.unchecked} `}${i}</span>
      </p>
      ${r.warningWordings.map(t=>e`<p class="verdict warn">${s(`degraded`)}<span>${this.app.say(t)}</span></p>`)}`}};customElements.define(`mining-wallet-field`,V);function H(e,t,n,r,i){let a=e.text.editor;return Object.entries(t).map(([t,o])=>{let s=`option-${t}`,c=o.unit?`(${e.say({text:o.unit,...o.unitWording})})`:``,l={id:s,label:t,hint:[e.say({text:o.about,...o.aboutWording}),c].filter(Boolean).join(` `),fault:r[`options.${t}`]},u=e=>{let{[t]:r,...a}=n;i(e===void 0?a:{...a,[t]:e})},d=o.default===null||o.default===void 0?a.asProgram:`${a.asProgram} (${U(e,o.default)})`,f=o.type===`choice`?o.choices??[]:o.type===`boolean`?[!0,!1]:[];if(f.length)return p({...l,value:t in n?JSON.stringify(n[t]):``,choices:[[``,d],...f.map(t=>[JSON.stringify(t),U(e,t)])],chosen:e=>u(e===``?void 0:JSON.parse(e))});let m=o.type===`integer`||o.type===`number`;return y({...l,type:m?`number`:`text`,value:t in n?String(n[t]):``,placeholder:d,least:m?o.least:void 0,most:m?o.most??void 0:void 0,step:`any`,typed:e=>u(e===``?void 0:m?Number(e):e)})})}function U(e,t){return typeof t==`boolean`?t?e.text.editor.on:e.text.editor.off:String(t)}function W(t,r,i){let{second:a,faults:o,passwordSaved:c}=i,l=t.text.editor,u=r?.supports?.fields?.includes(`second`)??!1;if(!u&&!a)return n;let f=e=>i.change(G(a,e)),m=e=>a?.[e]??``,h=e=>o[`second.${e}`],g=r?.supports?.secondAlgorithms??[],_=[...new Set([...a?.algo?[a.algo]:[],...g.length?g:r?.algorithms??[]])],v=i.coins.filter(e=>e.ticker===a?.coin||!e.gone&&e.algorithms.some(e=>_.includes(e))),b=i.coins.find(e=>e.ticker===a?.coin),x=Object.keys(o).some(e=>e===`second`||e.startsWith(`second.`));return e`<details class="second" ?open=${x||!u||!!a}>
    <summary>${l.second} <span class="hint">${l.secondHint}</span></summary>
    ${u?n:e`<p class="hint warn">${s(`degraded`)} ${l.secondNot}</p>`}
    ${o.second?e`<p class="hint err fault">${s(`failed`)} ${o.second}</p>`:n}
    <div class="fields">
      ${y({id:`second-pool`,label:l.secondLabels.pool,value:a?.pool??``,placeholder:l.poolExample,list:`catalogue-pools`,fault:h(`pool`),typed:e=>f({pool:e})})}
      ${p({id:`second-tls`,label:l.secondLabels.tls,value:a?.tls==null?``:String(a.tls),fault:h(`tls`),choices:[[``,l.byScheme],[`true`,l.on],[`false`,l.off]],chosen:e=>f({tls:e===``?null:e===`true`})})}
      ${p({id:`second-coin`,label:l.secondLabels.coin,value:m(`coin`),fault:h(`coin`),choices:[[``,l.noCoin],...v.map(e=>[e.ticker,`${e.name} (${e.ticker})`])],chosen:e=>f({coin:e})})}
      ${p({id:`second-algo`,label:l.secondLabels.algo,value:m(`algo`),fault:h(`algo`),choices:[[``,b?l.setByCoin:l.byPool],..._.map(e=>[e,d(e)])],chosen:e=>f({algo:e})})}
    </div>
    <mining-wallet-field
      .app=${t}
      .field=${`second-wallet`}
      .label=${l.secondLabels.wallet}
      .value=${a?.wallet??``}
      .coin=${m(`coin`)}
      .coinName=${b?.name??``}
      .pool=${a?.pool??``}
      .fault=${h(`wallet`)}
      @wallet-typed=${e=>f({wallet:e.detail})}
    ></mining-wallet-field>
    <div class="fields">
      ${y({id:`second-worker`,label:l.secondLabels.worker,value:m(`worker`),hint:l.workerHint,fault:h(`worker`),typed:e=>f({worker:e})})}
      ${y({id:`second-password`,type:`password`,label:l.secondLabels.password,value:m(`password`),placeholder:c?l.secondPassword:l.passwordNone,fault:h(`password`),typed:e=>f({password:e})})}
    </div>
    ${a?e`<p><button type="button" @click=${()=>i.change(void 0)}>${l.secondRemove}</button></p>`:n}
  </details>`}function G(e,t){let n=Object.entries({...e,...t}).filter(([,e])=>e!==``&&e!=null);return n.length?{pool:``,wallet:``,...Object.fromEntries(n)}:void 0}var K=(e,t)=>{let n=e._$AN;if(n===void 0)return!1;for(let e of n)e._$AO?.(t,!1),K(e,t);return!0},q=e=>{let t,n;do{if((t=e._$AM)===void 0)break;n=t._$AN,n.delete(e),e=t}while(n?.size===0)},J=e=>{for(let t;t=e._$AM;e=t){let n=t._$AN;if(n===void 0)t._$AN=n=new Set;else if(n.has(e))break;n.add(e),ie(t)}};function Y(e){this._$AN===void 0?this._$AM=e:(q(this),this._$AM=e,J(this))}function X(e,t=!1,n=0){let r=this._$AH,i=this._$AN;if(i!==void 0&&i.size!==0){if(t){if(Array.isArray(r))for(let e=n;e<r.length;e++)K(r[e],!1),q(r[e]);else r!=null&&(K(r,!1),q(r))}else K(this,e)}}var ie=e=>{e.type==l.CHILD&&(e._$AP??=X,e._$AQ??=Y)},ae=class extends c{constructor(){super(...arguments),this._$AN=void 0}_$AT(e,t,n){super._$AT(e,t,n),J(this),this.isConnected=e._$AU}_$AO(e,t=!0){e!==this.isConnected&&(this.isConnected=e,e?this.reconnected?.():this.disconnected?.()),t&&(K(this,e),q(this))}setValue(e){if(b(this._$Ct))this._$Ct._$AI(e,this);else{let t=[...this._$Ct._$AH];t[this._$Ci]=e,this._$Ct._$AI(t,this,0)}}disconnected(){}reconnected(){}},Z=new WeakMap,oe=u(class extends ae{render(e){return n}update(e,[t]){let r=t!==this.G;return r&&this.rt(void 0),(r||this.lt!==this.ct)&&(this.G=t,this.ht=e.options?.host,this.rt(this.ct=e.element)),n}rt(e){if(this.G!==void 0){if(this.isConnected||(e=void 0),typeof this.G==`function`){let t=this.ht??globalThis,n=Z.get(t);n===void 0&&(n=new WeakMap,Z.set(t,n)),n.get(this.G)!==void 0&&this.G.call(this.ht,void 0),n.set(this.G,e),e!==void 0&&this.G.call(this.ht,e)}else this.G.value=e}}get lt(){return typeof this.G==`function`?Z.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}}),se=[`threads`,`hugePages`,`cpuPriority`,`pauseOnBattery`,`pauseOnActive`,`donateLevel`],Q=300;function ce(t,r,i,a,o){let s=t.text.editor,{labels:c}=s,l=r?.supports,u=e=>l?.fields?.includes(e)??!1,d=t.store.info?.gpus?.length??0,f=l?.limits?.donateLevel,m=[`cuda`,`opencl`].filter(e=>u(e)&&(d||i[e]));return!m.length&&!se.some(u)?e`<p class="hint">${s.noHardware}</p>`:e`${u(`threads`)?le(t,i.threads??0,a.threads,o):n}
    <div class="fields">
      ${u(`hugePages`)?p({id:`hugePages`,label:c.hugePages,fault:a.hugePages,value:i.hugePages==null?``:String(i.hugePages),choices:[[``,s.hugePagesChoices.absent],[`true`,s.hugePagesChoices.on],[`false`,s.hugePagesChoices.off]],chosen:e=>o({hugePages:e===``?void 0:e===`true`})}):n}
      ${u(`cpuPriority`)?p({id:`cpuPriority`,label:c.cpuPriority,fault:a.cpuPriority,value:i.cpuPriority==null?``:String(i.cpuPriority),choices:[[``,s.asProgram],...s.priorities.map((e,t)=>[String(t),e])],chosen:e=>o({cpuPriority:e===``?void 0:Number(e)})}):n}
      ${m.map(e=>v({id:e,label:c[e],on:i[e]?.enabled??!1,switched:t=>o({[e]:{...i[e],enabled:t}})}))}
      ${u(`pauseOnBattery`)?v({id:`pauseOnBattery`,label:c.pauseOnBattery,on:i.pauseOnBattery??!1,switched:e=>o({pauseOnBattery:e||void 0})}):n}
      ${u(`pauseOnActive`)?ue(t,i,a,o):n}
      ${u(`donateLevel`)?h({id:`donateLevel`,label:c.donateLevel,fault:a.donateLevel},e`<span class="beside"
              >${$(`donateLevel`,i.donateLevel,a.donateLevel,e=>o({donateLevel:e}),f?.least??0,f?.most??100,f?.least)}
              <span class="secondary">${s.percentTime}</span></span
            >`):n}
    </div>`}function le(t,r,i,a){let o=t.text.editor,s=Math.max(t.store.info?.cpus??1,r),c=r?o.threadsSome(r,s):o.threadsAll,{invalid:l,by:u}=_({id:`threads`,label:``,hint:!0,...i?{fault:i}:{}});return h({id:`threads`,label:o.labels.threads,hint:r?o.threadsHint:void 0,fault:i},e`<span class="amount">
      <input
        type="range"
        id="threads"
        min="0"
        max=${s}
        ${oe(e=>e?.style.setProperty(`--c-done`,`${100*r/s}%`))}
        .value=${m(String(r))}
        aria-valuetext=${c}
        aria-invalid=${l??n}
        aria-describedby=${(r||i)&&u?u:n}
        @input=${e=>a({threads:Number(e.target.value)||void 0})}
      /><output for="threads" class="secondary">${c}</output></span
    >`)}function ue(t,r,i,a){let o=t.text.editor,s=r.pauseOnActive??0;return e`<div class="field">
    ${v({id:`pauseOnActive`,label:o.labels.pauseOnActive,on:s>0,fault:i.pauseOnActive,switched:e=>a({pauseOnActive:e?Q:void 0})})}
    ${s>0?e`<span class="beside"
          >${$(`idle`,s,void 0,e=>a({pauseOnActive:e||void 0}),1,86400,void 0,o.labels.pauseOnActive)}
          <span class="secondary">${o.seconds}</span></span
        >`:n}
  </div>`}function $(t,r,i,a,o,s,c,l){return e`<input
    type="number"
    id=${t}
    min=${o}
    max=${s}
    placeholder=${c??``}
    aria-label=${l??n}
    aria-invalid=${i?`true`:n}
    aria-describedby=${i?`${t}-fault`:n}
    .value=${m(r==null?``:String(r))}
    @input=${e=>{let{value:t}=e.target;a(t===``?void 0:Number(t))}}
  />`}function de(e,t,n,r,i,a){let{labels:o}=e.text.editor,{rest:s}=n,c=e=>t?.supports?.fields?.includes(e)??!1,l=[];return c(`proxy`)&&l.push(y({id:`proxy`,label:o.proxy,value:n.proxy,placeholder:`socks5://127.0.0.1:9050`,fault:r.proxy,typed:a})),c(`cpuAffinity`)&&l.push(y({id:`cpuAffinity`,label:o.cpuAffinity,value:s.cpuAffinity??``,placeholder:`0xf`,fault:r.cpuAffinity,typed:e=>i({cpuAffinity:e||void 0})})),c(`intensity`)&&l.push(y({id:`intensity`,label:o.intensity,type:`number`,step:`any`,value:s.intensity==null?``:String(s.intensity),fault:r.intensity,typed:e=>i({intensity:e===``?void 0:Number(e)})})),c(`nicehash`)&&l.push(v({id:`nicehash`,label:o.nicehash,on:s.nicehash??!1,switched:e=>i({nicehash:e||void 0})})),l}var fe=class extends i{static{this.properties={...i.properties,draft:{attribute:!1},choices:{attribute:!1},faults:{attribute:!1},nameless:{attribute:!1},passwordSaved:{attribute:!1}}}static{this.sheet=t`
    mining-config-editor {
      display: block;
    }
    mining-config-editor > section {
      display: grid;
      grid-template-columns: 176px minmax(0, 1fr);
      gap: 12px 32px;
      padding: 20px 24px;
      border-top: 1px solid var(--c-line);
    }
    mining-config-editor > section > div:last-child {
      display: grid;
      gap: 16px;
      min-width: 0;
    }
    mining-config-editor .fields {
      gap: 16px 20px;
    }
    mining-config-editor .second > :not(summary) {
      margin-top: 12px;
    }
    mining-config-editor .second > mining-wallet-field {
      display: block;
    }
    mining-config-editor .below {
      margin-top: 8px;
    }
    mining-config-editor .beside {
      display: flex;
      gap: 10px;
      align-items: center;
    }
    mining-config-editor .field:has(> .amount) {
      position: relative;
    }
    mining-config-editor .amount output {
      position: absolute;
      inset: 0 0 auto auto;
      font-size: 0.8125rem;
    }
    mining-config-editor .beside input[type="number"] {
      max-width: 96px;
    }
    mining-config-editor summary {
      cursor: pointer;
      min-height: 32px;
      padding: 6px 0;
    }
    @container dashboard (max-width: 73.7438rem) {
      mining-config-editor > section {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    @container dashboard (max-width: 44.9937rem) {
    mining-config-editor summary, mining-config-preview summary {
      min-height: 40px;
      padding: 10px 0;
    }
      mining-config-editor > section {
        padding: 16px;
      }
    }
  `}constructor(){super(),Object.assign(this,{faults:{},nameless:!1,passwordSaved:!1,choices:{types:[],coins:[],pools:[]}})}#e(e){this.dispatchEvent(new CustomEvent(`draft-change`,{detail:{...this.draft,...e},bubbles:!0}))}#t=e=>this.#e({rest:{...this.draft.rest,...e}});get#n(){return this.choices.types.find(e=>e.type===this.draft.minerType)}render(){let t=this.app.text.editor;return e`${this.#r(t.what,t.whatHint,this.#i())} ${this.#r(t.pools,t.poolsHint,this.#a())}
    ${this.#r(t.walletTitle,t.walletHint,this.#o())} ${this.#r(t.hardware,t.hardwareHint,this.#l())}
    ${this.#r(t.advanced,t.advancedHint,this.#u())}`}#r(t,n,r){return e`<section>
      <div>
        <h3>${t}</h3>
        <p class="hint">${n}</p>
      </div>
      <div>${r}</div>
    </section>`}#i(){let{draft:t,faults:r,choices:i}=this,a=this.app.text.editor,o=S(i.types.filter(e=>!e.broken)),s=e=>e.installed?a.installed(e.title,e.installedVersion??``):a.notInstalled(e.title),c=o.some(e=>e.type===t.minerType),l=i.coins.find(e=>e.ticker===t.coin),u=e=>!e.gone&&e.algorithms.some(e=>this.#n?.algorithms.includes(e)),f=i.coins.filter(e=>e.ticker===t.coin||u(e)),m=[...new Set([...t.algo?[t.algo]:[],...this.#n?.algorithms??[]])];return e`<div class="fields">
      ${this.nameless?n:y({id:`profile-name`,label:a.labels.name,value:t.name,fault:r.name,typed:e=>this.#e({name:e})})}
      ${this.nameless?n:p({id:`program`,label:a.labels.program,value:t.minerType,fault:r.minerType,choices:[...c?[]:[[t.minerType,t.minerType]],...o.map(e=>[e.type,s(e)])],chosen:e=>this.#e({minerType:e})})}
      ${p({id:`coin`,label:a.labels.coin,value:t.coin,fault:r.coin,choices:[[``,a.noCoin],...f.map(e=>[e.ticker,`${e.name} (${e.ticker})`])],chosen:e=>this.#e({coin:e,algo:e?``:t.algo})})}
      ${t.coin&&!t.algo&&l?e`<div class="field">
            <label class="name" for="algo">${a.labels.algo}</label>
            <input id="algo" readonly .value=${l.algorithms.map(d).join(`, `)} aria-describedby="algo-hint" />
            <div class="hint" id="algo-hint">${a.setByCoin}</div>
          </div>`:p({id:`algo`,label:a.labels.algo,value:t.algo,fault:r.algo,choices:[[``,a.byPool],...m.map(e=>[e,d(e)])],chosen:e=>this.#e({algo:e})})}
    </div>`}#a(){let{draft:t,faults:n}=this,r=t.pools.map((e,t)=>Object.entries(n).find(([e])=>t===0?/^(pool|tls)$/.test(e):e.startsWith(`pools[${t-1}]`))?.[1]),i=this.choices.pools.filter(e=>!t.coin||e.coin===t.coin||e.coin===null);return e`<div>
      <mining-pool-order
        .app=${this.app}
        .pools=${t.pools}
        .catalogue=${i}
        .faults=${r}
        @pools-change=${e=>this.#e({pools:e.detail})}
      ></mining-pool-order>
    </div>`}#o(){let{app:t,draft:n,faults:r}=this,i=t.text.editor,a=this.choices.coins.find(e=>e.ticker===n.coin),o=this.passwordSaved&&n.password===null;return e`<mining-wallet-field
        .app=${t}
        .label=${i.labels.address}
        .value=${n.wallet}
        .coin=${n.coin}
        .coinName=${a?.name??``}
        .pool=${n.pools[0]?.pool??``}
        .fault=${r.wallet}
        @wallet-typed=${e=>this.#e({wallet:e.detail})}
      ></mining-wallet-field>
      ${this.#c(`wallet`,i.labels.address)}
      <div class="fields">
        ${y({id:`worker`,label:i.labels.worker,value:n.worker,hint:i.workerHint,fault:r.worker,typed:e=>this.#e({worker:e})})}
        ${y({id:`password`,type:`password`,label:i.labels.password,value:n.password??``,placeholder:o?i.passwordUnchanged:i.passwordNone,hint:this.passwordSaved?i.passwordHint:``,way:this.passwordSaved?n.password===null?e`<button type="button" class="link" @click=${()=>this.#e({password:``})}>${i.passwordClear}</button>`:e`<button type="button" class="link" @click=${()=>this.#e({password:null})}>${i.passwordKeep}</button>`:``,fault:r.password,typed:e=>this.#e({password:e===``&&!this.passwordSaved?null:e})})}
      </div>
      ${this.#s()}`}#s(){let{draft:e,faults:t,passwordSaved:n}=this;return W(this.app,this.#n,{second:e.rest.second,coins:this.choices.coins,faults:t,passwordSaved:n,change:e=>this.#t({second:e})})}#c(t,r){return this.#n?.supports?.ignored?.includes(t)?e`<p class="hint">${s(`hint`)} ${this.app.text.editor.ignored(r)}</p>`:n}#l(){return ce(this.app,this.#n,this.draft.rest,this.faults,this.#t)}#u(){let{app:t,draft:r,faults:i}=this,a=t.text.editor,o=this.#n?.supports?.options??{},s=de(t,this.#n,r,i,this.#t,e=>this.#e({proxy:e})),c=H(t,o,r.rest.options??{},i,e=>this.#t({options:e}));return e`${c.length+s.length?e`<details>
            <summary>${a.more}</summary>
            <div class="fields">${s}${c}</div>
          </details>`:n}
      <mining-config-preview .app=${t} .draft=${r}></mining-config-preview>`}};function pe(e,t){let n=t.map(({field:t,issue:n,wording:r})=>[t.replace(/^config\./,``),e.say({text:n,...r})]);return Object.fromEntries(n.reverse())}function me(e,t,n){let r=(e,t)=>{let[,n]=/^pools\[(\d+)\]/.exec(t)??[];if(n)return e.pools[Number(n)+1];if(t===`pool`||t===`tls`)return e.pools[0];let[r=``,i]=t.split(`.`),a=r in e?e[r]:e.rest[r];return i?a?.[i]:a};return Object.fromEntries(Object.entries(e).filter(([e])=>r(t,e)===r(n,e)))}customElements.define(`mining-config-editor`,fe);async function he(t,n){try{return await n()}catch(r){if(!a(r,`PAYEE_NOT_CONFIRMED`))throw r;let{payee:i}=t.text.editor,o=String(r.details.confirm??``),s=r.details.changeWordings?.map(e=>t.say(e))??[t.explain(r)],c=await t.ask({title:i.title,text:e`${s.map(t=>e`<span class="mono">${t}</span><br />`)}${i.text}`,verb:i.verb,danger:!0,word:{label:i.label(o),value:o}});if(!o||!c)throw r;return n(o)}}export{D as a,A as c,C as d,O as i,j as l,me as n,T as o,pe as r,E as s,he as t,ee as u};