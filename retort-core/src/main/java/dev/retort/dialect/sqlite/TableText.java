package dev.retort.dialect.sqlite;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Generated;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What only the text of a CREATE TABLE tells: SQLite keeps the names of constraints, the conditions and the generating expressions
 * nowhere else. Never fails: what it does not understand it passes over.
 */
final class TableText {

    private final List<UniqueConstraint> uniqueConstraints = new ArrayList<>();
    private final List<CheckConstraint> checks = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final Map<String, Generated> generated = new HashMap<>();
    private final Map<String, String> collations = new HashMap<>();

    private @Nullable String primaryKeyName;

    TableText(String sql) {
        for (TableSource.Element element : TableSource.of(sql).elements()) {
            element.clauses().forEach(clause -> read(element.column(), clause));
        }
    }

    /** The name of the primary key; null when it has none. */
    @Nullable
    String primaryKeyName() {
        return primaryKeyName;
    }

    List<UniqueConstraint> uniqueConstraints() {
        return uniqueConstraints;
    }

    List<CheckConstraint> checks() {
        return checks;
    }

    /**
     * What the text alone tells of a foreign key.
     *
     * @param name its name; null for none
     * @param deferrability when it is checked
     */
    record Reference(@Nullable String name, Deferrability deferrability) {}

    /** A foreign key that the text does not tell. */
    static final Reference UNKNOWN = new Reference(null, Deferrability.NOT_DEFERRABLE);

    /** The foreign keys in the order of the text. */
    List<Reference> references() {
        return references;
    }

    /** How columns are computed, by their names. */
    Map<String, Generated> generated() {
        return generated;
    }

    /** The collations that columns name, by the columns' names. */
    Map<String, String> collations() {
        return collations;
    }

    private void read(@Nullable String column, TableSource.Clause clause) {
        switch (clause.kind()) {
            case PRIMARY_KEY -> primaryKeyName = clause.name();
            case UNIQUE -> uniqueConstraints.add(UniqueConstraint.of(clause.name(), columns(column, clause.tokens())));
            case CHECK -> checks.add(CheckConstraint.of(clause.name(), clause.parenthesised()));
            case REFERENCES -> references.add(new Reference(clause.name(), deferrability(clause.tokens())));
            case COLLATE -> {
                if (clause.tokens().size() > 1) {
                    put(collations, column, clause.tokens().get(1).name());
                }
            }
            case GENERATED ->
                put(generated, column, new Generated(clause.parenthesised(), ends(clause.tokens(), "stored")));
            case DEFERRABLE -> {
                if (!references.isEmpty()) {
                    int last = references.size() - 1;
                    references.set(last, new Reference(references.get(last).name(), deferrability(clause.tokens())));
                }
            }
            case NOT_NULL, NULL, DEFAULT, OTHER -> {
                // the catalog tells
            }
        }
    }

    private static <T> void put(Map<String, T> ofColumns, @Nullable String column, T value) {
        if (column != null) {
            ofColumns.put(column, value);
        }
    }

    /** The columns of a list in parentheses, or the column itself when there is no list. */
    static List<String> columns(@Nullable String column, SqlTokens unique) {
        if (unique.size() < 2 || !unique.get(1).is("(")) {
            return column == null ? List.of() : List.of(column);
        }
        List<String> columns = new ArrayList<>();
        int end = unique.closing(1);
        for (int i = 1; i < end; i++) {
            if (i == 1 || unique.get(i).is(",")) {
                columns.add(unique.get(i + 1).name());
            }
        }
        return columns;
    }

    /** When a foreign key is checked, as its clause says, or the one behind it. */
    static Deferrability deferrability(SqlTokens reference) {
        for (int i = 0; i < reference.size(); i++) {
            if (reference.get(i).is("deferrable")) {
                return i > 0 && reference.get(i - 1).is("not")
                        ? Deferrability.NOT_DEFERRABLE
                        : ends(reference, "deferred")
                                ? Deferrability.INITIALLY_DEFERRED
                                : Deferrability.INITIALLY_IMMEDIATE;
            }
        }
        return Deferrability.NOT_DEFERRABLE;
    }

    private static boolean ends(SqlTokens clause, String word) {
        return clause.size() > 0 && clause.get(clause.size() - 1).is(word);
    }
}
