using System.Globalization;
using System.Reflection;
using AraWeb.Engine.Features;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Features.Golden;

/// <summary>
/// Values from elsewhere: single numbers over bars that any language can make (always), and whole columns of reference files (where their folder lies beside
/// the checkout). Cases stand in Golden/Cases, one file a family.
/// </summary>
public sealed class GoldenTests
{
    private const double Twelve = 1e-9;

    public static TheoryData<string> PinnedNames => [.. Pinned.Select(Describe).Distinct()];

    private static IReadOnlyList<PinnedValue> Pinned { get; } = CasesOf<PinnedValue>();

    private static IReadOnlyList<GoldenCase> Cases { get; } = CasesOf<GoldenCase>();

    [Theory]
    [MemberData(nameof(PinnedNames))]
    public void Pinned_Value_Agrees(string name)
    {
        var (bars, benchmark) = StreamBars.Make();
        foreach (var each in Pinned.Where(each => Describe(each) == name))
        {
            var matrix = new FeatureCalculator([RequestOf(each.Indicator, each.Settings)]).Compute(bars, benchmark);
            var values = Compute(each.Indicator, each.Settings, each.Output, matrix);
            Assert.True(
                Math.Abs(values[each.Row] - each.Expected) <= Twelve * Math.Max(1, Math.Abs(each.Expected)),
                $"{name} row {each.Row}: {values[each.Row]:R} for {each.Expected:R} ({each.Source}).");
        }
    }

    [Fact]
    public void Cases_All_NameWhatThereIs() => Findings.AssertNone(
        from each in Cases
        let spec = RequestOf(each.Indicator, each.Settings).Spec
        let departs = each.Units > 0.6 || each.From > 0 || each.Until < int.MaxValue || each.Factor != 1 || each.Decimals is not null
        where spec.Outputs.All(output => output.Name != each.Output) || (departs && each.Reason.Length == 0)
        select $"{each} names no output, or departs without a reason");

    /// <summary>Without the folder of references there is nothing to disagree with; the pinned values hold the formulas then.</summary>
    [Fact]
    public void Reference_Columns_Agree() =>
        Findings.AssertNone(ReferenceColumns.Folder is null ? [] : Cases.Select(each => Agreement.Of(each).Fault).OfType<string>());

    [Fact]
    public void Page_Cases_AreThoseOfTheDocumentation()
    {
        var text = GoldenPage.Text(Cases, Pinned).ReplaceLineEndings();
        if (Environment.GetEnvironmentVariable("ARA_WRITE_PAGES") == "1")
        {
            File.WriteAllText(Repository.PathOf("docs", "indicator-goldens.md"), text);
        }

        Assert.Equal(text, Repository.Read("docs", "indicator-goldens.md").ReplaceLineEndings());
    }

    internal static FeatureRequest RequestOf(string indicator, string settings) => FeatureRequest.Of(indicator, settings
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal));

    internal static double[] Compute(string indicator, string settings, string output, FeatureMatrix matrix)
    {
        var request = RequestOf(indicator, settings);
        return matrix[request.NameOf(request.Spec.Outputs.Single(each => each.Name == output))].ToArray();
    }

    private static string Describe(PinnedValue each) => $"{each.Indicator} {each.Settings} {each.Output}";

    private static IReadOnlyList<T> CasesOf<T>() =>
    [
        .. typeof(GoldenTests).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(GoldenTests).Namespace + ".Cases")
            .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public))
            .Where(property => property.PropertyType == typeof(IReadOnlyList<T>))
            .SelectMany(property => (IReadOnlyList<T>)property.GetValue(null)!),
    ];
}
