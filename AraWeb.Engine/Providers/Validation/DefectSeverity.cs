using System.Text.Json.Serialization;

namespace AraWeb.Engine.Providers.Validation;

/// <summary>What was done about a defect.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DefectSeverity>))]
public enum DefectSeverity
{
    /// <summary>The row was left out: a forecast must not see it.</summary>
    Dropped,

    /// <summary>The row was put right and kept.</summary>
    Repaired,

    /// <summary>The row was kept as it is; a person should look at it.</summary>
    Suspicious,
}
