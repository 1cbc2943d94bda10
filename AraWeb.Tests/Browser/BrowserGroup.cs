namespace AraWeb.Tests.Browser;

/// <summary>All browser tests share one program and one Chromium and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserGroup : ICollectionFixture<BrowserFixture>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Browser";
}
