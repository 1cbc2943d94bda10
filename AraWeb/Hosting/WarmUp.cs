namespace AraWeb.Hosting;

/// <summary>
/// Asks for the pages once after the start, as a browser would, so that their code is compiled before the first reader comes. Whatever it meets is left to
/// that reader to see.
/// </summary>
internal static class WarmUp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Asks for each page.</summary>
    public static async Task RunAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = Patience };
        foreach (var page in (string[])[AppUrls.Overview, AppUrls.Predictions])
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), cancellationToken);
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                return;
            }
        }
    }
}
