package dev.retort.tests.catalog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is one to SQLite. */
final class SqliteEquivalences {

    private static final Pattern NAMED_CONSTRAINT =
            Pattern.compile("((?:PRIMARY KEY|UNIQUE|CHECK|FOREIGN KEY) .*) of (.*)");

    private static final Pattern TEXT_OR_OTHER = Pattern.compile("'(?:[^']|'')*'|[^']+");

    static final List<Equivalence> ALL = List.of(
            // https://www.sqlite.org/lang_createtable.html#constraints: no statement uses the name, and the message of
            // a check has it.
            new Equivalence("the name of a constraint changes nothing", SqliteEquivalences::withoutName),
            // https://www.sqlite.org/datatype3.html: what a column stores depends on the affinity alone.
            new Equivalence("the types have one affinity", SqliteEquivalences::withAffinity),
            // https://www.sqlite.org/lang_createtable.html#the_default_clause
            new Equivalence("a column without default has the default NULL", SqliteEquivalences::withoutNull),
            new Equivalence("names have no case", SqliteEquivalences::inUpperCase));

    private SqliteEquivalences() {}

    private static Optional<CatalogEntry> withoutName(CatalogEntry entry) {
        Matcher named = NAMED_CONSTRAINT.matcher(entry.text());
        if (!named.matches()) {
            return Optional.of(entry);
        }
        String text = named.group(1);
        // The pragmas tell the rest of a foreign key.
        boolean onlyNamed = text.startsWith("FOREIGN KEY") && !text.endsWith(SqliteTableText.DEFERRED);
        return onlyNamed ? Optional.empty() : Optional.of(new CatalogEntry(named.group(2), text));
    }

    private static Optional<CatalogEntry> withAffinity(CatalogEntry entry) {
        String type = SqliteCatalog.TYPE;
        return Optional.of(
                entry.text().startsWith(type)
                        ? new CatalogEntry(
                                entry.object(),
                                "affinity " + affinity(entry.text().substring(type.length())))
                        : entry);
    }

    private static Optional<CatalogEntry> withoutNull(CatalogEntry entry) {
        return Optional.of(new CatalogEntry(entry.object(), entry.text().replaceFirst(" DEFAULT NULL$", "")));
    }

    /** The rules of https://www.sqlite.org/datatype3.html#determination_of_column_affinity, in their order. */
    private static String affinity(String type) {
        if (type.contains("INT")) {
            return "INTEGER";
        }
        if (Stream.of("CHAR", "CLOB", "TEXT").anyMatch(type::contains)) {
            return "TEXT";
        }
        if (type.isEmpty() || type.contains("BLOB")) {
            return "BLOB";
        }
        return Stream.of("REAL", "FLOA", "DOUB").anyMatch(type::contains) ? "REAL" : "NUMERIC";
    }

    private static Optional<CatalogEntry> inUpperCase(CatalogEntry entry) {
        String text = TEXT_OR_OTHER
                .matcher(entry.text())
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group().startsWith("'") ? found.group() : upper(found.group())));
        return Optional.of(new CatalogEntry(upper(entry.object()), text));
    }

    /** Only the letters of ASCII have one case. */
    private static String upper(String name) {
        return name.chars()
                .map(sign -> sign >= 'a' && sign <= 'z' ? sign - 'a' + 'A' : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
