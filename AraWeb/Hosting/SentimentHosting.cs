using AraWeb.Engine.Sentiment;
using AraWeb.Engine.Sentiment.Rules;
using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Accuracy;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AraWeb.Hosting;

/// <summary>What judges texts, and the study that measures it.</summary>
internal static class SentimentHosting
{
    /// <summary>Adds the built-in scorer and the study.</summary>
    internal static IServiceCollection AddSentiment(this IServiceCollection services)
    {
        services.TryAddSingleton<ISentimentScorer, RuleScorer>();
        services.AddSingleton<IStudy, SentimentStudy>();
        return services;
    }
}
