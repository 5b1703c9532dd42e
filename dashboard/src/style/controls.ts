// Links, buttons, fields and choices.
import { css } from 'lit';

export const controls = css`
  a, .link {
    color: var(--c-accent);
    text-decoration: underline;
    text-underline-offset: 3px;
    text-decoration-thickness: 1px;
    background: none;
    border: 0;
    font: inherit;
    cursor: pointer;
    padding: 4px 0;
    border-radius: 4px;
  }
  button, .button {
    font: inherit;
    font-size: 0.8125rem;
    font-weight: 500;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 32px;
    padding: 4px 12px;
    border-radius: 6px;
    border: 1px solid var(--c-line-2);
    background: var(--c-surface);
    color: var(--c-text);
    cursor: pointer;
    text-decoration: none;
    transition: background 120ms, border-color 120ms;
  }
  button:hover:not(:disabled, [aria-disabled='true']), .button:hover {
    background: var(--c-raised);
  }
  button.primary, .button.primary {
    background: var(--c-accent-solid);
    border-color: var(--c-accent-solid);
    color: #fff;
  }
  button.primary:hover:not(:disabled, [aria-disabled='true']), .button.primary:hover {
    background: var(--c-accent-solid);
    filter: brightness(1.08);
  }
  button.danger {
    color: var(--c-err);
  }
  button.danger.solid {
    background: var(--c-err-solid);
    border-color: var(--c-err-solid);
    color: #fff;
  }
  button.ghost {
    border-color: transparent;
    background: none;
    color: var(--c-text-2);
  }
  button.small {
    min-height: 28px;
    padding: 2px 8px;
  }
  button.icon-only {
    padding: 4px;
    min-width: 32px;
  }
  button:disabled, button[aria-disabled='true'] {
    border-style: dashed;
    border-color: var(--c-line-2);
    background: none;
    color: var(--c-text-3);
    cursor: not-allowed;
  }
  button.link:disabled {
    border: 0;
  }

  /* fields */
  label.field, .field {
    display: grid;
    gap: 6px;
    min-width: 0;
    align-content: start;
  }
  .field > span:first-child, .field > .name {
    font-size: 0.8125rem;
    font-weight: 500;
  }
  input:not([type='checkbox'], [type='radio'], [type='range']), select, textarea {
    font: inherit;
    color: var(--c-text);
    background: var(--c-sunken);
    border: 1px solid var(--c-ctrl);
    border-radius: 6px;
    min-height: 36px;
    padding: 6px 12px;
    width: 100%;
    min-width: 0;
  }
  textarea {
    resize: vertical;
    field-sizing: content; /* where a browser can; the rows it begins with are the least */
  }
  progress {
    appearance: none;
    width: 100%;
    height: 6px;
    border: 0;
    border-radius: 3px;
    background: var(--c-line-2);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--c-line-2);
  }
  progress::-webkit-progress-value {
    background: var(--c-accent-solid);
  }
  progress::-moz-progress-bar {
    background: var(--c-accent-solid);
  }
  input::placeholder, textarea::placeholder {
    color: var(--c-text-3);
    opacity: 1;
  }
  input:focus-visible, select:focus-visible, textarea:focus-visible {
    outline-offset: 0;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--c-err) !important;
    padding: 5px 11px !important;
  }
  input[readonly] {
    border-style: dashed !important;
    background: none !important;
  }
  .fields {
    display: grid;
    gap: 16px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
  }
  input[type='checkbox']:not(.switch), input[type='radio'] {
    appearance: none;
    display: grid;
    place-items: center;
    width: 18px;
    height: 18px;
    border: 1px solid var(--c-ctrl);
    border-radius: 4px;
    background: var(--c-sunken);
    margin: 0;
    flex: none;
    cursor: pointer;
  }
  input[type='radio'] {
    border-radius: 50%;
  }
  input:not(.switch):is([type='checkbox'], [type='radio']):is(:checked, :indeterminate) {
    background: var(--c-accent-solid);
    border-color: var(--c-accent-solid);
  }
  input[type='radio']:checked::before {
    content: '';
    width: 40%;
    height: 40%;
    border-radius: 50%;
    background: #fff;
  }
  input[type='checkbox']:not(.switch):checked::before {
    content: '';
    width: 30%;
    height: 60%;
    margin-bottom: 12%;
    border: solid #fff;
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
  }
  input[type='checkbox']:indeterminate::before {
    content: '';
    width: 55%;
    height: 2px;
    background: #fff;
  }
  input[type='range'] {
    --c-done: 0%;
    appearance: none;
    width: 100%;
    min-height: 24px;
    margin: 0;
    background: linear-gradient(to right, var(--c-accent) var(--c-done), var(--c-ctrl) var(--c-done)) center / 100% 4px no-repeat;
    cursor: pointer;
  }
  input[type='range']:dir(rtl) {
    background-image: linear-gradient(to left, var(--c-accent) var(--c-done), var(--c-ctrl) var(--c-done));
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    width: 18px;
    height: 18px;
    border: 4px solid var(--c-accent-solid);
    border-radius: 50%;
    background: #fff;
  }
  input[type='range']::-moz-range-thumb {
    width: 10px;
    height: 10px;
    border: 4px solid var(--c-accent-solid);
    border-radius: 50%;
    background: #fff;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 32px;
    cursor: pointer;
  }
  input.switch {
    appearance: none;
    flex: none;
    width: 36px;
    height: 20px;
    margin: 0;
    border-radius: 10px;
    background: var(--c-ctrl);
    position: relative;
    cursor: pointer;
    transition: background 120ms;
  }
  input.switch::after {
    content: '';
    position: absolute;
    inset: 2px auto 2px 2px;
    width: 16px;
    border-radius: 50%;
    background: #fff;
  }
  input.switch:checked {
    background: var(--c-accent-solid);
  }
  input.switch:checked::after {
    inset: 2px 2px 2px auto;
  }
  input.switch:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  .segment {
    display: inline-flex;
    border: 1px solid var(--c-line-2);
    border-radius: 6px;
    padding: 2px;
    gap: 2px;
  }
  .segment button {
    border: 0;
    background: none;
    min-height: 26px;
    padding: 2px 8px;
    color: var(--c-text-2);
    border-radius: 4px;
  }
  .segment button[aria-pressed='true'] {
    background: var(--c-raised);
    color: var(--c-text);
    box-shadow: inset 0 0 0 1px var(--c-ctrl);
    font-weight: 600;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-size: 0.75rem;
    line-height: 1.5;
    border-radius: 4px;
    padding: 1px 6px;
    background: var(--c-raised);
    color: var(--c-text-2);
    white-space: nowrap;
  }
  .tag.ok, .tag.err {
    background: color-mix(in srgb, currentColor 10%, var(--c-surface));
  }
  .tag.ok {
    color: var(--c-ok);
  }
  .tag.err {
    color: var(--c-err);
  }
  .tag.accent {
    background: var(--c-accent-tint);
    color: var(--c-accent);
  }
`;
