namespace AraWeb.Tests.Architecture.Canary.Upper;

/// <summary>Something that the lower area may use.</summary>
internal static class Above
{
    public static int Count(int[] values) => values.Length;
}
