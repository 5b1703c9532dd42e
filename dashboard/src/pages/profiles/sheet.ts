// What the page of profiles looks like.
import { css } from 'lit';

export const profilesSheet = css`
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
`;
