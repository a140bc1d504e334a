package dev.retort.tests.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is one to MariaDB. */
final class MariadbEquivalences {

    /** A text or a name; the name of a table, whose case may count, with the word before it. */
    private static final Pattern TEXT_OR_NAME =
            Pattern.compile("'(?:[^'\\\\]|\\\\.|'')*'|REFERENCES `(?:[^`]|``)*`|`(?:[^`]|``)*`");

    private static final Pattern USUAL_ACTION = Pattern.compile(" ON (?:DELETE|UPDATE) (?:NO ACTION|RESTRICT)");

    static final List<Equivalence> ALL = List.of(
            // https://mariadb.com/kb/en/foreign-keys/: "NO ACTION: Synonym for RESTRICT", which is the default.
            new Equivalence("RESTRICT, NO ACTION and neither are one action", MariadbEquivalences::withoutUsualActions),
            // https://mariadb.com/kb/en/identifier-case-sensitivity/
            new Equivalence(
                    "names of columns, indexes and constraints have no case", MariadbEquivalences::inLowerCase));

    private MariadbEquivalences() {}

    private static Optional<CatalogEntry> withoutUsualActions(CatalogEntry entry) {
        boolean key = entry.text().startsWith("CONSTRAINT") && entry.text().contains(" FOREIGN KEY (");
        String text = key ? USUAL_ACTION.matcher(entry.text()).replaceAll("") : entry.text();
        return Optional.of(new CatalogEntry(entry.object(), text));
    }

    private static Optional<CatalogEntry> inLowerCase(CatalogEntry entry) {
        if (!MariadbCatalog.isPartOfTable(entry.text())) {
            return Optional.of(entry);
        }
        // A column is called with its table.
        int name = entry.text().startsWith("`") ? entry.object().indexOf('.') + 1 : 0;
        String text = TEXT_OR_NAME
                .matcher(entry.text())
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group().startsWith("`") ? lower(found.group()) : found.group()));
        return Optional.of(new CatalogEntry(
                entry.object().substring(0, name) + lower(entry.object().substring(name)), text));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
