using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models;

namespace AraWeb.Engine.Prediction.Walk;

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
    private readonly StandardizedForecast[] _said;
    private readonly StandardizedForecast[] _column;
    private double[] _targets = new double[1 << 14];
    private double[] _weights = [];
    private int _targetCount;
    private IFittedForecaster[] _fitted = [];
    private StandardizedForecast[]? _pooled;
    private int _sinceFit;

    public MeanMembers(IReadOnlyList<IForecaster> members, WalkSettings settings)
    {
        _members = members;
        _settings = settings;
        _horizons = [.. Enumerable.Range(1, settings.Anchors.Farthest)];
        _openRows = new double[(settings.Anchors.Farthest + 1) * settings.Anchors.Farthest];
        _said = new StandardizedForecast[members.Count * settings.Anchors.Farthest];
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
            Append(OpenRow(t - width));
        }

        if (++_sinceFit >= _settings.Refit && _targetCount > 0)
        {
            _sinceFit = 0;
            Refit();
        }
    }

    /// <summary>
    /// Pools the members' forecasts of every horizon; no tilt while none has learned. They look at no features, so one fit says the same at each bar.
    /// </summary>
    /// <param name="pool">Joins them.</param>
    /// <param name="tilts">[H] receives the pooled forecasts.</param>
    public void Forecast(IForecastPool pool, Span<StandardizedForecast> tilts)
    {
        if (_pooled is not null)
        {
            _pooled.CopyTo(tilts);
            return;
        }

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

        _pooled = tilts[..width].ToArray();
    }

    private Span<double> OpenRow(int issuedAt) =>
        _openRows.AsSpan(issuedAt % (_horizons.Length + 1) * _horizons.Length, _horizons.Length);

    private void Append(ReadOnlySpan<double> row)
    {
        if (_targetCount + row.Length > _targets.Length)
        {
            Array.Resize(ref _targets, 2 * _targets.Length);
        }

        row.CopyTo(_targets.AsSpan(_targetCount));
        _targetCount += row.Length;
    }

    private void Refit()
    {
        // The rows are only ever added to, so a member may look at them in place.
        var rows = _targetCount / _horizons.Length;
        if (_weights.Length < rows)
        {
            _weights = new double[2 * rows];
            Array.Fill(_weights, 1);
        }

        var data = new TrainingSet(
            [], _horizons, ReadOnlyMemory<double>.Empty, _targets.AsMemory(0, _targetCount), _weights.AsMemory(0, rows));
        _pooled = null;
        _fitted = [.. _members.Select(member => member.Fit(data, _settings.Seed, CancellationToken.None))];
    }
}
