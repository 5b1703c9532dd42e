import{a as e,c as t,n}from"./lit-B4EAelNx.js";import{l as r}from"./mining-dashboard-CtiDHjoa.js";import{n as i,t as a}from"./client-DmZ2ZvJT.js";import{l as o,r as s,t as c}from"./payee-dialog-mRpPO_l9.js";import{i as l,n as u,r as d}from"./numbers-Dndbh051.js";import{a as f,r as p}from"./parts-Oge_qVQn.js";import{a as m,i as h,n as g,o as _,r as v,t as ee}from"./suit-DRWcjiSj.js";import{i as y,t as b}from"./algorithm-DNetkOo-.js";import{a as x,c as S,s as C}from"./field-BZVWldPS.js";var w=[`coin`,`pool`,`wallet`,`hardware`,`review`],T=`mining-dashboard.setup`,E={coin:``,algorithm:``,pool:``,second:``,wallet:``,worker:``,level:`balanced`,hugePages:!1,pauseOnBattery:!1,pauseOnActive:!1,program:``,name:``};function D(e){try{let t=JSON.parse(e.getItem(T)??`{}`),n=Object.entries(t).filter(([e,t])=>typeof t==typeof E[e]);return{...E,...Object.fromEntries(n)}}catch{return{...E}}}function O(e,t){try{t?e.setItem(T,JSON.stringify(t)):e.removeItem(T)}catch{}}function k(e,{coin:t,algorithm:n,pool:r,wallet:i}){return e===`coin`?t!==``||n!==``:e===`pool`?r.trim()!==``:e===`wallet`?i.trim()!==``:e===`hardware`}function te(e,t){let n=Math.max(0,w.indexOf(e)),r=w.findIndex(e=>!k(e,t));return w[Math.min(n,r<0?w.length-1:r)]}function ne(t,r){let i=t.text.setup.coin,{answers:a,choices:o}=r,s=t.store.info,c=h(o.coins,o.types,{cpus:s?.cpus??1,gpus:s?.gpus?.length??0}),u=c.filter(g),f=c.filter(e=>!g(e)),m=[...new Set(o.types.filter(e=>!e.broken).flatMap(e=>e.algorithms))].sort(),_=a.coin===``&&a.algorithm!==``;return e`<p class="secondary">${i.looked} <b>${A(t)}</b>. ${i.first}</p>
    <div class="cards" role="radiogroup" aria-label=${i.title}>
      ${u.map((e,n)=>re(t,e,n===0,r))}
      <label class="card">
        <span class="sign" aria-hidden="true">…</span>
        <span class="grow"><b>${i.another}</b><span class="hint">${i.any}</span></span>
        <input type="radio" name="coin" .checked=${_} @change=${()=>r.answer({coin:``,algorithm:m[0]??``,pool:``,second:``})} />
        <span class="about">${i.anotherText}</span>
        <span class="fits">${d(`hint`)} ${i.youChoose}</span>
      </label>
    </div>
    ${_?x({id:`algorithm`,label:i.algorithm,value:a.algorithm,choices:m.map(e=>[e,y(e)]),chosen:e=>r.answer({algorithm:e,pool:``,second:``})}):n}
    ${f.length?e`<details>
          <summary>${i.others(f.length)}</summary>
          <ul class="cards">
            ${f.map(e=>ie(t,e))}
          </ul>
        </details>`:n}
    <p class="hint row nowrap">${d(`hint`)} <span>${i.noProfit}</span></p>
    ${t.locked?n:e`<section class="panel try">
          <div class="grow"><h2>${i.tryTitle}</h2><p class="hint">${i.tryText}</p></div>
          ${p(t,e`${l(`start`)}${i.tryOut}`,()=>void r.tryOut(),{changes:!0,busy:r.busy?t.text.vocabulary.busy.start:null})}
        </section>`}`}function A(e){let t=e.store.info;if(!t)return`…`;let n=new Map;for(let e of t.gpus??[])n.set(e.name??`GPU`,(n.get(e.name??`GPU`)??0)+1);return[t.cpu?.model??`${t.cpus} CPU`,...[...n].map(([e,t])=>t>1?`${t} × ${e}`:e)].join(`, `)}function re(t,{coin:n,fit:r,algorithm:i},a,o){let s=t.text.setup.coin,c=o.answers.coin===n.ticker;return e`<label class="card">
    <span class="sign" aria-hidden="true">${n.ticker.slice(0,5)}</span>
    <span class="grow"><b>${n.name}</b><span class="hint">${b(i)}</span></span>
    <input type="radio" name="coin" .checked=${c} @change=${()=>o.answer({coin:n.ticker,algorithm:i,pool:``,second:``})} />
    <span class="about">${a&&r===`cpu`?s.best:s.reason[r]}</span>
    <span class="fits ok">${d(`ok`)} ${r===`gpu`?s.fits.gpu:s.fits.cpu}</span>
  </label>`}function ie(t,{coin:n,fit:r,algorithm:i}){let a=t.text.setup.coin,o=r===`gone`&&n.gone?n.gone:a.reason[r];return e`<li class="card not">
    <span class="sign" aria-hidden="true">${n.ticker.slice(0,5)}</span>
    <span class="grow"><b>${n.name}</b><span class="hint">${b(i)}</span></span>
    <span class="about">${o}</span>
    <span class="fits">${d(`stopped`)} ${a.not}</span>
  </li>`}var ae=[`light`,`balanced`,`all`];function j(t,r){let i=t.text.setup.hardware,{answers:a}=r,o=t.store.info,s=e=>r.program?.supports?.fields?.includes(e)??!1,c=o?.cpu?.cores??o?.cpus??1;return e`<p class="secondary">${i.text}</p>
    ${r.usesCpu?e`<div class="cards levels" role="radiogroup" aria-label=${i.title}>
          ${ae.map(n=>e`<label class="card">
              <span class="grow"><b>${i.level[n]}</b></span>
              <input type="radio" name="level" .checked=${a.level===n} @change=${()=>r.answer({level:n})} />
              <span class="about">${i.threads(M(t,r,n))}</span>
              <span class="hint">${i.meaning[n]}</span>
            </label>`)}
        </div>`:n}
    <ul class="panel lines hardware">
      <li>
        ${l(`cpu`)}
        <div class="grow"><b>${o?.cpu?.model??A(t)}</b><div class="hint">${i.cpu(c,o?.cpu?.l3?`${t.numbers.bytes(o.cpu.l3)} L3`:``)}</div></div>
        <span>${r.usesCpu?i.threads(M(t,r,a.level)):i.off}</span>
      </li>
      ${s(`hugePages`)?N(`memory`,`hugePages`,i.hugePages,i.hugePagesText,a.hugePages,e=>r.answer({hugePages:e})):n}
      ${s(`pauseOnBattery`)?N(`clock`,`battery`,i.battery,i.batteryText,a.pauseOnBattery,e=>r.answer({pauseOnBattery:e})):n}
      ${s(`pauseOnActive`)?N(`clock`,`active`,i.active,i.activeText,a.pauseOnActive,e=>r.answer({pauseOnActive:e})):n}
      ${(o?.gpus??[]).map(t=>e`<li>
          ${l(`gpu`)}
          <div class="grow"><b>${t.name}</b><div class="hint">${r.usesCpu?i.gpuNotUsed:n}</div></div>
          <span>${r.usesCpu?i.off:i.gpuUsed}</span>
        </li>`)}
    </ul>`}function M(e,t,n){let r=e.store.info;return m(n,r?.cpus??1,r?.cpu?.l3??null,t.answers.algorithm)}function N(t,n,r,i,a,o){return e`<li>
    ${l(t)}
    <div class="grow"><label for=${n}><b>${r}</b></label><div class="hint" id="${n}-hint">${i}</div></div>
    <input type="checkbox" role="switch" class="switch" id=${n} aria-describedby="${n}-hint" .checked=${S(a)} @change=${e=>o(e.target.checked)} />
  </li>`}var P=1e3;async function F(e,t,n){t.install&&(n(`install`,null),await I(e,t.type,e=>n(`install`,e))),n(`save`,null);let r=await L(e,t);if(!t.start)return r;n(`start`,null);let a={id:r};return await c(e,n=>i(e.http.POST(`/profiles/{id}/start`,{params:{path:a,query:{restart:!0,force:t.force,...n?{confirm:n}:{}}}}))),r}async function I(e,t,n){let r=await i(e.http.POST(`/miners/{type}/install`,{params:{path:{type:t},query:{wait:!1}}}));for(;r.state===`running`;)n(r),await new Promise(e=>setTimeout(e,P)),r=e.store.jobs.get(r.id)??await i(e.http.GET(`/jobs/{id}`,{params:{path:{id:r.id}}}));if(r.state===`failed`)throw new a(503,r.error?.code??`DOWNLOAD_FAILED`,r.error?.message??r.message,r.error?.details)}async function L(e,{type:t,name:n,config:r}){let o={name:n,minerType:t,config:r};try{return(await c(e,t=>i(e.http.POST(`/profiles`,{params:{query:t?{confirm:t}:{}},body:o})))).id}catch(n){if(!(n instanceof a)||n.code!==`PROFILE_ALREADY_EXISTS`)throw n;let s=String(n.details.id),l=await i(e.http.GET(`/profiles/{id}`,{params:{path:{id:s}}}));if(l.minerType!==t||l.config.pool!==r.pool||l.config.wallet!==r.wallet)throw n;return(await c(e,t=>i(e.http.PUT(`/profiles/{id}`,{params:{path:{id:s},query:t?{confirm:t}:{}},body:o})))).id}}var R=4;function z(e){return e.tlsPort?`stratum+ssl://${e.host}:${e.tlsPort}`:e.pool}function B(e,t){let n=e=>{let n=t.get(e.id);return n?n.result===`reachable`?n.connectMs??2**53-1-2:2**53-1:2**53-1-1};return[...e].sort((e,t)=>n(e)-n(t)||e.name.localeCompare(t.name)||e.id.localeCompare(t.id))}async function V(e,t,n){let r=[...t];await Promise.all(Array.from({length:R},async()=>{for(let t=r.shift();t;t=r.shift())try{n(t.id,await i(e.http.POST(`/pools/test`,{body:{pool:z(t)}})))}catch(e){e instanceof a&&(e.status===429||e.status===0||e.status===403)&&(r.length=0)}}))}var H=300;function U(e,t,n){let r=t?.supports,i=e=>r?.fields?.includes(e)||r?.ignored?.includes(e),a=e.worker.trim(),o=e.second.trim(),s=n===null?t?.gpu.find(i):void 0;return{pool:e.pool.trim(),wallet:e.wallet.trim(),...e.coin&&i(`coin`)?{coin:e.coin}:{algo:e.algorithm},...a&&i(`worker`)?{worker:a}:{},...n!==null&&i(`threads`)?{threads:n}:{},...e.hugePages&&i(`hugePages`)?{hugePages:!0}:{},...e.pauseOnBattery&&i(`pauseOnBattery`)?{pauseOnBattery:!0}:{},...e.pauseOnActive&&i(`pauseOnActive`)?{pauseOnActive:H}:{},...o?{pools:[{pool:o}]}:{},...s?{[s]:{enabled:!0}}:{}}}function W(t,n,r){let i=t.text.setup,a=w.indexOf(r),o=w[a+1];return e`<ol class="steps" aria-label=${t.text.vocabulary.pages.setup}>
      ${w.map((e,r)=>G(t,n,e,r,a))}
    </ol>
    <div class="narrow-steps">
      <p class="hint">${i.step(a+1,w.length)} · ${o?i.next(i.steps[o]):i.nextStart}</p>
      <div aria-hidden="true">${w.map((t,n)=>e`<span class=${n<=a?`done`:``}></span>`)}</div>
    </div>`}function G(t,r,i,a,o){let s=t.text.setup,c=a<o&&k(i,r.answers),u=e`<span class="count" aria-hidden="true">${c?l(`check`):a+1}</span>
    <span>${s.steps[i]}${c?e`<span class="hint">${K(t,r,i)}</span>`:n}</span>`;return e`<li class=${a===o?`now`:c?`done`:``} aria-current=${a===o?`step`:n}>
    ${c&&!r.busy?e`<button class="ghost" @click=${()=>r.at(i)}>${u}</button>`:e`<span class="still">${u}</span>`}
  </li>`}function K(e,{answers:t,coin:n},r){switch(r){case`coin`:return n?`${n.name} (${n.ticker})`:b(t.algorithm);case`pool`:return t.pool.replace(/^.*:\/\//,``).replace(/:\d+$/,``);case`wallet`:return u(t.wallet.trim());case`hardware`:return e.text.setup.hardware.level[t.level];case`review`:return``}}var oe=8;function q(t,r){let i=t.text.setup.pool,{answers:a,tests:o,measuring:s}=r,c=r.pools(),u=B(c,s?new Map:o),d=u.find(e=>z(e)===a.pool),f=r.allPools?u:u.slice(0,oe);d&&!f.includes(d)&&f.push(d);let m=Math.max(1,...[...o.values()].map(e=>e.connectMs??0)),h=s?void 0:u.find(e=>o.get(e.id)?.result===`reachable`),g=a.pool===``?r.ownPool:!d,_=!s&&c.length>0&&c.every(e=>o.get(e.id)?.result===`unresolved`);return e`<p class="secondary">${c.length?i.text:i.none}</p>
    <div class="panel pools" role="radiogroup" aria-label=${i.title}>
      ${c.length?e`<div class="head" aria-hidden="true"><span></span><span>${i.pool}</span><span>${i.fee}</span><span>${i.answer}</span></div>`:n}
      ${f.map(e=>se(t,e,e===d,o.get(e.id),m,e===h,r))}
      ${f.length<u.length?e`<div class="more"><button class="link" @click=${()=>r.showAllPools()}>${i.more(u.length-f.length)}</button></div>`:n}
      <label class="pool">
        <input type="radio" name="pool" .checked=${g} @change=${()=>r.typeOwnPool()} />
        <span><b>${i.another}</b><span class="hint">${i.anotherHint}</span></span>
      </label>
    </div>
    ${g?e`<div class="own">
          ${C({id:`own-pool`,label:i.address,value:a.pool,placeholder:`pool.example:3333`,fault:r.faults.pool,typed:e=>r.answer({pool:e})})}
          ${r.ownTest?e`<p class="hint ${r.ownTest.result===`reachable`?`ok`:`warn`}" role="status">${r.ownTest.text}</p>`:n}
          ${p(t,t.text.vocabulary.verbs.test,()=>void r.testOwn(),{changes:!0})}
        </div>`:n}
    ${c.length?e`<div class="row">
          ${p(t,e`${l(`restart`)}${i.again}`,()=>void r.measureAgain(),{changes:!0,busy:s?i.measuring(o.size,c.length):null})}
          <span class="hint" role="status">${s?n:_?e`<span class="warn">${i.offline}</span>`:i.measured}</span>
        </div>`:n}
    <details ?open=${a.second!==``}>
      <summary>${i.second} ${a.second?e`<span class="tag accent">${a.second.replace(/^.*:\/\//,``)}</span>`:n}</summary>
      ${c.length?x({id:`second`,label:i.secondLabel,value:a.second,choices:[[``,i.noSecond],...u.filter(e=>e!==d).map(e=>[z(e),`${e.name} · ${e.host}`])],chosen:e=>r.answer({second:e})}):C({id:`second`,label:i.secondLabel,value:a.second,placeholder:`pool.example:3333`,typed:e=>r.answer({second:e})})}
    </details>`}function se(t,r,i,a,o,s,c){let l=t.text.setup.pool,u=[r.name,r.region,r.tlsPort?`TLS`:null,r.origin===`yours`?l.yours:null,r.login===`account`?l.account:null],d=r.fee===null?null:t.numbers.decimal(r.fee,+!Number.isInteger(r.fee));return e`<label class="pool ${i?`chosen`:``}">
    <input type="radio" name="pool" .checked=${i} @change=${()=>c.answer({pool:z(r)})} />
    <span><b>${r.host}</b><span class="hint">${u.filter(Boolean).join(` · `)}</span></span>
    <span class="fee">${d===null?f(t):e`${d}\u202f% <span class="hint narrow-only">${l.fee}</span>`}</span>
    <span class="answer">${ce(t,a,o)} ${s?e`<span class="tag ok">${l.fastest}</span>`:n}</span>
  </label>`}function ce(t,n,r){if(!n)return f(t);if(n.result!==`reachable`||n.connectMs===null)return e`<span class="hint" title=${n.text}>${t.text.setup.pool.noAnswer}</span>`;let i=Math.max(2,n.connectMs/r*72);return e`<svg class="measure" viewBox="0 0 72 5" preserveAspectRatio="none" aria-hidden="true">
      <rect width="72" height="5" rx="2.5" fill="var(--c-raised)"></rect>
      <rect width=${i} height="5" rx="2.5" fill="var(--c-quiet)"></rect></svg
    >${t.numbers.ping(Math.round(n.connectMs))}`}var le=new Set([`MINER_NOT_INSTALLED`,`MINER_ALREADY_RUNNING`]),J=new Set([`POOL_UNREACHABLE`,`INSUFFICIENT_RESOURCES`]);function ue(t,r){let i=t.text.setup.review,{answers:a,coin:o,program:s,check:c}=r,l=v(a.algorithm,r.choices.types),f=[r.usesCpu?t.text.setup.hardware.threads(M(t,r,a.level)):null,a.hugePages?i.hugePagesOn:null];return e`<p class="secondary">${r.stage?n:i.text}</p>
    <dl class="panel review">
      ${Y(t,r,t.text.setup.steps.coin,`coin`,[o?`${o.name} (${o.ticker})`:null,b(a.algorithm)].filter(Boolean).join(`, `))}
      ${Y(t,r,t.text.setup.steps.pool,`pool`,e`${a.pool.replace(/^stratum\+(ssl|tcp):\/\//,``)}${/\+ssl|^ssl/.test(a.pool)?`, TLS`:n}
        ${a.second?e`<div class="hint">${i.then(a.second.replace(/^stratum\+(ssl|tcp):\/\//,``))}</div>`:n}`)}
      ${Y(t,r,t.text.setup.steps.wallet,`wallet`,e`<span class="mono">${u(a.wallet.trim())}</span>`)}
      ${a.worker?Y(t,r,i.machine,`wallet`,a.worker):n}
      ${Y(t,r,t.text.setup.steps.hardware,`hardware`,f.filter(Boolean).join(`, `))}
    </dl>
    <div class="fields">
      ${x({id:`program`,label:i.program,value:s?.type??``,choices:l.map(e=>[e.type,e.simulated?i.pretends(e.title):e.installed?`${e.title} ${e.installedVersion??``}`:i.toInstall(e.title)]),chosen:e=>r.answer({program:e})})}
      ${C({id:`profile-name`,label:i.name,value:r.name,fault:r.faults.name,typed:e=>r.answer({name:e})})}
    </div>
    ${c?de(t,r):e`<p class="secondary" role="status">${r.checkIssue?e`<span class="err">${d(`failed`)} ${r.checkIssue}</span>`:i.checking}</p>`}
    ${fe(t,r)} ${r.failure?pe(t,r):n} ${s&&!s.installed?me(t,r):n}`}function Y(t,n,r,i,a){let{change:o}=t.text.setup.review;return e`<div>
    <dt>${r}</dt>
    <dd>${a}</dd>
    <dd><button class="link" aria-label="${o}: ${r}" ?disabled=${n.busy} @click=${()=>n.at(i)}>${o}</button></dd>
  </div>`}function X(e){let t=(e.check?.errors??[]).filter(t=>!le.has(t.code)||t.code===`MINER_NOT_INSTALLED`&&!e.program?.installable);return{hard:t.filter(e=>!J.has(e.code)),soft:t.filter(e=>J.has(e.code))}}function de(t,r){let i=t.text.setup.review,{check:a,program:o}=r,s=a?.download,c=r.needsInstall?i.installAndStart:i.startNow,{hard:l,soft:u}=X(r),f=i.proof[s?.verification]??i.proof.other;return e`<section class="happens">
      <h2>${i.press(c)}</h2>
      <ol>
        ${r.needsInstall?e`<li><span>${i.download(o?.title??``)}${s?.version?`, ${i.version(s.version)},`:``} ${f}</span></li>`:n}
        ${o?.simulated?n:a?.pools.map(t=>e`<li><span>${i.login(t.pool,t.login)}${t.tls?` (TLS)`:``}</span></li>`)}
        <li><span>${i.save(r.name)} ${o?.simulated?i.pretend:i.start}</span></li>
      </ol>
    </section>
    ${l.length?e`<div class="panel told" role="alert">
          <h2>${d(`failed`)} ${i.faults}</h2>
          ${l.map(t=>e`<p>${t.field?e`<b>${t.field}</b>: `:n}${t.message}</p>`)}
        </div>`:n}
    ${u.length?e`<div class="panel told">
          ${u.map(t=>e`<p>${d(`degraded`)} ${t.message}</p>`)}
          <label class="choice"><input type="checkbox" .checked=${r.anyway} @change=${e=>r.goAnyway(e.target.checked)} />${i.anyway}</label>
        </div>`:n}
    <div class="panel told">
      ${a?.warnings.map(t=>e`<p class="hint">${d(`degraded`)} ${t}</p>`)}
      <p class="hint">
        ${d(`hint`)} ${o&&ee(o)?i.devFee(o.title,o.devFee):n} ${i.takesNothing} ${r.needsInstall?i.scanner:n}
      </p>
    </div>`}function fe(t,r){let i=t.text.setup.review;if(!r.stage)return n;let a=r.job?.progress,o=[i.stage[r.stage],a?i.job[a.stage]??a.stage:null,a?.bytes?t.numbers.bytes(a.bytes)+(a.total?` / ${t.numbers.bytes(a.total)}`:``):null];return e`<div class="panel told" role="status">
    <p><b>${o.filter(Boolean).join(` · `)}</b></p>
    ${a?.total?e`<progress max=${a.total} .value=${a.bytes??0} aria-label=${i.stage.install}></progress>`:n}
  </div>`}function pe(t,n){let r=t.text.setup.review,{stage:i,text:a}=n.failure;return e`<div class="panel told" role="alert">
    <h2>${d(`failed`)} ${r.failed[i]}</h2>
    <p>${a}</p>
    <p class="hint">${r.nothingChanged}</p>
  </div>`}function me(t,n){let r=t.text.setup.review,i=n.program?.type??`xmrig`;return e`<details class="offline" ?open=${n.failure?.stage===`install`}>
    <summary>${r.noInternet}</summary>
    <p class="hint">${r.register}</p>
    <code>miner-ctrl register ${i} /path/to/${i}</code>
    <p class="hint">${r.file}</p>
    <code>miner-ctrl install ${i} --file /path/to/archive</code>
    <p class="hint">${r.demo}</p>
    <code>miner-ctrl demo</code>
    <p class="hint">${t.text.setup.coin.tryText}</p>
    <button @click=${()=>void n.tryOut()} ?disabled=${n.busy}>${t.text.setup.coin.tryOut}</button>
  </details>`}var he=t`
  .setup-header .brand {
    padding: 0;
    justify-content: flex-start;
  }
  .content.setup {
    grid-template-columns: 216px minmax(0, 720px);
    gap: 60px;
    justify-content: center;
    padding-top: 48px;
    max-width: none;
  }
  .setup .step {
    display: grid;
    gap: 20px;
    min-width: 0;
    align-content: start;
  }
  .setup .step > * {
    min-width: 0;
  }
  .setup h1 {
    font-size: 1.5rem;
    line-height: 1.3333;
    letter-spacing: -0.015em;
    outline: none;
  }
  .setup h1 + p {
    margin-top: -12px;
  }
  .setup .step > footer {
    display: flex;
    gap: 12px;
    align-items: center;
    border-top: 1px solid var(--c-line);
    padding-top: 20px;
  }
  .setup .step > footer button {
    min-height: 40px;
    padding: 4px 16px;
    font-size: 0.875rem;
  }
  .setup summary {
    cursor: pointer;
    min-height: 32px;
    padding: 6px 0;
  }
  .setup .card > .grow {
    flex: 1 1 0;
  }
  .setup .hint.nowrap {
    flex-wrap: nowrap;
    align-items: baseline;
  }

  /* steps */
  .setup .steps {
    display: grid;
    gap: 8px;
    align-content: start;
  }
  .setup .steps .still, .setup .steps button {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    justify-content: flex-start;
    text-align: left;
    width: 100%;
    padding: 6px 4px;
    font-size: 0.875rem;
    font-weight: 500;
    color: var(--c-text-3);
  }
  .setup .steps .hint {
    display: block;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  .setup .steps .now .still, .setup .steps .done button {
    color: var(--c-text);
  }
  .setup .count {
    flex: none;
    width: 24px;
    height: 24px;
    border-radius: 50%;
    border: 1px solid var(--c-ctrl);
    display: grid;
    place-items: center;
    font-size: 0.75rem;
    font-weight: 600;
  }
  .setup .now .count {
    background: var(--c-accent-solid);
    border-color: var(--c-accent-solid);
    color: #fff;
  }
  .setup .done .count {
    border-color: var(--c-accent);
    color: var(--c-accent);
  }
  .setup .narrow-steps {
    display: none;
  }

  /* cards to choose from */
  .setup .cards {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 216px), 1fr));
  }
  .setup .card {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 10px;
    align-items: flex-start;
    align-content: flex-start;
    padding: 14px;
    border: 1px solid var(--c-ctrl);
    border-radius: 10px;
    background: var(--c-surface);
    cursor: pointer;
  }
  .setup .card .hint {
    display: block;
  }
  .setup .card .about, .setup .card .fits, .setup .card > .hint {
    flex: 1 0 100%;
    font-size: 0.8125rem;
    color: var(--c-text-2);
  }
  .setup .card .fits.ok {
    color: var(--c-ok);
  }
  .setup .card:has(input:checked) {
    border-color: var(--c-accent);
    box-shadow: inset 0 0 0 1px var(--c-accent);
    background: var(--c-accent-tint);
  }
  .setup .card:has(input:checked) .hint, .setup .pool.chosen .hint {
    color: var(--c-text-2);
  }
  .setup .card:has(input:focus-visible) {
    outline: 2px solid var(--c-focus);
    outline-offset: 2px;
  }
  .setup .card.not {
    border-style: dashed;
    border-color: var(--c-line-2);
    background: none;
    cursor: default;
    color: var(--c-text-2);
  }
  .setup .sign {
    flex: none;
    width: 40px;
    height: 40px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    background: var(--c-raised);
    border: 1px solid var(--c-line-2);
    font-size: 0.6875rem;
    font-weight: 600;
    color: var(--c-text-2);
  }
  .setup .try, .setup .never, .setup .told {
    display: flex;
    gap: 12px;
    align-items: center;
    flex-wrap: wrap;
    padding: 14px 16px;
  }
  .setup .try .grow, .setup .never > div {
    flex: 1 1 260px;
  }
  .setup .never {
    align-items: flex-start;
  }
  .setup .told {
    display: grid;
  }
  .setup .short {
    max-width: 320px;
  }

  /* pools */
  .setup .pools > * {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) 72px 200px;
    gap: 4px 12px;
    align-items: center;
    padding: 10px 16px;
    border-top: 1px solid var(--c-line);
  }
  .setup .pools > :first-child {
    border-top: 0;
  }
  .setup .pools .head {
    color: var(--c-text-2);
    font-size: 0.8125rem;
  }
  .setup .pools .more {
    display: block;
  }
  .setup .pool {
    cursor: pointer;
  }
  .setup .pool b {
    overflow-wrap: anywhere;
  }
  .setup .pool .hint {
    display: block;
  }
  .setup .pool.chosen {
    background: var(--c-accent-tint);
  }
  .setup .pool .fee {
    white-space: nowrap;
  }
  .setup .pool .narrow-only {
    display: none;
  }
  .setup .answer {
    display: flex;
    gap: 8px;
    align-items: center;
    white-space: nowrap;
  }
  .setup .measure {
    width: 72px;
    height: 5px;
    flex: none;
  }
  .setup .own {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  .setup .own .field {
    width: 100%;
  }

  /* hardware, review */
  .setup .hardware li {
    align-items: center;
  }
  .setup .hardware > :first-child {
    border-top: 0;
  }
  .setup .review > div {
    display: grid;
    grid-template-columns: 120px minmax(0, 1fr) auto;
    gap: 12px;
    padding: 12px 16px;
    border-top: 1px solid var(--c-line);
    align-items: baseline;
  }
  .setup .review > div:first-child {
    border-top: 0;
  }
  .setup .review dt {
    color: var(--c-text-2);
  }
  .setup .review dd {
    overflow-wrap: anywhere;
  }
  .setup .happens ol {
    counter-reset: step;
    display: grid;
    gap: 8px;
    margin-top: 8px;
  }
  .setup .happens li {
    counter-increment: step;
    display: flex;
    gap: 10px;
    color: var(--c-text-2);
    overflow-wrap: anywhere;
  }
  .setup .happens li span {
    min-width: 0;
  }
  .setup .happens li::before {
    content: counter(step);
    flex: none;
    width: 18px;
    height: 18px;
    border: 1px solid var(--c-ctrl);
    border-radius: 50%;
    display: grid;
    place-items: center;
    font-size: 0.6875rem;
    font-weight: 600;
  }
  .setup progress {
    width: 100%;
    accent-color: var(--c-accent-solid);
  }
  .setup .offline code {
    display: inline-block;
    margin: 4px 0 8px;
  }

  @container dashboard (max-width: 63.9937rem) {
    .content.setup {
      grid-template-columns: minmax(0, 720px);
      gap: 20px;
      padding-top: 20px;
    }
    .setup .steps {
      display: none;
    }
    .setup .narrow-steps {
      display: grid;
      gap: 10px;
    }
    .setup .narrow-steps div {
      display: grid;
      grid-auto-flow: column;
      gap: 6px;
    }
    .setup .narrow-steps span {
      height: 4px;
      border-radius: 2px;
      background: var(--c-line-2);
    }
    .setup .narrow-steps span.done {
      background: var(--c-accent);
    }
  }
  @container dashboard (max-width: 44.9937rem) {
    .setup summary {
      min-height: 40px;
      padding: 10px 0;
    }
    .setup-header .brand span, .setup-header .wide {
      display: none;
    }
    .content.setup {
      padding-bottom: 0;
    }
    .setup .step > footer {
      position: sticky;
      bottom: 0;
      margin: 0 -16px;
      padding: 12px 16px;
      background: var(--c-surface);
      z-index: 5;
      flex-wrap: wrap;
    }
    .setup .step > footer .grow {
      display: none;
    }
    .setup .step > footer .primary {
      flex: 1 1 auto;
      min-height: 48px;
    }
    .setup .pools .head {
      display: none;
    }
    .setup .pools > .pool {
      grid-template-columns: 24px minmax(0, 1fr) auto;
    }
    .setup .pool .answer {
      grid-column: 2 / -1;
    }
    .setup .pool .measure {
      flex: 1 1 auto;
    }
    .setup .pool .narrow-only {
      display: inline;
    }
    .setup .review > div {
      grid-template-columns: 88px minmax(0, 1fr) auto;
    }
  }
`;function Z(t,n){let r=t.text.setup.wallet,{answers:i,coin:a}=n;return e`<p class="secondary">${a?r.text(a.name):r.plain}</p>
    <mining-wallet-field
      .app=${t}
      .label=${a?r.label(a.name):r.plainLabel}
      .value=${i.wallet}
      .coin=${i.coin}
      .coinName=${a?.name??``}
      .pool=${i.pool}
      .fault=${n.faults.wallet}
      @wallet-typed=${e=>n.answer({wallet:e.detail})}
      @wallet-verdict=${e=>n.judged(e.detail)}
    ></mining-wallet-field>
    <div class="panel never">
      ${d(`hint`)}
      <div><h2>${r.never}</h2><p class="hint">${r.neverText}</p></div>
    </div>
    <div class="short">
      ${C({id:`worker`,label:r.worker,value:i.worker,hint:r.workerHint,fault:n.faults.worker,typed:e=>n.answer({worker:e})})}
    </div>`}var Q=`mining-setup-page`,ge={coin:ne,pool:q,wallet:Z,hardware:j,review:ue},_e=class extends r{constructor(...e){super(...e),this.answers={...E},this.choices={types:[],coins:[],pools:[]},this.faults={},this.busy=!1,this.tests=new Map,this.measuring=!1,this.allPools=!1,this.ownPool=!1,this.ownTest=null,this.check=null,this.checkIssue=null,this.anyway=!1,this.stage=null,this.job=null,this.failure=null,this.#e=null,this.#t=null,this.#n=``,this.#r=``,this.#i=!1}static{this.sheet=he}#e;#t;#n;#r;#i;connectedCallback(){super.connectedCallback(),this.answers=D($()),o(this.app).then(e=>{this.choices=e,this.#i=!0,k(`coin`,this.answers)||this.#a(),this.requestUpdate()})}#a(){let{info:e}=this.app.store,t=h(this.choices.coins,this.choices.types,{cpus:e?.cpus??1,gpus:e?.gpus?.length??0})[0];t&&g(t)&&(this.answers={...this.answers,coin:t.coin.ticker,algorithm:t.algorithm})}get coin(){return this.choices.coins.find(e=>e.ticker===this.answers.coin)}get program(){let e=v(this.answers.algorithm,this.choices.types);return e.find(e=>e.type===this.answers.program)??e[0]}get usesCpu(){let{program:e}=this;return!e||e.cpu&&!e.supports?.gpuAlgorithms?.includes(this.answers.algorithm)}get needsInstall(){return this.program!==void 0&&!this.program.installed}get name(){let{coin:e,algorithm:t,name:n}=this.answers,r=this.program?.simulated?`simulated`:this.usesCpu?`cpu`:`gpu`;return n||`${(e||t).toLowerCase().replace(/[^a-z0-9]+/g,`-`)}-${r}`}pools(){let{coin:e}=this.answers;return this.choices.pools.filter(t=>e?t.coin===e||t.origin===`yours`&&t.coin===null:t.origin===`yours`)}get#o(){return te(this.app.place.rest[0],this.answers)}#s(){let{answers:e,program:t,usesCpu:n}=this;return U(e,t,n?M(this.app,this,e.level):null)}answer(e){`pool`in e&&(this.ownTest=null),(`algorithm`in e||`coin`in e)&&Object.assign(e,{program:``,name:``,...e}),this.answers={...this.answers,...e};for(let t of Object.keys(e))delete this.faults[t];this.failure=null,O($(),this.answers),this.requestUpdate()}judged(e){this.#e=e,this.requestUpdate()}at(e){this.app.go(`setup/${e}`)}showAllPools(){this.allPools=!0,this.requestUpdate()}typeOwnPool(){this.ownPool=!0,this.answer({pool:``}),this.updateComplete.then(()=>this.querySelector(`#own-pool`)?.focus())}goAnyway(e){this.anyway=e,this.requestUpdate()}async testOwn(){let e=this.answers.pool.trim();if(e){try{this.ownTest=await i(this.app.http.POST(`/pools/test`,{body:{pool:e}}))}catch(e){this.faults={...this.faults,pool:this.app.explain(e)}}this.requestUpdate()}}async measureAgain(){this.measuring||(this.tests=new Map,this.measuring=!0,this.requestUpdate(),await V(this.app,this.pools(),(e,t)=>{this.tests=new Map(this.tests).set(e,t),this.requestUpdate()}),this.measuring=!1,this.requestUpdate())}async tryOut(){this.busy=!0,this.requestUpdate(),await _(this.app),this.busy=!1,this.requestUpdate()}async#c(e){let{app:t,name:n,program:r}=this;if(this.busy||!r)return;let i=t.text.setup.review,c={type:r.type,name:n,config:this.#s(),install:e&&this.needsInstall,start:e,force:this.anyway};this.busy=!0,this.failure=null;try{let a={action:e?`setup.start`:`profile.save`,targets:[n],quiet:!0,done:e?r.simulated?t.text.setup.coin.trying:i.started(n):i.saved(n)},o=await t.act(a,()=>F(t,c,(e,t)=>{Object.assign(this,{stage:e,job:t}),this.requestUpdate()}));if(!o)return;O($(),null),t.go(e?`overview`:`profiles/${o}`)}catch(e){e instanceof a&&(this.faults={...s(t,e.fields),...e.code===`PROFILE_ALREADY_EXISTS`?{name:t.explain(e)}:{}}),this.failure={stage:this.stage??`save`,text:t.explain(e)},this.failure.stage!==`install`&&o(t).then(e=>this.choices=e)}finally{Object.assign(this,{busy:!1,stage:null,job:null}),this.requestUpdate()}}willUpdate(){if(!this.#i)return;let e=this.#o;if(e===`pool`&&this.#n!==this.answers.coin&&(this.#n=this.answers.coin,this.pools().length&&!this.app.locked&&this.measureAgain()),e===`review`&&this.program&&!this.busy){let e=JSON.stringify([this.program.type,this.#s()]);e!==this.#r&&(this.#r=e,this.#l(e,this.program.type))}}async#l(e,t){Object.assign(this,{check:null,checkIssue:null,anyway:!1});try{let n={path:{type:t},query:{name:`setup-review`}},r=await i(this.app.http.POST(`/miners/{type}/check`,{params:n,body:this.#s()}));e===this.#r&&(this.check=r)}catch(t){e===this.#r&&(this.checkIssue=this.app.explain(t))}this.requestUpdate()}render(){let{app:t}=this,n=t.text.setup,r=this.#o,i=w.indexOf(r);return e`<header class="page-header setup-header" part="header">
        <span class="brand">${l(`brand`)}<span>${t.text.vocabulary.brand}</span></span>
        <span class="grow"></span>
        <span class="hint wide">${n.kept}</span>
        <button class="ghost" @click=${()=>t.go(`overview`)}>${l(`close`)}${n.close}</button>
      </header>
      <div class="content setup">
        ${W(t,this,r)}
        <section class="step" @keydown=${e=>this.#p(e,r)}>
          <h1 tabindex="-1">${n[r].title}</h1>
          ${this.#i?ge[r](t,this):e`<div class="skeleton">&nbsp;</div>`}
          <footer>${this.#u(r,i)}</footer>
        </section>
      </div>`}#u(t,r){let{app:i}=this,{vocabulary:a,setup:o}=i.text,s=r?e`<button type="button" ?disabled=${this.busy} @click=${()=>this.at(w[r-1])}>${a.verbs.back}</button>`:n;if(t!==`review`)return e`${s}<span class="grow"></span><button class="primary" ?disabled=${!this.#d(t)} @click=${()=>this.#f(t)}>${a.verbs.continue}</button>`;let{hard:c,soft:l}=X(this),u=this.check!==null&&!c.length&&(!l.length||this.anyway),d=this.needsInstall?o.review.installAndStart:o.review.startNow;return i.locked?e`${s}`:e`${s}<span class="grow"></span>
      ${p(i,o.review.saveOnly,()=>void this.#c(!1),{changes:!0,classes:`ghost`})}
      ${u||this.busy?p(i,d,()=>void this.#c(!0),{changes:!0,classes:`primary`,busy:this.busy?`${o.review.stage[this.stage??`start`]}…`:null}):e`<button type="button" class="primary" disabled>${d}</button>`}`}#d(e){return k(e,this.answers)?e!==`wallet`||this.#e===null||this.#e.valid:!1}#f(e){this.#d(e)&&this.at(w[w.indexOf(e)+1])}#p(e,t){e.key===`Enter`&&t!==`review`&&e.target instanceof HTMLInputElement&&(e.preventDefault(),this.#f(t))}updated(){let e=this.#o;this.#i&&this.#t!==null&&this.#t!==e&&this.querySelector(`h1`)?.focus(),this.#i&&(this.#t=e)}};function $(){try{return localStorage}catch{return{getItem:()=>null,setItem:()=>void 0,removeItem:()=>void 0}}}customElements.define(Q,_e);export{Q as TAG};