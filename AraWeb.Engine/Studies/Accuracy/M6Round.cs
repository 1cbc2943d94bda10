namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>One round as it was forecast and scored.</summary>
/// <param name="Start">Close from which returns run.</param>
/// <param name="End">Close to which they run.</param>
/// <param name="Origin">Last day whose prices the forecast has seen.</param>
/// <param name="HistoryDays">Daily returns up to the origin.</param>
/// <param name="Rps">Score of the forecast.</param>
/// <param name="Placebo">Mean score of the same forecast with its assets in random order.</param>
internal sealed record M6Round(DateOnly Start, DateOnly End, DateOnly Origin, int HistoryDays, double Rps, double Placebo)
{
    /// <summary>True where there were too few days and all classes were called equally probable.</summary>
    public bool IsUniform => HistoryDays < Prediction.Ranks.RankModel.FewestDays;
}
