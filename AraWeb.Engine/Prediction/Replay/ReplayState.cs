namespace AraWeb.Engine.Prediction.Replay;

/// <summary>What came of making a frozen forecast again.</summary>
public enum ReplayState
{
    /// <summary>Every number is the same to the bit.</summary>
    Equal,

    /// <summary>The same bars and the same model give other numbers.</summary>
    Differs,

    /// <summary>The bars that were known then are not those that the forecast says it was made from.</summary>
    OtherBars,

    /// <summary>This program does not hold these bars any more.</summary>
    NoBars,

    /// <summary>Another model made it, which this program does not have.</summary>
    OtherModel,
}
