using System.Globalization;

namespace AraWeb.Commands;

/// <summary>Writes the share done as a line, each tenth once.</summary>
/// <param name="error">The error stream, so that results stay clean.</param>
/// <param name="word">What is being done, as the first word of the line.</param>
internal sealed class ShareProgress(TextWriter error, string word) : IProgress<double>
{
    private int _tenths;

    /// <inheritdoc/>
    public void Report(double value)
    {
        lock (error)
        {
            var tenths = (int)(value * 10);
            if (tenths > _tenths)
            {
                _tenths = tenths;
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{word} {value:0 %}"));
            }
        }
    }
}
