using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting
{
    public static class ContainerResourceBuilderExtensions
    {
        public static IResourceBuilder<T> WithBindMount<T>(this IResourceBuilder<T> builder, string source, string target, bool isReadOnly = false) where T : ContainerResource =>
            builder.WithAnnotation(new ContainerMountAnnotation(Path.GetFullPath(source, builder.ApplicationBuilder.AppHostDirectory), target, ContainerMountType.BindMount, isReadOnly));

        public static IResourceBuilder<T> WithVolume<T>(this IResourceBuilder<T> builder, string? name, string target, bool isReadOnly = false) where T : ContainerResource =>
            builder.WithAnnotation(new ContainerMountAnnotation(name, target, ContainerMountType.Volume, isReadOnly));
    }
}

namespace Aspire.Hosting.ApplicationModel
{
    public enum ContainerMountType
    {
        BindMount,
        Volume,
    }

    public sealed class ContainerMountAnnotation(string? source, string target, ContainerMountType type, bool isReadOnly) : IResourceAnnotation
    {
        public string? Source { get; } = source;

        public string Target { get; } = target;

        public ContainerMountType Type { get; } = type;

        public bool IsReadOnly { get; } = isReadOnly;
    }

    /// <summary>A process sees the folders themselves: what names a place in a container is turned back into the place here.</summary>
    internal static class Mounts
    {
        /// <summary>The folder behind a container's path; null when nothing is mounted there.</summary>
        public static string? SourceOf(IResource resource, string target) =>
            resource.Annotations.OfType<ContainerMountAnnotation>().LastOrDefault(m => m.Target == target) is { } mount ? FolderOf(mount) : null;

        /// <summary>Paths stand alone or behind an equals sign: <c>/pki/tls.crt</c>, <c>ssl_key_file=/pki/tls.key</c>.</summary>
        public static IReadOnlyList<string> Map(IResource resource, IEnumerable<string> arguments)
        {
            var mounts = resource.Annotations.OfType<ContainerMountAnnotation>().ToList();
            return [.. arguments.Select(argument =>
            {
                var start = argument.IndexOf('=', StringComparison.Ordinal) + 1;
                var path = argument[start..];
                return mounts.LastOrDefault(m => path == m.Target || path.StartsWith($"{m.Target}/", StringComparison.Ordinal)) is { } mount
                    ? $"{argument[..start]}{FolderOf(mount)}{path[mount.Target.Length..]}"
                    : argument;
            })];
        }

        private static string? FolderOf(ContainerMountAnnotation mount) =>
            mount.Type == ContainerMountType.BindMount || mount.Source is null ? mount.Source : Path.Combine(LocalFolders.Data, "volumes", mount.Source);
    }

    /// <summary>Where this machine keeps things of ours outside the repository.</summary>
    internal static class LocalFolders
    {
        /// <summary>For root a place that the user of Postgres can reach: nobody else may enter root's home.</summary>
        public static string Data => Environment.IsPrivilegedProcess
            ? "/var/lib/signet"
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "signet");

        /// <summary>What can be made again: deleted without loss.</summary>
        public static string Cache => Environment.IsPrivilegedProcess ? "/var/cache/signet"
            : Path.Combine(Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"), "signet");
    }
}
