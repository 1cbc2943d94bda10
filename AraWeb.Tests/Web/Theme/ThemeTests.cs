using System.Globalization;
using System.Text.RegularExpressions;
using AraWeb.Tests.Shared;
using AraWeb.Theme;

namespace AraWeb.Tests.Web.Theme;

public sealed partial class ThemeTests
{
    private const string ThemeFile = "wwwroot/css/theme.css";

    public static TheoryData<string, string, string> Pairs()
    {
        var pairs = new TheoryData<string, string, string>();
        foreach (var theme in new[] { "light", "dark", "contrast" })
        {
            foreach (var ground in new[] { "surface", "raised", "hover" })
            {
                foreach (var ink in new[] { "text", "muted" })
                {
                    pairs.Add(theme, ink, ground);
                }
            }

            foreach (var ink in new[] { "accent", "up", "down", "warn" })
            {
                pairs.Add(theme, ink, "surface");
                pairs.Add(theme, ink, "raised");
            }

            pairs.Add(theme, "text", "selected");
            pairs.Add(theme, "muted", "selected");
            pairs.Add(theme, "on-accent", "accent");
            pairs.Add(theme, "up", "up-tint");
            pairs.Add(theme, "down", "down-tint");
            pairs.Add(theme, "warn", "warn-tint");
            pairs.Add(theme, "surface", "up");
            pairs.Add(theme, "surface", "down");
        }

        return pairs;
    }

    // WCAG 2.2, 1.4.3: 4.5 to 1 for text of normal size; 1.4.6: 7 to 1, which the high-contrast set keeps for plain text.
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Theme_InkOnGround_HasContrast(string theme, string ink, string ground)
    {
        var tokens = Tokens(theme);
        var contrast = Contrast(tokens[ink], tokens[ground]);
        Assert.True(contrast >= (theme == "contrast" && ink == "text" ? 7 : 4.5), $"{ink} on {ground} in {theme}: {contrast:0.00} to 1");
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.478)]
    public void Contrast_KnownPairs_IsTheirs(string ink, string ground, double expected) => Assert.Equal(expected, Contrast(ink, ground), 2);

    [Fact]
    public void Themes_All_SetTheSameColours()
    {
        var light = Tokens("light").Keys.Order().ToArray();
        Assert.Equal(light, Tokens("dark").Keys.Order());
        Assert.Equal(light, Tokens("contrast").Keys.Order());
    }

    [Fact]
    public void ThemeChoices_All_AreKnownToTheScript()
    {
        var script = Repository.Read("wwwroot/js/theme.js");
        Assert.All(ThemeChoice.All, choice => Assert.Contains($"'{choice.Code}'", script));
    }

    [Fact]
    public void Colours_AnywhereElse_AreTokens()
    {
        var files = Repository.Files("wwwroot", "*.css").Where(file => file != ThemeFile)
            .Concat(Repository.Files("wwwroot/js", "*.js"))
            .Concat(Repository.Files("AraWeb", "*.razor"));
        Findings.AssertNone(
            from file in files
            from line in File.ReadAllLines(Repository.PathOf(file))
            where Colour().IsMatch(line)
            select $"{file}: {line.Trim()}");
    }

    [Theory]
    [InlineData("color: #fff;")]
    [InlineData("background: rgba(0, 0, 0, .5)")]
    [InlineData("border: 1px solid red;")]
    [InlineData("fill=\"#1a63d6\"")]
    public void Colour_Literal_IsSeen(string line) => Assert.Matches(Colour(), line);

    [Theory]
    [InlineData("color: var(--up);")]
    [InlineData("href=\"#main\"")]
    [InlineData("border-color: currentColor")]
    public void Colour_Token_IsLeftAlone(string line) => Assert.DoesNotMatch(Colour(), line);

    private static Dictionary<string, string> Tokens(string theme)
    {
        var css = Repository.Read(ThemeFile);
        var head = theme == "light" ? ":root {" : $":root[data-theme=\"{theme}\"] {{";
        var start = css.IndexOf(head, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{ThemeFile} has no block {head}");
        var block = css[start..css.IndexOf('}', start)];
        return Token().Matches(block).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["colour"].Value, StringComparer.Ordinal);
    }

    private static double Contrast(string ink, string ground)
    {
        var (one, other) = (Luminance(ink), Luminance(ground));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    // WCAG 2.2, definition of relative luminance.
    private static double Luminance(string colour)
    {
        var channels = Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber) / 255d)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    [GeneratedRegex(@"--(?<name>[\w-]+): (?<colour>#[0-9a-f]{6});")]
    private static partial Regex Token();

    [GeneratedRegex(
        @"(?<![\w&])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\("
        + @"|(?<=[:\s'""])(?:white|black|red|green|blue|gray|grey|orange|yellow)(?=\s*[;'""}])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Colour();
}
