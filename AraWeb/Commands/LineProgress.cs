namespace AraWeb.Commands;

/// <summary>Writes each word of progress as a line at once, in order.</summary>
/// <param name="error">The error stream, so that results stay clean.</param>
internal sealed class LineProgress(TextWriter error) : IProgress<string>
{
    /// <inheritdoc/>
    public void Report(string value)
    {
        lock (error)
        {
            error.WriteLine(value);
        }
    }
}
