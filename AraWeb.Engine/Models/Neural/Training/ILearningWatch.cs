namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>Is told how learning goes: writes checkpoints, reports progress.</summary>
internal interface ILearningWatch
{
    /// <summary>A step was taken; the state may be written down now.</summary>
    void Stepped(LearningState state, int seed);

    /// <summary>The validation bars were judged.</summary>
    void Judged(LearningState state, int seed, int steps);
}
