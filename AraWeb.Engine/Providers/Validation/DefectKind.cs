using System.Text.Json.Serialization;

namespace AraWeb.Engine.Providers.Validation;

/// <summary>What is wrong with a row or a stretch of rows.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DefectKind>))]
public enum DefectKind
{
    /// <summary>The stamp is missing or in no known form.</summary>
    UnreadableStamp,

    /// <summary>A price is blank, NaN or no number.</summary>
    UnreadablePrice,

    /// <summary>The volume is blank, negative or no number; taken as zero.</summary>
    UnreadableVolume,

    /// <summary>The file has no volume, or only zeros where its asset class has one.</summary>
    NoVolume,

    /// <summary>A price is zero or negative.</summary>
    NonPositivePrice,

    /// <summary>High below low.</summary>
    CrossedRange,

    /// <summary>Open or close lies slightly outside low to high; the range was widened.</summary>
    OutsideRange,

    /// <summary>One price is out of all proportion to the others of its bar.</summary>
    AbsurdPrice,

    /// <summary>A whole bar lies far from the close before it, and no later bar confirmed it yet.</summary>
    UnconfirmedJump,

    /// <summary>A row stands after one with a later stamp.</summary>
    Unordered,

    /// <summary>Two rows carry one stamp; the later row counts.</summary>
    Duplicate,

    /// <summary>The stamp lies in the future.</summary>
    Future,

    /// <summary>Daily or weekly stamps carry a time of day; the session's date was taken.</summary>
    TimeOfDay,

    /// <summary>A daily stamp on a day without a session.</summary>
    OutsideCalendar,

    /// <summary>Bars that the calendar expects are missing.</summary>
    Gap,

    /// <summary>The price jumped by a small whole ratio on a quiet day: a split that was not adjusted.</summary>
    LikelySplit,

    /// <summary>Return or range far beyond what the series does otherwise.</summary>
    Outlier,

    /// <summary>The same prices again and again.</summary>
    StaleRun,

    /// <summary>Several bars without volume in a series that has one.</summary>
    ZeroVolumeRun,
}
