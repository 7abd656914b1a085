/**
 * What the buttons for talking do: who has not agreed to it yet is asked first. `parts()` are `talking`, `terms` and `view`.
 */
export function pressed(parts) {
  const press = () => parts().terms.pass(() => parts().talking.press());
  return {
    press,
    /** What waits for consent is a press: by then nobody holds the button any more. */
    hold: () => (parts().terms.consent.needed ? press() : parts().talking.hold()),
    release: () => parts().talking.release(),
    handsFree: (on) => {
      const { talking, terms, view } = parts();
      if (!on || talking.refusal) return talking.handsFree(on);
      view.handsFree = false; // until it is
      terms.pass(() => talking.handsFree(true));
    },
  };
}
