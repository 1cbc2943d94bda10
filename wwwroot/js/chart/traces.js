// What plotly draws, from the fan, the past forecasts and the candles. Colours come from the theme's variables, positions are bar numbers.

import { positionOf } from './bars.js';

/** The theme's colours as they are now. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  const read = name => style.getPropertyValue(name).trim();
  return {
    surface: read('--surface'), line: read('--line'), grid: read('--grid'), text: read('--text'), muted: read('--muted'), accent: read('--accent'),
    up: read('--up'), down: read('--down'), warn: read('--warn'),
    fan: [+read('--fan-95'), +read('--fan-80'), +read('--fan-50')], font: read('--font'),
  };
}

const withAlpha = (colour, alpha) => colour + Math.round(alpha * 255).toString(16).padStart(2, '0');

// Bands lie on one another: each adds what is missing to the opacity that the eye should see.
const layered = seen => seen.map((alpha, i) => (i === 0 ? alpha : 1 - (1 - alpha) / (1 - seen[i - 1])));

const band = (start, fan, lower, upper) => {
  const x = [start, ...fan.steps.map(step => start + step.bars)];
  const high = [fan.lastClose, ...fan.steps.map(step => step.prices[upper])];
  const low = [fan.lastClose, ...fan.steps.map(step => step.prices[lower])];
  return { x: [...x, ...x.toReversed()], y: [...high, ...low.toReversed()] };
};

const nothing = { x: [], y: [] };

function ghostLines(bars, ghosts) {
  const bands = { x: [], y: [] };
  const medians = { x: [], y: [] };
  const inside = { x: [], y: [] };
  const outside = { x: [], y: [] };
  for (const ghost of ghosts) {
    const start = positionOf(bars.times, ghost.lastBar);
    if (start < 0) {
      continue;
    }
    const x = [start, ...ghost.steps.map((_, i) => start + i + 1)];
    for (const end of ['lower', 'upper']) {
      bands.x.push(...x, null);
      bands.y.push(ghost.lastClose, ...ghost.steps.map(step => step[end]), null);
    }
    medians.x.push(...x, null);
    medians.y.push(ghost.lastClose, ...ghost.steps.map(step => step.median), null);
    ghost.steps.forEach((step, i) => {
      if (step.came !== null) {
        const dots = step.came >= step.lower && step.came <= step.upper ? inside : outside;
        dots.x.push(start + i + 1);
        dots.y.push(step.came);
      }
    });
  }
  return { bands, medians, inside, outside };
}

/** Coordinates of everything but the candles, in the order of <traces>. */
export function overlays(bars, fan) {
  const start = fan ? positionOf(bars.times, fan.lastBar) : -1;
  const shown = start >= 0;
  const ghosts = ghostLines(bars, fan?.ghosts ?? []);
  const median = shown
    ? { x: [start, ...fan.steps.map(step => start + step.bars)], y: [fan.lastClose, ...fan.steps.map(step => step.prices[4])] }
    : nothing;
  return [
    ...[[0, 8], [2, 6], [3, 5]].map(([lower, upper]) => (shown ? band(start, fan, lower, upper) : nothing)),
    ghosts.bands, ghosts.medians, ghosts.inside, ghosts.outside, median,
  ];
}

/** All traces: the overlays first, the candles last. */
export function traces(lines, candles, colours) {
  const fills = layered(colours.fan).map(alpha => withAlpha(colours.accent, alpha));
  const common = { type: 'scatter', mode: 'lines', hoverinfo: 'skip', showlegend: false, connectgaps: false };
  const styles = [
    ...fills.map(fillcolor => ({ fill: 'toself', fillcolor, line: { width: 0 } })),
    { line: { width: 1, color: withAlpha(colours.accent, 0.4) } },
    { line: { width: 1, color: withAlpha(colours.accent, 0.6), dash: 'dot' } },
    { mode: 'markers', marker: { size: 5, symbol: 'circle', color: colours.surface, line: { width: 1, color: colours.accent } } },
    { mode: 'markers', marker: { size: 6, symbol: 'diamond', color: colours.warn, line: { width: 1, color: colours.surface } } },
    { line: { width: 1.75, color: colours.accent } },
  ];
  return [
    ...styles.map((style, i) => ({ ...common, ...style, ...lines[i] })),
    {
      type: 'candlestick', ...candles, hoverinfo: 'skip', showlegend: false, whiskerwidth: 0,
      increasing: { line: { color: colours.up, width: 1 }, fillcolor: colours.surface },
      decreasing: { line: { color: colours.down, width: 1 }, fillcolor: colours.down },
    },
  ];
}
