using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models;

namespace AraWeb.Engine.Prediction;

/// <summary>
/// The members that forecast the mean during a walk: collects their training rows as outcomes become known, refits at intervals, pools what they say.
/// A row belongs to one issue and is complete when its farthest horizon has settled, so nothing of it lies ahead of the fit.
/// </summary>
internal sealed class MeanMembers
{
    private readonly IReadOnlyList<IForecaster> _members;
    private readonly WalkSettings _settings;
    private readonly int[] _horizons;
    private readonly double[] _openRows;
    private readonly List<double> _targets = [];
    private readonly StandardizedForecast[] _said;
    private readonly StandardizedForecast[] _column;
    private IFittedForecaster[] _fitted = [];
    private int _sinceFit;

    public MeanMembers(IReadOnlyList<IForecaster> members, WalkSettings settings)
    {
        _members = members;
        _settings = settings;
        _horizons = [.. Enumerable.Range(1, settings.Horizons)];
        _openRows = new double[(settings.Horizons + 1) * settings.Horizons];
        _said = new StandardizedForecast[members.Count * settings.Horizons];
        _column = new StandardizedForecast[members.Count];
    }

    /// <summary>Takes the standardised returns that the tracks have settled at bar <paramref name="t"/>, and refits when it is time.</summary>
    public void Settle(int t, HorizonTrack[] tracks)
    {
        var width = _horizons.Length;
        for (var h = 1; h <= width && h <= t; h++)
        {
            OpenRow(t - h)[h - 1] = tracks[h - 1].NewestStandardizedReturn;
        }

        if (t >= width && !double.IsNaN(tracks[^1].NewestStandardizedReturn))
        {
            _targets.AddRange(OpenRow(t - width));
        }

        if (++_sinceFit >= _settings.Refit && _targets.Count > 0)
        {
            _sinceFit = 0;
            Refit();
        }
    }

    /// <summary>Pools the members' forecasts of every horizon; no tilt while none has learned.</summary>
    /// <param name="pool">Joins them.</param>
    /// <param name="tilts">[H] receives the pooled forecasts.</param>
    public void Forecast(IForecastPool pool, Span<StandardizedForecast> tilts)
    {
        var width = _horizons.Length;
        for (var m = 0; m < _fitted.Length; m++)
        {
            _fitted[m].Predict([], _said.AsSpan(m * width, width));
        }

        for (var h = 0; h < width; h++)
        {
            for (var m = 0; m < _fitted.Length; m++)
            {
                _column[m] = _said[(m * width) + h];
            }

            tilts[h] = pool.Combine(h + 1, _column.AsSpan(0, _fitted.Length));
        }
    }

    private Span<double> OpenRow(int issuedAt) =>
        _openRows.AsSpan(issuedAt % (_horizons.Length + 1) * _horizons.Length, _horizons.Length);

    private void Refit()
    {
        var targets = _targets.ToArray();
        var weights = new double[targets.Length / _horizons.Length];
        Array.Fill(weights, 1);
        var data = new TrainingSet([], _horizons, ReadOnlyMemory<double>.Empty, targets, weights);
        _fitted = [.. _members.Select(member => member.Fit(data, _settings.Seed, CancellationToken.None))];
    }
}
