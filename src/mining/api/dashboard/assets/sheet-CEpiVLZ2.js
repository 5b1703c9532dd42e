import{c as e}from"./lit-B4EAelNx.js";import{n as t}from"./numbers-Dndbh051.js";import{i as n}from"./payee-dialog-mRpPO_l9.js";var r=new Set([`pool`,`pools`,`wallet`,`password`,`options`,`tls`,`tlsFingerprint`]);function i(e,i,s){let c=[],l=(e,t,n)=>{o(t,s)!==o(n,s)&&c.push(s.change(e,o(t,s),o(n,s)))};l(s.name,e.name,i.name),l(s.program,e.minerType,i.minerType),c.push(...a(e,i,s));let[u,d]=[n(e),n(i)];u.wallet!==d.wallet&&c.push(s.change(s.wallet,t(u.wallet)||`—`,t(d.wallet)||`—`));for(let e of new Set([...Object.keys(u),...Object.keys(d)]))r.has(e)||l(s.fields[e]??e,u[e],d[e]);i.password!==null&&i.password!==e.password&&c.push(i.password?s.passwordChanged:s.passwordRemoved);let f={...u.options,...d.options};for(let e of Object.keys(f))l(e,u.options?.[e],d.options?.[e]);return c}function a(e,t,n){let r=new Map(e.pools.map((e,t)=>[e.key,{...e,at:t}])),i=new Set(t.pools.map(e=>e.key)),a=[...r.values()].filter(e=>!i.has(e.key)).map(e=>n.poolRemoved(n.place(e.at)));for(let[e,i]of t.pools.entries()){let t=r.get(i.key);t?t.pool===i.pool?JSON.stringify([t.tls,t.tlsFingerprint,t.own])!==JSON.stringify([i.tls,i.tlsFingerprint,i.own])&&a.push(n.poolChanged(n.place(e))):a.push(n.change(n.place(e),t.pool||`—`,i.pool||`—`)):a.push(n.poolAdded(n.place(e)))}let o=e=>e.filter(e=>r.has(e)&&i.has(e)).join();return o([...r.keys()])!==o(t.pools.map(e=>e.key))&&a.push(n.poolsMoved),a}function o(e,t){return e==null||e===``?`—`:typeof e==`boolean`?e?t.on:t.off:typeof e==`object`?`enabled`in e?o(e.enabled,t):JSON.stringify(e):String(e)}var s=e`
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
`;export{i as n,s as t};