/** What a page does to a control before, or while, it is pressed. `host` is our element, `around` what it stands in. */
export const attacks: Readonly<Record<string, { set: string; between?: string; undo: string }>> = {
  'makes what is around it transparent': {
    set: "around.style.opacity = '0.1'",
    undo: "around.style.opacity = ''",
  },
  'makes the whole page transparent': { set: "root.style.opacity = '0.2'", undo: "root.style.opacity = ''" },
  'blurs it away': { set: "around.style.filter = 'blur(30px)'", undo: "around.style.filter = ''" },
  'paints it white': { set: "around.style.filter = 'brightness(9)'", undo: "around.style.filter = ''" },
  'filters its opacity': { set: "around.style.filter = 'opacity(5%)'", undo: "around.style.filter = ''" },
  'masks it out': {
    set: "around.style.maskImage = 'linear-gradient(transparent, transparent)'",
    undo: "around.style.maskImage = ''",
  },
  'shrinks it': { set: "around.style.scale = '0.05'", undo: "around.style.scale = ''" },
  'lies over it and lets presses through': { set: 'cover(document.body)', undo: 'uncover()' },
  'lies over it outside of the body': { set: 'cover(root)', undo: 'uncover()' },
  'lies over it in the top layer': { set: 'cover(document.body).showPopover()', undo: 'uncover()' },
  'lies over it and takes presses': {
    set: "cover(document.body).style.pointerEvents = 'auto'",
    undo: 'uncover()',
  },
  'moves it between press and release': {
    set: '0',
    between: "around.style.translate = '40px 60px'",
    undo: "around.style.translate = ''",
  },
  'fades it between press and release': {
    set: '0',
    between: "root.style.opacity = '0.1'",
    undo: "root.style.opacity = ''",
  },
  'covers it between press and release': { set: '0', between: 'cover(document.body)', undo: 'uncover()' },
};

/** In the page, before the first attack. */
export const HELPERS = `
  window.host = document.querySelector('sso-courier'); window.around = host.parentElement; window.root = document.documentElement;
  window.cover = (where) => {
    const veil = Object.assign(document.createElement('div'), { id: 'veil', popover: 'manual' });
    veil.style.cssText = 'display: block; position: fixed; inset: 0; width: auto; height: auto; margin: 0; border: 0; background: white; pointer-events: none; z-index: 2147483647';
    where.append(veil); return veil;
  };
  window.uncover = () => document.getElementById('veil')?.remove(); void 0;`;
