// One price chart: fetches its bars, draws them with the forecast's fan through plotly.js, and answers mouse, wheel and keys without a round trip.
// The circuit only says which bars, hands over the fan, and tells that newer bars are there.

import { clockOf, stamp, ticks } from './chart/clock.js';
import { fetchBars, firstFrom, gather, groupSize, join, positionOf } from './chart/bars.js';
import { overlays, palette, traces } from './chart/traces.js';
import { readout } from './chart/readout.js';
import { saveCsv, savePng } from './chart/files.js';

const margin = { l: 10, r: 72, t: 30, b: 26 };
const day = 86_400_000;
const spans = { '1D': day, '1W': 7 * day, '1M': 31 * day, '3M': 92 * day, '6M': 183 * day, '1Y': 366 * day, '5Y': 1827 * day };
const maxBars = 50_000;
const minInView = 12;

// A page that was opened with a chart has the library under way already; one that came to it later fetches it here.
let plotly;
const loadPlotly = url => (plotly ??= new Promise((resolve, reject) => {
  if (window.Plotly) {
    resolve(window.Plotly);
    return;
  }
  const known = document.querySelector('script[src*="plotly-finance"]');
  const script = known ?? Object.assign(document.createElement('script'), { src: url });
  script.addEventListener('load', () => resolve(window.Plotly));
  script.addEventListener('error', () => {
    plotly = undefined;
    script.remove();
    reject(new Error('The chart library did not load. Check the connection and try again.'));
  });
  if (!known) {
    document.head.append(script);
  }
}));

/** Makes a chart inside <host>, an element that stays empty until <show>. */
export const create = (host, plotlyUrl) => new PriceChart(host, plotlyUrl);

class PriceChart {
  #host; #url; #plotly; #plot; #readout; #note;
  #source; #fan; #range; #reach; #bars; #asked; #clock; #colours;
  #view = [0, 1]; #cursor = null; #logarithmic = false; #drawing = false; #extending = null;
  #abort = new AbortController(); #listeners = new AbortController(); #observers = []; #frame = 0; #queue = Promise.resolve();

  constructor(host, url) {
    this.#host = host;
    this.#url = url;
    this.#plot = Object.assign(document.createElement('div'), { className: 'chart-plot' });
    this.#note = Object.assign(document.createElement('div'), { className: 'chart-note', hidden: true });
    host.replaceChildren(this.#plot);
    this.#readout = readout(host, margin);
    host.append(this.#note);
    this.#listen();
  }

  /** Shows other bars. */
  async show(source, fan, range, reach) {
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    [this.#source, this.#fan, this.#range, this.#reach, this.#bars, this.#cursor] = [source, fan, range, reach, null, null];
    this.#clock = clockOf(source.zone, source.barMilliseconds);
    this.#state('loading');
    try {
      const [library] = await Promise.all([loadPlotly(this.#url), this.#load(this.#barsFor(range), signal)]);
      if (!signal.aborted) {
        this.#plotly = library;
        this.#toRange();
        await this.#draw(true);
      }
    } catch (error) {
      if (!signal.aborted) {
        this.#fail(error);
      }
    }
  }

  /** Draws another fan over the same bars. */
  async setFan(fan, reach) {
    const opened = !this.#fan && fan;
    [this.#fan, this.#reach] = [fan, reach];
    if (this.#bars && this.#plotly) {
      if (opened) {
        this.#toRange();
      }
      await this.#draw(false);
    }
  }

  /** Shows another stretch of time. */
  async setRange(range) {
    this.#range = range;
    if (!this.#bars || !this.#plotly) {
      return;
    }
    await this.#reachBack(this.#barsFor(range));
    this.#toRange();
    await this.#draw(false);
  }

  /** Fetches bars newer than the last one and draws them; keeps the right edge where it stood relative to the newest bar. */
  extend() {
    return this.#extending ??= this.#extend().finally(() => { this.#extending = null; });
  }

  reset() {
    this.#cursor = null;
    this.#toRange();
    return this.#draw(false);
  }

  setLogarithmic(value) {
    this.#logarithmic = value;
    return this.#draw(false);
  }

  download(format) {
    return format === 'csv' ? saveCsv(this.#source, this.#bars) : savePng(this.#plotly, this.#plot, this.#source, this.#colours);
  }

  toggleFullScreen() {
    const panel = this.#host.closest('.panel') ?? this.#host;
    return document.fullscreenElement ? document.exitFullscreen() : panel.requestFullscreen();
  }

  dispose() {
    this.#abort.abort();
    this.#listeners.abort();
    this.#observers.forEach(observer => observer.disconnect());
    cancelAnimationFrame(this.#frame);
    this.#plotly?.purge(this.#plot);
  }

  // Bars

  #barsFor(range) {
    const wanted = spans[range] ? Math.ceil(spans[range] / this.#source.barMilliseconds) : range === 'YTD' ? Math.ceil(366 * day / this.#source.barMilliseconds) : 0;
    return range === 'Max' ? maxBars : Math.min(maxBars, Math.max(600, wanted));
  }

  async #load(last, signal) {
    const bars = await fetchBars(this.#source, { last }, signal);
    if (!signal.aborted) {
      [this.#bars, this.#asked] = [bars, last];
    }
  }

  get #mayHaveOlder() {
    return this.#asked < maxBars && this.#bars.times.length >= this.#asked;
  }

  // Fetches a longer history where there may be one; positions move on by what came.
  async #reachBack(last) {
    if (last <= this.#asked || !this.#mayHaveOlder) {
      return;
    }
    const { signal } = this.#abort;
    const before = this.#bars.times[0];
    try {
      await this.#load(last, signal);
    } catch (error) {
      if (!signal.aborted) {
        this.#fail(error);
      }
      return;
    }
    const shift = Math.max(0, positionOf(this.#bars.times, before));
    this.#view = this.#view.map(end => end + shift);
    this.#cursor = this.#cursor === null ? null : this.#cursor + shift;
  }

  async #extend() {
    if (!this.#bars?.times.length || !this.#plotly) {
      return;
    }
    const bars = this.#bars;
    const newest = bars.times[bars.times.length - 1];
    try {
      const newer = await fetchBars(this.#source, { from: newest }, this.#abort.signal);
      if (bars !== this.#bars) {
        return;
      }
      const follows = this.#view[1] >= bars.times.length - 1;
      const added = join(bars, newer);
      if (follows) {
        this.#view = this.#view.map(end => end + added);
      }
      await this.#draw(false);
    } catch (error) {
      if (!this.#abort.signal.aborted) {
        console.warn(`The chart could not fetch newer bars: ${error.message}`);
      }
    }
  }

  // View

  get #end() {
    return this.#bars.times.length - 1 + Math.max(this.#reach ?? 0, 1) + 1;
  }

  get #pixels() {
    return Math.max(60, this.#host.clientWidth - margin.l - margin.r);
  }

  #toRange() {
    const { times } = this.#bars;
    const count = times.length;
    if (!count) {
      return;
    }
    let first = 0;
    if (this.#range === 'YTD') {
      first = firstFrom(times, Date.UTC(new Date(times[count - 1]).getUTCFullYear(), 0, 1));
    } else if (spans[this.#range]) {
      first = firstFrom(times, times[count - 1] - spans[this.#range] + 1);
    } else if (this.#range !== 'Max') {
      first = Math.max(0, count - Math.min(150, Math.max(36, Math.round(this.#pixels / 8) - this.#reach)));
    }
    this.#view = [Math.min(first, count - 2) - 1, this.#end];
  }

  // Keeps the view where there is something to see, and not narrower than a dozen bars.
  #clamp([from, to]) {
    const width = Math.min(Math.max(to - from, minInView), this.#bars.times.length * 1.5 + 60);
    const centre = (from + to) / 2;
    const left = Math.min(Math.max(centre - width / 2, -width * 0.4), this.#end + width * 0.4 - width);
    return [left, left + width];
  }

  #timeAt(position) {
    const { times } = this.#bars;
    if (position < times.length) {
      return times[position];
    }
    const start = this.#fan ? positionOf(times, this.#fan.lastBar) : -1;
    const steps = start < 0 ? [] : this.#fan.steps;
    const step = steps.find(candidate => start + candidate.bars === position);
    if (step) {
      return step.due;
    }
    const [anchor, time] = steps.length ? [start + steps.at(-1).bars, steps.at(-1).due] : [times.length - 1, times.at(-1)];
    return time + (position - anchor) * this.#source.barMilliseconds;
  }

  #stepAt(position) {
    const start = this.#fan ? positionOf(this.#bars.times, this.#fan.lastBar) : -1;
    return start < 0 ? undefined : this.#fan.steps.find(step => start + step.bars === position);
  }

  // Lowest and highest price of bars and fan in view, with some air.
  #priceRange() {
    const [from, to] = this.#view;
    const { low, high, times } = this.#bars;
    let least = Infinity;
    let most = -Infinity;
    for (let i = Math.max(0, Math.floor(from)); i <= Math.min(times.length - 1, Math.ceil(to)); i++) {
      least = Math.min(least, low[i]);
      most = Math.max(most, high[i]);
    }
    const start = this.#fan ? positionOf(times, this.#fan.lastBar) : -1;
    for (const step of start < 0 ? [] : this.#fan.steps) {
      if (start + step.bars >= from && start + step.bars <= to) {
        least = Math.min(least, step.prices[0]);
        most = Math.max(most, step.prices[8]);
      }
    }
    if (!(most >= least)) {
      return this.#logarithmic ? [0, 1] : [0, 1];
    }
    const [low0, high0] = this.#logarithmic ? [Math.log10(least), Math.log10(most)] : [least, most];
    const air = (high0 - low0) * 0.06 || Math.abs(high0) * 0.01 || 1;
    return [low0 - air, high0 + air];
  }

  // Drawing

  // One after the other: plotly must not be asked while it draws.
  #draw(full) {
    return this.#queue = this.#queue.then(() => this.#render(full)).catch(error => this.#fail(error));
  }

  async #render(full) {
    if (!this.#bars || !this.#plotly || !this.#host.isConnected) {
      return;
    }
    if (!this.#bars.times.length) {
      this.#state('empty');
      return;
    }
    this.#view = this.#clamp(this.#view);
    const [from, to] = this.#view;
    const width = to - from;
    const last = this.#bars.times.length - 1;
    const first = Math.max(0, Math.floor(from - width * 0.6));
    const candles = gather(this.#bars, first, Math.min(last, Math.ceil(to + width * 0.6)), groupSize(width, this.#pixels));
    const lines = overlays(this.#bars, this.#fan);
    const layout = this.#layout(first, Math.round(Math.min(this.#end, to + width * 0.6)));
    this.#drawing = true;
    try {
      if (full) {
        this.#colours = palette();
        await this.#plotly.react(this.#plot, traces(lines, candles, this.#colours), this.#wholeLayout(layout), {
          displayModeBar: false, scrollZoom: true, doubleClick: false, showTips: false, responsive: false,
        });
        this.#hearPlotly();
      } else {
        await this.#plotly.update(this.#plot, this.#columns(lines, candles), layout, [...lines.keys(), lines.length]);
      }
    } finally {
      this.#drawing = false;
    }
    this.#state('drawn');
    this.#tell();
  }

  // The arrays of all traces, attribute by attribute, as plotly's update wants them.
  #columns(lines, candles) {
    const update = { x: [...lines.map(line => line.x), candles.x], y: [...lines.map(line => line.y), undefined] };
    for (const column of ['open', 'high', 'low', 'close']) {
      update[column] = [...lines.map(() => undefined), candles[column]];
    }
    return update;
  }

  #layout(first, last) {
    const room = Math.max(2, Math.floor(this.#pixels / 84));
    const marks = ticks(position => this.#clock(this.#timeAt(position)), first, last, ...this.#view, room);
    return {
      'xaxis.range': [...this.#view], 'xaxis.tickvals': marks.values, 'xaxis.ticktext': marks.texts,
      'yaxis.type': this.#logarithmic ? 'log' : 'linear', 'yaxis.range': this.#priceRange(),
      width: this.#host.clientWidth, height: this.#host.clientHeight,
    };
  }

  #wholeLayout(changing) {
    const { surface, line, grid, muted, font } = this.#colours;
    const axis = { gridcolor: grid, linecolor: line, zeroline: false, tickfont: { color: muted, size: 11, family: font } };
    return {
      margin, paper_bgcolor: surface, plot_bgcolor: surface, dragmode: 'pan', hovermode: false, showlegend: false, separators: '.\u202f',
      width: changing.width, height: changing.height,
      xaxis: { ...axis, type: 'linear', range: changing['xaxis.range'], tickmode: 'array', tickvals: changing['xaxis.tickvals'], ticktext: changing['xaxis.ticktext'], rangeslider: { visible: false }, showline: true },
      yaxis: { ...axis, side: 'right', fixedrange: true, type: changing['yaxis.type'], range: changing['yaxis.range'], tickformat: `,.${this.#source.decimals}f`, nticks: 8 },
    };
  }

  #hearPlotly() {
    if (this.#plot.dataset.heard) {
      return;
    }
    this.#plot.dataset.heard = 'true';
    this.#plot.on('plotly_relayout', change => {
      if (!this.#drawing && 'xaxis.range[0]' in change) {
        this.#move([change['xaxis.range[0]'], change['xaxis.range[1]']]);
      }
    });
    this.#plot.on('plotly_doubleclick', () => { this.reset(); });
  }

  async #move(view) {
    this.#view = view;
    if (view[0] < 0 && this.#mayHaveOlder) {
      await this.#reachBack(Math.min(maxBars, this.#asked * 4));
    }
    await this.#draw(false);
  }

  #state(state) {
    this.#host.dataset.state = state;
    this.#host.dataset.bars = this.#bars?.times.length ?? 0;
    this.#host.dataset.last = this.#bars?.times.at(-1) ?? '';
    this.#note.hidden = state === 'drawn' || state === 'loading';
    if (state === 'empty') {
      this.#note.textContent = 'There are no bars yet. They appear here as soon as the first one has closed.';
    }
  }

  #fail(error) {
    this.#state('failed');
    const retry = Object.assign(document.createElement('button'), { className: 'button', type: 'button', textContent: 'Try again' });
    retry.addEventListener('click', () => this.show(this.#source, this.#fan, this.#range, this.#reach));
    this.#note.replaceChildren(Object.assign(document.createElement('p'), { textContent: error.message }), retry);
    this.#note.setAttribute('role', 'alert');
  }

  // Reading values

  #tell(announce = false) {
    const { times } = this.#bars;
    const position = this.#cursor ?? times.length - 1;
    const [low, high] = this.#plot.layout.yaxis.range;
    this.#readout.show({
      position, view: this.#view, scale: [low, high], logarithmic: this.#logarithmic, source: this.#source,
      pointed: this.#cursor !== null, announce, colours: this.#colours,
      time: `${stamp(this.#clock(this.#timeAt(position)), this.#source.barMilliseconds)}${this.#source.zoneLabel ? ` ${this.#source.zoneLabel}` : ''}`,
      bar: position < times.length ? this.#barAt(position) : undefined, step: this.#stepAt(position), last: this.#bars.close[times.length - 1],
      lastIsUp: this.#bars.close[times.length - 1] >= this.#bars.open[times.length - 1],
    });
  }

  #barAt(position) {
    const { open, high, low, close, volume } = this.#bars;
    return { open: open[position], high: high[position], low: low[position], close: close[position], volume: volume[position], before: close[position - 1] };
  }

  #point(position, pointer, announce = false) {
    const furthest = this.#fan ? this.#end - 1 : this.#bars.times.length - 1;
    this.#cursor = position === null ? null : Math.min(Math.max(Math.round(position), 0), furthest);
    this.#readout.pointer(pointer);
    this.#tell(announce);
  }

  // Input

  #listen() {
    const options = { signal: this.#listeners.signal };
    this.#host.addEventListener('pointermove', event => {
      if (!this.#bars?.times.length || !this.#colours || event.buttons) {
        return;
      }
      const box = this.#plot.getBoundingClientRect();
      const x = event.clientX - box.left - margin.l;
      const y = event.clientY - box.top;
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        const inside = x >= 0 && x <= this.#pixels && y >= margin.t && y <= box.height - margin.b;
        this.#point(inside ? this.#view[0] + (x / this.#pixels) * (this.#view[1] - this.#view[0]) : null, inside ? y : null);
      });
    }, options);
    this.#host.addEventListener('pointerleave', () => {
      cancelAnimationFrame(this.#frame);
      if (this.#colours && this.#bars?.times.length) {
        this.#point(null, null);
      }
    }, options);
    this.#host.addEventListener('keydown', event => this.#key(event), options);

    const sized = new ResizeObserver(() => { this.#draw(false); });
    sized.observe(this.#host);
    const themed = new MutationObserver(() => { this.#draw(true); });
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    this.#observers = [sized, themed];
  }

  #key(event) {
    if (!this.#colours || !this.#bars?.times.length || event.ctrlKey || event.metaKey || event.altKey || event.target !== this.#host) {
      return;
    }
    const at = this.#cursor ?? this.#bars.times.length - 1;
    const stride = event.shiftKey ? 10 : 1;
    const actions = {
      ArrowLeft: () => this.#step(at - stride), ArrowRight: () => this.#step(at + stride),
      Home: () => this.#step(0), End: () => this.#step(this.#end),
      '+': () => this.#zoom(0.7), '=': () => this.#zoom(0.7), '-': () => this.#zoom(1 / 0.7), 0: () => this.reset(),
      Escape: () => this.#point(null, null),
    };
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  }

  // Moves the cursor bar by bar and the view with it.
  #step(position) {
    this.#point(position, null, true);
    const [from, to] = this.#view;
    const beyond = this.#cursor < from + 0.5 ? this.#cursor - from - (to - from) * 0.2 : this.#cursor > to - 0.5 ? this.#cursor - to + (to - from) * 0.2 : 0;
    if (beyond) {
      this.#move([from + beyond, to + beyond]);
    }
  }

  #zoom(factor) {
    const [from, to] = this.#view;
    const centre = this.#cursor ?? to;
    this.#move([centre - (centre - from) * factor, centre + (to - centre) * factor]);
  }
}
