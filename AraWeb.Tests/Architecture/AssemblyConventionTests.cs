using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using AraWeb.Engine.Core;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Architecture;

/// <summary>House rules that are about compiled types and the build's settings.</summary>
public sealed class AssemblyConventionTests
{
    private static readonly Type[] EngineTypes = typeof(Symbol).Assembly.GetTypes();
    private static readonly Type[] WebTypes = typeof(Program).Assembly.GetTypes();

    [Fact]
    public void Store_AllTypes_IsReferredToByRegistrationOnly()
    {
        var users =
            from type in EngineTypes.Concat(WebTypes)
            where AreaMap.Engine.AreaOf(type.Namespace) != AreaMap.Store && type.Namespace != "AraWeb.Hosting"
            from used in TypeReferences.Of(type)
            where AreaMap.Engine.AreaOf(used.Namespace) == AreaMap.Store
            select $"{type.FullName} refers to {used.FullName}";
        Findings.AssertNone(users);
    }

    [Fact]
    public void Components_AllTypes_CallUseCasesAndNotOurOwnInterfaces()
    {
        var users =
            from type in WebTypes
            where InSpace(type, "AraWeb.Components")
            from used in TypeReferences.Of(type)
            where InSpace(used, "AraWeb.Api") || InSpace(used, "AraWeb.Hubs") || InSpace(used, "AraWeb.Commands") || used == typeof(HttpClient)
            select $"{type.FullName} refers to {used.FullName}";
        Findings.AssertNone(users);
    }

    [Fact]
    public void Types_All_AreNotNamedLikeAnArea()
    {
        var areas = AreaMap.Engine.Lines.Keys.Append(AreaMap.Store).ToHashSet(StringComparer.Ordinal);
        Findings.AssertNone(EngineTypes.Concat(WebTypes).Where(type => areas.Contains(type.Name)).Select(type => type.FullName!));
    }

    [Fact]
    public void Classes_WithoutHeirs_AreSealed()
    {
        var all = EngineTypes.Concat(WebTypes).ToArray();
        var bases = all
            .Select(type => type.BaseType is { IsConstructedGenericType: true } closed ? closed.GetGenericTypeDefinition() : type.BaseType)
            .ToHashSet();
        var open =
            from type in all
            where type is { IsClass: true, IsSealed: false, IsAbstract: false } && type.Namespace?.StartsWith("AraWeb", StringComparison.Ordinal) == true
            where !bases.Contains(type) && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !IsMadeByTheRazorCompiler(type)
            select type.FullName!;
        Findings.AssertNone(open);
    }

    [Theory]
    [InlineData("GenerateDocumentationFile")]
    [InlineData("TreatWarningsAsErrors")]
    [InlineData("EnforceCodeStyleInBuild")]
    [InlineData("RestorePackagesWithLockFile")]
    public void BuildSettings_StrictOnes_AreOn(string name)
    {
        var shared = XDocument.Parse(Repository.Read("Directory.Build.props"));
        Assert.Equal("true", Assert.Single(shared.Descendants(name)).Value);
        foreach (var project in new[] { "AraWeb", "AraWeb.Engine", "AraWeb.Tests" })
        {
            Assert.Empty(XDocument.Parse(Repository.Read(project, project + ".csproj")).Descendants(name));
        }
    }

    [Fact]
    public void BuildSettings_Engine_SilencesNothing()
    {
        Assert.Empty(XDocument.Parse(Repository.Read("AraWeb.Engine", "AraWeb.Engine.csproj")).Descendants("NoWarn"));
        Assert.DoesNotContain("CS1591", Repository.Read(".editorconfig"), StringComparison.Ordinal);
    }

    [Fact]
    public void Packages_Projects_NameNoVersion()
    {
        var versioned =
            from project in new[] { "AraWeb", "AraWeb.Engine", "AraWeb.Tests" }
            from reference in XDocument.Parse(Repository.Read(project, project + ".csproj")).Descendants("PackageReference")
            where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null
            select $"{project}: {reference.Attribute("Include")?.Value}";
        Findings.AssertNone(versioned);
    }

    private static bool InSpace(Type type, string space) =>
        type.Namespace is { } name && (name == space || name.StartsWith(space + ".", StringComparison.Ordinal));

    // A .razor file becomes an open class that no source file can seal.
    private static bool IsMadeByTheRazorCompiler(Type type) =>
        type.GetMethod("BuildRenderTree", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null
        || type.Name.StartsWith("_Imports", StringComparison.Ordinal);
}
