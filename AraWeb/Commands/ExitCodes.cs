namespace AraWeb.Commands;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCodes
{
    /// <summary>All went well.</summary>
    public const int Done = 0;

    /// <summary>A check found what must not be.</summary>
    public const int Failed = 1;

    /// <summary>A fault in the program.</summary>
    public const int Unexpected = 1;

    /// <summary>Bad input or unusable data; the message says what to do.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Cancelled = 130;
}
