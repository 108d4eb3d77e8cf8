using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Signet.Web.Fields;

/// <summary>Numbers, dates and times as the design language writes them: "8,412", "97%", "24 November 2026", "24 Nov", 24-hour time.</summary>
public sealed class Formats(IStringLocalizer<Texts> texts, TimeProvider clock)
{
    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    public static string Number(int value) => value.ToString("N0", Culture);

    /// <summary>Rounded, but never up to 100: only a person is that sure.</summary>
    public string Percent(double value) => texts["Percent", Math.Min(value >= 1 ? 100 : 99, (int)Math.Round(value * 100))];

    public string Date(DateTimeOffset at) => Local(at).ToString("d MMMM yyyy", Culture);

    public string DateTime(DateTimeOffset at) => Local(at).ToString("dddd, d MMMM yyyy, HH:mm", Culture);

    public string Time(DateTimeOffset at) => Local(at).ToString("HH:mm", Culture);

    public static string Megabytes(long bytes) => Math.Ceiling(bytes / 1048576d).ToString("N0", Culture);

    /// <summary>For columns: minutes and hours under a day, then "yesterday", then the day, with the year when it is another.</summary>
    public string Ago(DateTimeOffset at)
    {
        var now = clock.GetUtcNow();
        var past = now - at;
        if (past < TimeSpan.FromMinutes(1)) return texts["JustNow"];
        if (past < TimeSpan.FromHours(1)) return texts["Minutes", (int)past.TotalMinutes];
        if (past < TimeSpan.FromHours(24)) return texts["Hours", (int)past.TotalHours];
        var (day, today) = (Local(at).Date, Local(now).Date);
        if (day == today.AddDays(-1)) return texts["Yesterday"];
        return Local(at).ToString(day.Year == today.Year ? "d MMM" : "d MMM yyyy", Culture);
    }

    /// <summary>In a sentence: "a minute ago".</summary>
    public string Since(DateTimeOffset at)
    {
        var past = clock.GetUtcNow() - at;
        if (past < TimeSpan.FromMinutes(2)) return texts["AMinuteAgo"];
        if (past < TimeSpan.FromHours(1)) return texts["MinutesAgo", (int)past.TotalMinutes];
        return past < TimeSpan.FromHours(24) ? texts["AtTime", Time(at)] : texts["OnDate", Date(at)];
    }

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone);
}
