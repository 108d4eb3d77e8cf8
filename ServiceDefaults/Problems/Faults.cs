using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Signet.ServiceDefaults;

/// <summary>What can be said about an exception without repeating its message.</summary>
public static class Faults
{
    /// <summary>Types and codes from the outermost to the innermost, then the innermost stack.</summary>
    public static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        for (Exception? fault = exception; fault is not null; fault = fault.InnerException)
        {
            if (text.Length > 0) text.Append(" <- ");
            text.Append(fault.GetType().Name);
            if (fault is PostgresException postgres) text.Append('(').Append(postgres.SqlState).Append(' ').Append(postgres.ConstraintName).Append(')');
            if (fault is SocketException socket) text.Append('(').Append(socket.SocketErrorCode).Append(')');
            if (fault.InnerException is null) text.Append('\n').Append(fault.StackTrace);
        }

        return text.ToString();
    }

    /// <summary>The database cannot be reached, is starting, stopping, or out of connections.</summary>
    public static bool IsStoreUnavailable(Exception exception)
    {
        for (Exception? fault = exception; fault is not null; fault = fault.InnerException)
        {
            if (fault is PostgresException postgres) return postgres.SqlState is ['0', '8', ..] or ['5', '7', 'P', ..] or ['5', '3', ..];
            if (fault is NpgsqlException) return true;
        }

        return false;
    }
}
