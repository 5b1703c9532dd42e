import{d as e,l as t,p as n,s as r,u as i}from"./numbers-8zc510A3.js";import{a,c as o,f as s,h as c,i as l,l as u,m as d,p as f,s as p,t as m,u as h}from"./algorithm-CFlJTbfP.js";import{a as g,c as _,l as v,n as ee,o as y,r as b,t as te}from"./parts-Cky-nCEa.js";async function ne(e,t,n){let{confirm:r}=e.text.common;if(t===`stop`&&n.length>1){let t={title:r.stopAll(n.length),text:r.stopAllText(n.join(`, `)),verb:r.stopAllVerb(n.length),danger:!0};if(!await e.ask(t))return}let i=async n=>{try{return await re(e,t,n),{name:n,error:null}}catch(t){return{name:n,error:e.explain(t)}}};return e.act({action:t,targets:n},()=>Promise.all(n.map(i)),e=>e.flatMap(({name:e,error:t})=>t===null?[]:[{target:e,error:t}]))}async function x(e,t,n){let{common:r}=e.text;if(t===`forget`&&!await e.ask({title:r.confirm.forget(n),text:r.confirm.forgetText,verb:r.verbs.forget,danger:!0}))return!1;let i={action:t,targets:[n],done:r.done[t](n),failed:r.failed[t](n)};return await e.act(i,()=>re(e,t,n))!==void 0}function re(e,t,n){let r={path:{miner:n}};switch(t){case`stop`:return c(e.http.DELETE(`/miners/{miner}`,{params:r}));case`forget`:return c(e.http.DELETE(`/miners/{miner}`,{params:{...r,query:{forget:!0}}}));case`start`:case`restart`:return c(e.http.POST(`/miners/{miner}/restart`,{params:r}));case`pause`:return c(e.http.POST(`/miners/{miner}/pause`,{params:r}));case`resume`:return c(e.http.POST(`/miners/{miner}/resume`,{params:r}))}}var ie={see_timeline:`admin/timeline`,edit_settings:`settings`,examine:`admin`,install_program:`miners?tab=available`,update_program:`miners?tab=installed`};function ae(e){return e in ie||e===`edit_config`||e===`see_logs`}function oe(e,{action:t,miner:n}){if(t?.code===`edit_config`&&n){let t=e.store.miner(n)?.profileId;return t?`profiles/${t}`:`miners/${encodeURIComponent(n)}?edit`}return t?.code===`see_logs`&&n?`miners/${encodeURIComponent(n)}`:ie[t?.code??``]??`overview`}async function se(e,{action:t,miner:n}){if(!t?.path||!t.method)return;let{path:r,method:i}=t,a={action:t.code,targets:n?[n]:[],done:t.label};await e.act(a,async()=>{let t=await e.token(),n=t?{Authorization:`Bearer ${t}`}:{},a=await e.fetcher(`${e.baseUrl}${r}`,{method:i,headers:n});if(a.ok)return!0;let o=await a.json();throw new d(a.status,o.error.code,o.error.message,o.error.details)})}var ce={error:`failed`,warning:`degraded`,hint:`hint`};function le(e,t){return t.length?i`<section class="panel attention" aria-label=${e.text.overview.attention}>
    <ul class="lines">
      ${t.map(t=>ue(e,t))}
    </ul>
  </section>`:r}function ue(e,t){let{common:n}=e.text,{action:a}=t;return i`<li>
    ${s(ce[t.severity]??`hint`,t.severity)}
    <div class="grow">
      <p class="title">${t.miner?i`<b>${t.miner}</b>: `:r}${e.say(t)}</p>
      <p class="hint">${n.since(e.numbers.time(t.since))} (${te(e,t.since)})${a?.command?i` · <code>${a.command}</code>`:r}</p>
    </div>
    <div class="row">
      ${t.severity===`hint`?b(e,n.verbs.dismiss,()=>e.prefer({dismissed:[...e.preferences.dismissed,t.id]}),{classes:`ghost`}):r}
      ${t.miner&&e.place.rest[0]!==t.miner?v(e,`miners/${encodeURIComponent(t.miner)}`,n.verbs.open,`button`):r}
      ${a?.path?b(e,S(e,a),()=>void se(e,t),{changes:!0}):a&&ae(a.code)?v(e,oe(e,t),S(e,a),`button`):r}
    </div>
  </li>`}function S(e,t){return e.say({text:t.label,message:`action.${t.code}`,params:{}})}function de(e,t){let{dismissed:n}=e.preferences;return e.store.attention.filter(e=>(t===void 0||e.miner===t)&&(e.severity!==`hint`||!n.includes(e.id)))}var fe={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},pe=e=>(...t)=>({_$litDirective$:e,values:t}),me=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:he}=e,C=e=>e,w=()=>document.createComment(``),T=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new he(r.insertBefore(w(),i),r.insertBefore(w(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=C(e).nextSibling;C(r).insertBefore(e,i),e=t}}}return n},E=(e,t,n=e)=>(e._$AI(t,n),e),ge={},_e=(e,t=ge)=>e._$AH=t,ve=e=>e._$AH,D=e=>{e._$AR(),e._$AA.remove()},O=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},k=pe(class extends me{constructor(e){if(super(e),e.type!==fe.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[n,r,i]){let a=ve(e),{values:o,keys:s}=this.dt(n,r,i);if(!Array.isArray(a))return this.ut=s,o;let c=this.ut??=[],l=[],u,d,f=0,p=a.length-1,m=0,h=o.length-1;for(;f<=p&&m<=h;)if(a[f]===null)f++;else if(a[p]===null)p--;else if(c[f]===s[m])l[m]=E(a[f],o[m]),f++,m++;else if(c[p]===s[h])l[h]=E(a[p],o[h]),p--,h--;else if(c[f]===s[h])l[h]=E(a[f],o[h]),T(e,l[h+1],a[f]),f++,h--;else if(c[p]===s[m])l[m]=E(a[p],o[m]),T(e,a[f],a[p]),p--,m++;else if(u===void 0&&(u=O(s,m,h),d=O(c,f,p)),u.has(c[f])){if(u.has(c[p])){let t=d.get(s[m]),n=t===void 0?null:a[t];if(n===null){let t=T(e,a[f]);E(t,o[m]),l[m]=t}else l[m]=E(n,o[m]),T(e,a[f],n),a[t]=null;m++}else D(a[p]),p--}else D(a[f]),f++;for(;m<=h;){let t=T(e,l[h+1]);E(t,o[m]),l[m++]=t}for(;f<=p;){let e=a[f++];e!==null&&D(e)}return this.ut=s,_e(e,l),t}}),A=[`start`,`stop`,`restart`,`pause`,`resume`,`adopt`,`crash`,`exit`,`hang`,`error`,`forget`,`degraded`,`pool`,`algorithm`,`daemon.start`],ye=new Set([`adopt`,`forget`]),j=new Set([`crash`,`hang`,`error`,`degraded`]);function be(e,t,n,r,i=!1){let a=e.text.chart.happened,o=[];for(let s of t){let t=a[s.event];if(!t||ye.has(s.event))continue;let c=Date.parse(s.timestamp)/1e3,l=s.miner??``,u=`${s.miner&&!i?`${s.miner}: `:``}${e.say(s)}`,d=o.findLast(e=>e.about===l);if(d&&Math.floor(d.at/n)===Math.floor(c/n))d.words.at(-1)!==t&&d.words.push(t),d.sentences.push(u),d.warns||=j.has(s.event);else{let e=r(s.miner);o.push({at:c,text:``,warns:j.has(s.event),about:l,words:[t],sentences:[u],...e===void 0?{}:{track:e}})}}return o.map(({about:e,words:t,sentences:n,...r})=>({...r,text:`${e&&!i?`${e} `:``}${t.slice(-3).join(`, `)}`,detail:n.slice(-5).join(` `)}))}var M={"5m":{seconds:300,resolution:`10s`,bars:60},"1h":{seconds:3600,resolution:`10s`,bars:300},"6h":{seconds:21600,resolution:`1m`,bars:900},"24h":{seconds:86400,resolution:`5m`,bars:3600},"7d":{seconds:604800,resolution:`1h`,bars:10800},"30d":{seconds:2592e3,resolution:`1h`,bars:43200},"90d":{seconds:7776e3,resolution:`1h`,bars:86400}},xe=1e3,Se={"10s":10,"1m":60,"5m":300,"1h":3600};function Ce(e,t,n){return t.includes(e)?e:n}var N=e=>Date.parse(e)/1e3,we=``;function Te(e,t){let[n,...r]=e,i=n.miners.map(e=>{let t=new Map,n=new Map;for(let{metric:r,values:i}of e.series)r===`hashrate`?t.set(e.algorithm??we,i):n.set(r,i);for(let n of r){let r=n.miners.find(({name:t})=>t===e.name);r?.algorithm&&!t.has(r.algorithm)&&t.set(r.algorithm,r.series[0]?.values??[])}return{name:e.name,rates:t,figures:n}});return De({from:N(n.from),to:N(n.to),step:t,times:n.timestamps.map(N),miners:i})}var Ee=new Set([`rate`,`power`,`ping`]);function De(e,t=xe){let n=Math.ceil(e.times.length/t);if(n<=1)return e;let r=e.times.length%n,i=Array.from({length:Math.floor(e.times.length/n)},(e,t)=>r+t*n),a=(e,t)=>i.map(r=>{let i=e.slice(r,r+n).filter(e=>e!==null);return i.length?Ee.has(t)?i.reduce((e,t)=>e+t,0)/i.length:Math.max(...i):null});return{...e,from:e.times[r],step:e.step*n,times:i.map(t=>e.times[t]),miners:e.miners.map(({name:e,rates:t,figures:n})=>({name:e,rates:new Map([...t].map(([e,t])=>[e,a(t,`rate`)])),figures:new Map([...n].map(([e,t])=>[e,a(t,e)]))}))}}function P(e,t){let{step:n,to:r,times:i}=e,a=(e,t)=>[...e.slice(1),t],o=i.map(()=>null);return{step:n,from:e.from+n,to:r+n,times:a(i,r),miners:e.miners.map(({name:e,rates:n,figures:r})=>{let i=t.get(e),s=new Map(n);return i?.algorithm&&!s.has(i.algorithm)&&i.rate!==null&&s.set(i.algorithm,o),{name:e,rates:new Map([...s].map(([e,t])=>[e,a(t,e===i?.algorithm?i.rate:null)])),figures:new Map([...r].map(([e,t])=>[e,a(t,i?.figures[e]??null)]))}})}}var Oe=new Set([`start`,`resume`,`restart`]),F=new Set([`stop`,`pause`,`crash`,`exit`,`error`,`hang`,`forget`]),ke=new Set([`stop`,`pause`,`crash`,`exit`,`error`,`hang`,`restart`,`adopt`]);function Ae(e,t,n,r){let i=e.filter(({kind:e})=>Oe.has(e)||F.has(e)||e===`adopt`).sort((e,t)=>e.at-t.at),a=i[0];if(!a)return r.now?[[Math.max(t,r.since??t),n]]:[];let o=[],s=ke.has(a.kind)?t:null,c=e=>{s!==null&&e>s&&o.push([s,e]),s=null};for(let{at:e,kind:t}of i)F.has(t)?c(e):t===`adopt`?s??=e:(c(e),s=e);return r.now?c(n):s!==null&&o.push([s,n]),o}function je(e,t,n){return e.some(([e,r])=>e<n&&r>t)}function Me(e,t,n,r){return e.some(([e,i])=>(e<=r?e:e+120)<=t&&i>=n)}var I=1e4,Ne=10,Pe=1e3,L=new WeakMap;function R(e,t){let n=L.get(e.store)??new Map;L.set(e.store,n);let r=[t.range,t.metrics.join(),t.miner??`*`,t.before].join(`|`),i=n.get(r);return i||(i=new Ie(e,t),n.set(r,i)),i.now()}function Fe(e,t){let n=[t.range,t.metrics.join(),t.miner??`*`,t.before].join(`|`);return L.get(e.store)?.get(n)?.failed??null}var Ie=class{#e;#t;#n;#r;#i;#a;#o;#s;constructor(e,t){this.app=e,this.wanted=t,this.failed=null,this.#e=null,this.#t=[],this.#n=null,this.#r=!1,this.#i=0,this.#a=0,this.#o=0,this.#s=new Map}now(){let{store:e,stale:t}=this.app;if(e.miners===null)return null;let n=Le(e);this.#e&&!this.wanted.before&&this.#l(n);let{seconds:r}=M[this.wanted.range];return(!this.#e||n>this.#e.to+(this.wanted.before?r/50:2*this.#e.step+2)+(this.wanted.before?-r:0)||this.#c())&&!t&&!this.#r&&(!this.failed||Date.now()-this.#i>I)&&this.#f(n),this.#n}#c(){if(this.wanted.miner||this.wanted.before||Date.now()-this.#i<I)return!1;let e=new Set(this.#e?.miners.map(({name:e})=>e));return(this.app.store.miners??[]).some(({name:t})=>!e.has(t))}#l(e){let t=this.#e,{store:n}=this.app;e>=t.to+t.step&&(e<t.to+2*t.step&&(this.#e=P(t,V(this.#s))),this.#s.clear());for(let e of n.miners??[])B(this.#s,e);let r=n.events[0]?.seq??0,i=this.#e!==t||r!==this.#o,a=!this.#n||this.#n.past.miners.every(({rates:e})=>![...e.values()].some(e=>e.some(e=>e!==null))),o=e-this.#a>=(a?1:Math.max(Ne,t.step/10));(i||o)&&this.#u(e)}#u(e){let{store:t}=this.app,n=this.wanted.before?this.#e:P(this.#e,V(this.#s)),r=this.#t.at(-1)?.seq??0,i=t.events.filter(e=>e.seq>r&&A.includes(e.event)&&this.#d(e)).reverse();!this.wanted.before&&i.length&&this.#t.push(...i),this.#t=this.#t.filter(e=>Date.parse(e.timestamp)/1e3>=n.from),this.#a=e,this.#o=t.events[0]?.seq??0,this.#n={past:n,events:[...this.#t],presence:Re(n,this.#t,t,Math.min(e,n.to))}}#d({miner:e}){return!this.wanted.miner||e===null||e===this.wanted.miner}async#f(e){this.#r=!0,this.#i=Date.now();try{this.#e=await this.#p(e),this.#t=await this.#h(this.#e),this.#s.clear();for(let e of this.app.store.miners??[])B(this.#s,e);this.failed=null,this.#u(e)}catch(e){this.failed=e}this.#r=!1,this.app.store.tell()}async#p(e){let{range:t,metrics:n,miner:r,before:i}=this.wanted,{seconds:a,resolution:o}=M[t],s=i?{from:z(e-2*a),to:z(e-a)}:{duration:`${a}s`},c={...r?{miners:r}:{},resolution:o},l=await this.#m({...c,...s,metrics:[...n]}),u=[];if(n.includes(`hashrate`)){let e=new Map;for(let{name:t,algorithm:n,algorithms:r}of l.miners)for(let i of r)i!==n&&e.set(i,[...e.get(i)??[],t]);for(let[t,n]of e){let e={...c,miners:n.join(),from:l.from,to:l.to,resolution:l.resolution,algorithm:t,metrics:[`hashrate`]},r=await this.#m(e);r.timestamps.length===l.timestamps.length&&u.push(r)}}return Te([l,...u],Se[l.resolution]??3600)}async#m(e){return await c(this.app.http.GET(`/history`,{params:{query:e}}))}async#h({from:e,to:t}){let{miner:n,before:r}=this.wanted,i={from:z(e),...r?{to:z(t)}:{},...n?{miner:n}:{},event:A,limit:Pe};return(await c(this.app.http.GET(`/events`,{params:{query:i}}))).items.sort((e,t)=>e.seq-t.seq)}},z=e=>new Date(Math.floor(e)*1e3).toISOString().replace(`.000`,``);function Le(e){let t=(e.miners??[]).filter(a).map(({stats:e})=>e.sampledAt?Date.parse(e.sampledAt):0);return(Math.max(0,...t)||Date.now())/1e3}function Re(e,t,n,r){let i=new Map;for(let{miner:e,timestamp:n,event:r}of t)e&&i.set(e,[...i.get(e)??[],{at:Date.parse(n)/1e3,kind:r}]);return new Map(e.miners.map(({name:t})=>{let o=n.miner(t),s=o!==void 0&&a(o)&&o.status!==`paused`,c=o?.startedAt?Date.parse(o.startedAt)/1e3:null;return[t,Ae(i.get(t)??[],e.from,r,{now:s,since:c})]}))}function B(e,t){let{stats:n}=t,r=e.get(t.name);if(!a(t)||![`valid`,`zero`].includes(n.quality)||r?.sampledAt===n.sampledAt)return;let i=r?.algorithm===n.algorithm?r:void 0,o=(i?.count??0)+(t.hashrate===null?0:1),s=t.hashrate===null?i?.rate??0:(i?.rate??0)+(t.hashrate-(i?.rate??0))/o,c=[l(t)?.celsius,r?.figures.temperature].filter(e=>e!=null);e.set(t.name,{sampledAt:n.sampledAt,algorithm:n.algorithm,count:o,rate:s,figures:{accepted:n.shares.accepted??null,rejected:n.shares.rejected??null,temperature:c.length?Math.max(...c):null,power:p(t),ping:n.connection.connected?n.connection.ping??null:null}})}function V(e){return new Map([...e].map(([e,{algorithm:t,count:n,rate:r,figures:i}])=>[e,{algorithm:t,rate:n?r:null,figures:i}]))}var H=(e,t)=>t.times??e.times,U=(e,t)=>t.step??e.step;function ze(e,t){return t.gaps?t.gaps:t.kind===`bars`?[]:W(H(e,t),U(e,t),e=>t.series.every(({values:t})=>(t[e]??null)===null)?`silent`:null)}function W(e,t,n,r){let i=[];return e.forEach((e,a)=>{let o=n(a);if(!o)return;let s=r?.(a),c=i.at(-1);c&&c.kind===o&&c.to===e&&c.note===s?c.to=e+t:i.push({from:e,to:e+t,kind:o,...s?{note:s}:{}})}),i}var Be=[1,1.2,1.5,2,2.5,3,4,5,6,8,10];function G(e){if(!(e>0))return 1;let t=10**Math.floor(Math.log10(e));return Number(((Be.find(n=>n*t>=e*.9999)??10)*t).toPrecision(3))}function Ve(e,t){let n=e.scale.plotted??(e=>e),r=e.series.flatMap(({values:e})=>e.filter(e=>e!==null)),i=[e.band?.low,e.band?.high,e.limit?.value].filter(e=>e!==void 0),a=[...r,...r.length?i:[]].map(n),[o,s]=a.reduce(([e,t],n)=>[Math.min(e,n),Math.max(t,n)],[1/0,-1/0]);if(!a.length)return{low:0,high:1,splits:[0,1]};if(!t){let e=G(s*1.04);return{low:0,high:e,splits:[0,e/2,e]}}let c=G(Math.max((s-o)/3,Math.abs(s)*.004,1e-9)),l=Math.max(o>=0?0:-1/0,Math.floor(o/c-.1)*c),u=Math.max(2,Math.ceil((s-l)/c+.1));return{low:l,high:l+u*c,splits:Array.from({length:u+1},(e,t)=>l+t*c)}}var K=[10,30,60,120,300,600,900,1800,3600,7200,10800,14400,21600,43200,86400,172800,345600,604800,1209600];function He(e,t,n,r){let i=K.find(r=>(t-e)/r<=n)??K.at(-1),a=[],o=e=>r.zone(e*1e3);for(let n=Math.ceil((e+o(e))/i)*i;;n+=i){let r=n-o(e),i=n-o(r);if(i>t)return a;i>=e&&a.push(i)}}function Ue(e,t,n){if(!e.length)return-1;let[r,i]=[0,e.length-1];for(;r<i;){let t=Math.ceil((r+i)/2);e[t]<=n?r=t:i=t-1}return r+1<e.length&&e[r]+t<n&&e[r+1]-n<n-e[r]-t?r+1:r}function We(e,t,n,r){return e.marks.filter(({at:e,track:i})=>e>=n&&e<r&&(i===void 0||t===null||i===t.id))}function Ge(e,t){let n=0,r={mean:0,least:1/0,leastAt:0,most:-1/0,last:0};return e.forEach((e,i)=>{e!==null&&(n++,r.mean+=(e-r.mean)/n,e<r.least&&([r.least,r.leastAt]=[e,t[i]]),r.most=Math.max(r.most,e),r.last=e)}),n?r:null}function Ke(e){let t=e=>()=>({divisor:1,unit:e});return{hashrate:{say:e.hashrate,axis:t=>e.onOneUnit(t)},temperature:{say:e.temperature,axis:t(e.temperature(0).unit),plotted:t=>e.temperature(0).unit===`°F`?t*1.8+32:t},power:{say:e.power,axis:e=>e>=1e3?{divisor:1e3,unit:`kW`}:{divisor:1,unit:`W`}},ping:{say:t=>({value:e.decimal(t,0),unit:`ms`}),axis:t(`ms`)},percent:{say:t=>({value:e.decimal(t,t<1?2:1),unit:`%`}),axis:t(`%`)}}}var q=60,qe=18,Je=48,Ye=new WeakMap;function Xe(e){let t=Ye.get(e);if(t!==void 0)return t;let n=Math.max(1,Math.ceil(e.length/Je)),r=[];for(let t=e.length;t>0;t-=n){let i=e.slice(Math.max(0,t-n),t).filter(e=>e!==null);r.unshift(i.length?i.reduce((e,t)=>e+t,0)/i.length:null)}let i=Math.max(0,...r.filter(e=>e!==null))||1,a=q/Math.max(1,r.length-1),o=``;return r.forEach((e,t)=>{if(e===null)return;let n=`${(t*a).toFixed(1)} ${(16-e/i*14).toFixed(1)}`,s=(r[t-1]??null)===null&&(r[t+1]??null)===null;o+=(r[t-1]??null)===null?`M${n}`:`L${n}`,s&&(o+=`h1`)}),Ye.set(e,o),o}function Ze(e,t,n){let r=t?Xe(t):``;return r?i`<svg class="spark" width=${q} height=${qe} viewBox="0 0 ${q} ${qe}" role="img" aria-label=${$e(e,t)}>
    <path d=${r} fill="none" stroke="var(--c-${e.stale?`text-3`:n})" stroke-width="1.5" stroke-linejoin="round" />
  </svg>`:g(e)}var Qe=new WeakMap;function $e(e,t){let n=Qe.get(t);if(n?.by===e.numbers)return n.label;let r=Ge(t,t.map((e,t)=>t)),i=t=>Object.values(e.numbers.hashrate(t)).join(` `),a=r?e.text.chart.extremes(i(r.least),i(r.most)):e.text.common.noData;return Qe.set(t,{by:e.numbers,label:a}),a}function J(e,t){let n=e.store.usual.get(t.name);return!n?.median||t.hashrate===null||n.algorithm!==t.stats.algorithm?null:t.hashrate/n.median*100}function et(e,t){let n=J(e,t);if(n===null)return g(e);let r=Math.round(n)<90;return i`<span class="row against ${r?`warn`:``}">${ee(n/100,r?`warn`:`quiet`)}${e.numbers.percent(Math.round(n))}</span>`}var Y=(e,t)=>a(e)?t:null;function tt(e){let t=R(e,{range:`24h`,metrics:[`hashrate`]})?.past,n=new Map(t?.miners.map(e=>[e.name,e.rates])),r=m([...n.values()].flatMap(e=>[...e.keys()]));return({name:t,stats:i})=>{let a=i.algorithm??[...n.get(t)?.keys()??[]][0]??``;return Ze(e,n.get(t)?.get(a),r.get(a)??`text-2`)}}var X=[{id:`hashrate`,number:!0,value:(e,t)=>Y(t,t.hashrate),cell:(e,t)=>i`<b class="strong">${_(e,e.numbers.hashrate(Y(t,t.hashrate)))}</b>`},{id:`usual`,number:!1,value:(e,t)=>Y(t,J(e,t)),cell:(e,t)=>a(t)?et(e,t):g(e)},{id:`day`,number:!1,value:null,cell:g},{id:`accepted`,number:!0,value:(e,t)=>Y(t,t.stats.shares.accepted),cell:(e,t)=>y(e,e.numbers.count(Y(t,t.stats.shares.accepted)))},{id:`rejected`,number:!0,value:(e,t)=>Y(t,t.stats.shares.rejected),cell:(e,t)=>i`<span class=${Y(t,t.stats.shares.rejected)?`warn`:``}>${y(e,e.numbers.count(Y(t,t.stats.shares.rejected)))}</span>`},{id:`recent`,number:!0,value:(e,t)=>Y(t,t.stats.sharesRecent.accepted),cell:(e,t)=>{let{accepted:n,rejected:r}=t.stats.sharesRecent;return a(t)?i`${e.numbers.count(n)}<span class="hint"> / ${e.numbers.count(r)}</span>`:g(e)}},{id:`pool`,number:!1,value:(e,t)=>Y(t,t.stats.connection.pool),cell:(e,t)=>{let{pool:n,connected:r,ping:o}=t.stats.connection;return!a(t)||!n?g(e):i`${n} <span class="hint">${r?e.numbers.ping(o):e.text.overview.pool.down}</span>`}},{id:`hottest`,number:!0,value:(e,t)=>l(t)?.celsius??null,cell:(e,t)=>_(e,e.numbers.temperature(l(t)?.celsius))},{id:`power`,number:!0,value:(e,t)=>p(t),cell:(e,t)=>_(e,e.numbers.power(p(t)))},{id:`uptime`,number:!0,value:(e,t)=>Y(t,t.uptime),cell:(e,t)=>a(t)?e.numbers.duration(t.uptime):g(e)}];function nt(e){return X.some(t=>t.id===e)}function rt(e){let t=e.preferences.columns.miners??[],n=X.filter(e=>!t.includes(e.id));if(t.includes(`day`))return n;let r=tt(e);return n.map(e=>e.id===`day`?{...e,cell:(e,t)=>r(t)}:e)}function Z(e,t,{by:n,down:r}){if(n===null)return[...t].sort(o);let i=X.find(e=>e.id===n),a=t=>i?.value?i.value(e,t):t.name,s=r?-1:1;return[...t].sort((e,t)=>{let[n,r]=[a(e),a(t)];return n===null||r===null?Number(n===null)-Number(r===null)||e.name.localeCompare(t.name):(typeof n==`number`&&typeof r==`number`?n-r:String(n).localeCompare(String(r)))*s||e.name.localeCompare(t.name)})}function it(e,t,n){let r=n.toLowerCase().split(/\s+/).filter(Boolean);return r.length?t.filter(t=>{let n=u(t),{algorithm:i,connection:a}=t.stats,o=[t.name,t.type,t.config.coin,t.config.algo,i,t.config.pool,a.pool,n,e.text.common.status[n]].filter(Boolean).join(`
`).toLowerCase();return r.every(e=>o.includes(e))}):[...t]}function at(e){return a(e)?e.wanted===`paused`?[`resume`,`restart`,`stop`]:[`pause`,`restart`,`stop`]:e.status===`error`?[`start`,`stop`,`forget`]:[`start`,`forget`]}function ot(e,t){if(e.locked)return i``;let{verbs:n}=e.text.common;return h(e,`${n.actions}: ${t.name}`,at(t).map(r=>({label:n[r],danger:r===`forget`,run:()=>void x(e,r,t.name)})))}function Q(e,t){return t.stats.donating?e.text.common.donating(t.type):t.reason&&t.health!==`ok`||t.status===`paused`&&t.reason?e.say(t.reason):null}function st(e,{miners:t,sorting:n,sort:a,selection:o}={}){let s=t??Z(e,e.store.miners??[],{by:null,down:!1}),c=rt(e),l=e.text.overview.columns,u=(e,t)=>ct(l[e],e,t,n,a);return i`<div class="scroll" tabindex="0" role="region" aria-label=${e.text.overview.miners}>
      <table class="miners">
        <thead>
          <tr>
            ${o?i`<th scope="col" class="pick">${lt(e,s,o)}</th>`:r}
            ${u(`miner`,!1)} ${c.map(e=>e.value?u(e.id,e.number):i`<th scope="col">${l[e.id]}</th>`)}
            <th scope="col"><span class="hidden">${e.text.common.verbs.actions}</span></th>
          </tr>
        </thead>
        <tbody>
          ${k(s,e=>e.name,t=>dt(e,t,c,o??null))}
        </tbody>
      </table>
    </div>
    <ul class="miners-narrow lines">
      ${k(s,e=>e.name,t=>ft(e,t,o??null))}
    </ul>`}function ct(e,t,n,a,o){let s=a?.by===t,c=n?`number`:``;if(!o)return i`<th scope="col" class=${c}>${e}</th>`;let l=n,u=s?a.down===l?{by:t,down:!l}:{by:null,down:!1}:{by:t,down:l};return i`<th scope="col" class=${c} aria-sort=${s?a.down?`descending`:`ascending`:r}>
    <button @click=${()=>o(u)}>${e}${s?f(a.down?`down`:`up`):r}</button>
  </th>`}function lt(e,t,n){let r=t.filter(e=>n.has(e.name)).length;return i`<label class="pick"
    ><input
      type="checkbox"
      aria-label=${e.text.miners.selectAll}
      .checked=${r>0&&r===t.length}
      .indeterminate=${r>0&&r<t.length}
      @change=${e=>{let{checked:r}=e.target;for(let e of t)n.choose(e.name,r,!1)}}
  /></label>`}function ut(e,t,n){return i`<label class="pick"
    ><input
      type="checkbox"
      aria-label=${e.text.miners.select(t.name)}
      .checked=${n.has(t.name)}
      @click=${e=>n.choose(t.name,e.target.checked,e.shiftKey)}
  /></label>`}function $(e,t,n){let r=u(t);return i`<span class="row nowrap"
    >${s(r,e.text.common.status[r])}${v(e,`miners/${encodeURIComponent(t.name)}`,t.name,`name`)}
    ${t.simulated?i`<span class="tag">${e.text.common.simulated}</span>`:i`<span class="hint">${t.type}</span>`} ${n}</span
  >`}function dt(e,t,n,a){let o=Q(e,t);return i`<tr data-miner=${t.name} class=${a?.has(t.name)?`chosen`:``} @dblclick=${()=>e.go(`miners/${encodeURIComponent(t.name)}`)}>
    ${a?i`<td class="pick">${ut(e,t,a)}</td>`:r}
    <td class="first">${$(e,t,o?i`<span class="hint reason" title=${o}>${o}</span>`:r)}</td>
    ${n.map(n=>i`<td class=${n.number?`number`:``}>${n.cell(e,t)}</td>`)}
    <td class="number">${ot(e,t)}</td>
  </tr>`}function ft(e,t,n){let{numbers:o}=e,s=a(t),c=l(t),u=J(e,t),d=[c?Object.values(o.temperature(c.celsius)).join(``):null,u===null?null:o.percent(Math.round(u))];return i`<li data-miner=${t.name} class=${n?.has(t.name)?`chosen`:``}>
    ${n?ut(e,t,n):r}
    <div class="grow">
      ${$(e,t,r)}
      <div class="hint wrap">${Q(e,t)??[t.config.coin,s?t.stats.connection.pool:null].filter(Boolean).join(` · `)}</div>
    </div>
    <div class="number">
      <div class="strong">${_(e,o.hashrate(s?t.hashrate:null))}</div>
      <div class="hint ${u!==null&&u<90?`warn`:``}">${d.filter(Boolean).join(` · `)}</div>
    </div>
    ${ot(e,t)}
  </li>`}var pt=n`
  svg.spark {
    display: block;
  }
  .strong {
    font-weight: 600;
  }
  .miners a.name {
    color: var(--c-text);
    font-weight: 600;
    text-decoration: none;
  }
  .miners a.name:hover, .miners-narrow a.name:hover {
    text-decoration: underline;
  }
  .miners-narrow a.name {
    color: var(--c-text);
    font-weight: 600;
    text-decoration: none;
    padding: 4px 0;
    min-height: 24px;
  }
  .nowrap {
    flex-wrap: nowrap;
  }
  .miners td {
    padding-top: 2px;
    padding-bottom: 2px;
  }
  .miners td.first {
    width: 100%;
    max-width: 0;
    min-width: 220px;
  }
  .reason {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .against {
    flex-wrap: nowrap;
  }
  .miners-narrow {
    display: none;
  }
  .miners th.pick, .miners td.pick {
    width: 42px;
    padding-right: 0;
  }
  label.pick {
    display: inline-grid;
    place-items: center;
    width: 24px;
    height: 24px;
    cursor: pointer;
  }
  .miners tr.chosen td, .miners-narrow li.chosen, .miners tr:has(a.name:focus-visible) td {
    background: var(--c-accent-tint);
  }
  .miners-narrow .number {
    text-align: right;
    white-space: nowrap;
  }
  @container dashboard (max-width: 719.9px) {
    .scroll:has(.miners) {
      display: none;
    }
    .miners-narrow {
      display: block;
    }
    label.pick {
      width: 40px;
      height: 40px;
      margin: -8px -8px -8px -12px;
    }
  }
`;export{je as C,de as D,le as E,x as O,Me as S,be as T,U as _,X as a,Fe as b,nt as c,Ve as d,ze as f,Ge as g,Ke as h,at as i,ne as k,Z as l,He as m,pt as n,J as o,We as p,Q as r,it as s,st as t,Ue as u,W as v,Ce as w,R as x,H as y};