namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>Why boosting ended.</summary>
internal enum BoostingStatus
{
    /// <summary>All rounds were run.</summary>
    AllRounds,

    /// <summary>The loss on the validation rows did not get better any more; trees after the best round were dropped.</summary>
    StoppedEarly,

    /// <summary>No question lowers the loss by what the settings ask for.</summary>
    NothingToGain,
}
