using System.Globalization;
using AraWeb.Engine.Training;

namespace AraWeb.Commands;

/// <summary>Writes each step of a training as a line with the share done.</summary>
/// <param name="error">The error stream, so that results stay clean.</param>
internal sealed class StepLines(TextWriter error) : IProgress<TrainingStep>
{
    /// <inheritdoc/>
    public void Report(TrainingStep value)
    {
        lock (error)
        {
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Share,4:0 %} {value.Text}"));
        }
    }
}
