// A style sheet of something that is opened seldom joins the dashboard's when it is first opened.
import type { CSSResult } from 'lit';

export function adopt(root: ShadowRoot, { styleSheet }: CSSResult): void {
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
}
