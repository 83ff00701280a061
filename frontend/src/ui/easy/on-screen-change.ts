/** Every screen gives the window a title of its own: when that changes, another screen is there. */
export const onScreenChange = (act: () => void): (() => void) => {
  let title = document.title;
  const observer = new MutationObserver(() => {
    if (document.title === title) return;
    title = document.title;
    act();
  });
  observer.observe(document.head, { subtree: true, childList: true, characterData: true });
  return () => observer.disconnect();
};
