import{a as e,c as t,n}from"./lit-B4EAelNx.js";import{f as r}from"./mining-dashboard-XJMNuKAd.js";import{n as i,t as a}from"./client-CPk1CF5s.js";import{r as o,t as s,u as c}from"./payee-dialog-DTrN-Qk2.js";import{i as l,n as u,r as d}from"./numbers-3bZ_9uze.js";import{c as f,i as p,r as m}from"./parts-DuHrEmE5.js";import{a as h,i as g,r as _}from"./programs-CuUGhBYg.js";import{n as v,t as y}from"./pool-tests-BDp6yEsW.js";import{a as b,i as x,n as ee,o as te,r as S,s as ne,t as re}from"./suit-CCk44OGT.js";import{i as ie,t as C}from"./algorithm-BuzPlf_h.js";import{a as w,c as ae,s as T}from"./field-BebpK9Ie.js";import{a as E,i as D,n as O,r as k,t as oe}from"./offline-ways-VVSWWqVh.js";var A=[`coin`,`pool`,`wallet`,`hardware`,`review`],j=`mining-dashboard.setup`,M={coin:``,algorithm:``,pool:``,second:``,wallet:``,worker:``,level:`balanced`,hugePages:!1,pauseOnBattery:!1,pauseOnActive:!1,program:``,name:``};function se(e){try{let t=JSON.parse(e.getItem(j)??`{}`),n=Object.entries(t).filter(([e,t])=>typeof t==typeof M[e]);return{...M,...Object.fromEntries(n)}}catch{return{...M}}}function N(e,t){try{t?e.setItem(j,JSON.stringify(t)):e.removeItem(j)}catch{}}function P(e,{coin:t,algorithm:n,pool:r,wallet:i}){return e===`coin`?t!==``||n!==``:e===`pool`?r.trim()!==``:e===`wallet`?i.trim()!==``:e===`hardware`}function ce(e,t){let n=Math.max(0,A.indexOf(e)),r=A.findIndex(e=>!P(e,t));return A[Math.min(n,r<0?A.length-1:r)]}function F(){try{return localStorage}catch{return{getItem:()=>null,setItem:()=>void 0,removeItem:()=>void 0}}}function le(t,r){let i=t.text.setup.coin,{answers:a,choices:o}=r,s=t.store.info,c=b(o.coins,o.types,{cpus:s?.cpus??1,gpus:s?.gpus?.length??0},o.pools),u=c.filter(S),f=r.all.has(`coin`)?u:ee(u,a.coin),m=c.filter(e=>!S(e)),h=[...new Set(o.types.filter(e=>!e.broken).flatMap(e=>e.algorithms))].sort(),g=a.coin===``&&a.algorithm!==``;return e`<p class="secondary">${i.looked} <b>${I(t)}</b>. ${i.first}</p>
    <div class="cards" role="radiogroup" aria-label=${i.title}>
      ${f.map(e=>R(t,e,e===u[0],r))}
      <label class="card">
        <span class="sign" aria-hidden="true">…</span>
        <span class="grow"><b>${i.another}</b><span class="hint">${i.any}</span></span>
        <input type="radio" name="coin" .checked=${g} @change=${()=>r.answer({coin:``,algorithm:h[0]??``,pool:``,second:``})} />
        <span class="about">${i.anotherText}</span>
        <span class="fits">${d(`hint`)} ${i.youChoose}</span>
      </label>
    </div>
    ${f.length<u.length?e`<p><button class="link" @click=${()=>r.showAll(`coin`)}>${i.more(u.length-f.length)}</button></p>`:n}
    ${g?w({id:`algorithm`,label:i.algorithm,value:a.algorithm,choices:h.map(e=>[e,ie(e)]),chosen:e=>r.answer({algorithm:e,pool:``,second:``})}):n}
    ${m.length?e`<details>
          <summary>${i.others(m.length)}</summary>
          <ul class="cards">
            ${m.map(e=>z(t,e))}
          </ul>
        </details>`:n}
    <p class="hint row nowrap">${d(`hint`)} <span>${i.noProfit}</span></p>
    ${t.locked?n:e`<section class="panel try">
          <div class="grow"><h2>${i.tryTitle}</h2><p class="hint">${i.tryText}</p></div>
          ${p(t,e`${l(`start`)}${i.tryOut}`,()=>void r.tryOut(),{needs:`admin`,busy:r.busy?t.text.vocabulary.busy.start:null})}
        </section>`}`}function I(e){let t=e.store.info;return t?[t.cpu?.model??`${t.cpus} CPU`,...[...L(t.gpus??[])].map(([e,t])=>t>1?`${t} × ${e}`:e)].join(`, `):`…`}function L(e){let t=new Map;for(let{name:n}of e)t.set(n??`GPU`,(t.get(n??`GPU`)??0)+1);return t}function R(t,{coin:n,fit:r,algorithm:i},a,o){let s=t.text.setup.coin,c=o.answers.coin===n.ticker;return e`<label class="card">
    <span class="sign" aria-hidden="true">${n.ticker.slice(0,5)}</span>
    <span class="grow"><b>${n.name}</b><span class="hint">${C(i)}</span></span>
    <input type="radio" name="coin" .checked=${c} @change=${()=>o.answer({coin:n.ticker,algorithm:i,pool:``,second:``})} />
    <span class="about">${a&&r===`cpu`?s.best:s.reason[r]}</span>
    <span class="fits ok">${d(`ok`)} ${r===`gpu`?s.fits.gpu:s.fits.cpu}</span>
  </label>`}function z(t,{coin:n,fit:r,algorithm:i}){let a=t.text.setup.coin,o=r===`gone`&&n.gone?t.say({text:n.gone,...n.wording}):a.reason[r];return e`<li class="card not">
    <span class="sign" aria-hidden="true">${n.ticker.slice(0,5)}</span>
    <span class="grow"><b>${n.name}</b><span class="hint">${C(i)}</span></span>
    <span class="about">${o}</span>
    <span class="fits">${d(`stopped`)} ${a.not}</span>
  </li>`}var B=[`light`,`balanced`,`all`];function V(t,r){let i=t.text.setup.hardware,{answers:a}=r,o=t.store.info,s=e=>r.program?.supports?.fields?.includes(e)??!1,c=o?.cpu?.cores??o?.cpus??1;return e`<p class="secondary">${i.text}</p>
    ${r.usesCpu?e`<div class="cards levels" role="radiogroup" aria-label=${i.title}>
          ${B.map(n=>e`<label class="card">
              <span class="grow"><b>${i.level[n]}</b></span>
              <input type="radio" name="level" .checked=${a.level===n} @change=${()=>r.answer({level:n})} />
              <span class="about">${i.threads(H(t,r,n))}</span>
              <span class="hint">${i.meaning[n]}</span>
            </label>`)}
        </div>`:n}
    <ul class="panel lines hardware">
      <li>
        ${l(`cpu`)}
        <div class="grow"><b>${o?.cpu?.model??I(t)}</b><div class="hint">${i.cpu(c,o?.cpu?.l3?t.numbers.bytes(o.cpu.l3):``)}</div></div>
        <span>${r.usesCpu?i.threads(H(t,r,a.level)):i.off}</span>
      </li>
      ${s(`hugePages`)?U(`memory`,`hugePages`,i.hugePages,i.hugePagesText,a.hugePages,e=>r.answer({hugePages:e})):n}
      ${s(`pauseOnBattery`)?U(`clock`,`battery`,i.battery,i.batteryText,a.pauseOnBattery,e=>r.answer({pauseOnBattery:e})):n}
      ${s(`pauseOnActive`)?U(`clock`,`active`,i.active,i.activeText,a.pauseOnActive,e=>r.answer({pauseOnActive:e})):n}
      ${[...L(o?.gpus??[])].map(([t,a])=>e`<li>
          ${l(`gpu`)}
          <div class="grow"><b>${a>1?`${a} × ${t}`:t}</b><div class="hint">${r.usesCpu?i.gpuNotUsed:n}</div></div>
          <span>${r.usesCpu?i.off:i.gpuUsed}</span>
        </li>`)}
    </ul>`}function H(e,t,n){let r=e.store.info;return te(n,r?.cpus??1,r?.cpu?.l3??null,t.answers.algorithm)}function U(t,n,r,i,a,o){return e`<li>
    ${l(t)}
    <div class="grow"><label for=${n}><b>${r}</b></label><div class="hint" id="${n}-hint">${i}</div></div>
    <input type="checkbox" role="switch" class="switch" id=${n} aria-describedby="${n}-hint" .checked=${ae(a)} @change=${e=>o(e.target.checked)} />
  </li>`}var W=1e3;async function ue(e,t,n){t.install&&(n(`install`,null),await de(e,t.type,e=>n(`install`,e))),n(`save`,null);let r=await fe(e,t);if(!t.start)return r;n(`start`,null);let a={id:r};return await s(e,n=>i(e.http.POST(`/profiles/{id}/start`,{params:{path:a,query:{restart:!0,force:t.force,...n?{confirm:n}:{}}}}))),r}async function de(e,t,n){let r=await i(e.http.POST(`/miners/{type}/install`,{params:{path:{type:t},query:{wait:!1}}}));for(;r.state===`running`;)n(r),await new Promise(e=>setTimeout(e,W)),r=e.store.jobs.get(r.id)??await i(e.http.GET(`/jobs/{id}`,{params:{path:{id:r.id}}}));if(r.state===`failed`)throw new a(503,r.error?.code??`DOWNLOAD_FAILED`,r.error?.message??r.message,r.error?.details)}async function fe(e,{type:t,name:n,config:r}){let o={name:n,minerType:t,config:r};try{return(await s(e,t=>i(e.http.POST(`/profiles`,{params:{query:t?{confirm:t}:{}},body:o})))).id}catch(n){if(!(n instanceof a)||n.code!==`PROFILE_ALREADY_EXISTS`)throw n;let c=String(n.details.id),l=await i(e.http.GET(`/profiles/{id}`,{params:{path:{id:c}}}));if(l.minerType!==t||l.config.pool!==r.pool||l.config.wallet!==r.wallet)throw n;return(await s(e,t=>i(e.http.PUT(`/profiles/{id}`,{params:{path:{id:c},query:t?{confirm:t}:{}},body:o})))).id}}var pe=300;function me(e,t,n){let r=t?.supports,i=e=>r?.fields?.includes(e)||r?.ignored?.includes(e),a=e.worker.trim(),o=e.second.trim(),s=n===null?t?.gpu.find(i):void 0;return{pool:e.pool.trim(),wallet:e.wallet.trim(),...e.coin&&i(`coin`)?{coin:e.coin}:{algo:e.algorithm},...a&&i(`worker`)?{worker:a}:{},...n!==null&&i(`threads`)?{threads:n}:{},...e.hugePages&&i(`hugePages`)?{hugePages:!0}:{},...e.pauseOnBattery&&i(`pauseOnBattery`)?{pauseOnBattery:!0}:{},...e.pauseOnActive&&i(`pauseOnActive`)?{pauseOnActive:pe}:{},...o?{pools:[{pool:o}]}:{},...s?{[s]:{enabled:!0}}:{}}}function he(t,n,r){let i=t.text.setup,a=A.indexOf(r),o=A[a+1];return e`<ol class="steps" aria-label=${t.text.vocabulary.pages.setup}>
      ${A.map((e,r)=>ge(t,n,e,r,a))}
    </ol>
    <div class="narrow-steps">
      <p class="hint">${i.step(a+1,A.length)} · ${o?i.next(i.steps[o]):i.nextStart}</p>
      <div aria-hidden="true">${A.map((t,n)=>e`<span class=${n<=a?`done`:``}></span>`)}</div>
    </div>`}function ge(t,r,i,a,o){let s=t.text.setup,c=a<o&&P(i,r.answers),u=e`<span class="count" aria-hidden="true">${c?l(`check`):a+1}</span>
    <span>${s.steps[i]}${c?e`<span class="hint">${_e(t,r,i)}</span>`:n}</span>`;return e`<li class=${a===o?`now`:c?`done`:``} aria-current=${a===o?`step`:n}>
    ${c&&!r.busy?e`<button class="ghost" @click=${()=>r.at(i)}>${u}</button>`:e`<span class="still">${u}</span>`}
  </li>`}function _e(e,{answers:t,coin:n},r){switch(r){case`coin`:return n?`${n.name} (${n.ticker})`:C(t.algorithm);case`pool`:return t.pool.replace(/^.*:\/\//,``).replace(/:\d+$/,``);case`wallet`:return u(t.wallet.trim());case`hardware`:return e.text.setup.hardware.level[t.level];case`review`:return``}}function G(t,r,i){let{program:a}=r,{setup:o}=t.text;return e`<details class="offline" ?open=${i}>
    <summary>${o.offline}</summary>
    ${a&&!a.simulated&&!a.installed?oe(t,a.type):n}
    <p class="hint">${o.coin.tryText}</p>
    ${p(t,o.coin.tryOut,()=>void r.tryOut(),{needs:`admin`,busy:r.busy?t.text.vocabulary.busy.start:null})}
  </details>`}function K(e){return e.tlsPort?`stratum+ssl://${e.host}:${e.tlsPort}`:e.pool}function ve(e,t){let n=e=>{let n=t.get(K(e));return y(n)??(n?.at?1/0:2**53-1)};return[...e].sort((e,t)=>n(e)-n(t)||e.name.localeCompare(t.name)||e.id.localeCompare(t.id))}function ye(e){let t=new Set;return e.filter(({name:e,origin:n})=>n===`yours`||!t.has(e)&&t.add(e))}function be(e,t){return e.origin===`yours`?0:t.filter(({name:t,origin:n})=>t===e.name&&n!==`yours`).length-1}var xe=8;function Se(t,r){let i=t.text.setup.pool,{answers:a}=r,{results:o,progress:s}=r.tests,c=r.pools(),u=e=>o.get(K(e)),d=ve(c,s?new Map:o),f=d.find(e=>K(e)===a.pool),m=r.all.has(`pool`)?d:ye(d).slice(0,xe);f&&!m.includes(f)&&m.push(f);let h=Math.max(1,...c.map(e=>y(u(e))??0)),g=s?void 0:d.find(e=>y(u(e))!==null),_=a.pool===``?r.ownPool:!f,v=_?o.get(a.pool.trim()):void 0,b=!s&&c.length>0&&c.every(e=>u(e)?.test?.result===`unresolved`);return e`<p class="secondary">${c.length?i.text:i.none}</p>
    <div class="panel pools" role="radiogroup" aria-label=${i.title}>
      ${c.length?e`<div class="head" aria-hidden="true"><span></span><span>${i.pool}</span><span>${i.fee}</span><span>${i.answer}</span></div>`:n}
      ${m.map(e=>Ce(t,r,e,{chosen:e===f,fastest:e===g,slowest:h,further:r.all.has(`pool`)?0:be(e,c)}))}
      ${m.length<d.length?e`<div class="more"><button class="link" @click=${()=>r.showAll(`pool`)}>${i.more(d.length-m.length)}</button></div>`:n}
      <label class="pool">
        <input type="radio" name="pool" .checked=${_} @change=${()=>r.typeOwnPool()} />
        <span><b>${i.another}</b><span class="hint">${i.anotherHint}</span></span>
      </label>
    </div>
    ${_?e`<div class="own">
          ${T({id:`own-pool`,label:i.address,value:a.pool,placeholder:`pool.example:3333`,fault:r.faults.pool,typed:e=>r.answer({pool:e})})}
          ${v?.at?e`<p class="hint ${y(v)===null?`warn`:`ok`}" role="status">${q(t,v)}</p>`:n}
          ${p(t,t.text.vocabulary.verbs.test,()=>r.testOwn(),{changes:!0,busy:v&&!v.at?t.text.pools.testing:null})}
        </div>`:n}
    ${c.length?e`<div class="row">
          ${p(t,e`${l(`restart`)}${i.again}`,()=>r.measureAgain(),{changes:!0,busy:s?i.measuring(s.done,s.all):null})}
          <span class="hint" role="status">${s?n:b?e`<span class="warn">${i.offline}</span>`:i.measured}</span>
        </div>`:n}
    ${b?G(t,r,!0):n}
    <details ?open=${a.second!==``}>
      <summary>${i.second} ${a.second?e`<span class="tag accent">${a.second.replace(/^.*:\/\//,``)}</span>`:n}</summary>
      ${c.length?w({id:`second`,label:i.secondLabel,value:a.second,choices:[[``,i.noSecond],...d.filter(e=>e!==f).map(e=>[K(e),`${e.name} · ${e.host}`])],chosen:e=>r.answer({second:e})}):T({id:`second`,label:i.secondLabel,value:a.second,placeholder:`pool.example:3333`,typed:e=>r.answer({second:e})})}
    </details>`}function Ce(t,r,i,{chosen:a,fastest:o,slowest:s,further:c}){let l=t.text.setup.pool,u=[i.region,c?l.further(c):null].filter(Boolean).join(` `),d=[i.name,u,i.tlsPort?`TLS`:null,i.origin===`yours`?l.yours:null,i.login===`account`?l.account:null],p=i.fee===null?null:t.numbers.decimal(i.fee,+!Number.isInteger(i.fee)),h=r.tests.results.get(K(i)),g=y(h),_=[i.host,...d,p===null?null:`${l.fee} ${p}\u202f%`,h?.at?g===null?l.noAnswer:`${l.answer} ${t.numbers.ping(Math.round(g))}`:null,o?l.fastest:null];return e`<label class="pool ${a?`chosen`:``}">
    <input type="radio" name="pool" aria-label=${_.filter(Boolean).join(`, `)} .checked=${a} @change=${()=>r.answer({pool:K(i)})} />
    <span><b>${m(i.host)}</b><span class="hint">${d.filter(Boolean).join(` · `)}</span></span>
    <span class="fee">${p===null?f(t):e`${p}\u202f% <span class="hint narrow-only">${l.feeBeside}</span>`}</span>
    <span class="answer">${we(t,h,s)} ${o?e`<span class="tag ok">${l.fastest}</span>`:n}</span>
  </label>`}function q(e,{test:t,issue:n}){return t?e.say({text:t.text,...t.wording}):n??``}function we(t,n,r){if(!n?.at)return f(t);let i=y(n);if(i===null)return e`<span class="hint" title=${q(t,n)}>${t.text.setup.pool.noAnswer}</span>`;let a=Math.max(2,i/r*72);return e`<svg class="measure" viewBox="0 0 72 5" preserveAspectRatio="none" aria-hidden="true">
      <rect width="72" height="5" rx="2.5" fill="var(--c-raised)"></rect>
      <rect width=${a} height="5" rx="2.5" fill="var(--c-quiet)"></rect></svg
    >${t.numbers.ping(Math.round(i))}`}var Te=new Set([`MINER_NOT_INSTALLED`,`MINER_ALREADY_RUNNING`]),J=new Set([`POOL_UNREACHABLE`,`INSUFFICIENT_RESOURCES`]);function Ee(t,r){let i=t.text.setup.review,{answers:a,coin:o,program:s,check:c}=r,l=x(a.algorithm,r.choices.types),f=r.failure?.unproven??!1,p=[r.usesCpu?t.text.setup.hardware.threads(H(t,r,a.level)):null,a.hugePages?i.hugePagesOn:null];return e`<p class="secondary">${r.stage?n:i.text}</p>
    <dl class="panel review">
      ${X(t,r,t.text.setup.steps.coin,`coin`,[o?`${o.name} (${o.ticker})`:null,C(a.algorithm)].filter(Boolean).join(`, `))}
      ${X(t,r,t.text.setup.steps.pool,`pool`,e`${m(Y(a.pool))}${/\+ssl|^ssl/.test(a.pool)?`, TLS`:n}
        ${a.second?e`<div class="hint">${i.then(``)}${m(Y(a.second))}</div>`:n}`)}
      ${X(t,r,t.text.setup.steps.wallet,`wallet`,e`<span class="mono">${u(a.wallet.trim())}</span>`)}
      ${a.worker?X(t,r,i.machine,`wallet`,a.worker):n}
      ${X(t,r,t.text.setup.steps.hardware,`hardware`,p.filter(Boolean).join(`, `))}
    </dl>
    <div class="fields">
      ${w({id:`program`,label:i.program,value:s?.type??``,choices:l.map(e=>[e.type,e.simulated?i.pretends(e.title):e.installed?`${e.title} ${e.installedVersion??``}`:i.ways[h(e)](e.title)]),disabled:r.busy,chosen:e=>r.answer({program:e})})}
      ${T({id:`profile-name`,label:i.name,value:r.name,fault:r.faults.name,readonly:r.busy,typed:e=>r.answer({name:e})})}
    </div>
    ${s&&!s.installed?e`<section class="panel told about-program" aria-label=${s.title}>
          ${O(t,s)} ${D(t,s)}
          ${_(s,f)?e`<mining-getting .app=${t} .program=${s} .refused=${f} @programs-changed=${()=>void r.lookAgain()}></mining-getting>`:n}
        </section>`:n}
    ${c?De(t,r):e`<p class="secondary" role="status">${r.checkIssue?e`<span class="err">${d(`failed`)} ${r.checkIssue}</span>`:i.checking}</p>`}
    ${Oe(t,r)} ${r.failure?ke(t,r):n}
    ${s&&!s.installed?G(t,r,r.failure?.stage===`install`):n}`}var Y=e=>e.replace(/^stratum\+(ssl|tcp):\/\//,``);function X(t,n,r,i,a){let{change:o}=t.text.setup.review;return e`<div>
    <dt>${r}</dt>
    <dd>${a}</dd>
    <dd><button class="link" aria-label="${o}: ${r}" ?disabled=${n.busy} @click=${()=>n.at(i)}>${o}</button></dd>
  </div>`}function Z(e){let t=(e.check?.errors??[]).filter(t=>!(Te.has(t.code)&&(t.code!==`MINER_NOT_INSTALLED`||e.program&&h(e.program)===`install`)));return{hard:t.filter(e=>!J.has(e.code)),soft:t.filter(e=>J.has(e.code))}}function De(t,r){let i=t.text.setup.review,{check:a,program:o}=r,s=a?.download,c=r.needsInstall?i.installAndStart:i.startNow,{hard:l,soft:u}=Z(r),f=a?.warningWordings.some(e=>e.message===`warning.donates`),p=i.proof[s?.verification]??i.proof.other;return e`<section class="happens">
      <h2>${i.press(c)}</h2>
      <ol>
        ${o&&h(o)===`install`?e`<li><span>${i.download(o?.title??``)}${s?.version?`, ${i.version(s.version)},`:``} ${p}</span></li>`:n}
        ${o?.simulated?n:a?.pools.map(t=>e`<li><span>${i.login(t.pool,t.login)}${t.tls?` (TLS)`:``}</span></li>`)}
        <li><span>${i.save(r.name)} ${o?.simulated?i.pretend:i.start}</span></li>
      </ol>
    </section>
    ${l.length?e`<div class="panel told" role="alert">
          <h2>${d(`failed`)} ${i.faults}</h2>
          ${l.map(r=>e`<p>${r.field?e`<b>${r.field}</b>: `:n}${t.say({text:r.message,...r.wording})}</p>`)}
        </div>`:n}
    ${u.length?e`<div class="panel told">
          ${u.map(n=>e`<p>${d(`degraded`)} ${t.say({text:n.message,...n.wording})}</p>`)}
          <label class="choice"><input type="checkbox" .checked=${r.anyway} @change=${e=>r.goAnyway(e.target.checked)} />${i.anyway}</label>
        </div>`:n}
    <div class="panel told">
      ${a?.warningWordings.map(n=>e`<p class="hint">${d(`degraded`)} ${t.say(n)}</p>`)}
      <p class="hint">
        ${d(`hint`)} ${f||!o||!re(o)?n:i.devFee(o.title,E(t,o,`devFee`))} ${i.takesNothing} ${r.needsInstall?i.scanner:n}
      </p>
    </div>`}function Oe(t,r){let i=t.text.setup.review;if(!r.stage)return n;let a=r.job?.progress,o=a?.stage===`download`&&a.bytes!==null&&a.total?{bytes:a.bytes,total:a.total}:null,s=[i.stage[r.stage],a?i.job[a.stage]??a.stage:null,o?t.text.miners.program.ofBytes(t.numbers.bytes(o.bytes),t.numbers.bytes(o.total)):null];return e`<div class="panel told progress" role="status">
    <p><b>${s.filter(Boolean).join(` · `)}</b></p>
    <progress aria-label=${i.stage[r.stage]} max=${o?o.total:n} value=${o?o.bytes:n}></progress>
  </div>`}function ke(t,n){let r=t.text.setup.review,{stage:i,text:a}=n.failure;return e`<div class="panel told failure" role="alert">
    <h2>${d(`failed`)} ${r.failed[i]}</h2>
    <p>${a}</p>
    <p class="hint">${r.nothingChanged}</p>
  </div>`}var Ae=t`
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
`,je=t`
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
  @container dashboard (max-width: 63.9937rem) {
    .content.setup {
      grid-template-columns: minmax(0, 720px);
      gap: 20px;
      padding-top: 20px;
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
      min-height: calc(100dvh - 57px); /* and the header */
      grid-template-rows: auto 1fr;
    }
    .setup .step {
      display: flex;
      flex-direction: column;
    }
    .setup .step > footer {
      position: sticky;
      bottom: 0;
      margin: auto -16px 0;
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
  }
`,Q=t`
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
  @container dashboard (max-width: 44.9937rem) {
    .setup .pools .head {
      display: none;
    }
    .setup .pools > .head + .pool {
      border-top: 0;
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
  }
`,Me=t`
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
  .setup .offline .command {
    margin: 4px 0 12px;
  }
  .setup .told {
    scroll-margin-block: 80px;
  }
  @container dashboard (max-width: 44.9937rem) {
    .setup .review > div {
      grid-template-columns: 88px minmax(0, 1fr) auto;
    }
  }
`,Ne=t`
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
  @container dashboard (max-width: 63.9937rem) {
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
`,Pe=[k,je,Ne,Ae,Q,Me];function Fe(t,n){let r=t.text.setup.wallet,{answers:i,coin:a}=n;return e`<p class="secondary">${a?r.text(a.name):r.plain}</p>
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
    <p class="hint">${r.noAddress(a?.name??``)}</p>
    <div class="panel never">
      ${d(`hint`)}
      <div><h2>${r.never}</h2><p class="hint">${r.neverText}</p></div>
    </div>
    <div class="short">
      ${T({id:`worker`,label:r.worker,value:i.worker,hint:r.workerHint,fault:n.faults.worker,typed:e=>n.answer({worker:e})})}
    </div>`}var $=`mining-setup-page`,Ie={coin:le,pool:Se,wallet:Fe,hardware:V,review:Ee},Le=class extends r{constructor(...e){super(...e),this.answers={...M},this.choices={types:[],coins:[],pools:[]},this.faults={},this.busy=!1,this.all=new Set,this.ownPool=!1,this.check=null,this.checkIssue=null,this.anyway=!1,this.stage=null,this.job=null,this.failure=null,this.#e=null,this.#t=null,this.#n=``,this.#r=``,this.#i=!1,this.#a=``}static{this.sheet=Pe}#e;#t;#n;#r;#i;#a;connectedCallback(){super.connectedCallback(),this.answers=se(F()),this.tests=v(this.app),this.tests.addEventListener(`change`,()=>this.#l()),c(this.app).then(e=>{this.choices=e,this.#i=!0,P(`coin`,this.answers)||this.#o(),this.requestUpdate()})}#o(){let{info:e}=this.app.store,t=b(this.choices.coins,this.choices.types,{cpus:e?.cpus??1,gpus:e?.gpus?.length??0},this.choices.pools)[0];t&&S(t)&&(this.answers={...this.answers,coin:t.coin.ticker,algorithm:t.algorithm})}get coin(){return this.choices.coins.find(e=>e.ticker===this.answers.coin)}get program(){let e=x(this.answers.algorithm,this.choices.types);return e.find(e=>e.type===this.answers.program)??e[0]}get usesCpu(){let{program:e}=this;return!e||e.cpu&&!e.supports?.gpuAlgorithms?.includes(this.answers.algorithm)}get needsInstall(){return this.program!==void 0&&!this.program.installed}get name(){let{coin:e,algorithm:t,name:n}=this.answers,r=this.program?.simulated?`simulated`:this.usesCpu?`cpu`:`gpu`;return n||`${(e||t).toLowerCase().replace(/[^a-z0-9]+/g,`-`)}-${r}`}pools(){let{coin:e}=this.answers;return this.choices.pools.filter(t=>e?t.coin===e||t.origin===`yours`&&t.coin===null:t.origin===`yours`)}get#s(){return ce(this.app.place.rest[0],this.answers)}#c(){let{answers:e,program:t,usesCpu:n}=this;return me(e,t,n?H(this.app,this,e.level):null)}answer(e){(`algorithm`in e||`coin`in e)&&Object.assign(e,{program:``,name:``,...e}),this.answers={...this.answers,...e};for(let t of Object.keys(e))delete this.faults[t];this.failure=null,N(F(),this.answers),this.requestUpdate()}judged(e){this.#e=e,this.requestUpdate()}at(e){this.app.go(`setup/${e}`)}showAll(e){let t=()=>[...this.querySelectorAll(`input[name=${e}]`)],n=new Set(t());this.all.add(e),this.requestUpdate(),this.updateComplete.then(()=>t().find(e=>!n.has(e))?.focus())}typeOwnPool(){this.ownPool=!0,this.answer({pool:``}),this.updateComplete.then(()=>this.querySelector(`#own-pool`)?.focus())}goAnyway(e){this.anyway=e,this.requestUpdate()}testOwn(){let e=this.answers.pool.trim();e&&this.tests.one(e)}measureAgain(){this.tests.progress||(this.tests.results.clear(),this.tests.all(this.pools().map(K)))}async lookAgain(){this.choices=await c(this.app),this.#r=``,this.requestUpdate()}#l(){this.tests.progress?.waitsUntil&&this.tests.stop(),this.requestUpdate()}async tryOut(){this.busy=!0,this.requestUpdate(),await ne(this.app),this.busy=!1,this.requestUpdate()}async#u(e){let{app:t,name:n,program:r}=this;if(this.busy||!r)return;let i=t.text.setup.review,s={type:r.type,name:n,config:this.#c(),install:e&&this.needsInstall,start:e,force:this.anyway};this.busy=!0,this.failure=null;try{let a={action:e?`setup.start`:`profile.save`,targets:[n],quiet:!0,done:e?r.simulated?t.text.setup.coin.trying:i.started(n):i.saved(n)},o=await t.act(a,()=>ue(t,s,(e,t)=>{Object.assign(this,{stage:e,job:t}),this.requestUpdate()}));if(!o)return;N(F(),null),t.go(e?`overview`:`profiles/${o}`)}catch(e){e instanceof a&&(this.faults={...o(t,e.fields),...e.code===`PROFILE_ALREADY_EXISTS`?{name:t.explain(e)}:{}}),this.failure={stage:this.stage??`save`,text:t.explain(e),unproven:e instanceof a&&g(e.code,e.details)},this.failure.stage!==`install`&&this.lookAgain()}finally{Object.assign(this,{busy:!1,stage:null,job:null}),this.requestUpdate()}}willUpdate(){if(!this.#i)return;let e=this.#s;if(e===`pool`&&this.#n!==this.answers.coin){if(this.tests.progress)return this.tests.stop();this.#n=this.answers.coin,this.pools().length&&!this.app.locked&&this.measureAgain()}if(e===`review`&&this.program&&!this.busy){let e=JSON.stringify([this.program.type,this.#c()]);e!==this.#r&&(this.#r=e,this.#d(e,this.program.type))}}async#d(e,t){Object.assign(this,{check:null,checkIssue:null,anyway:!1});try{let n={path:{type:t},query:{name:`setup-review`}},r=await i(this.app.http.POST(`/miners/{type}/check`,{params:n,body:this.#c()}));e===this.#r&&(this.check=r)}catch(t){e===this.#r&&(this.checkIssue=this.app.explain(t))}this.requestUpdate()}render(){let{app:t}=this,n=t.text.setup,r=this.#s,i=A.indexOf(r);return e`<header class="page-header setup-header" part="header">
        <span class="brand">${l(`brand`)}<span>${t.text.vocabulary.brand}</span></span>
        <span class="grow"></span>
        <span class="hint wide">${n.kept}</span>
        <button class="ghost" @click=${()=>t.go(`overview`)}>${l(`close`)}${n.close}</button>
      </header>
      <div class="content setup">
        ${he(t,this,r)}
        <section class="step" @keydown=${e=>this.#h(e,r)}>
          <h1 tabindex="-1">${n[r].title}</h1>
          ${this.#i?Ie[r](t,this):e`<div class="skeleton">&nbsp;</div>`}
          <footer>${this.#f(r,i)}</footer>
        </section>
      </div>`}#f(t,r){let{app:i}=this,{vocabulary:a,setup:o}=i.text,s=r?e`<button type="button" ?disabled=${this.busy} @click=${()=>this.at(A[r-1])}>${a.verbs.back}</button>`:n;if(t!==`review`)return e`${s}<span class="grow"></span><button class="primary" ?disabled=${!this.#p(t)} @click=${()=>this.#m(t)}>${a.verbs.continue}</button>`;let{hard:c,soft:l}=Z(this),u=this.check!==null&&!c.length&&(!l.length||this.anyway)&&(!this.program||![`unproven`,`register`].includes(h(this.program))),d=this.needsInstall?o.review.installAndStart:o.review.startNow;return i.locked?e`${s}`:e`${s}<span class="grow"></span>
      ${this.busy?n:p(i,o.review.saveOnly,()=>void this.#u(!1),{needs:`admin`,classes:`ghost`})}
      ${u||this.busy?p(i,d,()=>void this.#u(!0),{needs:`admin`,classes:`primary`,busy:this.busy?`${o.review.stage[this.stage??`start`]}…`:null}):e`<button type="button" class="primary" disabled>${d}</button>`}`}#p(e){return P(e,this.answers)?e!==`wallet`||this.#e===null||this.#e.valid:!1}#m(e){this.#p(e)&&this.at(A[A.indexOf(e)+1])}#h(e,t){e.key===`Enter`&&t!==`review`&&e.target instanceof HTMLInputElement&&(e.preventDefault(),this.#m(t))}updated(){this.#g();let e=this.#s;this.#i&&this.#t!==null&&this.#t!==e&&this.querySelector(`h1`)?.focus(),this.#i&&(this.#t=e)}#g(){let[e]=this.querySelectorAll(`.told.failure, .told.progress`),t=e?.className??``;t&&t!==this.#a&&e.scrollIntoView({block:`nearest`}),this.#a=t}};customElements.define($,Le);export{$ as TAG};