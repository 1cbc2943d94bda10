namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>Why learning ended.</summary>
public enum LearningEnd
{
    /// <summary>All epochs were done.</summary>
    Done,

    /// <summary>The validation bars were judged no better for some time.</summary>
    StoppedEarly,

    /// <summary>Loss or gradient grew without bound; the best weights before were restored.</summary>
    Exploded,
}
