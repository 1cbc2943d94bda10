// The legend line, the crosshair and the tag of the last price: plain elements above the plot, so that moving the mouse never asks plotly to draw.

const thin = '\u202f';
const number = decimals => {
  const format = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return value => format.format(value).replaceAll(',', thin).replace('-', '\u2212');
};
const volumeFormat = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });
const percent = number(2);

const element = (host, className) => {
  const created = Object.assign(document.createElement('div'), { className });
  created.setAttribute('aria-hidden', 'true');
  host.append(created);
  return created;
};

const span = (text, className = '') => Object.assign(document.createElement('span'), { textContent: text, className });
const pair = (name, value, extra = '') => [span(name, `key ${extra}`), span(value, extra)];

function barText(bar, format) {
  const change = bar.before > 0 ? bar.close / bar.before - 1 : NaN;
  const sign = change > 0 ? '+' : '';
  return [
    ...pair('O', format(bar.open)), ...pair('H', format(bar.high)), ...pair('L', format(bar.low)), ...pair('C', format(bar.close)),
    ...(Number.isFinite(change) ? [span(`${sign}${percent(change * 100)}${thin}%`, change < 0 ? 'down' : 'up')] : []),
    ...(bar.volume > 0 ? pair('Vol', volumeFormat.format(bar.volume), 'extra') : []),
  ];
}

function stepText(step, format) {
  const range = (low, high) => `${format(step.prices[low])} to ${format(step.prices[high])}`;
  return [
    span(`${step.bars} ahead`, 'key'), ...pair('Median', format(step.prices[4])), ...pair(`80${thin}%`, range(2, 6)), ...pair(`95${thin}%`, range(0, 8)),
    ...pair('P(up)', `${number(0)(step.probabilityUp * 100)}${thin}%`),
  ];
}

/** Makes the elements inside <host>. */
export function readout(host, margin) {
  const vertical = element(host, 'chart-cross vertical');
  const horizontal = element(host, 'chart-cross horizontal');
  const lastTag = element(host, 'chart-tag last');
  const priceTag = element(host, 'chart-tag');
  const timeTag = element(host, 'chart-time');
  const legend = element(host, 'chart-legend');
  legend.removeAttribute('aria-hidden');
  let pointerY = null;

  const place = (target, x, y) => { target.style.transform = `translate(${x}px, ${y}px)`; };

  return {
    /** Height of the mouse inside the plot; null when it is elsewhere. */
    pointer(y) {
      pointerY = y;
    },

    show({ position, view, scale, logarithmic, source, pointed, announce, time, bar, step, last, lastIsUp }) {
      const format = number(source.decimals);
      const width = host.clientWidth - margin.l - margin.r;
      const height = host.clientHeight - margin.t - margin.b;
      const level = price => margin.t + (1 - ((logarithmic ? Math.log10(price) : price) - scale[0]) / (scale[1] - scale[0])) * height;
      const x = margin.l + ((position - view[0]) / (view[1] - view[0])) * width;
      const inView = x >= margin.l && x <= margin.l + width;

      legend.setAttribute('aria-live', announce ? 'polite' : 'off');
      legend.replaceChildren(span(time, 'time'), ...(bar ? barText(bar, format) : []), ...(step && !bar ? stepText(step, format) : []));

      vertical.hidden = !pointed || !inView;
      place(vertical, x, margin.t);
      vertical.style.height = `${height}px`;
      timeTag.hidden = vertical.hidden;
      timeTag.textContent = time;
      place(timeTag, Math.min(Math.max(x - timeTag.offsetWidth / 2, 2), host.clientWidth - timeTag.offsetWidth - 2), margin.t + height + 3);

      horizontal.hidden = pointerY === null;
      priceTag.hidden = horizontal.hidden;
      if (pointerY !== null) {
        const share = 1 - (pointerY - margin.t) / height;
        const raw = scale[0] + share * (scale[1] - scale[0]);
        place(horizontal, margin.l, pointerY);
        horizontal.style.width = `${width}px`;
        priceTag.textContent = format(logarithmic ? 10 ** raw : raw);
        place(priceTag, margin.l + width, pointerY - 9);
      }

      const lastY = level(last);
      lastTag.hidden = !(lastY >= margin.t && lastY <= margin.t + height);
      lastTag.textContent = format(last);
      lastTag.dataset.up = lastIsUp;
      place(lastTag, margin.l + width, lastY - 9);
    },
  };
}
