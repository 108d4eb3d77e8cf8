using Signet.Benchmarks.Extraction.Synthetic;

namespace Signet.Benchmarks.Extraction;

/// <summary>Scores extraction on made-up mails, and shows what failed.</summary>
internal static class SyntheticCommand
{
    public static int Run(bool isPasted, int count, int seed, string? field, int errors)
    {
        var score = new SyntheticScore();
        foreach (var mail in isPasted ? MailMaker.MakePasted(count, seed) : MailMaker.Make(count, seed)) score.Add(mail);
        foreach (var (name, tally) in score.Fields) Print(name, tally);
        Print("core", score.Total);
        Console.WriteLine($"language right in {(double)score.Languages / count:P1}");
        foreach (var (twentieth, (said, right)) in score.Reliability) Console.WriteLine($"said {twentieth / 20.0:F2}: {right} of {said} right ({(double)right / said:F3})");
        foreach (var group in score.Errors.Where(error => SyntheticScore.Core.Contains(error.Field)).GroupBy(error => error.Mail.Layout).OrderByDescending(group => group.Count()))
            Console.Write($"{group.Key} {group.Count()}  ");
        Console.WriteLine();
        foreach (var group in score.Errors.Where(error => SyntheticScore.Core.Contains(error.Field)).GroupBy(error => error.Mail.Language + "-" + error.Mail.Country).OrderByDescending(group => group.Count()))
            Console.Write($"{group.Key} {group.Count()}  ");
        Console.WriteLine();
        foreach (var (name, what, mail) in score.Errors.Where(error => error.Field == field).Take(errors))
            Console.WriteLine($"===== {name}: {what} [{mail.Layout}, {mail.Country}]\n{mail.Eml}");
        return 0;
    }

    private static void Print(string name, Tally tally) => Console.WriteLine($"{name,-12} P {tally.Precision:F3} R {tally.Recall:F3} F1 {tally.F1:F3}   right {tally.Right} wrong {tally.Wrong} missed {tally.Missed}");
}
