using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AraWeb.Tests.Browser;

/// <summary>
/// One tab of one reader. Collects what the browser complains about: errors on the console (refusals by the content security policy among them) and exceptions.
/// </summary>
internal sealed class DashboardPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public DashboardPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    /// <summary>The tab itself.</summary>
    public IPage Page { get; }

    /// <summary>The chart once it is drawn.</summary>
    public ILocator Chart => Page.Locator(".chart[data-state=drawn]");

    /// <summary>The chosen time frame, range and reach.</summary>
    public ILocator CurrentChips => Page.Locator(".choices .chip[aria-current]");

    /// <summary>Goes to an address and waits until the circuit has taken over.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await SettleAsync();
    }

    /// <summary>Waits until the address holds a text.</summary>
    public Task ReachAsync(string part) => Assertions.Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(part)));

    /// <summary>Waits until nothing is loading any more.</summary>
    public async Task SettleAsync()
    {
        await Page.Locator(".status[data-circuit=up]").WaitForAsync();
        await Assertions.Expect(Page.Locator(".skeleton, .waiting, .chart[data-state=loading]")).ToHaveCountAsync(0);
    }

    /// <summary>Fails when the browser complained.</summary>
    public void AssertNoComplaint() => Assert.True(_complaints.Count == 0, string.Join(Environment.NewLine, _complaints));

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
