namespace AraWeb.Engine.Training;

/// <summary>Hears progress that nobody wants to know of.</summary>
internal sealed class SilentProgress : IProgress<string>
{
    /// <inheritdoc/>
    public void Report(string value)
    {
    }
}
