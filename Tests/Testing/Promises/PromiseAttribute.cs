using System.Reflection;
using Xunit;
using Xunit.v3;

namespace Signet.Testing;

/// <summary>The test proves this promise. Its result goes into <c>artifacts/promises.json</c>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class PromiseAttribute(int number) : BeforeAfterTestAttribute, ITraitAttribute
{
    public int Number => number;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Promise", $"{number}")];

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        // What is not known to have passed is no proof.
        var result = TestContext.Current.TestState?.Result == TestResult.Passed ? "passed" : "failed";
        PromiseReport.Add(new(number, test.TestDisplayName, result, TimeProvider.System.GetUtcNow()));
    }
}
