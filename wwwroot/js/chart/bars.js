// Bars as columns: fetching, joining and gathering them into as many candles as there are pixels for.

const columns = ['times', 'open', 'high', 'low', 'close', 'volume'];
const groupSizes = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1000, 1500, 2000, 5000];
const candlePixels = 4;

/** Fetches bars: the newest <last> of them, or those from <from> on. Throws an Error whose message can be shown. */
export async function fetchBars(source, { last, from }, signal) {
  const query = new URLSearchParams({ timeframe: source.timeframe });
  if (last) {
    query.set('last', last);
  }
  if (from) {
    query.set('from', new Date(from).toISOString());
  }

  let response;
  try {
    response = await fetch(`api/v1/bars/${encodeURIComponent(source.symbol)}?${query}`, { signal, headers: { Accept: 'application/json' } });
  } catch (error) {
    if (signal.aborted) {
      throw error;
    }
    throw new Error('The server did not answer. Check that Ara is running.');
  }

  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error([problem.title, problem.detail].filter(Boolean).join(' ') || `The server answered ${response.status}.`);
  }
  return response.json();
}

/** Joins newer bars to those that are there; a bar that is there is replaced. Returns how many were added. */
export function join(bars, newer) {
  const before = bars.times.length;
  for (let i = 0; i < newer.times.length; i++) {
    const time = newer.times[i];
    let at = bars.times.length;
    while (at > 0 && bars.times[at - 1] >= time) {
      at--;
    }
    if (at < bars.times.length && bars.times[at] !== time) {
      continue; // A bar between two known ones would shift every position: the next full load brings it.
    }
    for (const column of columns) {
      bars[column][at] = newer[column][i];
    }
  }
  return bars.times.length - before;
}

/** Position of the bar that starts at <time>, or -1. */
export function positionOf(times, time) {
  let low = 0;
  let high = times.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (times[middle] === time) {
      return middle;
    }
    if (times[middle] < time) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return -1;
}

/** Position of the first bar that starts at <time> or later. */
export function firstFrom(times, time) {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** How many bars share a candle so that candles keep their width. */
export function groupSize(barsInView, pixels) {
  const wanted = barsInView * candlePixels / pixels;
  return groupSizes.find(size => size >= wanted) ?? groupSizes[groupSizes.length - 1];
}

/** Candles of the bars from <first> to <last>. Groups are counted from the oldest bar, so that a candle keeps its bars while one pans. */
export function gather(bars, first, last, size) {
  const candles = { x: [], open: [], high: [], low: [], close: [] };
  for (let start = Math.floor(first / size) * size; start <= last; start += size) {
    const end = Math.min(start + size, bars.times.length) - 1;
    let high = -Infinity;
    let low = Infinity;
    for (let i = start; i <= end; i++) {
      high = Math.max(high, bars.high[i]);
      low = Math.min(low, bars.low[i]);
    }
    candles.x.push(start + (size - 1) / 2);
    candles.open.push(bars.open[start]);
    candles.high.push(high);
    candles.low.push(low);
    candles.close.push(bars.close[end]);
  }
  return candles;
}
