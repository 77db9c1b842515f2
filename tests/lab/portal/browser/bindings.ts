/** Knockout bindings of the portal's own framework, as far as its pages here need them. */
import * as ko from 'knockout';
import { defineReactView } from './react-frame';

/** A binding as Knockout calls it; `read` unwraps what the markup names. */
function binding<E extends HTMLElement, V>(
  name: string,
  init: (element: E, read: () => V, viewModel: unknown) => void,
  update?: (element: E, read: () => V) => void,
): void {
  ko.bindingHandlers[name] = {
    init: (element: E, accessor: () => V, _bindings, viewModel) => init(element, accessor, viewModel),
    ...(update ? { update: (element: E, accessor: () => V) => update(element, accessor) } : {}),
  };
}

/** Presses: by mouse, Enter or Space. Buttons, tabs and menu items also take `element.click()` (facts/entra.md §4). */
function definePress(): void {
  binding<HTMLElement, (this: unknown, item: unknown, event: Event) => void>(
    'fxclick',
    (element, read, item) => {
      const press = (event: Event) => {
        event.preventDefault();
        read().call(item, item, event);
      };
      element.addEventListener('click', press);
      // Links turn Enter into a click by themselves.
      if (element.tagName === 'A') return;
      element.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.key === ' ') press(event);
      });
    },
  );
}

/**
 * Text boxes. A text that arrives without an `input` event is dropped, and one without `change` never reaches the view
 * model (facts/entra.md §4: plain assignment is ignored; native setter, `input`, `change`, `blur` commit).
 */
function defineText(): void {
  binding<HTMLInputElement, ko.Observable<string>>(
    'fxtext',
    (element, read) => {
      let heard = false;
      const restore = () => {
        if (!heard && element.value !== read().peek()) element.value = read().peek();
      };
      element.addEventListener('input', () => {
        heard = true;
      });
      element.addEventListener('change', () => {
        if (heard) read()(element.value);
        heard = false;
        restore();
      });
      element.addEventListener('blur', restore);
    },
    (element, read) => {
      const text = read()();
      if (element.value !== text) element.value = text;
    },
  );
}

export function defineBindings(): void {
  definePress();
  defineText();
  defineReactView();
}
