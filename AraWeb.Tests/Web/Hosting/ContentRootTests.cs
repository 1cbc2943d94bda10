using AraWeb.Hosting;

namespace AraWeb.Tests.Web.Hosting;

public sealed class ContentRootTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ara-root-");

    [Fact]
    public void Find_BuildOutput_IsTheRepository()
    {
        var output = _folder.CreateSubdirectory("AraWeb/bin/Debug/net10.0").FullName;
        File.WriteAllText(Path.Combine(_folder.FullName, "AraWeb.sln"), string.Empty);
        File.WriteAllText(Path.Combine(output, "AraWeb.staticwebassets.runtime.json"), "{}");

        Assert.Equal(new ContentRoot(_folder.FullName, IsPublished: false), ContentRoot.Find(output));
    }

    [Fact]
    public void Find_PublishedInsideARepository_IsTheProgramFolder()
    {
        var output = _folder.CreateSubdirectory("publish").FullName;
        File.WriteAllText(Path.Combine(_folder.FullName, "AraWeb.sln"), string.Empty);

        Assert.Equal(new ContentRoot(output, IsPublished: true), ContentRoot.Find(output));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
