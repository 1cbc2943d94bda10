namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>One point of a learning curve.</summary>
/// <param name="Step">Steps taken.</param>
/// <param name="Loss">Mean loss of the steps since the point before.</param>
/// <param name="Validation">Loss on the validation bars.</param>
public readonly record struct LearningPoint(int Step, double Loss, double Validation);
