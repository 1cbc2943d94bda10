namespace AraWeb.Tests.Engine.Features.Golden.Cases;

/// <summary>Volatility.</summary>
internal static class VolatilityCases
{
    public static IReadOnlyList<GoldenCase> Columns { get; } =
    [
        new("bollinger", "", "middle", "stock_indicators/results/bb.standard.csv", "sma"),
        new("bollinger", "", "upper", "stock_indicators/results/bb.standard.csv", "upperBand"),
        new("bollinger", "", "lower", "stock_indicators/results/bb.standard.csv", "lowerBand"),
        new("bollinger", "", "percent-b", "stock_indicators/results/bb.standard.csv", "percentB"),
        new("bollinger", "", "width", "stock_indicators/results/bb.standard.csv", "width"),
        new("bollinger", "", "z-score", "stock_indicators/results/bb.standard.csv", "zScore"),
        new("bollinger", "", "middle", "lean/spy_bollinger_bands.txt", "Moving Average 20"),
        new("bollinger", "", "upper", "lean/spy_bollinger_bands.txt", "Bollinger Bands® 20 2 Top")
        {
            Units = 0.65, Reason = "rounds the deviation on the way",
        },
        new("bollinger", "", "lower", "lean/spy_bollinger_bands.txt", "Bollinger Bands® 20 2 Bottom")
        {
            Units = 0.65, Reason = "rounds the deviation on the way",
        },
        new("bollinger", "", "percent-b", "lean/spy_bollinger_bands.txt", "%B") { Units = 0.65, Reason = "rounds the deviation on the way" },
        new("bollinger", "", "width", "lean/spy_bollinger_bands.txt", "BandWidth")
        {
            Factor = 0.01, Units = 1.1, Reason = "the source counts in percent and rounds the deviation on the way",
        },
        new("bollinger", "", "middle", "ta_stockcharts/cs-bbands.csv", "MiddleBand"),
        new("bollinger", "", "upper", "ta_stockcharts/cs-bbands.csv", "HighBand"),
        new("bollinger", "", "lower", "ta_stockcharts/cs-bbands.csv", "LowBand"),
        new("bollinger", "", "percent-b", "ta_stockcharts/cs-bbands.csv", "PercentageBand"),
        new("bollinger", "", "width", "ta_stockcharts/cs-bbands.csv", "WidthBand") { Factor = 0.01, Reason = "the source counts in percent" },
        new("bollinger", "period=5", "lower", "tulip/untest.txt#bbands 5 2", "0") { Inputs = "c" },
        new("bollinger", "period=5", "middle", "tulip/untest.txt#bbands 5 2", "1") { Inputs = "c" },
        new("bollinger", "period=5", "upper", "tulip/untest.txt#bbands 5 2", "2") { Inputs = "c" },
        new("bollinger", "period=5", "lower", "tulip/atoz.txt#bbands 5 2", "0") { Inputs = "c" },
        new("bollinger", "period=5", "middle", "tulip/atoz.txt#bbands 5 2", "1") { Inputs = "c" },
        new("bollinger", "period=5", "upper", "tulip/atoz.txt#bbands 5 2", "2") { Inputs = "c" },
        new("atr", "", "atr", "stock_indicators/results/atr.standard.csv", "atr"),
        new("natr", "", "natr", "stock_indicators/results/atr.standard.csv", "atrp"),
        new("true-range", "", "true-range", "stock_indicators/results/tr.standard.csv", "tr"),
        new("atr", "", "atr", "lean/spy_atr_wilder.txt", "Average True Range 14")
        {
            From = 190, Reason = "begins with the first bar's high - low; dies out",
        },
        new("atr-sma", "", "atr", "lean/spy_atr.txt", "Average True Range 14") { Decimals = 5, Reason = "computed with seven significant digits" },
        new("natr", "period=5", "natr", "lean/spy_natr.txt", "NATR_5"),
        new("true-range", "", "true-range", "tulip/untest.txt#tr", "0") { Inputs = "hlc", From = 1, Reason = "the first bar has no close before" },
        new("true-range", "", "true-range", "tulip/atoz.txt#tr", "0") { Inputs = "hlc", From = 1, Reason = "the first bar has no close before" },
        new("keltner", "", "upper", "stock_indicators/results/keltner.standard.csv", "upperBand"),
        new("keltner", "", "middle", "stock_indicators/results/keltner.standard.csv", "centerline"),
        new("keltner", "", "lower", "stock_indicators/results/keltner.standard.csv", "lowerBand"),
        new("keltner", "", "width", "stock_indicators/results/keltner.standard.csv", "width"),
        new("starc", "", "upper", "stock_indicators/results/starc.standard.csv", "upperBand"),
        new("starc", "", "middle", "stock_indicators/results/starc.standard.csv", "centerline"),
        new("starc", "", "lower", "stock_indicators/results/starc.standard.csv", "lowerBand"),
        new("donchian", "", "upper", "stock_indicators/results/donchian.standard.csv", "upperBand"),
        new("donchian", "", "middle", "stock_indicators/results/donchian.standard.csv", "centerline"),
        new("donchian", "", "lower", "stock_indicators/results/donchian.standard.csv", "lowerBand"),
        new("donchian", "", "width", "stock_indicators/results/donchian.standard.csv", "width"),
        new("donchian", "offset=0", "upper", "ta_stockcharts/cs-dc.csv", "upper_band"),
        new("donchian", "", "upper", "ta_stockcharts/cs-dc2.csv", "upper_band"),
        new("donchian", "offset=0", "middle", "ta_stockcharts/cs-dc.csv", "middle_band"),
        new("donchian", "", "middle", "ta_stockcharts/cs-dc2.csv", "middle_band"),
        new("donchian", "offset=0", "lower", "ta_stockcharts/cs-dc.csv", "lower_band"),
        new("donchian", "", "lower", "ta_stockcharts/cs-dc2.csv", "lower_band"),
        new("donchian", "offset=0", "position", "ta_stockcharts/cs-dc.csv", "dc_percentage"),
        new("donchian", "period=50 offset=0", "upper", "lean/spy_with_don50.txt", "Donchian Channels 50 Top")
        {
            From = 49, Reason = "gives values before there are 50 bars",
        },
        new("donchian", "period=50 offset=0", "middle", "lean/spy_with_don50.txt", "Donchian Channels 50 Mean")
        {
            From = 49, Reason = "gives values before there are 50 bars",
        },
        new("donchian", "period=50 offset=0", "lower", "lean/spy_with_don50.txt", "Donchian Channels 50 Bottom")
        {
            From = 49, Reason = "gives values before there are 50 bars",
        },
        new("stdev", "", "stdev", "stock_indicators/results/stdev.standard.csv", "stdDev"),
        new("stdev", "", "mean", "stock_indicators/results/stdev.standard.csv", "mean"),
        new("stdev", "", "z-score", "stock_indicators/results/stdev.standard.csv", "zScore"),
        new("stdev", "period=5", "stdev", "tulip/atoz.txt#stddev 5", "0") { Inputs = "c" },
        new("stdev", "period=3", "stdev", "tulip/extra.txt#stddev 3", "0") { Inputs = "c" },
        new("stdev", "period=5", "stdev", "tulip/untest.txt#stddev 5", "0") { Inputs = "c" },
        new("stdev-channels", "", "line", "stock_indicators/results/stdev-channels.standard.csv", "centerline")
        {
            From = 501, Reason = "the source draws the newest line over all of its bars; it is known at the last",
        },
        new("stdev-channels", "", "upper", "stock_indicators/results/stdev-channels.standard.csv", "upperChannel")
        {
            From = 501, Reason = "the source draws the newest line over all of its bars; it is known at the last",
        },
        new("stdev-channels", "", "lower", "stock_indicators/results/stdev-channels.standard.csv", "lowerChannel")
        {
            From = 501, Reason = "the source draws the newest line over all of its bars; it is known at the last",
        },
        new("ulcer", "", "ulcer", "stock_indicators/results/ulcer.standard.csv", "ulcerIndex"),
        new("ulcer", "", "ulcer", "ta_stockcharts/cs-ui.csv", "ulcer_index"),
        new("chop", "", "chop", "stock_indicators/results/chop.standard.csv", "chop"),
        new("acceleration-bands", "", "lower", "tulip/extra.txt#abands 20", "0")
        {
            Inputs = "hlc", Decimals = 4, Units = 0.7, Reason = "a sheet with four decimals that rounds on the way",
        },
        new("acceleration-bands", "", "upper", "tulip/extra.txt#abands 20", "1")
        {
            Inputs = "hlc", Decimals = 4, Units = 0.7, Reason = "a sheet with four decimals that rounds on the way",
        },
        new("acceleration-bands", "", "middle", "tulip/extra.txt#abands 20", "2")
        {
            Inputs = "hlc", Decimals = 4, Units = 0.7, Reason = "a sheet with four decimals that rounds on the way",
        },
    ];

    public static IReadOnlyList<PinnedValue> Pinned { get; } =
    [
        new("bollinger", "", "upper", 299, 112.17484702671644, "pandas: c.rolling(20).mean() + 2 * c.rolling(20).std(ddof=0)"),
        new("bollinger", "", "percent-b", 299, 0.04566599406723907, "pandas: (c - lower) / (upper - lower)"),
        new("bollinger", "", "width", 299, 0.05108042516578247, "pandas: 4 * deviation / mean"),
        new("bollinger", "", "z-score", 299, -1.8173360237310436, "pandas: (c - mean) / deviation"),
        new("true-range", "", "true-range", 299, 3.07211919954311, "numpy: max(h - l, abs(h - c[-1]), abs(l - c[-1]))"),
        new("atr", "", "atr", 299, 2.2072899285489926, "numpy: x = (13 x + true range) / 14 from the mean of the first 14"),
        new("natr", "", "natr", 299, 2.0659238366952257, "numpy: 100 * atr / c"),
        new("atr-sma", "", "atr", 299, 2.301939291845577, "numpy: true range[-14:].mean()"),
        new("atr-ratio", "", "ratio", 299, 0.98178753835518, "numpy: wilder(true range, 7) / wilder(true range, 28)"),
        new("keltner", "", "upper", 299, 113.61614069911603, "numpy: ema(c, 20) + 2 * wilder(true range, 10)"),
        new("keltner", "", "width", 299, 0.08049679732023225, "numpy: 4 * wilder(true range, 10) / ema(c, 20)"),
        new("starc", "", "lower", 299, 104.4506963948571, "numpy: c[-5:].mean() - 2 * wilder(true range, 10)"),
        new("donchian", "", "upper", 299, 113.46877836370746, "numpy: h[-21:-1].max()"),
        new("donchian", "", "position", 299, -0.006750896885511885, "numpy: (c - l[-21:-1].min()) / (h[-21:-1].max() - l[-21:-1].min())"),
        new("stdev", "", "stdev", 299, 1.4609514515919533, "numpy: c[-14:].std()"),
        new("stdev", "", "z-score", 299, -1.6600062760887984, "numpy: (c - c[-14:].mean()) / c[-14:].std()"),
        new("stdev-channels", "", "line", 299, 108.43819953392942, "numpy: polyval(polyfit(range(20), c[-20:], 1), 19)"),
        new("stdev-channels", "", "lower", 299, 105.64457973788276, "numpy: line - 2 * c[-20:].std()"),
        new("historical-volatility", "", "volatility", 299, 0.21175268094570834, "numpy: diff(log(c))[-20:].std(ddof=1) * sqrt(252)"),
        new("parkinson", "", "volatility", 299, 0.20762251194491588, "numpy: sqrt(252 * (log(h / l) ** 2).mean() / (4 * log(2)))"),
        new("garman-klass", "", "volatility", 299, 0.20660896274734553,
            "numpy: sqrt(252 * (log(h / l) ** 2 / 2 - (2 * log(2) - 1) * log(c / o) ** 2).mean())"),
        new("rogers-satchell", "", "volatility", 299, 0.1986134247919945,
            "numpy: sqrt(252 * (log(h / c) * log(h / o) + log(l / c) * log(l / o)).mean())"),
        new("yang-zhang", "", "volatility", 299, 0.20585471612692197,
            "numpy: sqrt(252 * (overnight.var(ddof=1) + k * body.var(ddof=1) + (1 - k) * rs)), k = 0.34 / (1.34 + 21 / 19)"),
        new("ewma-volatility", "", "volatility", 299, 0.19549535688002698, "numpy: sqrt(252 * x), x += 0.06 * (r * r - x) from the mean of the first 17"),
        new("downside-deviation", "", "deviation", 299, 0.16193179142482178, "numpy: sqrt(252 * (minimum(r[-20:], 0) ** 2).mean())"),
        new("downside-deviation", "target=0.002", "deviation", 299, 0.18429945675587375, "numpy: sqrt(252 * (minimum(r[-20:] - 0.002, 0) ** 2).mean())"),
        new("ulcer", "", "ulcer", 299, 3.21624584372687, "numpy: sqrt(((100 * (w / maximum.accumulate(w) - 1)) ** 2).mean()), w = c[-14:]"),
        new("chop", "", "chop", 299, 56.58588884041795, "numpy: 100 * log10(true range[-14:].sum() / (true high.max() - true low.min())) / log10(14)"),
        new("chaikin-volatility", "", "volatility", 299, -7.761391143994533, "numpy: 100 * (ema(h - l, 10)[-1] / ema(h - l, 10)[-11] - 1)"),
        new("mass-index", "", "mass", 299, 24.818427755499194, "numpy: (e / ema(e, 9))[-25:].sum(), e = ema(h - l, 9)"),
        new("relative-volatility", "", "rvi", 299, 41.96007696330823,
            "numpy: 100 u / (u + d), wilder(14) of c.rolling(10).std(ddof=0) where c rose or fell"),
        new("relative-volatility", "", "revised", 299, 53.478162259920026, "numpy: mean of the same over h and over l"),
        new("squeeze", "", "on", 299, 1.0, "pandas: 2 * c.rolling(20).std(ddof=0) < 1.5 * true range.rolling(20).mean()"),
        new("squeeze", "", "on", 288, 0.0, "the same at another bar"),
        new("squeeze", "", "tightness", 299, 0.8274934349593973, "pandas: the quotient of the two"),
        new("squeeze", "", "momentum", 299, -1.5957014534529408,
            "numpy: polyval(polyfit(range(20), (c - ((highest + lowest) / 2 + mean) / 2)[-20:], 1), 19)"),
        new("acceleration-bands", "", "upper", 299, 115.2208246990463, "numpy: (h * (1 + 4 * (h - l) / (h + l)))[-20:].mean()"),
        new("acceleration-bands", "", "lower", 299, 104.04351822819926, "numpy: (l * (1 - 4 * (h - l) / (h + l)))[-20:].mean()"),
        new("range-rank", "", "rank", 299, 90.0, "scipy: percentileofscore((true range / c)[-101:-1], newest, 'mean')"),
        new("volatility-of-volatility", "", "variation", 299, 0.08337436308107572,
            "pandas: v.std() / v.mean(), v = diff(log(c)).rolling(20).std()[-60:]"),
        new("gap-atr", "", "gap", 299, -0.1435515127284401, "numpy: (o[-1] - c[-2]) / atr[-2]"),
        new("value-at-risk", "", "quantile", 299, -0.01757951398752633, "numpy: quantile(r[-100:], 0.05)"),
        new("value-at-risk", "", "shortfall", 299, -0.01866249322146174, "numpy: r[r <= quantile(r, 0.05)].mean()"),
        new("max-drawdown", "", "maximum", 299, -0.08878747198488413, "pandas: (w / w.cummax() - 1).min(), w = c[-100:]"),
        new("max-drawdown", "", "current", 299, -0.08878747198488413, "pandas: w.iloc[-1] / w.max() - 1"),
        new("time-under-water", "", "bars", 299, 49.0, "numpy: 99 - argmax(c[-100:])"),
        new("time-under-water", "", "share", 299, 0.494949494949495, "numpy: the same / 99"),
        new("standardised-return", "", "standardised-return", 299, -0.6870258789972308,
            "pandas: log(c).diff(5) / (v * sqrt(5)), v = log(c).diff().rolling(21).std(ddof=0)"),
        new("volatility-z", "", "volatility-z", 299, 0.8912120830310316, "pandas: (v - v.rolling(252).mean()) / v.rolling(252).std(ddof=0)"),
    ];
}
