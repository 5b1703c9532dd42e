// What is loading, old or absent; then narrow hosts, unwanted motion and forced colours, which have the last word.
import { css } from 'lit';

export const circumstances = css`
  .skeleton {
    background: var(--c-raised);
    border-radius: 4px;
    min-height: 14px;
    opacity: 0;
    animation: appear 0s 300ms forwards;
  }
  .skeleton.short {
    width: 55%;
    max-width: 96px;
  }
  .skeleton.tall {
    min-height: 26px;
    max-width: 144px;
    margin: 8px 0;
  }
  .skeleton.wide {
    min-height: 240px;
    margin: 16px;
  }
  .skeleton.hero {
    max-width: 480px;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  .stale {
    background-image: repeating-linear-gradient(135deg, transparent 0 8px, var(--c-line) 8px 9px);
  }
  .nothing {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 40px 16px;
    text-align: center;
    color: var(--c-text-2);
  }

  @container dashboard (min-width: 45rem) {
    :host([data-density='compact']) td button, :host([data-density='compact']) td .button {
      min-height: 26px;
      padding-block: 0;
    }
  }
  @container dashboard (max-width: 44.9937rem) {
    .attention li {
      flex-wrap: wrap;
    }
    .attention li > .row {
      flex-basis: 100%;
      padding-left: 24px;
    }
    .attention li > .grow {
      flex-basis: 70%;
    }
    button, .button {
      min-height: 40px;
    }
    button.small, .segment button {
      min-height: 40px;
    }
    input:not([type='checkbox'], [type='radio'], [type='range']), select, textarea {
      min-height: 44px;
      font-size: 1rem;
    }
    .choice {
      min-height: 40px;
    }
    input[type='checkbox']:not(.switch), input[type='radio'] {
      width: 24px;
      height: 24px;
    }
    a, .link {
      padding: 10px 0;
      min-height: 40px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation-duration: 0s !important;
    }
  }
  @media (forced-colors: active) {
    input:not(.switch):is([type='checkbox'], [type='radio'], [type='range']) {
      appearance: auto;
    }
    input:not(.switch):is([type='checkbox'], [type='radio'])::before {
      display: none;
    }
    summary::before {
      border-color: CanvasText;
    }
    input.switch {
      border: 1px solid ButtonText;
    }
    input.switch::after {
      background: ButtonText;
      forced-color-adjust: none;
    }
    .segment button[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
    .panel {
      border-color: CanvasText;
    }
  }
`;
