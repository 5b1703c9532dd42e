import{a as e,c as t,n,r}from"./lit-B4EAelNx.js";import{n as i}from"./client-CPk1CF5s.js";import{i as a}from"./numbers-3bZ_9uze.js";import{t as o}from"./adopt-B4MJID6V.js";import{i as s,u as c}from"./miners-table-Banh98zK.js";var l=[`overview`,`statistics`,`miners`,`profiles`,`pools`,`admin`,`settings`],u={start:`start`,stop:`stop`,restart:`restart`,pause:`pause`,resume:`start`};function d(e,t){let n=e.text.search,{pages:r}=e.text.vocabulary,i=t=>()=>e.go(t),a=e.store.miners??[],o=[...l.map(e=>({kind:`page`,icon:e,text:r[e],run:i(e)})),{kind:`page`,icon:`clock`,text:n.timeline,run:i(`admin/timeline`)},...a.map(e=>({kind:`miner`,icon:`miners`,text:n.open(e.name),hint:e.type,run:i(`miners/${encodeURIComponent(e.name)}`)})),...t.map(e=>({kind:`profile`,icon:`profiles`,text:n.open(e.name),hint:e.minerType,run:i(`profiles/${e.id}`)}))],d=[`dark`,`light`,`auto`].map(t=>({kind:`action`,icon:`settings`,text:n.themes[t],run:()=>e.prefer({theme:t})}));return e.locked||e.stale?[...o,...d]:[...o,...a.flatMap(t=>s(t).filter(e=>e!==`forget`).map(r=>({kind:`action`,icon:u[r],text:n.verbs[r](t.name),hint:t.type,run:()=>void c(e,r,t.name)}))),...t.map(t=>({kind:`action`,icon:`start`,text:n.startProfile(t.name),hint:t.minerType,run:()=>void f(e,t)})),{kind:`action`,icon:`admin`,text:n.doctor,run:i(`admin?look=now`)},{kind:`action`,icon:`settings`,text:n.testNotifications,run:()=>void p(e)},...d]}async function f(e,{id:t,name:n}){let r=e.text.search,a={action:`profile.start`,targets:[t],done:r.started(n),failed:r.notStarted};await e.act(a,()=>i(e.http.POST(`/profiles/{id}/start`,{params:{path:{id:t}}})))}async function p(e){let t=await e.act({action:`notifications.test`,targets:[]},()=>i(e.http.POST(`/notifications/test`))),{taken:n}=e.text.settings.targets;for(let{target:r,ok:i,issue:a,wording:o}of t?.results??[])e.toast({kind:i?`ok`:`error`,text:`${r}: ${i?n:e.say({text:a??``,...o})}`})}function m(e,t){let n=h(e).split(/\s+/).filter(Boolean),r=h(t),i=0;for(let e of n){let t=g(e,r);if(t===null)return null;i+=t}return i-r.length/100}function h(e){return e.normalize(`NFD`).replace(/\p{M}/gu,``).toLowerCase()}function g(e,t){let n=t.indexOf(e);if(n>=0){let r=[...y(e,t)].some(e=>v(t,e));return e.length*10+(r?10:0)+(n===0?5:0)}let r=-1,i=0;for(let n of e){let e=_(n,t,r+1);if(e<0)return null;i+=e===r+1?4:v(t,e)?3:0,r=e}return i}function _(e,t,n){let r=t.indexOf(e,n);if(r<0||r===n)return r;for(let n=r;n>=0;n=t.indexOf(e,n+1))if(v(t,n))return n;return r}function v(e,t){return t===0||!/[\p{L}\p{N}]/u.test(e[t-1])}function*y(e,t){for(let n=t.indexOf(e);n>=0;n=t.indexOf(e,n+1))yield n}function b(e,t,n){return e.trim()?t.map(t=>({item:t,score:m(e,n(t))})).filter(e=>e.score!==null).sort((e,t)=>t.score-e.score).map(e=>e.item):[...t]}var x=50;function S(t,s){if(s.querySelector(`dialog[open]`))return;o(s,C);let c=t.text.search,l=document.createElement(`dialog`);l.className=`search`,l.setAttribute(`aria-label`,c.title);let u=[],f=``,p=0,m=[],h=e=>{e&&(l.close(),e.run())},g=e=>{let t={ArrowDown:p+1,ArrowUp:p-1,PageDown:p+8,PageUp:p-8}[e.key];t!==void 0&&m.length?(e.preventDefault(),p=Math.abs(t-p)===1?(t+m.length)%m.length:Math.max(0,Math.min(m.length-1,t)),_(),l.querySelector(`[aria-selected=true]`)?.scrollIntoView({block:`nearest`})):e.key===`Enter`&&!e.isComposing?(e.preventDefault(),h(m[p])):e.key===`k`&&(e.ctrlKey||e.metaKey)&&(e.preventDefault(),e.stopPropagation(),l.close())},_=()=>{m=b(f,d(t,u),e=>`${e.text} ${e.hint??``}`).slice(0,x),p=Math.min(p,Math.max(0,m.length-1)),r(e`<div class="search-field">
          ${a(`search`)}
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls="search-results"
            aria-autocomplete="list"
            aria-activedescendant=${m.length?`search-${p}`:n}
            aria-label=${c.title}
            placeholder=${c.placeholder}
            autocomplete="off"
            spellcheck="false"
            autofocus
            @keydown=${g}
            @input=${e=>{f=e.target.value,p=0,_()}}
          />
        </div>
        <div role="listbox" id="search-results" aria-label=${c.results}>
          ${m.map((t,n)=>e`<div
              role="option"
              id="search-${n}"
              aria-selected=${n===p?`true`:`false`}
              @click=${()=>h(t)}
              @pointermove=${()=>{p!==n&&(p=n,_())}}
            >
              ${a(t.icon)}<span class="grow">${t.text}</span><span class="hint">${[t.hint,c.kinds[t.kind]].filter(Boolean).join(` · `)}</span>
            </div>`)}
        </div>
        <p class="${m.length?`hidden`:`secondary none-fits`}" role="status">${m.length?c.count(m.length):c.none}</p>`,l)};l.addEventListener(`close`,()=>l.remove()),l.addEventListener(`click`,e=>{e.target===l&&l.close()}),_(),s.append(l),l.showModal(),i(t.http.GET(`/profiles`,{params:{query:{limit:1e3}}})).then(e=>{u=e.items,l.open&&_()},()=>void 0)}var C=t`
  dialog.search {
    padding: 0;
    margin-top: 12vh;
    overflow: hidden;
  }
  dialog.search[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    max-height: 70vh;
  }
  .search-field {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 4px 16px;
    border-bottom: 1px solid var(--c-line);
  }
  .search-field input:not([type='checkbox'], [type='radio'], [type='range']) {
    border: 0;
    background: none;
    min-height: 48px;
    padding: 0;
    outline: none;
  }
  .search-field:focus-within {
    box-shadow: inset 0 -2px var(--c-focus);
  }
  .search [role='listbox'] {
    overflow-y: auto;
    padding: 6px;
  }
  .search [role='option'] {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 40px;
    padding: 6px 10px;
    border-radius: 6px;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .search [role='option'] .hint {
    text-align: right;
  }
  .search [role='option'][aria-selected='true'] {
    background: var(--c-accent-tint);
    outline: 1px solid var(--c-accent);
    outline-offset: -1px;
  }
  .search .none-fits {
    padding: 16px;
  }
`;export{S as openSearch};