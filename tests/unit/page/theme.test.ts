// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createButton, placeBeside } from '../../../utils/page/button';
import { luminanceOf } from '../../../utils/page/luminance';
import { themeAt } from '../../../utils/page/theme';
import { setStage } from './pressing';

const value = () => document.getElementById('value') as Element;

beforeEach(() => {
  setStage();
  document.body.removeAttribute('style');
  document.body.innerHTML = '<p><span id="value">v</span></p>';
});

describe('the theme', () => {
  it.each([
    ['rgb(255, 255, 255)', 'light'],
    ['rgb(27, 26, 25)', 'dark'],
    ['rgb(0, 120, 212)', 'dark'],
  ])('of %s is %s', (color, theme) => {
    document.body.style.backgroundColor = color;
    expect(themeAt(value())).toBe(theme);
  });

  it('lets a transparent colour through', () => {
    expect(luminanceOf('rgba(0, 0, 0, 0)')).toBeUndefined();
    expect(luminanceOf('')).toBeUndefined();
    expect(luminanceOf('color(srgb 0.1 0.1 0.1)')).toBeCloseTo(0.1);
  });

  it('follows the page when it switches', async () => {
    const made = createButton(document, { label: 'Copy client ID to Kandji', onPress: () => {} });
    placeBeside(made, value());
    expect(made.host.dataset.theme).toBe('light');
    document.body.style.backgroundColor = 'rgb(27, 26, 25)';
    await vi.waitFor(() => expect(made.host.dataset.theme).toBe('dark'));
    made.remove();
  });
});
