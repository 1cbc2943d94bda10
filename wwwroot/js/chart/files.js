// Files for the reader's own use: the bars as CSV, the picture as PNG. Both say so when the prices are invented.

const save = (name, url) => Object.assign(document.createElement('a'), { href: url, download: name }).click();

const nameOf = (source, ending) => `${source.symbol}_${source.timeframe}${source.simulated ? '_simulated' : ''}.${ending}`.replace(/[^\w.@=^-]/g, '-');

/** The bars that the chart holds, one line each, times in UTC. */
export function saveCsv(source, bars) {
  const lines = bars.times.map((time, i) =>
    [new Date(time).toISOString(), bars.open[i], bars.high[i], bars.low[i], bars.close[i], bars.volume[i], source.simulated].join(','));
  const blob = new Blob([['timestamp,open,high,low,close,volume,simulated', ...lines, ''].join('\n')], { type: 'text/csv' });
  const url = URL.createObjectURL(blob);
  save(nameOf(source, 'csv'), url);
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The picture as it stands, with its name above. */
export async function savePng(plotly, plot, source, colours) {
  const title = `${source.symbol} ${source.timeframe}${source.simulated ? ' (simulated prices)' : ''}. Not investment advice.`;
  const picture = {
    data: plot.data,
    layout: { ...plot.layout, title: { text: title, x: 0, xref: 'paper', font: { color: colours.text, size: 13, family: colours.font } } },
  };
  save(nameOf(source, 'png'), await plotly.toImage(picture, { format: 'png', scale: 2, width: plot.layout.width, height: plot.layout.height }));
}
