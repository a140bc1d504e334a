package dev.retort.tests.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is one to PostgreSQL, which is asked. */
final class PostgresqlEquivalences {

    private static final Pattern DEFAULT = Pattern.compile("default of (.+?) is (.*)", Pattern.DOTALL);

    /** An expression that is the same value at any time. */
    private static final Pattern CONSTANT =
            Pattern.compile("(?:'(?:[^']|'')*'|\\(?-?[0-9.]+\\)?|NULL|true|false)(?:::[\\w \"\\[\\](),.]+)?");

    private static final Pattern CHECK = Pattern.compile("constraint .+? of (\\S+) (CHECK .*)", Pattern.DOTALL);

    private static final Pattern INDEX = Pattern.compile("CREATE (?:UNIQUE )?INDEX .*", Pattern.DOTALL);

    private static final Pattern GENERATED = Pattern.compile("generated (.) (.+?) as (.*)", Pattern.DOTALL);

    private final Connection connection;

    /** Asks a server. */
    PostgresqlEquivalences(Connection connection) {
        this.connection = connection;
    }

    List<Equivalence> all() {
        return List.of(
                new Equivalence("a row gets the same value by default", this::withValue),
                // The server writes some expressions in one way when they are new and in another when it reads what it
                // wrote.
                new Equivalence("the server reads both as the same definition", this::readAgain));
    }

    /** A default as a value; no default for NULL, unless a domain may have another. */
    private Optional<CatalogEntry> withValue(CatalogEntry entry) throws SQLException {
        Matcher parts = DEFAULT.matcher(entry.text());
        if (!parts.matches() || !CONSTANT.matcher(parts.group(2)).matches()) {
            return Optional.of(entry);
        }
        String type = parts.group(1);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CAST(" + parts.group(2) + " AS " + type + ")::text,"
                        + " (SELECT typtype = 'd' FROM pg_type WHERE oid = to_regtype('" + type.replace("'", "''")
                        + "'))")) {
            row.next();
            String value = row.getString(1);
            return value == null && !row.getBoolean(2)
                    ? Optional.empty()
                    : Optional.of(new CatalogEntry(entry.object(), "default of " + type + " has the value " + value));
        } catch (SQLException noValue) {
            return Optional.of(entry);
        }
    }

    /** A condition or an expression as the catalog says it when it is made as the entry says. */
    private Optional<CatalogEntry> readAgain(CatalogEntry entry) throws SQLException {
        List<String> statements = statements(entry);
        if (statements.isEmpty()) {
            return Optional.of(entry);
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            String kind = kind(entry);
            return PostgresqlCatalog.read(connection).stream()
                    .filter(read ->
                            read.object().equals(entry.object()) && kind(read).equals(kind))
                    .findFirst()
                    .or(() -> Optional.of(entry));
        } catch (SQLException refused) {
            return Optional.of(entry);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static String kind(CatalogEntry entry) {
        return entry.text().split(" ", 2)[0];
    }

    /** What makes anew what an entry says; nothing for other entries. */
    private static List<String> statements(CatalogEntry entry) {
        Matcher check = CHECK.matcher(entry.text());
        if (check.matches()) {
            String table = "ALTER TABLE " + check.group(1);
            String name = quoted(entry.object());
            return List.of(
                    table + " DROP CONSTRAINT IF EXISTS " + name,
                    table + " ADD CONSTRAINT " + name + " " + check.group(2));
        }
        if (INDEX.matcher(entry.text()).matches()) {
            return List.of("DROP INDEX IF EXISTS " + quoted(entry.object()), entry.text());
        }
        Matcher generated = GENERATED.matcher(entry.text());
        if (generated.matches()) {
            int dot = entry.object().lastIndexOf('.');
            String table = "ALTER TABLE " + entry.object().substring(0, dot);
            String name = quoted(entry.object().substring(dot + 1));
            return List.of(
                    table + " DROP COLUMN IF EXISTS " + name,
                    table + " ADD " + name + " " + generated.group(2) + " GENERATED ALWAYS AS (" + generated.group(3)
                            + ")" + (generated.group(1).equals("s") ? " STORED" : " VIRTUAL"));
        }
        return List.of();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
