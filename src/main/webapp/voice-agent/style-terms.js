/** The looks of consent, and of what a visitor may do with the conversation. */
export const TERMS = `
.consent { margin: 0 12px 4px; padding: 14px 16px; border: 1px solid var(--line); border-radius: 12px; background: var(--sunken); }
.consent-title { margin: 0 0 4px; font-size: 15px; font-weight: 650; }
.consent-meaning { font-size: 14px; line-height: 1.45; }
.told { padding: 0 16px; font-size: 14px; line-height: 1.4; color: var(--muted); text-align: center; text-wrap: balance; }
.told:not(:empty) { padding-block: 4px; }
.pair { display: flex; flex-wrap: wrap; gap: 8px; }
.consent .pair { margin-block-start: 12px; }
.agree, .decline {
  min-height: 44px;
  padding: 0 18px;
  border: 1px solid var(--muted);
  border-radius: 12px;
  background: var(--surface);
  color: var(--text);
  font-size: 15px;
}
.agree { border-color: transparent; background: var(--accent); color: var(--on-accent); }
.own-data-place { flex-basis: 100%; }
.own-data-place .told { padding-inline: 0; text-align: start; }
@media (forced-colors: active) {
  .agree, .decline { border-color: ButtonText; }
}
`;
