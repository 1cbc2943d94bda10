namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>All that learning has to remember between two steps.</summary>
internal sealed class LearningState
{
    /// <summary>Begins with given weights.</summary>
    public LearningState(NetworkWeights weights)
    {
        (Weights, Best) = (weights, new NetworkWeights(weights.Parameters));
        Best.CopyFrom(weights);
        Optimiser = new AdamW(weights);
    }

    /// <summary>The weights.</summary>
    public NetworkWeights Weights { get; }

    /// <summary>The weights that were best on the validation bars.</summary>
    public NetworkWeights Best { get; }

    /// <summary>Means and squares of gradients.</summary>
    public AdamW Optimiser { get; }

    /// <summary>The learning curve.</summary>
    public List<LearningPoint> Curve { get; } = [];

    /// <summary>Steps taken.</summary>
    public int Step { get; set; }

    /// <summary>Sum of losses since the judgement before.</summary>
    public double LossSum { get; set; }

    /// <summary>Steps since then.</summary>
    public int LossCount { get; set; }

    /// <summary>Judgements without improvement.</summary>
    public int Stale { get; set; }

    /// <summary>Why learning ended; null while it goes on.</summary>
    public LearningEnd? End { get; set; }
}
