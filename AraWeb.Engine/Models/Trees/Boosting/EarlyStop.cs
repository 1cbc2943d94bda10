using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>Watches the loss on rows that were kept apart and says when it has not become better for too long.</summary>
internal sealed class EarlyStop
{
    private readonly ValidationRows? _rows;
    private readonly BoostingSettings _settings;
    private readonly int _width;
    private readonly double[] _scores = [];
    private readonly List<double> _losses = [];
    private double _best = double.PositiveInfinity;

    /// <summary>Starts at the base.</summary>
    /// <exception cref="ModelException">Validation rows do not fit the features, or hold a target or weight that is no number.</exception>
    public EarlyStop(ValidationRows? rows, BoostingSettings settings, int width, double start)
    {
        (_rows, _settings, _width) = (rows, settings, width);
        if (rows is null)
        {
            return;
        }

        var count = rows.Targets.Length;
        if (count == 0 || rows.Weights.Length != count || rows.Features.Length != (long)count * width)
        {
            throw new ModelException(
                $"{count} validation rows have {rows.Features.Length} features and {rows.Weights.Length} weights.",
                $"Give {width} features, a target and a weight for each row.");
        }

        _scores = new double[count];
        Array.Fill(_scores, start);
        _best = settings.Objective.Loss(_scores, rows.Targets.Span, rows.Weights.Span);
        if (!double.IsFinite(_best))
        {
            throw new ModelException(
                "The loss on the validation rows is not a number.", "Drop rows with unknown targets and give weights that are not all zero.");
        }

        BestCount = 0;
    }

    /// <summary>Loss after each tree.</summary>
    public IReadOnlyList<double> Losses => _losses;

    /// <summary>Trees up to the least loss; null without validation rows.</summary>
    public int? BestCount { get; private set; }

    /// <summary>Takes a new tree; true when it is time to stop.</summary>
    public bool IsDue(DecisionTree tree, int count, CancellationToken cancellationToken)
    {
        if (_rows is null)
        {
            return false;
        }

        TreeScores.Add(tree, _rows.Features, _width, _scores, _settings.Threads, cancellationToken);
        var loss = _settings.Objective.Loss(_scores, _rows.Targets.Span, _rows.Weights.Span);
        _losses.Add(loss);
        if (loss < _best)
        {
            (_best, BestCount) = (loss, count);
        }

        return count - BestCount >= _settings.Patience;
    }
}
