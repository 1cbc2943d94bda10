namespace AraWeb.Tests.Architecture.Canary.Lower;

/// <summary>Something that the upper area must not use.</summary>
internal class Below
{
    /// <summary>A static method: calling it leaves no field and no local behind.</summary>
    public static int Count(object? value) => value is null ? 0 : 1;
}
