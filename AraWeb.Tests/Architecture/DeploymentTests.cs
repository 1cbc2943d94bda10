using System.Text.RegularExpressions;
using System.Xml.Linq;
using AraWeb.Configuration;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Architecture;

/// <summary>
/// The Dockerfile and the scripts around it, as far as their text can be judged. <c>deploy/image-steps.sh</c> runs the steps for real.
/// </summary>
public sealed partial class DeploymentTests
{
    private const string DataKey = $"ARA_{StorageOptions.Section}__{nameof(StorageOptions.Folder)}";

    private static readonly string[] Instructions = [.. Repository.Read("Dockerfile").Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

    [Fact]
    public void Dockerfile_Port_IsTheDefaultOfTheProgram()
    {
        var port = new Uri(ServerOptions.DefaultUrl).Port;
        Assert.Equal($"EXPOSE {port}", Single("EXPOSE"));
        Assert.Contains($"/dev/tcp/localhost/{port} ", Single("HEALTHCHECK"), StringComparison.Ordinal);
        Assert.Contains("GET /health/live ", Single("HEALTHCHECK"), StringComparison.Ordinal);
    }

    [Fact]
    public void Dockerfile_User_IsNotRootAndComesAfterTheLastStep()
    {
        Assert.Equal("USER $APP_UID", Single("USER"));
        var lastStep = Array.FindLastIndex(Instructions, line => line.StartsWith("RUN ", StringComparison.Ordinal));
        Assert.True(Array.IndexOf(Instructions, Single("USER")) > lastStep);
    }

    [Fact]
    public void Dockerfile_Data_LiesInTheVolume() =>
        Assert.Contains($"ENV {DataKey}={Single("VOLUME").Split(' ')[1]}", Instructions, StringComparer.Ordinal);

    /// <summary>NUGET_PACKAGES goes into the property as it is: without the slash the first build of an empty machine failed.</summary>
    [Fact]
    public void BuildFiles_FolderOfPackages_GetsItsSlash()
    {
        var uses = Repository.Files("AraWeb", "*.targets").Concat(Repository.Files("AraWeb", "*.csproj"))
            .SelectMany(file => PackageFolder().Matches(Repository.Read(file)).Select(match => match.Value)).ToList();
        Assert.NotEmpty(uses);
        Findings.AssertNone(uses.Where(use => !use.EndsWith("EnsureTrailingSlash('$(NuGetPackageRoot)')", StringComparison.Ordinal)));
    }

    [Fact]
    public void Dockerfile_BeforeRestore_CopiesWhatRestoreReads()
    {
        var copied = Instructions
            .TakeWhile(line => !line.Contains("dotnet restore", StringComparison.Ordinal))
            .Where(line => line.StartsWith("COPY ", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' '))
            .ToHashSet(StringComparer.Ordinal);
        var references = XDocument.Parse(Repository.Read("AraWeb", "AraWeb.csproj"))
            .Descendants()
            .Where(element => element.Name.LocalName is "ProjectReference" or "Import")
            .Select(element => (element.Attribute("Include") ?? element.Attribute("Project"))!.Value)
            .Select(path => Path.GetRelativePath(Repository.Root, Repository.PathOf("AraWeb", path)));
        string[] needed =
        [
            "global.json", "Directory.Build.props", "Directory.Packages.props",
            "AraWeb/AraWeb.csproj", "AraWeb/packages.lock.json", "AraWeb.Engine/packages.lock.json",
            .. references,
        ];
        Findings.AssertNone(needed.Except(copied, StringComparer.Ordinal));
    }

    [Fact]
    public void ImageSteps_Script_TakesItsStepsFromTheDockerfile()
    {
        var script = Repository.Read("deploy", "image-steps.sh");
        Assert.Contains("<\"$repository/Dockerfile\"", script, StringComparison.Ordinal);
        Assert.DoesNotMatch(DotnetStep(), script);
    }

    [Theory]
    [InlineData("test.sh")]
    [InlineData(".ci/run")]
    [InlineData("deploy/image-steps.sh")]
    public void Scripts_All_CanBeRun(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.True(File.GetUnixFileMode(Repository.PathOf(path)).HasFlag(UnixFileMode.UserExecute));
        }

        Assert.StartsWith("#!/usr/bin/env bash\n", Repository.Read(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Workflows_Tests_AreTheSameScripts()
    {
        Assert.Contains("- run: .ci/run\n", Repository.Read(".github", "workflows", "ci.yml"), StringComparison.Ordinal);
        Assert.Contains("./test.sh", Repository.Read(".ci", "run"), StringComparison.Ordinal);
        Assert.Contains("- run: ./test.sh --scale\n", Repository.Read(".github", "workflows", "weekly.yml"), StringComparison.Ordinal);
    }

    private static string Single(string keyword) => Assert.Single(Instructions, line => line.StartsWith(keyword + " ", StringComparison.Ordinal));

    [GeneratedRegex(@"\bdotnet (restore|build|publish|run)\b")]
    private static partial Regex DotnetStep();

    [GeneratedRegex(@".{0,21}\$\(NuGetPackageRoot\)(?:'\))?")]
    private static partial Regex PackageFolder();
}
