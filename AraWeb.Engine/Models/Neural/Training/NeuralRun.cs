namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>What surrounds learning: where checkpoints go, who is told, whose clock.</summary>
public sealed record NeuralRun
{
    /// <summary>Folder of checkpoints; null writes none. Learning that finds its own checkpoint there goes on from it.</summary>
    public string? Checkpoints { get; init; }

    /// <summary>Steps between checkpoints.</summary>
    public int CheckpointSteps { get; init; } = 50;

    /// <summary>Told of every judgement.</summary>
    public IProgress<NeuralProgress>? Progress { get; init; }

    /// <summary>Clock of the times told.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
