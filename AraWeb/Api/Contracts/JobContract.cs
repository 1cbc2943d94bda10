namespace AraWeb.Api.Contracts;

/// <summary>A background job.</summary>
/// <param name="Name">Its stable name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Schedule">When it runs by itself.</param>
internal sealed record JobContract(string Name, string Description, string Schedule);
