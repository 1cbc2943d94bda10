using AraWeb.Tests.Architecture.Canary.Lower;

namespace AraWeb.Tests.Architecture.Canary.Upper;

/// <summary>A caught exception.</summary>
internal sealed class CatchesBelow
{
    public static bool Try(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (BelowException)
        {
            return false;
        }
    }
}
