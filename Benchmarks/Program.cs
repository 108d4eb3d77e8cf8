using BenchmarkDotNet.Running;
using Signet.Benchmarks.Contacts;
using Signet.Benchmarks.Extraction;
using Signet.Benchmarks.Matching;

return args switch
{
    ["extract-mails", var gold, var output, ..] => await ExtractCommands.MailsAsync(gold, output),
    ["extract-blocks", var gold, var output, ..] => await ExtractCommands.BlocksAsync(gold, output),
    ["detect-signatures", var folder, var output] => await DetectCommand.RunAsync(folder, output),
    ["measure-mails", var folder] => await SpeedCommands.MailsAsync(folder),
    ["measure-texts", var folder] => await SpeedCommands.TextsAsync(folder),
    [("score-synthetic" or "score-synthetic-pasted") and var kind, var count, var seed, .. var show] => SyntheticCommand.Run(kind == "score-synthetic-pasted", int.Parse(count, null), int.Parse(seed, null), show.ElementAtOrDefault(0), int.Parse(show.ElementAtOrDefault(1) ?? "5", null)),
    ["dedupe", var input, var map, .. var options] => DedupeCommand.Run(input, map, options),
    ["explain", var input, var map, var pairs] => ExplainCommand.Run(input, map, pairs),
    ["online", var store, var queries, .. var options] => await OnlineCommand.RunAsync(store, queries, options),
    ["bench", .. var rest] => Bench(rest),
    _ => Usage(),
};

static int Bench(string[] arguments)
{
    BenchmarkSwitcher.FromAssembly(typeof(ExtractCommands).Assembly).Run(arguments);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        extract-mails GOLD.jsonl OUT.jsonl       fields of the .eml files that GOLD names (relative to it)
        extract-blocks GOLD.jsonl OUT.jsonl      fields of the signature texts in GOLD
        detect-signatures DIR OUT.jsonl          signature lines of every *_body file below DIR
        measure-mails DIR                        mails a second and bytes allocated, .eml files
        measure-texts DIR                        the same, *_body files
        score-synthetic COUNT SEED [FIELD [N]]   scores on made-up mails; shows N errors of a field
        score-synthetic-pasted …                 the same on signatures alone, without a From header
        dedupe IN.csv MAP.json [--pairs PAIRS.csv] [--clusters CLUSTERS.csv]
                                                 duplicates in IN; MAP: {"column": "field"}, or - when the columns have the fields' names
        explain IN.csv MAP.json PAIRS.csv        the reasons for the pairs of ids in PAIRS
        online STORE.csv QUERIES.csv [--store-map MAP.json] [--map MAP.json] [--clients N] [--out PRED.csv] [--latency LATENCY.csv]
                                                 duplicates of each row of QUERIES among the rows of STORE, asked of the contacts service over PostgreSQL;
                                                 with several clients fifty contacts a second are saved meanwhile
        bench [BenchmarkDotNet arguments]        each stage by itself
        """);
    return 2;
}
