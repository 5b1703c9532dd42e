import{c as e}from"./lit-B4EAelNx.js";import{n as t}from"./numbers-3bZ_9uze.js";import{i as n}from"./payee-dialog-DTrN-Qk2.js";var r=new Set([`pool`,`pools`,`wallet`,`password`,`options`,`tls`,`tlsFingerprint`,`second`]);function i(e,i,c){let l=[],u=(e,t,n)=>{s(t,c)!==s(n,c)&&l.push(c.change(e,s(t,c),s(n,c)))};u(c.name,e.name,i.name),u(c.program,e.minerType,i.minerType),l.push(...o(e,i,c));let[d,f]=[n(e),n(i)];d.wallet!==f.wallet&&l.push(c.change(c.wallet,t(d.wallet)||`—`,t(f.wallet)||`—`));for(let e of new Set([...Object.keys(d),...Object.keys(f)]))r.has(e)||u(c.fields[e]??e,d[e],f[e]);i.password!==null&&i.password!==e.password&&l.push(i.password?c.passwordChanged:c.passwordRemoved),l.push(...a(d.second,f.second,c));let p={...d.options,...f.options};for(let e of Object.keys(p))u(e,d.options?.[e],f.options?.[e]);return l}function a(e,n,r){if(!e&&!n)return[];if(!e||!n)return[n?r.secondAdded:r.secondRemoved];let i=[];for(let a of[`pool`,`tls`,`coin`,`algo`,`wallet`,`worker`]){let[o,c]=[e,n].map(e=>a===`wallet`?t(e[a]):s(e[a],r));(e[a]??``)!==(n[a]??``)&&i.push(r.change(r.secondChange(r.secondLabels[a]),o,c))}return n.password!==void 0&&n.password!==e.password&&i.push(r.secondChange(r.passwordChanged)),i}function o(e,t,n){let r=new Map(e.pools.map((e,t)=>[e.key,{...e,at:t}])),i=new Set(t.pools.map(e=>e.key)),a=[...r.values()].filter(e=>!i.has(e.key)).map(e=>n.poolRemoved(n.place(e.at)));for(let[e,i]of t.pools.entries()){let t=r.get(i.key);t?t.pool===i.pool?JSON.stringify([t.tls,t.tlsFingerprint,t.own])!==JSON.stringify([i.tls,i.tlsFingerprint,i.own])&&a.push(n.poolChanged(n.place(e))):a.push(n.change(n.place(e),t.pool||`—`,i.pool||`—`)):a.push(n.poolAdded(n.place(e)))}let o=e=>e.filter(e=>r.has(e)&&i.has(e)).join();return o([...r.keys()])!==o(t.pools.map(e=>e.key))&&a.push(n.poolsMoved),a}function s(e,t){return e==null||e===``?`—`:typeof e==`boolean`?e?t.on:t.off:typeof e==`object`?`enabled`in e?s(e.enabled,t):JSON.stringify(e):String(e)}var c=e`
  .list-and-editor {
    display: grid;
    gap: 20px;
    grid-template-columns: 300px minmax(0, 1fr);
    align-items: start;
  }
  .list-and-editor > .profile-editor:only-child {
    grid-column: 1 / -1;
  }
  .profile-list .filter {
    padding: 12px;
    border-bottom: 1px solid var(--c-line);
  }
  .profile-list li {
    align-items: center;
    padding: 10px 12px 10px 16px;
  }
  .profile-list li > svg.glyph {
    align-self: flex-start;
    margin-top: 6px;
  }
  .profile-list li.current {
    background: var(--c-accent-tint);
  }
  .profile-list li.current .hint {
    color: var(--c-text-2);
  }
  .profile-list a.name {
    color: var(--c-text);
    font-weight: 600;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .profile-list a.name:hover {
    text-decoration: underline;
  }
  .profile-list .hint {
    overflow-wrap: anywhere;
  }
  .profile-editor > header {
    padding: 12px 24px;
  }
  .profile-editor > header h2 {
    font-size: 1rem;
    overflow-wrap: anywhere;
  }
  .profile-editor .back {
    display: none;
  }
  .profile-editor .back svg {
    transform: rotate(-90deg);
  }
  .profile-editor .told {
    display: flex;
    gap: 10px;
    align-items: baseline;
    flex-wrap: wrap;
    padding: 8px 24px;
    border-top: 1px solid var(--c-line);
  }
  .profile-editor .told span {
    flex: 1 1 240px;
  }
  .profile-editor .save-bar {
    position: sticky;
    bottom: 0;
    background: var(--c-surface);
    border-radius: 0 0 10px 10px;
    padding: 12px 24px;
    z-index: 5;
  }
  .profile-editor .save-bar > .err {
    flex: 1 0 100%;
    overflow-wrap: anywhere;
  }
  .profile-editor .save-bar .grow {
    flex-basis: 200px;
    overflow-wrap: anywhere;
  }
  @container dashboard (max-width: 63.9937rem) {
    .list-and-editor {
      grid-template-columns: 240px minmax(0, 1fr);
    }
  }
  @container dashboard (max-width: 44.9937rem) {
    .list-and-editor {
      grid-template-columns: minmax(0, 1fr);
    }
    .profiles.chosen .profile-list, .profiles:not(.chosen) .profile-list + .profile-editor {
      display: none;
    }
    .profile-editor .back {
      display: inline-flex;
    }
    .profile-list li.current {
      background: none;
    }
    .page-header .wide-only, .profile-editor .wide-only {
      display: none;
    }
    .profile-editor > header, .profile-editor .save-bar, .profile-editor .told {
      padding: 10px 16px;
    }
    .profile-editor .save-bar {
      position: static;
    }
  }
`;export{i as n,c as t};