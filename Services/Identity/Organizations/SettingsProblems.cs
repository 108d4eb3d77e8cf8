using Microsoft.AspNetCore.Http.HttpResults;
using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.Identity.Organizations;

/// <summary>How requests about an organisation's settings are refused.</summary>
internal static class SettingsProblems
{
    /// <summary>Null when the settings can be taken; all faults are named at once.</summary>
    public static ProblemHttpResult? Check(OrganizationSettings settings)
    {
        var errors = new Dictionary<string, string[]>();
        if (!IsoCodes.Regions.Contains(settings.Region))
            errors["region"] = ["Is no country code. Use the two capitals of ISO 3166-1, for example DE."];
        if (!IsoCodes.Languages.Contains(settings.Language))
            errors["language"] = ["Is no language code. Use the two small letters of ISO 639-1, for example de."];

        return errors.Count == 0 ? null : Problems.Of(
            StatusCodes.Status400BadRequest, "validation-failed", "The settings cannot be taken", "Nothing was changed. Mend the values that errors names and send the request again.", errors);
    }

    public static ProblemHttpResult NotFound() => Problems.NotFound(
        "organization-not-found", "This organization is gone", "Sign in again, or ask support.");

    public static ProblemHttpResult IfMatchMissing() => Problems.Of(
        StatusCodes.Status428PreconditionRequired, "if-match-missing", "Which version is meant?", "Read the settings, and send their ETag in the If-Match header. Nothing was changed.");

    public static ProblemHttpResult Stale() => Problems.Of(
        StatusCodes.Status412PreconditionFailed, "version-stale", "The settings were changed meanwhile", "Nothing was overwritten. Read them again, and send the change with their new ETag in If-Match.");
}
